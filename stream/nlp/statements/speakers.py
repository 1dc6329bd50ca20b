"""Who the mention of a source stands for: by name, by title, behind a pronoun, or from the context."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schemas import Participant, Resolution, SpeakerType
from stream.nlp.document import Token
from stream.nlp.statements import clauses, described, familiar
from stream.nlp.statements.model import Range, Source
from stream.nlp.statements.scene import Named, Scene

Gender = Literal["m", "f"]

_TYPES: Mapping[str, SpeakerType] = {
    "person": "person",
    "organization": "organization",
    "country": "organization",
    "place": "organization",
    "facility": "organization",
    "group": "group",
    "event": "document",
    "product": "document",
}
_MAX_BACK = 40
_SPEAKER_BONUS = 2.5
_SUBJECT_BONUS = 1.5
_MAX_SENTENCES = 5


@dataclass(frozen=True, slots=True)
class _Heard:
    """A source heard before, with where."""

    participant: Participant
    scene: Scene
    place: int
    plural: bool


class Resolver:
    """Resolves the sources of an article's statements in text order, remembering who spoke."""

    def __init__(self, genders: Mapping[str, Gender]) -> None:
        self.genders = genders
        self.heard: list[_Heard] = []

    def speakers(self, scene: Scene, source: Source) -> tuple[Participant, ...]:
        """The participants behind a mention, in order: several where sources are co-ordinated or nested."""
        text = scene.text[source.start : source.end]
        if self.is_pronoun(scene, text):
            return (self._pronoun(scene, source, text.lower()),)
        found: list[Participant] = []
        for start, end in source.members or ((source.start, source.end),):
            found.extend(self._mention(scene, source, start, end))
        if source.relative is not None:
            found = [self._placed(scene, one, source.start, source.relative, one.resolved_by) for one in found]
        distinct = {(one.entity_id or one.name, one.start): one for one in found}
        return tuple(distinct.values())

    def remember(self, scene: Scene, participants: tuple[Participant, ...], place: int) -> None:
        """Notes who spoke, for pronouns and quotations that follow."""
        for participant in participants:
            if participant.name is not None or participant.entity_id is not None:
                plural = len(participants) > 1 or self._is_plural(scene, participant)
                self.heard.append(_Heard(participant, scene, place, plural))

    def previous(self, scene: Scene, place: int) -> Participant | None:
        """Who spoke last in the same field before ``place``, with the mention of that time."""
        for heard in reversed(self.heard[-_MAX_BACK:]):
            if heard.scene is scene and heard.place < place:
                return heard.participant.model_copy(update={"resolved_by": "context"})
        return None

    @staticmethod
    def is_pronoun(scene: Scene, text: str) -> bool:
        """Whether a mention is a personal or relative pronoun."""
        words = scene.lexicon
        return any(text.lower() in known for known in (words.pronouns, words.obliques, words.relatives))

    # -- names and nouns

    def _mention(self, scene: Scene, source: Source, start: int, end: int) -> Iterator[Participant]:
        inside = list(scene.mentions_within(start, end))
        head = scene.document.tokens[source.head] if source.head >= 0 else None
        inside = [named for named in inside if not self._belongs(scene, named, head)]
        people = [
            named
            for named in inside
            if named.entity.type == "person"
            and named.form in ("name", "nominal")
            and scene.text[named.start : named.end].lower() not in scene.lexicon.anonymous
        ]
        noun = source.noun or (head.lemma if head is not None and start <= head.start < end else "")
        if people and noun not in scene.lexicon.documents | scene.lexicon.bodies:
            first = next((named for named in people if named.form == "name"), people[0])
            if source.name is not None and source.name[0] < first.start < source.name[1]:
                # Another's family name: it may be a namesake's.
                yield self._unnamed(scene, start, end, "person", source.name)
                return
            yield self._known(scene, first, start, end, "name" if first.form == "name" else "title")
            return
        others = [named for named in inside if named.entity.type != "person" and named.form != "demonym"]
        covering = next((named for named in others if head is not None and named.start <= head.start < named.end), None)
        if covering is not None:
            yield self._known(scene, covering, start, end, "name" if covering.form == "name" else "title")
            return
        earlier = self._familiar(scene, source) if not inside else None
        if earlier is not None:
            named, by = earlier
            yield self._known(scene, named, start, end, by)
        elif source.name is not None and noun not in scene.lexicon.documents:
            yield self._unnamed(scene, start, end, "person", source.name)
        else:
            yield from self._noun(scene, noun, start, end, [*people, *others])

    def _familiar(self, scene: Scene, source: Source) -> tuple[Named, Resolution] | None:
        """Whom a part of a name, or an office by itself, takes up."""
        if source.name is not None:
            named = familiar.namesake(scene, source.name)
            return (named, "name") if named is not None else None
        words = scene.lexicon
        if source.noun not in words.titles and words.referents.get(source.noun) != "person":
            return None
        named = None if self._indefinite(scene, source.start) else familiar.holder(scene, source.noun, source.start)
        return (named, "title") if named is not None else None

    @staticmethod
    def _belongs(scene: Scene, named: Named, head: Token | None) -> bool:
        """Whether a person is named in the genitive as the one to whom the source belongs (муж X, пресс-секретарь X)."""
        if head is None or named.entity.type != "person" or named.start <= head.start < named.end:
            return False
        if scene.lexicon.articled and not scene.document.parsed:
            return described.is_governed(scene, named.start, head.index)
        for token in scene.tokens_within(named.start, named.end):
            if not named.start <= scene.document.tokens[token.head].start < named.end:
                return token.dep == "nmod" and token.morph.get("Case") == "Gen"
        return False

    def _noun(  # noqa: C901, PLR0912 -- one branch a kind of source, in the order of their certainty
        self, scene: Scene, noun: str, start: int, end: int, inside: list[Named]
    ) -> Iterator[Participant]:
        """A source named by a common noun, with the names that describe it."""
        words = scene.lexicon
        if noun in words.documents:
            if inside:
                for named in inside:
                    yield self._known(scene, named, start, end, "name")
                yield from self._issuers(scene, start, end, inside)
            else:
                yield self._unnamed(scene, start, end, "document")
            return
        takes_up = words.articles and noun in words.referents and described.definite(scene, start)
        if noun in words.anonymous and not takes_up:
            yield self._unnamed(scene, start, end, "anonymous")
            return
        if noun in words.titles or noun in words.referents:
            earlier = None if inside or self._indefinite(scene, start) else self._referent(scene, noun, start)
            if earlier is not None and _is_from(scene, earlier, start, end):
                yield self._placed(scene, earlier, start, end, "title" if earlier.resolved_by == "title" else "context")
                return
        apposed = next((named for named in inside if _is_apposed(scene, named)), None)
        if apposed is not None and words.referents.get(noun) == "organization":
            yield self._known(scene, apposed, start, end, "name")
            return
        kind: SpeakerType = "unknown"
        if noun in words.titles or words.referents.get(noun) == "person":
            kind = "person"
        elif words.referents.get(noun) == "organization" or noun in words.bodies:
            kind = "organization"
        elif noun in words.groups or any(named.entity.type == "group" for named in inside):
            kind = "group"
        elif not noun and inside:
            yield self._known(scene, inside[0], start, end, "name")
            return
        elif _in_marks(scene, start):
            kind = "organization"
        elif self._is_name(scene, start, end):
            kind = "person"
        if kind == "person" and words.articles and self._indefinite(scene, start) and not inside:
            kind = "anonymous"
        yield self._unnamed(scene, start, end, kind)
        if words.titles.get(noun) == "spokesperson":
            for named in inside:
                if named.entity.type == "organization":
                    yield self._known(scene, named, named.start, named.end, "name")

    def _issuers(self, scene: Scene, start: int, end: int, inside: list[Named]) -> Iterator[Participant]:
        """Bodies without a name that are said to have made a document together with the named ones."""
        for token in scene.tokens_within(start, end):
            if token.dep != "conj" or token.lemma not in scene.lexicon.bodies:
                continue
            first, last = clauses.phrase(scene.document, token, joined=False)
            low, high = scene.document.tokens[first].start, scene.document.tokens[last].end
            if not any(named.start < high and low < named.end for named in inside):
                yield self._unnamed(scene, low, high, "organization")

    def _known(self, scene: Scene, named: Named, start: int, end: int, by: Resolution) -> Participant:
        return Participant(
            text=scene.text[start:end],
            start=start,
            end=end,
            field=scene.document.field,
            entity_id=named.entity.id,
            name=named.entity.name,
            type=_TYPES[named.entity.type],
            role=self._role(scene, (start, end), named) if named.entity.type == "person" else None,
            resolved_by=by,
        )

    def _unnamed(self, scene: Scene, start: int, end: int, kind: SpeakerType, name: Range | None = None) -> Participant:
        text = scene.text[start:end]
        return Participant(
            text=text,
            start=start,
            end=end,
            field=scene.document.field,
            name=scene.text[slice(*name)] if name is not None else text,
            type=kind,
            resolved_by="name" if kind != "unknown" else None,
        )

    @staticmethod
    def _placed(scene: Scene, participant: Participant, start: int, end: int, by: Resolution | None) -> Participant:
        return participant.model_copy(
            update={
                "text": scene.text[start:end],
                "start": start,
                "end": end,
                "field": scene.document.field,
                "resolved_by": by,
            }
        )

    @staticmethod
    def _role(scene: Scene, whole: Range, named: Named) -> str | None:
        """The title that stands before the name, without its article."""
        if scene.lexicon.positional:
            return familiar.office(scene, whole, (named.start, named.end))
        tokens = [token for token in scene.tokens_within(whole[0], named.start) if token.start < named.start]
        determiners = scene.lexicon.determiners
        while tokens and (tokens[0].pos in ("DET", "ADP", "PUNCT") or tokens[0].text.lower() in determiners):
            tokens.pop(0)
        while tokens and tokens[-1].pos in ("DET", "ADP", "PUNCT"):
            tokens.pop()
        if not tokens or not any(
            token.lemma in scene.lexicon.titles or token.lemma in scene.lexicon.referents for token in tokens
        ):
            return None
        return scene.text[tokens[0].start : tokens[-1].end]

    @staticmethod
    def _indefinite(scene: Scene, start: int) -> bool:
        token = scene.document.tokens[scene.token_at(start)]
        after = " " if scene.lexicon.spaced else ""
        words = tuple(word + after for word in scene.lexicon.indefinites)
        return token.morph.get("Definite") == "Ind" or scene.text[start : start + 12].lower().startswith(words)

    @staticmethod
    def _is_name(scene: Scene, start: int, end: int) -> bool:
        tokens = scene.tokens_within(start, end)
        if scene.document.parsed:
            return any(token.pos == "PROPN" for token in tokens)
        return len(tokens) > 1 and all(token.text[0].isupper() for token in tokens)

    def _referent(self, scene: Scene, noun: str, place: int) -> Participant | None:
        """Whom a definite noun takes up: the last source, else the last mention, of its kind."""
        wanted = scene.lexicon.referents.get(noun, "person")
        if wanted == "person" and scene.lexicon.articles:
            named = described.person(scene, place, self.genders)
            if named is not None:
                return self._known(scene, named, named.start, named.end, "title")
            if noun in scene.lexicon.titles:
                return None
        for heard in reversed(self.heard[-_MAX_BACK:]):
            known = heard.participant.entity_id
            if heard.scene is scene and heard.participant.type == wanted and known is not None:
                if not described.fits(scene, place, self.genders.get(known)):
                    continue
                return heard.participant
        for count, named in enumerate(scene.mentions_before(place)):
            if count >= _MAX_BACK:
                return None
            if _TYPES[named.entity.type] == wanted and named.entity.type == wanted and named.form != "demonym":
                return self._known(scene, named, named.start, named.end, "context")
        return None

    # -- pronouns

    def _pronoun(self, scene: Scene, source: Source, text: str) -> Participant:
        features = scene.lexicon.pronouns.get(text) or scene.lexicon.obliques.get(text, "mfnsp")
        best: tuple[float, Participant] | None = None
        for score, candidate in self._candidates(scene, source.start, features):
            if best is None or score > best[0]:
                best = score, candidate
        if best is None:
            return Participant(
                text=scene.text[source.start : source.end],
                start=source.start,
                end=source.end,
                field=scene.document.field,
            )
        return self._placed(scene, best[1], source.start, source.end, "pronoun")

    def _candidates(self, scene: Scene, place: int, features: str) -> Iterator[tuple[float, Participant]]:
        here = self._sentence(scene, place)
        for heard in reversed(self.heard[-_MAX_BACK:]):
            distance = here - self._sentence(scene, heard.place)
            if heard.scene is not scene or heard.place >= place or distance > _MAX_SENTENCES:
                continue
            if self._agrees(scene, heard.participant, features, plural=heard.plural):
                yield _SPEAKER_BONUS - distance, heard.participant
        for count, named in enumerate(scene.mentions_before(place)):
            distance = here - self._sentence(scene, named.start)
            if count >= _MAX_BACK or distance > _MAX_SENTENCES:
                return
            if (
                named.end > place
                or named.form == "demonym"
                or named.entity.type in ("place", "facility", "event", "product")
            ):
                continue
            participant = self._known(scene, named, named.start, named.end, "name")
            if self._agrees(scene, participant, features, plural=named.entity.type == "group"):
                bonus = _SUBJECT_BONUS if self._is_subject(scene, named) else 0.0
                yield bonus - distance - count / 1000, participant

    def _agrees(self, scene: Scene, participant: Participant, features: str, *, plural: bool) -> bool:
        if (plural and "p" not in features) or (not plural and "s" not in features):
            return participant.type == "organization" and "p" in features and "n" in features
        gender = self.genders.get(participant.entity_id or "")
        if participant.type == "person":
            return ("m" in features or "f" in features) and (gender is None or gender in features)
        if participant.type in ("organization", "document"):
            # Languages with a neuter pronoun use it for things; others use the noun's gender, which the lexicon does not hold.
            return "n" in features or not any("n" in value for value in scene.lexicon.pronouns.values())
        return True

    @staticmethod
    def _is_plural(scene: Scene, participant: Participant) -> bool:
        if participant.type == "group":
            return True
        if participant.start is None or participant.end is None:
            return False
        tokens = scene.tokens_within(participant.start, participant.end)
        heads = [token for token in tokens if token.pos in ("NOUN", "PRON")]
        return bool(heads) and participant.entity_id is None and heads[0].morph.get("Number") == "Plur"

    @staticmethod
    def _sentence(scene: Scene, place: int) -> int:
        sentence = scene.sentence_at(place)
        return sentence.index if sentence is not None else 0

    @staticmethod
    def _is_subject(scene: Scene, named: Named) -> bool:
        if not scene.document.parsed:
            return False
        tokens = scene.tokens_within(named.start, named.end)
        return any(token.dep.startswith("nsubj") for token in tokens)


def _in_marks(scene: Scene, start: int) -> bool:
    """Whether a mention begins with a name in quotation marks, as companies and papers have."""
    return any(mark in '«“„"' for mark in scene.text[max(0, start - 1) : start + 1])


def _is_apposed(scene: Scene, named: Named) -> bool:
    """Whether the name of a body stands right behind its common noun (агентство X, la société X)."""
    before = scene.document.tokens[scene.token_at(named.start) - 1]
    words = (before.lemma, before.text.lower())
    return named.entity.type == "organization" and any(
        scene.lexicon.referents.get(word) == "organization" for word in words
    )


def _is_from(scene: Scene, participant: Participant, start: int, end: int) -> bool:
    """Whether somebody is of the country whose adjective a mention has (the Saudi minister), if it has one."""
    lands = {named.entity.country for named in scene.mentions_within(start, end) if named.form == "demonym"}
    return not lands or any(
        named.entity.id == participant.entity_id and named.entity.country in lands
        for named in scene.mentions_before(start)
    )
