"""The article that the project started from, held against its annotation."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.quality.scoring import enriched

_SAME = 0.8
"""Share of characters from which two contents have the same boundaries; marks and articles at an edge are free."""
_ACTS = {"say": "state"}
Row = dict[str, Any]


@dataclass
class Reference:
    """What an analyst reads in the article and what came out."""

    found: dict[str, list[str]] = field(default_factory=lambda: {"required": [], "hard": [], "optional": []})
    missed: dict[str, list[str]] = field(default_factory=lambda: {"required": [], "hard": [], "optional": []})
    extra: list[str] = field(default_factory=list)
    """Statements that the annotation does not have."""
    wrong_ids: list[str] = field(default_factory=list)
    """Annotated people and organisations that did not get their identity."""
    countries: str = ""
    """The difference between the countries; empty where there is none."""

    @property
    def differences(self) -> list[str]:
        """Every difference that counts, one a line."""
        lines = [f"missed ({level}): {each}" for level in ("required", "hard") for each in self.missed[level]]
        lines += [f"extra: {each}" for each in self.extra] + [f"identity: {each}" for each in self.wrong_ids]
        return lines + ([f"countries: {self.countries}"] if self.countries else [])


def reference(annotation: Path, work: Path) -> Reference:
    """Enrich the article of an annotation and compare."""
    gold: Row = json.loads(annotation.read_text("utf-8"))
    article = work / "reference.articles.jsonl"
    article.write_text(json.dumps({"id": gold["id"], "text": gold["text"]}, ensure_ascii=False) + "\n", "utf-8")
    got: Row = json.loads(enriched(article))
    result = Reference()
    _statements(gold, got, result)
    _identities(gold, got, result)
    missing = set(gold["countries"]) - {each["code"] for each in got["countries"]}
    added = {each["code"] for each in got["countries"]} - set(gold["countries"])
    result.countries = " ".join([*(f"-{code}" for code in sorted(missing)), *(f"+{code}" for code in sorted(added))])
    return result


def _statements(gold: Row, got: Row, result: Reference) -> None:
    free = list(got["statements"])
    for wanted in gold["statements"]:
        overlaps = [(_overlap(wanted, each), each) for each in free]
        share, best = max(overlaps, key=lambda entry: entry[0], default=(0.0, None))
        shown = " … ".join(part["text"] for part in wanted["content"])[:90]
        faults = ["not found"] if best is None or share <= 0 else _faults(wanted, best, share)
        if best is not None and share > 0:
            free.remove(best)
        if faults:
            result.missed[wanted["level"]].append(f"{shown}: {', '.join(faults)}")
        else:
            result.found[wanted["level"]].append(shown)
    for each in free:
        result.extra.append(" … ".join(part["text"] for part in each["content"])[:90])


def _overlap(wanted: Row, got: Row) -> float:
    x = {i for part in wanted["content"] for i in range(*part["span"])}
    y = {i for part in got["content"] for i in range(part["start"], part["end"])}
    return len(x & y) / len(x | y)


def _faults(wanted: Row, got: Row, share: float) -> list[str]:
    faults = []
    if share < _SAME:
        faults.append(f"boundaries ({share:.2f})")
    if got["kind"] != wanted["kind"]:
        faults.append(f"kind {got['kind']}")
    named = got["speakers"] or [got["speaker"]]
    speakers = [f"{each['name'] or ''} {each['text'] or ''}" for each in named]  # canonical, and as the article has it
    if wanted["speaker_type"] != got["speaker"]["type"]:
        faults.append(f"speaker type {got['speaker']['type']}")
    absent = [name for name in wanted["speaker"] if not any(_same_name(name, each) for each in speakers)]
    if absent:
        faults.append(f"speaker {speakers} without {absent}")
    if wanted["medium"] and got["medium"] != wanted["medium"]:
        faults.append(f"medium {got['medium']}")
    return faults


def _same_name(wanted: str, got: str) -> bool:
    """Whether a name is the wanted one, in whatever language it is canonical: a longer or shorter form of it counts."""
    first, second = wanted.casefold(), got.casefold()
    shared = set(first.replace("-", " ").split()) & set(second.replace("-", " ").split())
    return first in second or second in first or bool(shared)


def _identities(gold: Row, got: Row, result: Reference) -> None:
    for wanted in gold["entities"]:
        if wanted["type"] not in {"person", "organization", "product"}:
            continue
        spans = {tuple(span) for span in wanted["mentions"]}
        hits = [
            each
            for each in got["entities"]
            if any((mention["start"], mention["end"]) in spans for mention in each["mentions"])
        ]
        ids = {each["id"] for each in hits}
        types = {each["type"] for each in hits}
        right = (
            len(ids) == 1 and types == {wanted["type"]} and (wanted["wikidata"] is None or ids == {wanted["wikidata"]})
        )
        if not right:
            result.wrong_ids.append(f"{wanted['name']}: {sorted(ids)} {sorted(types)}")
