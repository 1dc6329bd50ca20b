"""How Polish quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = True
NAMES_IN_MARKS = True
SIGNED_HEADLINES = True
WORKS = words(
    """książka książki książkę książce film filmu filmie powieść powieści gazeta gazety gazecie dziennik dziennika tygodnik operacja operacji
    audycja piosenka piosenki album albumu serial serialu serwis program programu projekt projektu artykuł agencja firma partia
    kanał radio telewizja telewizji portal portalu portalem grupa grupy klub klubu fundacja fundacji nagroda nagrody brygada lokomotywa statek pseudonim
    pseudonimem ps hasłem nazwą tytułem spółka spółki"""
)
