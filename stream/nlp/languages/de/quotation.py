"""How German quotes."""

from stream.nlp.languages.tables import words

DIALOGUE = False
WORKS = words(
    """buch film roman zeitung zeitschrift magazin operation sendung lied album serie seite programm projekt artikel titel
    stück name namen namens genannt sogenannte sogenannten so_genannte so_genannten band schiff"""
)
