"""Whom an office takes up, in a language with articles: the minister, of somebody introduced as a minister."""

from collections.abc import Iterator, Mapping, Sequence

from stream.nlp.statements.scene import Named, Scene

_MAX_BACK = 40
_MAX_TITLE = 4
"""Longest title, in words."""
_BEFORE = 9
_AFTER = 7
_STOPS = frozenset('.;:!?…«»“”„"()')


def person(scene: Scene, place: int, genders: Mapping[str, str]) -> Named | None:
    """The last person named before ``place`` beside whose name the same office stands, of a gender that fits."""
    wanted = titles(scene, _words(scene, scene.token_at(place), 1, _BEFORE)[1:])
    if not wanted:
        return None
    for named in people(scene, place):
        if fits(scene, place, genders.get(named.entity.id)) and wanted & titles(scene, beside(scene, named)):
            return named
    return None


def fits(scene: Scene, place: int, gender: str | None) -> bool:
    """Whether the article at a place can go with somebody's gender; True where either is unknown."""
    article = scene.lexicon.articles.get(scene.document.tokens[scene.token_at(place)].text.lower())
    return gender is None or article is None or gender in article


def definite(scene: Scene, place: int) -> bool:
    """Whether a definite article in the singular stands at a place."""
    return scene.document.tokens[scene.token_at(place)].text.lower() in scene.lexicon.articles


def is_governed(scene: Scene, place: int, head: int) -> bool:
    """Whether a name only tells more of a noun in front of it (sources of the X; the chief of the bank X)."""
    words, index = scene.lexicon, scene.token_at(place) - 1
    while index > head and scene.document.tokens[index].text.lower() in words.determiners:
        index -= 1
    word = scene.document.tokens[index].text.lower()
    body = word in words.bodies or words.referents.get(word) == "organization"
    return index > head and (word in words.links or body)


def people(scene: Scene, place: int) -> Iterator[Named]:
    """The people named before a place, the last first."""
    for count, named in enumerate(scene.mentions_before(place)):
        if count >= _MAX_BACK:
            return
        if named.entity.type == "person" and named.form == "name" and named.end <= place:
            yield named


def beside(scene: Scene, named: Named) -> Sequence[str]:
    """The words of the phrase in front of a name and of the one that a comma adds to it."""
    first, last = scene.token_at(named.start), scene.token_at(named.end - 1) + 1
    tokens = scene.document.tokens
    found = _words(scene, first - 1, -1, _BEFORE)[::-1]
    if last < len(tokens) and tokens[last].text == ",":
        found = [*found, ",", *_words(scene, last + 1, 1, _AFTER)]
    return found


def _words(scene: Scene, index: int, step: int, limit: int) -> list[str]:
    """Words from a token on in one direction, up to a mark; one comma right at the beginning does not end them."""
    tokens = scene.document.tokens
    found: list[str] = []
    while 0 <= index < len(tokens) and len(found) < limit:
        text = tokens[index].text
        if text in _STOPS or (text == "," and found):
            break
        found.append(text.lower())
        index += step
    return found


def titles(scene: Scene, words: Sequence[str]) -> set[str]:
    """The offices among some words, as the codes of the titles, the longest title at each place; nouns for people as they are."""
    found: set[str] = set()
    index = 0
    while index < len(words):
        for length in range(_MAX_TITLE, 0, -1):
            title = " ".join(words[index : index + length])
            if title in scene.lexicon.titles:
                found.add(scene.lexicon.titles[title])
                break
        else:
            length = 1
            if scene.lexicon.referents.get(words[index]) == "person":
                found.add(words[index])
        index += length
    return found
