"""Where a clause ends in a text without a parse."""

from stream.nlp.statements.scene import Scene

BOUNDARIES = frozenset(',;:.!?…«»“”„"()—–―|')
_QUOTES = frozenset('«»“”„"')


def is_boundary(scene: Scene, index: int) -> bool:
    """Whether a token is a mark that ends a clause: not around a name; a free hyphen where dashes set off speech."""
    token = scene.document.tokens[index]
    if token.text in _QUOTES and scene.lexicon.names_in_marks:
        return scene.quotation_at(token.start) is not None
    return token.text in BOUNDARIES or (token.text == "-" and scene.lexicon.dialogue)
