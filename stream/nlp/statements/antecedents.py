"""Whom pronouns and definite nouns take up: the sources heard before and the mentions, by gender, number and distance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schemas import Participant
from stream.nlp.statements import agreement, described, resumed
from stream.nlp.statements.model import Range, Source
from stream.nlp.statements.participants import TYPES, known, placed
from stream.nlp.statements.scene import Named, Scene

Gender = Literal["m", "f"]

_MAX_BACK = 40
_SPEAKER_BONUS = 2.5
_SUBJECT_BONUS = 1.5
_MAX_SENTENCES = 5
_OFTEN = 3
"""How often a body is named that a noun for a company stands for, whoever spoke since."""
_NEAR = 2
"""How many sentences before a noun for unnamed people somebody speaks whom it can take up."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A source heard before, with where."""

    participant: Participant
    scene: Scene
    place: int
    plural: bool


class Antecedents:
    """Remembers who spoke in an article, in text order."""

    def __init__(self, genders: Mapping[str, Gender]) -> None:
        self.genders = dict(genders)
        self.heard: list[_Heard] = []

    def remember(
        self, scene: Scene, participants: tuple[Participant, ...], place: int, features: str = agreement.ALL
    ) -> None:
        """Notes who spoke, for pronouns and quotations that follow, and the gender that the verb's form tells."""
        if len(participants) == 1 and participants[0].entity_id and features in agreement.GENDERS:
            self.genders.setdefault(participants[0].entity_id, agreement.GENDERS[features])
        for participant in participants:
            if participant.name is not None or participant.entity_id is not None:
                plural = len(participants) > 1 or _is_plural(scene, participant)
                self.heard.append(_Heard(participant, scene, place, plural))

    def previous(self, scene: Scene, place: int) -> Participant | None:
        """Who spoke last in the same field before ``place``, with the mention of that time."""
        found: _Heard | None = None
        for heard in reversed(self.heard[-_MAX_BACK:]):
            if found is not None and (heard.scene is not scene or heard.place != found.place):
                break
            if heard.scene is scene and heard.place < place:
                found = heard  # of several who spoke together, the first
        return found.participant.model_copy(update={"resolved_by": "context"}) if found is not None else None

    def dropped(self, scene: Scene, place: int, features: str) -> Participant | None:
        """Who spoke last, not far before ``place``, and can be the subject that a verb of such a form leaves out."""
        here = _sentence(scene, place)
        for heard in reversed(self.heard[-_MAX_BACK:]):
            if heard.scene is not scene or here - _sentence(scene, heard.place) > _NEAR:
                return None
            if heard.place < place and heard.participant.type != "unknown" and self._fits(heard, features):
                return heard.participant.model_copy(update={"resolved_by": "context"})
        return None

    def _fits(self, heard: _Heard, features: str) -> bool:
        gender = self.genders.get(heard.participant.entity_id or "")
        return agreement.fits(features, heard.participant.type, gender, plural=heard.plural)

    def resumed(self, scene: Scene, noun: str, whole: Range, features: str) -> Participant | None:
        """Whom a noun without an article takes up: who was named with it, else the last source of its kind if it is bare."""
        wanted = scene.lexicon.referents.get(noun, "person")
        bare = not resumed.others(scene, noun, whole)
        if wanted == "organization":
            return self._resumed_body(scene, noun, whole[0], bare=bare)
        for named in resumed.holders(scene, noun, whole):
            if agreement.fits(features, "person", self.genders.get(named.entity.id), plural=False):
                return known(scene, named, named.start, named.end, "title")
        return self._resumed_person(scene, noun, whole[0], features) if bare else None

    def _resumed_person(self, scene: Scene, noun: str, place: int, features: str) -> Participant | None:
        if noun in scene.lexicon.titles:
            return None
        if noun in scene.lexicon.anonymous:
            return self._last_of(scene, "person", place, features, _NEAR)
        found = self._last_of(scene, "person", place, features, _MAX_SENTENCES)
        only = self._only_person(scene, place, features) if found is None else None
        return known(scene, only, only.start, only.end, "context") if only is not None else found

    def _resumed_body(self, scene: Scene, noun: str, place: int, *, bare: bool) -> Participant | None:
        for named in resumed.bodies(scene, noun, place, _MAX_BACK):
            return known(scene, named, named.start, named.end, "context")
        often = resumed.body(scene, noun, place, _MAX_BACK) if bare else None
        heard = self._last_of(scene, "organization", place, agreement.ALL, _MAX_SENTENCES) if bare else None
        if often is not None and (heard is None or often.count >= _OFTEN):
            return known(scene, often.named, often.named.start, often.named.end, "context")
        return heard

    def _last_of(self, scene: Scene, wanted: str, place: int, features: str, reach: int) -> Participant | None:
        """The last source of a kind, not far before a place; of an institution no noun for a company is said."""
        here = _sentence(scene, place)
        for heard in reversed(self.heard[-_MAX_BACK:]):
            if heard.scene is not scene or here - _sentence(scene, heard.place) > reach:
                return None
            one = heard.participant
            if one.type != wanted or one.entity_id is None or not self._fits(heard, features):
                continue
            if wanted == "person" or not resumed.is_institution(scene, (one.start or 0, one.end or 0)):
                return one
        return None

    def _only_person(self, scene: Scene, place: int, features: str) -> Named | None:
        """The person named not far before a place, if no other one can be meant."""
        here, found = _sentence(scene, place), None
        for named in scene.mentions_before(place):
            if here - _sentence(scene, named.start) > _MAX_SENTENCES:
                break
            gender = self.genders.get(named.entity.id)
            if named.entity.type != "person" or not agreement.fits(features, "person", gender, plural=False):
                continue
            if found is not None and found.entity.id != named.entity.id:
                return None
            found = found or named
        return found

    def referent(self, scene: Scene, noun: str, place: int) -> Participant | None:
        """Whom a definite noun takes up: the last source, else the last mention, of its kind."""
        wanted = scene.lexicon.referents.get(noun, "person")
        if wanted == "person" and scene.lexicon.articles:
            named = described.person(scene, place, self.genders)
            if named is not None:
                return known(scene, named, named.start, named.end, "title")
            if noun in scene.lexicon.titles and noun not in scene.lexicon.broad:
                return None
        for heard in reversed(self.heard[-_MAX_BACK:]):
            identity = heard.participant.entity_id
            if heard.scene is scene and heard.participant.type == wanted and identity is not None:
                if not described.fits(scene, place, self.genders.get(identity)):
                    continue
                return heard.participant
        for count, named in enumerate(scene.mentions_before(place)):
            if count >= _MAX_BACK:
                return None
            if TYPES[named.entity.type] == wanted and named.entity.type == wanted and named.form != "demonym":
                return known(scene, named, named.start, named.end, "context")
        return None

    def pronoun(self, scene: Scene, source: Source, text: str) -> Participant:
        """Whom a pronoun (in lower case) takes up; a participant without a name where there is nobody."""
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
        return placed(scene, best[1], source.start, source.end, "pronoun")

    def _candidates(self, scene: Scene, place: int, features: str) -> Iterator[tuple[float, Participant]]:
        here = _sentence(scene, place)
        for heard in reversed(self.heard[-_MAX_BACK:]):
            distance = here - _sentence(scene, heard.place)
            if heard.scene is not scene or heard.place >= place or distance > _MAX_SENTENCES:
                continue
            if self._agrees(scene, heard.participant, features, plural=heard.plural):
                yield _SPEAKER_BONUS - distance, heard.participant
        for count, named in enumerate(scene.mentions_before(place)):
            distance = here - _sentence(scene, named.start)
            if count >= _MAX_BACK or distance > _MAX_SENTENCES:
                return
            if (
                named.end > place
                or named.form == "demonym"
                or named.entity.type in ("place", "facility", "event", "product")
            ):
                continue
            participant = known(scene, named, named.start, named.end, "name")
            if self._agrees(scene, participant, features, plural=named.entity.type == "group"):
                bonus = _SUBJECT_BONUS if _is_subject(scene, named) else 0.0
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


def _is_plural(scene: Scene, participant: Participant) -> bool:
    if participant.type == "group":
        return True
    if participant.start is None or participant.end is None:
        return False
    tokens = scene.tokens_within(participant.start, participant.end)
    heads = [token for token in tokens if token.pos in ("NOUN", "PRON")]
    return bool(heads) and participant.entity_id is None and heads[0].morph.get("Number") == "Plur"


def _sentence(scene: Scene, place: int) -> int:
    sentence = scene.sentence_at(place)
    return sentence.index if sentence is not None else 0


def _is_subject(scene: Scene, named: Named) -> bool:
    if not scene.document.parsed:
        return False
    tokens = scene.tokens_within(named.start, named.end)
    return any(token.dep.startswith("nsubj") for token in tokens)
