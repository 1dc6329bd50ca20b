"""Verbs behind a quotation that no list has but whose place shows that they report: “…”, compara X; «…», ha ironizzato X."""

from collections.abc import Iterator

from stream.nlp.statements.model import Cue
from stream.nlp.statements.noun_phrases import NounPhrases
from stream.nlp.statements.scene import Scene

_PAUSES = frozenset(",—–―")
_ENDS = frozenset("?!…")
_MIN_VERB = 3


def unlisted(scene: Scene, phrases: NounPhrases, listed: frozenset[int]) -> Iterator[Cue]:
    """The verbs right behind quotations, with somebody who can speak behind them, that are no cue of ``listed`` (tokens)."""
    tokens, words = scene.document.tokens, scene.lexicon
    for quotation in scene.quotations if words.finite else ():
        index = scene.token_at(quotation.end)
        if index < len(tokens) and tokens[index].text in _PAUSES:
            index += 1
        elif scene.text[quotation.inner[1] - 1] not in _ENDS:
            continue
        perfect = False
        while index < len(tokens) and tokens[index].text.lower() in words.auxiliaries | words.perfects:
            perfect = perfect or tokens[index].text.lower() in words.perfects
            index += 1
        if index + 1 >= len(tokens) or index in listed or not _is_verb(scene, index, perfect=perfect):
            continue
        phrase = phrases.at(index + 1, scene.sentence_of(index).last)
        if phrase is not None and phrase.speaks and not phrases.is_time(phrase):
            token = tokens[index]
            yield Cue(token.start, token.end, token.text.lower(), "state", "verb", token=index)


def _is_verb(scene: Scene, index: int, *, perfect: bool) -> bool:
    """Whether a word is inflected as a finite verb, or as a participle behind its auxiliary, and no other word is known so."""
    words, word = scene.lexicon, scene.document.tokens[index].text
    other = words.openers | words.conjunctions | words.determiners | words.times | words.subordinators | words.negations
    known = word in words.titles or word in words.referents or word in words.groups or word in words.bodies
    endings = words.participial if perfect else words.finite
    return (
        len(word) >= _MIN_VERB
        and word.isalpha()
        and word.islower()
        and word.endswith(endings)
        and word not in other
        and not known
        and word not in words.homographs
    )
