"""Participants made of mentions: of somebody known, of somebody unnamed, of somebody told of again."""

from collections.abc import Mapping

from schemas import Participant, Resolution, SpeakerType
from stream.nlp.statements import familiar
from stream.nlp.statements.model import Range
from stream.nlp.statements.scene import Named, Scene

TYPES: Mapping[str, SpeakerType] = {
    "person": "person",
    "organization": "organization",
    "country": "organization",
    "place": "organization",
    "facility": "organization",
    "group": "group",
    "event": "document",
    "product": "document",
}
"""What somebody or something of a type of entity is as a source."""


def known(scene: Scene, named: Named, start: int, end: int, by: Resolution) -> Participant:
    """The source whose mention holds a name or title of somebody identified."""
    return Participant(
        text=scene.text[start:end],
        start=start,
        end=end,
        field=scene.document.field,
        entity_id=named.entity.id,
        name=named.entity.name,
        type=TYPES[named.entity.type],
        role=_role(scene, (start, end), named) if named.entity.type == "person" else None,
        resolved_by=by,
    )


def unnamed(scene: Scene, start: int, end: int, kind: SpeakerType, name: Range | None = None) -> Participant:
    """A source without an identity; ``name`` is the part of its mention that names it."""
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


def placed(scene: Scene, participant: Participant, start: int, end: int, by: Resolution | None) -> Participant:
    """A source of before, at a mention of now."""
    return participant.model_copy(
        update={
            "text": scene.text[start:end],
            "start": start,
            "end": end,
            "field": scene.document.field,
            "resolved_by": by,
        }
    )


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
