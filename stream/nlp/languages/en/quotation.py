"""How English quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = False
WORKS = words(
    """book film movie novel newspaper magazine operation show song album play series site program programme project
    article titled entitled called named dubbed documentary episode podcast essay"""
)
