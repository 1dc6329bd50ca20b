"""A body or document inside which something is said: "в министерстве заявили", "у заяві йдеться", "w komunikacie podano".

The verb is impersonal: plural without a subject, passive or reflexive.
"""

from stream.nlp.document import Token
from stream.nlp.statements import clauses
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.scene import Scene

_REACH = 5
"""How many words behind the preposition the noun may stand."""


def of_verb(scene: Scene, verb: Token) -> Token | None:
    """The body or document inside which a verb of a parsed text is spoken; None where its form needs a subject."""
    words = scene.lexicon
    if not words.inside or not (verb.morph.get("Number") == "Plur" or clauses.is_passive(scene.document, verb.index)):
        return None
    for token in clauses.dependents(scene.document, verb.index, "obl", "nmod", "parataxis"):
        cases = clauses.dependents(scene.document, token.index, "case")
        if any(case.text.lower() in words.inside for case in cases) and _speaks(scene, token):
            return token
    return None


def beside(scene: Scene, verb: Token, subject: Token | None) -> Token | None:
    """The body right beside an impersonal verb, where what the parser took for its subject is none (…, ТАСС сообщили в мэрии)."""
    found = of_verb(scene, verb) if subject is not None else None
    if subject is None or found is None:
        return None
    low, high = sorted((found.index, verb.index))
    near = any(token.text.lower() in scene.lexicon.inside for token in scene.document.tokens[low + 1 : high])
    near = near or scene.document.tokens[low - 1].text.lower() in scene.lexicon.inside
    agrees = subject.morph.get("Number") == "Plur" and subject.pos == "NOUN"
    bodies = scene.mentions_within(subject.start, subject.end + 1)
    addressed = any(named.entity.type == "organization" for named in bodies)
    return found if high - low <= _REACH and near and (addressed or not agrees) else None


def of_cue(scene: Scene, cue: Cue, low: int, high: int) -> Source | None:
    """The body or document inside which a cue of a text without a parse is spoken, in a range of tokens beside it."""
    tokens, words = scene.document.tokens, scene.lexicon
    if not tokens[cue.token].text.lower().endswith(words.impersonal or ("\n",)):
        return None
    leads = words.openers | words.conjunctions | words.auxiliaries
    for index in range(low, high - 1):
        word = tokens[index].text.lower()
        if word in words.inside:
            inner = tokens[index + 1 : min(high, index + 1 + _REACH)]
            head = next((token for token in inner if _speaks(scene, token)), None)
            if head is not None:
                return Source(inner[0].start, tokens[_last(scene, head.index, high)].end, head.index)
        if word not in leads:
            return None
    return None


def _last(scene: Scene, head: int, high: int) -> int:
    """Index of the last token of the noun phrase: before the next preposition or adverb."""
    tokens, words = scene.document.tokens, scene.lexicon
    index = head
    while index + 1 < high and tokens[index + 1].text.lower() not in words.openers | words.auxiliaries:
        index += 1
    return index


def _speaks(scene: Scene, token: Token) -> bool:
    """Whether a noun is one of a body or document, or a name: a place stands for who speaks there."""
    words = scene.lexicon
    known = any(
        word in words.bodies or word in words.documents or words.referents.get(word) == "organization"
        for word in (token.lemma, token.text.lower())
    )
    return known or token.text[0].isupper() or _is_in_marks(scene, token)


def _is_in_marks(scene: Scene, token: Token) -> bool:
    """Whether a name in quotation marks begins with a token."""
    before = scene.text[token.start - 1 : token.start]
    return bool(before) and before in '«“„"' and scene.quotation_at(token.start) is None
