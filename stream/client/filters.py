"""Filters over events: ``speaker=Putin``, ``act=deny,reject``, ``language!=en``.

A condition is a key, ``=`` or ``!=``, and one value or several separated by commas, of which one must fit; a value that
holds a comma stands in double quotes. Of several conditions all must hold, and those about a statement (speaker, kind,
act, negated) must hold of one and the same statement. Names match by whole words without regard to case and accents, in
every form that the article uses: ``Putin`` and ``Путин`` find Vladimir Putin.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Self, get_args

from schemas import (
    Act,
    ArticleEvent,
    ContractModel,
    DeadLetter,
    EnrichedArticle,
    EntitiesExtracted,
    Entity,
    LanguageDetected,
    Participant,
    Statement,
    StatementExtracted,
    StatementKind,
)
from stream.client.names import name_matches
from stream.errors import UsageError
from stream.kafka.dead_letters import CODES, STAGES

Key = Literal[
    "article", "language", "country", "entity", "speaker", "kind", "act", "negated", "error", "stage", "retriable"
]

_CONDITION = re.compile(r"\s*(?P<key>[a-z]+)\s*(?P<operator>!?=)(?P<values>.*)", re.DOTALL)
_TRUTH = ("true", "false")
_CHOICES: Mapping[Key, tuple[str, ...]] = {
    "kind": get_args(StatementKind),
    "act": get_args(Act),
    "negated": _TRUTH,
    "error": CODES,
    "stage": STAGES,
    "retriable": _TRUTH,
}
_SHAPES: Mapping[Key, tuple[re.Pattern[str], str]] = {
    "language": (re.compile(r"[a-z]{2,3}", re.IGNORECASE), "an ISO 639 code such as fr"),
    "country": (re.compile(r"[a-z]{2}", re.IGNORECASE), "an ISO 3166-1 alpha-2 code such as UA"),
}
_ARTICLE_KEYS: tuple[Key, ...] = ("article", "language", "country", "entity")
_STATEMENT_KEYS: tuple[Key, ...] = ("speaker", "kind", "act", "negated")
_KEYS: Mapping[type[ContractModel], tuple[Key, ...]] = {
    LanguageDetected: ("article", "language"),
    EntitiesExtracted: _ARTICLE_KEYS,
    StatementExtracted: _ARTICLE_KEYS + _STATEMENT_KEYS,
    EnrichedArticle: _ARTICLE_KEYS + _STATEMENT_KEYS,
    DeadLetter: ("article", "error", "stage", "retriable"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a filter."""

    key: Key
    values: tuple[str, ...]
    """Alternatives: one must fit."""
    negated: bool = False
    """True for ``!=``: none may fit."""

    def holds(self, candidates: Iterable[str]) -> bool:
        """Whether what an event holds under the key fits."""
        fits = name_matches if self.key in ("entity", "speaker") else _same
        return any(fits(value, candidate) for candidate in candidates for value in self.values) != self.negated


@dataclass(frozen=True, slots=True)
class Where:
    """A filter for the events of one model: the conjunction of its conditions; without any, all events pass."""

    conditions: tuple[Condition, ...] = ()

    @classmethod
    def parse(cls, texts: str | Iterable[str], model: type[ContractModel]) -> Self:
        """Read conditions for the events of a model.

        Raises:
            UsageError: a condition is malformed, its key is none of the model's, or a value cannot be one of the key's.

        """
        return cls(tuple(_condition(text, model) for text in ([texts] if isinstance(texts, str) else texts)))

    def matches(self, event: ContractModel) -> bool:
        """Whether an event fits."""
        about_statement = [condition for condition in self.conditions if condition.key in _STATEMENT_KEYS]
        if not all(
            condition.holds(_EVENT_VALUES[condition.key](event))
            for condition in self.conditions
            if condition.key in _EVENT_VALUES
        ):
            return False
        if not about_statement:
            return True
        entities = {entity.id: entity for entity in _entities(event)}
        return any(
            all(condition.holds(_STATEMENT_VALUES[condition.key](statement, entities)) for condition in about_statement)
            for statement in _statements(event)
        )


def keys_of(model: type[ContractModel]) -> tuple[Key, ...]:
    """The keys by which events of a model can be filtered."""
    return _KEYS.get(model, ())


