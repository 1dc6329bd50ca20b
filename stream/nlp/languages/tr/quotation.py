"""How Turkish quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = False
WORKS = words(
    "adlı isimli başlıklı adındaki kitap kitabı film filmi dergi dergisi gazete gazetesi dizi dizisi operasyon operasyonu"
)
