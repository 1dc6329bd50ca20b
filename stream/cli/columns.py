"""What the tables show of each kind of event."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas import (
    ContractModel,
    DeadLetter,
    EnrichedArticle,
    EntitiesExtracted,
    Entity,
    LanguageDetected,
    Participant,
    Statement,
    StatementExtracted,
)
from stream.client import Received

_SHOWN_ENTITIES = 12


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what it shows, how wide it is and how it looks."""

    heading: str
    cell: Callable[[Any], str]
    width: int = 0
    """In terminal cells; 0 shares what the others leave."""
    style: str = ""


def who(speaker: Participant) -> str:
    """A speaker as a person reads it: the name, the mention where there is none, the role."""
    name = speaker.name or speaker.text or f"({speaker.type})"
    return f"{name}, {speaker.role}" if speaker.role else name


def speakers(statement: Statement) -> str:
    """All speakers of a statement."""
    return "; ".join(who(speaker) for speaker in statement.speakers or (statement.speaker,))


def act(statement: Statement) -> str:
    """What was done by saying it; "not" where the article says that it was not."""
    return f"not {statement.act}" if statement.negated else statement.act


def said(statement: Statement) -> str:
    """The content; in quotation marks where it is quoted whole, with an ellipsis where the cue interrupts it."""
    content = " … ".join(span.text for span in statement.content)
    return f"“{content}”" if statement.kind == "direct" else content


def named(entities: Iterable[Entity]) -> str:
    """The entities most mentioned first, each with its type and country."""
    ranked = sorted(entities, key=lambda entity: -len(entity.mentions))
    shown = [
        f"{entity.name} ({entity.type}{', ' + entity.country if entity.country else ''})"
        for entity in ranked[:_SHOWN_ENTITIES]
    ]
    return ", ".join(shown) + (f" and {len(ranked) - _SHOWN_ENTITIES} more" if len(ranked) > _SHOWN_ENTITIES else "")


def _published(event: Received[Any]) -> str:
    time = getattr(event.value, "published_at", None) or event.timestamp
    return f"{time:%Y-%m-%d}"


def _title(event: Received[Any]) -> str:
    return str(event.value.title or event.value.article_id)


def _acts(article: EnrichedArticle) -> str:
    counts = Counter(who(statement.speaker) for statement in article.statements)
    return ", ".join(f"{name} ({number})" for name, number in counts.most_common())


def _place(letter: DeadLetter) -> str:
    return f"{letter.topic}/{letter.partition}@{letter.offset}"


COLUMNS: Mapping[type[ContractModel], Sequence[Column]] = {
    StatementExtracted: (
        Column("date", _published, 10, "dim"),
        Column("lang", lambda event: event.value.language, 4, "dim"),
        Column("speaker", lambda event: speakers(event.value.statement), 22, "bold"),
        Column("act", lambda event: act(event.value.statement), 8, "cyan"),
        Column("statement", lambda event: said(event.value.statement)),
    ),
    EntitiesExtracted: (
        Column("date", _published, 10, "dim"),
        Column("lang", lambda event: event.value.language, 4, "dim"),
        Column("article", _title, 24, "bold"),
        Column("countries", lambda event: " ".join(country.code for country in event.value.countries), 9, "cyan"),
        Column("entities", lambda event: named(event.value.entities)),
    ),
    LanguageDetected: (
        Column("date", _published, 10, "dim"),
        Column("lang", lambda event: event.value.language.code, 4, "bold"),
        Column("sure", lambda event: f"{event.value.language.confidence:.0%}", 4, "dim"),
        Column("script", lambda event: event.value.language.script or "", 6),
        Column("article", _title),
    ),
    EnrichedArticle: (
        Column("lang", lambda event: event.value.language.code, 4, "dim"),
        Column("article", lambda event: event.value.article.title or event.value.article.id or "", 32, "bold"),
        Column("countries", lambda event: " ".join(country.code for country in event.value.countries), 12, "cyan"),
        Column("speakers (statements)", lambda event: _acts(event.value)),
    ),
    DeadLetter: (
        Column("failed at", lambda event: f"{event.value.failed_at:%m-%d %H:%M}", 11, "dim"),
        Column("record", lambda event: _place(event.value), 14),
        Column("tried", lambda event: f"{event.value.attempts}×", 5),
        Column("error", lambda event: event.value.error, 18, "bold red"),
        Column("message", lambda event: event.value.message),
    ),
}
"""The columns of each model's table."""
