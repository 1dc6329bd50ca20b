"""A reporting clause that marks set apart from what it reports, in a text without a parse.

"Як повідомив X, …"; "…, як повідомив X, …"; "…, powiedział X"; "… – powiedział X, rzecznik Y".
"""

from stream.nlp.document import Sentence
from stream.nlp.statements.extent import EDGE_MARKS
from stream.nlp.statements.model import Cue, Range, Report
from stream.nlp.statements.placed import follows_quotation
from stream.nlp.statements.scene import Scene

_MARKS = frozenset(",—–-")
_STOPS = frozenset('.;:!?…«»“”„"')
_MAX_ASIDE = 24
"""How many words a reporting clause has at most behind its verb and source."""
_MIN_WORDS = 3


def aside(scene: Scene, cue: Cue, sentence: Sentence) -> Report | None:
    """The report of the sentence around a reporting clause that stands apart in it; None where the cue heads no such clause."""
    if cue.source is None:
        return None
    low, compared = _opening(scene, cue, sentence)
    inverted = cue.source.start > cue.start and (low == cue.token or not scene.lexicon.comparisons)
    if not (compared or inverted) or follows_quotation(scene, scene.document.tokens[low].start):
        return None
    leads = low <= sentence.first + 1 and not _is_mark(scene, low - 1)
    if not leads and not _is_mark(scene, low - 1):
        return None
    high = _closing(scene, cue, sentence)
    if (
        high is None
        or (leads and (not compared or high >= sentence.last))
        or (cue.nominal and not compared and high < sentence.last - 1)
    ):
        return None
    content = [*_before(scene, sentence, low, leads=leads), *_behind(scene, sentence, high)]
    construction = "inside" if len(content) > 1 else "ended"
    return Report(content, cue, construction, cue.source) if content else None


def _opening(scene: Scene, cue: Cue, sentence: Sentence) -> tuple[int, bool]:
    """The first token of the clause, and whether a word for "as" opens it."""
    tokens, words = scene.document.tokens, scene.lexicon
    low = cue.token
    if cue.source is not None and sentence.start <= cue.source.start < cue.start:
        low = min(low, scene.token_at(cue.source.start))
    while low > sentence.first and tokens[low - 1].text.lower() in words.auxiliaries:
        low -= 1
    if low > sentence.first and tokens[low - 1].text.lower() in words.comparisons:
        return low - 1, True
    return (low, True) if tokens[low].text.lower() in words.comparisons else (low, False)


def _is_mark(scene: Scene, index: int) -> bool:
    """Whether a token is a comma or dash outside quotations."""
    return index >= 0 and scene.document.tokens[index].text in _MARKS


def _closing(scene: Scene, cue: Cue, sentence: Sentence) -> int | None:
    """The token of the mark that closes the clause, or the end of the sentence; None where what was said follows."""
    tokens, words = scene.document.tokens, scene.lexicon
    high = max(cue.last, cue.token) + 1
    if cue.source is not None and cue.source.start > cue.start:
        high = max(high, scene.token_at(cue.source.end - 1) + 1)
    limit = min(sentence.last, high + _MAX_ASIDE)
    while high < limit and not _is_mark(scene, high):
        if tokens[high].text in _STOPS and high < sentence.last - 1:
            return None
        if tokens[high].text.lower() in words.complementizers - words.comparisons:
            return None
        high += 1
    if high >= sentence.last or not _is_mark(scene, high):
        return sentence.last if high >= sentence.last else None
    following = tokens[high + 1].text.lower() if high + 1 < sentence.last else ""
    if following in words.complementizers - words.comparisons:
        return None
    describes = following in words.relatives | words.subordinators or following.endswith(words.adverbial or ("\n",))
    return sentence.last if describes else high


def _before(scene: Scene, sentence: Sentence, low: int, *, leads: bool) -> list[Range]:
    """What stands in front of the clause, unless it is a word or two that only lead over to it."""
    words = scene.lexicon
    joins = words.openers | words.conjunctions | words.auxiliaries
    lead = scene.document.tokens[sentence.first : min(low - 1, sentence.first + _MIN_WORDS)]
    short = low - 1 - sentence.first <= _MIN_WORDS
    if leads or (short and all(token.text.lower() in joins for token in lead)):
        return []
    start, end = scene.trim(sentence.start, scene.document.tokens[low - 1].start, EDGE_MARKS)
    return [(start, end)] if start < end else []


def _behind(scene: Scene, sentence: Sentence, high: int) -> list[Range]:
    if sentence.last - high - 1 < _MIN_WORDS:
        return []
    start, end = scene.trim(scene.document.tokens[high].end, sentence.end, EDGE_MARKS)
    return [(start, end)] if start < end else []
