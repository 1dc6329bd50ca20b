"""The mention of a source on a parse: the subject of the reporting clause, or the noun phrase that stands beside the cue."""

from collections.abc import Iterable
from dataclasses import replace

from stream.nlp.document import Token
from stream.nlp.statements import clauses, housed, nominative
from stream.nlp.statements.model import Range, Source
from stream.nlp.statements.scene import Scene

_SOURCE_MARKS = "-‐–—,;:.!?…\"'’«»“”„()[] "
_PAIRS = {"»": "«", "”": "“„", "“": "„"}
"""Closing mark -> the marks that it closes."""
_CLITIC_REACH = 3
_MAX_DISTANCE = 14
"""How many words beside a cue its source is looked for."""
_MAX_GAP = 4
"""Code points of a comma and the white space around it."""
_MAX_NAME_LENGTH = 80
_MAX_NAME = 5
"""Most words of a name at the head of a sentence."""
_BOUNDARIES = frozenset(',;:.!?…«»“”„"()')
_HEADLIKE = frozenset({"ADJ", "X", "DET"})


def of_verb(scene: Scene, verb: Token) -> Source | None:
    """The mention that a reporting verb's clause names as its subject or agent; None where it leaves that out."""
    clitic = _clitic(scene, verb)
    if clitic is not None:
        return clitic
    head = _described(scene, verb, clauses.subject(scene.document, scene.lexicon, verb.index))
    if head is not None and scene.quotation_at(head.start) is not None:
        head = _outside(scene, verb)  # who speaks inside a quotation is not who reports it
    head = head or nominative.beside(scene, verb)
    head = housed.beside(scene, verb, head) or head or housed.of_verb(scene, verb) or _in_front(scene, verb)
    if head is None and verb.morph.get("VerbForm") == "Conv" and clauses.base(verb) == "advcl":
        head = housed.of_verb(scene, scene.document.tokens[verb.head])
    if head is None or head.index == verb.index or clauses.base(head) == "expl" or is_idle(scene, head):
        return None
    source = with_name(scene, at(scene, head, verb))
    pronoun = clauses.grammatical_subject(scene.document, verb.index)
    if source is None or pronoun is None or pronoun.index == head.index or pronoun.start < source.end:
        return source
    joined = pronoun.text.lower() in scene.lexicon.relatives and not scene.text[source.end : pronoun.start].strip(" ,")
    return replace(source, relative=pronoun.end) if joined else source


def of_object(scene: Scene, verb: Token, last: Token) -> Source | None:
    """Whom a verb of quoting quotes: its object, or the one whose words they are (цитирует X, приводит слова X)."""
    document = scene.document
    relations = ("obj", "nmod", "iobj") if last is verb else ("nmod",)
    for token in clauses.dependents(document, last.index, *relations):
        somebody = token.pos in ("PROPN", "PRON") or can_speak(scene, token)
        if somebody and scene.quotation_at(token.start) is None:
            return at(scene, token)
    return None


def _outside(scene: Scene, verb: Token) -> Token | None:
    """The subject of a verb outside quotations, where the parser took one inside too."""
    subjects = clauses.dependents(scene.document, verb.index, "nsubj")
    return next((token for token in subjects if scene.quotation_at(token.start) is None), None)


def _in_front(scene: Scene, verb: Token) -> Token | None:
    """The name that stands right before a verb at the head of its sentence, as in a headline, though the parser lost it."""
    first = scene.sentence_of(verb.index).first
    if clauses.base(verb) != "root" or verb.morph.get("VerbForm") != "Fin" or verb.index - first > _MAX_NAME:
        return None
    stretch = scene.document.tokens[first : verb.index]
    named = next(scene.mentions_within(scene.document.tokens[first].start, verb.start), None)
    whole = named is not None and stretch and named.start == stretch[0].start and named.end == stretch[-1].end
    return stretch[-1] if whole and named is not None and named.form == "name" else None


