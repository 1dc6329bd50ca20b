"""Polish source phrases, documents that speak, and media."""

from stream.nlp.languages.tables import declined, words

BEFORE = words(
    """według zdaniem w_opinii w_ocenie wedle w_przekonaniu z_relacji
    na_podstawie_informacji zgodnie_z_informacjami zgodnie_z_danymi zgodnie_ze_słowami
    w_świetle_danych"""
)
HESITANT = words("zgodnie_z")
RUNS_ON = True
INSIDE = words("w we na z ze")
PURPOSES = words("do ds. przy w od")
TOWARD = words("do wobec")
IDLE = words("kolei strony część stronę")
NO_SOURCES = words(
    "planu harmonogramu zasad prawa przepisów umowy rozkładu planem prawem przepisami umową zasadami konstytucji"
)
_CASES = {
    "a": "y i ie ę ą om ami ach",
    "ia": "ii ię ią iom iami iach",
    "ja": "ji ję ją jom jami jach",
    "ka": "ki ce kę ką kom kami kach",
    "nie": "nia niu niem niom niami niach ń",
    "o": "a u em ie om ami ach",
    "k": "ku ka kiem ki ków kom kami kach",
    "t": "tu tem cie ty tów tom tami tach",
    "": "u a em ie y ów om ami ach",
}
DOCUMENTS = declined(
    """raport komunikat oświadczenie dokument list depesza sondaż badanie artykuł publikacja wpis materiał gazeta dziennik
    tygodnik portal strona serwis zapowiedź analiza uzasadnienie komentarz ustawa rozporządzenie relacja notatka orzeczenie
    statystyka opracowanie ankieta wyrok uchwała zawiadomienie pismo obwieszczenie zestawienie blog audyt""",
    _CASES,
) | words(
    "dane danych danymi zapis zapisów ustaleń ustalenia informacji informacje doniesienia doniesień prognoza prognozy wyliczeń"
)
MEDIA = {
    "wywiadzie": "wywiad",
    "wywiad": "wywiad",
    "rozmowie": "wywiad",
    "konferencji prasowej": "konferencja prasowa",
    "konferencja prasowa": "konferencja prasowa",
    "konferencji": "konferencja prasowa",
    "briefingu": "briefing",
    "oświadczeniu": "oświadczenie",
    "oświadczenie": "oświadczenie",
    "komunikacie": "komunikat",
    "komunikat": "komunikat",
    "orędziu": "orędzie",
    "przemówieniu": "przemówienie",
    "liście": "list",
    "liście otwartym": "list otwarty",
    "telegram": "Telegram",
    "telegramie": "Telegram",
    "twitter": "Twitter",
    "twitterze": "Twitter",
    "facebook": "Facebook",
    "facebooku": "Facebook",
    "instagram": "Instagram",
    "instagramie": "Instagram",
    "youtube": "YouTube",
    "platformie x": "X",
    "portalu x": "X",
    "serwisie x": "X",
    "truth social": "Truth Social",
    "mediach społecznościowych": "media społecznościowe",
    "antenie": "radio",
    "radiu": "radio",
    "telewizji": "telewizja",
    "raporcie": "raport",
}
