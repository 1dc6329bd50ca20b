"""How Arabic quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = False
WORKS = words(
    "كتاب فيلم رواية صحيفة مجلة عملية برنامج مسلسل ألبوم أغنية مشروع خطة اسم عنوان بعنوان باسم المسمى المعروف"
)