def _described(scene: Scene, verb: Token, head: Token | None) -> Token | None:
    """The noun that a relative clause describes: the nearest, where the parser took one that cannot speak."""
    pronoun = clauses.grammatical_subject(scene.document, verb.index)
    if head is None or pronoun is None or pronoun.text.lower() not in scene.lexicon.relatives:
        return head
    if can_speak(scene, head) and head.index != pronoun.index:
        return head
    near = scene.document.tokens[max(0, pronoun.index - 1)]
    if near.text == "," and near.index > 0:
        near = scene.document.tokens[near.index - 1]
    if near.pos not in clauses.NOMINAL:
        near = scene.document.tokens[near.head]
    fits = near.pos in clauses.NOMINAL and near.index < pronoun.index and can_speak(scene, near)
    return near if fits else head


def is_idle(scene: Scene, head: Token) -> bool:
    """Whether a noun only helps an expression along (for his part) and names nobody."""
    return head.lemma in scene.lexicon.idle or head.text.lower() in scene.lexicon.idle


def _clitic(scene: Scene, verb: Token) -> Source | None:
    """The pronoun joined to a verb or its auxiliary by a hyphen (French: a-t-il ajouté, dit-elle)."""
    tokens = scene.document.tokens
    for token in tokens[max(0, verb.index - _CLITIC_REACH) : verb.index + _CLITIC_REACH]:
        word = token.text.lower()
        pronoun = word.removeprefix("-t").removeprefix("-")
        joined = word.startswith("-") or (token.start > 0 and scene.text[token.start - 1] in "-‐")
        if joined and pronoun in scene.lexicon.pronouns and scene.quotation_at(token.start) is None:
            return Source(token.end - len(pronoun), token.end, token.index)
    return None


def at(scene: Scene, head: Token, verb: Token | None = None, within: Range | None = None) -> Source | None:
    """The mention around the head of a noun phrase, cut where the verb stands and at the edges of ``within``."""
    if head.pos not in clauses.NOMINAL and head.pos not in _HEADLIKE:
        return None
    tokens = scene.document.tokens
    first, last = clauses.phrase(scene.document, head)
    if verb is not None and first <= verb.index <= last:
        first, last = (verb.index + 1, last) if head.index > verb.index else (first, verb.index - 1)
    low, high = tokens[first].start, tokens[last].end
    if within is not None:
        low, high = max(low, within[0]), min(high, within[1])
    start, end = scene.trim(low, max(low, high), _SOURCE_MARKS)
    if start >= end:
        return None
    if scene.lexicon.names_in_marks:
        end = _closed(scene, start, end)
    return Source(start, end, head.index, _members(scene, head, (start, end)))


def _closed(scene: Scene, start: int, end: int) -> int:
    """The end of a mention with the mark that closes the name inside it (газета "X")."""
    inside, closing = scene.text[start:end], scene.text[end : end + 1]
    opened = closing in _PAIRS and any(inside.count(mark) > inside.count(closing) for mark in _PAIRS[closing])
    odd = closing == '"' and inside.count('"') % 2 == 1
    return end + 1 if (opened or odd) and scene.quotation_at(end) is None else end


def _members(scene: Scene, head: Token, whole: Range) -> tuple[Range, ...]:
    tokens = scene.document.tokens
    parts = clauses.members(scene.document, head)
    if len(parts) == 1:
        return ()
    spans = (clauses.phrase(scene.document, part, joined=False) for part in parts)
    ranges = [scene.trim(tokens[first].start, tokens[last].end, _SOURCE_MARKS) for first, last in spans]
    inside = tuple(part for part in ranges if whole[0] <= part[0] < part[1] <= whole[1])
    return inside if len(inside) > 1 else ()


def after(scene: Scene, start: int, end: int) -> Source | None:
    """The noun phrase that follows ``start`` directly, before ``end`` and the next mark: said X, a déclaré X."""
    stretch: list[Token] = []
    for token in scene.tokens_within(start, end)[:_MAX_DISTANCE]:
        if token.text in _BOUNDARIES:
            if stretch:
                break
            continue
        stretch.append(token)
    return _first_phrase(scene, stretch)


