"""Reporting words of a text without a parse, found by their inflected forms."""

from collections.abc import Iterator, Mapping
from functools import cache

from stream.nlp.document import Token
from stream.nlp.languages import lexicon
from stream.nlp.statements.model import Cue
from stream.nlp.statements.scene import Scene

_PARTICLE_REACH = 14
"""How many words behind a verb the rest of its expression may stand (German: gab … an)."""
_SEPARATED = frozenset({"v2", "svo"})
"""Word orders that let other words into an expression."""
_STOPS = frozenset('.;:!?…«»“”„"。！？；')

Forms = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _forms(code: str) -> Forms:
    """First word of each form -> the other words of the form and its lemma, the longest first."""
    words = lexicon(code)
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, lemma in {**{lemma: lemma for lemma in words.cues}, **words.forms}.items():
        first, *rest = form.split()
        table.setdefault(first, []).append((tuple(rest), lemma))
    return {first: tuple(sorted(rests, key=lambda entry: -len(entry[0]))) for first, rests in table.items()}


@cache
def _characters(code: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """First character of each form -> form and lemma, the longest form first; for scripts without spaces."""
    words = lexicon(code)
    table: dict[str, list[tuple[str, str]]] = {}
    inert = dict.fromkeys(words.inert, "")
    for form, lemma in {**{lemma: lemma for lemma in words.cues}, **words.forms, **inert}.items():
        table.setdefault(form[0], []).append((form, lemma))
    return {first: tuple(sorted(forms, key=lambda entry: -len(entry[0]))) for first, forms in table.items()}


def cues(scene: Scene) -> Iterator[Cue]:
    """The reporting words outside quotations, in text order, without their sources."""
    return _spaced(scene) if scene.lexicon.spaced else _unspaced(scene)


def _spaced(scene: Scene) -> Iterator[Cue]:
    table, tokens = _forms(scene.lexicon.code), scene.document.tokens
    taken = -1
    for token in tokens:
        start, entries = _entries(scene, table, token)
        if token.index <= taken or scene.quotation_at(token.start) is not None or not _is_verb(scene, token):
            continue
        stop = scene.sentence_of(token.index).last
        for rest, lemma in entries:
            last = _rest(scene, token.index, stop, rest)
            if last is not None:
                contiguous = last == token.index + len(rest)
                end = tokens[last].end if contiguous else token.end
                taken = last if contiguous else taken
                yield _cue(scene, start, end, lemma, token.index, last)
                break


def _entries(scene: Scene, table: Forms, token: Token) -> tuple[int, tuple[tuple[tuple[str, ...], str], ...]]:
    """The forms that begin with a word, or with what is left of it behind a word written to it; and where they begin."""
    word = token.text.lower()
    if word in table:
        return token.start, table[word]
    for prefix in scene.lexicon.proclitics:
        if word.startswith(prefix) and word[len(prefix) :] in table:
            return token.start + len(prefix), table[word[len(prefix) :]]
    return token.start, ()


def _is_verb(scene: Scene, token: Token) -> bool:
    """Whether a word is not a noun by its capital, and stands where one of its kind reports."""
    first = scene.sentence_of(token.index).first
    if token.text[0].isupper() and token.index != first and not token.text.isupper():
        return False
    tokens, words = scene.document.tokens, scene.lexicon
    if not _is_finite(scene, token):
        return False
    if token.text.lower() not in words.attached:
        return True
    if token.index == first or token.index + 1 >= len(tokens) or tokens[token.index - 1].text[-1].isalnum():
        return False
    following = tokens[token.index + 1].text
    return following[0].isupper() or following.lower() in scene.lexicon.determiners


def _is_finite(scene: Scene, token: Token) -> bool:
    """Whether a participle has its auxiliary, an infinitive no modal, and a form that can be a noun no article."""
    words, form = scene.lexicon, token.text.lower()
    first = scene.sentence_of(token.index).first
    before = [word.text.lower() for word in scene.document.tokens[max(first, token.index - 3) : token.index]]
    if words.order == "v2" and form in words.cues and before and before[-1] in words.openers:
        return False  # an infinitive: zu rufen
    if form in words.participles:
        return any(word in words.perfects for word in before)
    if words.infinitives and form.endswith(words.infinitives):
        # An infinitive in Slavic hangs on a verb of wanting, having to, being able to.
        return not words.agreements and not any(word in words.modals for word in before)
    noun = form in words.homographs and bool(before)
    return not (noun and (before[-1] in words.determiners or before[-1] in words.openers | words.links))


def _rest(scene: Scene, index: int, stop: int, rest: tuple[str, ...]) -> int | None:
    """Index of the token that ends an expression; None where its other words do not follow."""
    if not rest:
        return index
    tokens, wanted = scene.document.tokens, 0
    reach = _PARTICLE_REACH if scene.lexicon.order in _SEPARATED else len(rest)
    for place in range(index + 1, min(stop, index + 1 + reach)):
        word = tokens[place].text.lower()
        if word == "," and rest[0] in scene.lexicon.topics:
            return None
        if word == rest[wanted]:
            wanted += 1
            if wanted == len(rest):
                return place
        elif word in _STOPS or (wanted and wanted < len(rest)):
            return None
    return None


def _unspaced(scene: Scene) -> Iterator[Cue]:
    table, text = _characters(scene.lexicon.code), scene.text
    place = 0
    while place < len(text):
        for form, lemma in table.get(text[place], ()):
            if text.startswith(form, place) and scene.quotation_at(place) is None:
                token = scene.token_at(place)
                if lemma:
                    yield _cue(scene, place, place + len(form), lemma, token, scene.token_at(place + len(form) - 1))
                place += len(form) - 1
                break
        place += 1


def _cue(  # noqa: PLR0913, PLR0917 -- the place, from left to right
    scene: Scene, start: int, end: int, lemma: str, token: int, last: int
) -> Cue:
    words = scene.lexicon
    return Cue(
        start,
        end,
        lemma,
        words.cues[lemma],
        "verb",
        token=token,
        last=last,
        negated=scene.text[start:end].lower() in words.denied or _negated(scene, token, last),
        nominal=lemma in words.nominal,
    )


def _negated(scene: Scene, token: int, last: int) -> bool:
    """Whether a word that denies stands right before the verb, or right behind it (sagte nicht)."""
    tokens, words = scene.document.tokens, scene.lexicon
    if words.articled:
        return _negated_before(scene, token)
    before = 2 if words.cased or not words.spaced else 1
    after = last + 2 if words.cased else token
    return any(word.text.lower() in words.negations for word in tokens[max(0, token - before) : after])


def _negated_before(scene: Scene, token: int) -> bool:
    """Whether a word that denies stands before the verb, its clitics, auxiliaries and modals."""
    tokens, words = scene.document.tokens, scene.lexicon
    first = scene.sentence_of(token).first
    for index in range(token - 1, max(first, token - 6) - 1, -1):
        word = tokens[index].text.lower()
        if word in words.negations:
            return True
        if word not in words.auxiliaries and word not in words.modals:
            return False
    return False