def _condition(text: str, model: type[ContractModel]) -> Condition:
    match = _CONDITION.fullmatch(text)
    if match is None:
        raise UsageError(f"{text!r} is not a filter", hint="Write key=value, such as speaker=Putin or act=deny,reject")
    key = next((key for key in keys_of(model) if key == match["key"]), None)
    if key is None:
        keys = ", ".join(keys_of(model)) or "nothing"
        raise UsageError(f"{match['key']!r} is no filter for this topic", hint=f"It filters by: {keys}")
    values = _values(match["values"])
    if not values:
        raise UsageError(f"the filter {text!r} has no value")
    for value in values:
        _check(key, value)
    return Condition(key, values, negated=match["operator"] == "!=")


def _values(text: str) -> tuple[str, ...]:
    row = next(csv.reader([text], skipinitialspace=True), [])
    return tuple(value.strip() for value in row if value.strip())


def _check(key: Key, value: str) -> None:
    choices = _CHOICES.get(key)
    if choices and value.casefold() not in choices:
        raise UsageError(f"{key}={value} cannot be", hint=f"{key} is one of: {', '.join(choices)}")
    if key in _SHAPES and not _SHAPES[key][0].fullmatch(value):
        raise UsageError(f"{key}={value} cannot be", hint=f"{key} is {_SHAPES[key][1]}")


def _same(value: str, candidate: str) -> bool:
    return value.casefold() == candidate.casefold()


def _article(event: ContractModel) -> Iterator[str]:
    if isinstance(event, ArticleEvent):
        yield event.article_id
    elif isinstance(event, EnrichedArticle) and event.article.id is not None:
        yield event.article.id
    elif isinstance(event, DeadLetter) and event.key is not None:
        yield event.key.decode("utf-8", "replace")


def _language(event: ContractModel) -> Iterator[str]:
    if isinstance(event, (LanguageDetected, EnrichedArticle)):
        yield event.language.code
    elif isinstance(event, (EntitiesExtracted, StatementExtracted)):
        yield event.language


def _entities(event: ContractModel) -> Sequence[Entity]:
    return event.entities if isinstance(event, (EntitiesExtracted, StatementExtracted, EnrichedArticle)) else ()


def _countries(event: ContractModel) -> Iterator[str]:
    yield from (entity.country for entity in _entities(event) if entity.country)
    if isinstance(event, (EntitiesExtracted, EnrichedArticle)):
        yield from (country.code for country in event.countries)


def _names(entity: Entity) -> Iterator[str]:
    yield from (entity.id, entity.name)
    yield from (mention.text for mention in entity.mentions if mention.form == "name")


def _dead_letter(field: Callable[[DeadLetter], str]) -> Callable[[ContractModel], Iterable[str]]:
    return lambda event: (field(event),) if isinstance(event, DeadLetter) else ()


_EVENT_VALUES: Mapping[Key, Callable[[ContractModel], Iterable[str]]] = {
    "article": _article,
    "language": _language,
    "country": _countries,
    "entity": lambda event: (name for entity in _entities(event) for name in _names(entity)),
    "error": _dead_letter(lambda letter: letter.error),
    "stage": _dead_letter(lambda letter: letter.stage),
    "retriable": _dead_letter(lambda letter: str(letter.retriable).lower()),
}


def _statements(event: ContractModel) -> Sequence[Statement]:
    if isinstance(event, StatementExtracted):
        return (event.statement,)
    return event.statements if isinstance(event, EnrichedArticle) else ()


def _speaker_names(statement: Statement, entities: Mapping[str, Entity]) -> Iterator[str]:
    for speaker in statement.speakers or (statement.speaker,):
        yield from _participant_names(speaker, entities)


def _participant_names(speaker: Participant, entities: Mapping[str, Entity]) -> Iterator[str]:
    yield from (name for name in (speaker.entity_id, speaker.name, speaker.text) if name)
    entity = entities.get(speaker.entity_id) if speaker.entity_id else None
    if entity is not None:
        yield from _names(entity)


_STATEMENT_VALUES: Mapping[Key, Callable[[Statement, Mapping[str, Entity]], Iterable[str]]] = {
    "speaker": _speaker_names,
    "kind": lambda statement, _entities: (statement.kind,),
    "act": lambda statement, _entities: (statement.act,),
    "negated": lambda statement, _entities: (str(statement.negated).lower(),),
}