def before(scene: Scene, start: int, end: int) -> Source | None:
    """The last noun phrase between ``start`` and ``end`` that no preposition governs: X has said."""
    tokens = scene.tokens_within(start, end)[-_MAX_DISTANCE:]
    for token in reversed(tokens):
        if token.pos in clauses.NOMINAL and not is_idle(scene, token) and not _governed(scene, token):
            head = _top(scene, token, tokens[0].index, tokens[-1].index)
            return at(scene, head, within=(start, end))
    return None


def main_subject(scene: Scene, start: int, end: int) -> Source | None:
    """The subject of the main clause between two places, if it can speak."""
    for token in scene.tokens_within(start, end):
        if clauses.base(token) == "nsubj" and can_speak(scene, token) and not is_idle(scene, token):
            return at(scene, token, within=(start, end))
    return None


def with_name(scene: Scene, source: Source | None) -> Source | None:
    """A mention by title with the name behind its comma (the minister, Jane Doe), whatever the parser makes of it."""
    if source is None or source.head < 0 or source.members:
        return source
    lemma = scene.document.tokens[source.head].lemma
    if lemma not in scene.lexicon.titles and lemma not in scene.lexicon.referents:
        return source
    inside = scene.mentions_within(source.start, source.end)
    start = scene.trim(source.end, min(len(scene.text), source.end + _MAX_GAP), ",")[0]
    named = next(scene.mentions_within(start, start + _MAX_NAME_LENGTH), None)
    if named is None or named.start != start or named.entity.type != "person" or named.form != "name":
        return source
    if "," not in scene.text[source.end : start] or any(other.entity.type == "person" for other in inside):
        return source
    return replace(source, end=named.end)


def _first_phrase(scene: Scene, stretch: list[Token]) -> Source | None:
    if not stretch:
        return None
    for token in stretch:
        nominal = token.pos in ("NOUN", "PROPN", "PRON") or (token.pos == "X" and token.text[0].isupper())
        if nominal and not is_idle(scene, token) and not _is_oblique(token):
            if _governed(scene, token) and not _within_first(token, stretch):
                return None
            head = _top(scene, token, stretch[0].index, stretch[-1].index)
            return with_name(scene, at(scene, head, within=(stretch[0].start, stretch[-1].end)))
        if token.pos in ("VERB", "SCONJ"):
            return None
    return None


def _is_oblique(token: Token) -> bool:
    """Whether a noun's case tells that it is neither a subject nor a part of a name (Russian: сообщает 12 сентября X)."""
    return token.pos == "NOUN" and token.morph.get("Case", "Nom") != "Nom"


def _within_first(token: Token, stretch: Iterable[Token]) -> bool:
    return any(other.pos in clauses.NOMINAL and other.index < token.index for other in stretch)


def _governed(scene: Scene, token: Token) -> bool:
    """Whether a preposition of its own stands before a noun."""
    return any(case.index < token.index for case in clauses.dependents(scene.document, token.index, "case"))


def _top(scene: Scene, token: Token, first: int, last: int) -> Token:
    """The highest nominal above a token that stands in a range of tokens."""
    tokens = scene.document.tokens
    while tokens[token.head].pos in clauses.NOMINAL and first <= token.head <= last and token.head != token.index:
        if clauses.base(token) in ("nsubj", "obj", "obl", "conj", "parataxis"):
            break
        token = tokens[token.head]
    return token


def can_speak(scene: Scene, head: Token) -> bool:
    """Whether a noun or pronoun can stand for a person, a body, a group or a document, as far as words and mentions tell."""
    words = scene.lexicon
    if head.pos in ("PROPN", "PRON"):
        return True
    if any(
        word in known
        for word in (head.lemma, head.text.lower())
        for known in (words.titles, words.anonymous, words.referents, words.bodies, words.groups, words.documents)
    ):
        return True
    return any(
        named.start <= head.start < named.end and named.form != "demonym"
        for named in scene.mentions_within(head.start - 80, head.end + 80)
    )


def names_person(scene: Scene, source: Source) -> bool:
    """Whether a mention ends in a person's name beside its noun (the gardener, Jane Doe)."""
    return any(
        named.entity.type == "person" and named.form == "name" and named.end == source.end
        for named in scene.mentions_within(source.start, source.end)
    )
