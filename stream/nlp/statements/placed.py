"""The subject of a reporting verb by its place alone, where no word of it is known; for texts without a parse.

It stands at the head of its clause, or between the verb and the end of a sentence whose quotation comes first.
"""

from stream.nlp.statements.model import Cue, Range, Source
from stream.nlp.statements.scene import Scene

_MAX_WORDS = 4
_MAX_DESCRIBED = 8
"""Most words of a subject with what describes it (a few of her neighbours)."""
_MAX_PHRASE = 14


def subject(scene: Scene, cue: Cue, left: Range, right: Range) -> Source | None:
    """The subject of a cue in the tokens in front of it, else behind it; None where a preposition or adverb stands first."""
    floor = scene.sentence_of(cue.token).first
    if left[0] < left[1] and (left[0] == floor or scene.document.tokens[left[0] - 1].text in ",—–-"):
        return _in_front(scene, *left, head=left[0] == floor)
    return _behind(scene, cue, *right) if floor < left[1] <= left[0] else None


def _in_front(scene: Scene, low: int, high: int, *, head: bool) -> Source | None:
    tokens, words = scene.document.tokens, scene.lexicon
    last = low
    while last < high and last - low < _MAX_WORDS and _can_begin(scene, last):
        last += 1
    described = head and high - low <= _MAX_DESCRIBED and tokens[last].text.lower() in words.openers
    if last == low or tokens[low].text.lower().endswith(words.adverbial or ("\n",)):
        return None
    return Source(tokens[low].start, tokens[high - 1].end, low) if last == high or described else None


def _behind(scene: Scene, cue: Cue, low: int, high: int) -> Source | None:
    tokens = scene.document.tokens
    quoted = follows_quotation(scene, cue.start)
    ends = high < len(tokens) and tokens[high].text in ".!?…"
    if not (quoted or ends) or not low < high <= low + (_MAX_PHRASE if quoted else _MAX_WORDS):
        return None
    return Source(tokens[low].start, tokens[high - 1].end, low) if _can_begin(scene, low) else None


def _can_begin(scene: Scene, index: int) -> bool:
    """Whether a word can stand at the head of a subject."""
    word, words = scene.document.tokens[index].text, scene.lexicon
    others = (words.openers, words.relatives, words.complementizers, words.negations, words.auxiliaries)
    return word[0].isalpha() and not any(word.lower() in other for other in others)


def follows_quotation(scene: Scene, start: int) -> bool:
    """Whether only a comma or dash stands between a quotation and a place."""
    place = start - 1
    while place > 0 and (scene.text[place].isspace() or scene.text[place] in ",—–-"):
        place -= 1
    return scene.quotation_at(place) is not None
