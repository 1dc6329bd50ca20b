"""How Russian quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = True
NAMES_IN_MARKS = True
SIGNED_HEADLINES = True
WORKS = words(
    """книга фильм роман газета журнал операция передача песня альбом сериал сайт программа проект статья агентство
    компания партия канал радио телеканал издание группа клуб завод фонд премия"""
)
