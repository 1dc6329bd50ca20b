"""What the form of a name tells of its kind: name parts of people."""

from functools import cache

from stream.nlp.knowledge import load, name_key
from stream.nlp.knowledge.name_parts import FAMILY, GIVEN, name_part


def name_parts(name: str) -> tuple[int, ...]:
    """For each part of a name 2 where it is a given name, 1 where it is a surname, 0 where nobody is called so."""
    return tuple(max(name_part(part), _known_parts().get(part, 0)) for part in name_key(name).split())


def known_parts(name: str) -> tuple[int, ...]:
    """For each part of a name 2 where a person of the knowledge base has it as given name, 1 as surname, 0 where none has it."""
    known = _known_parts()
    return tuple(known.get(part, 0) for part in name_key(name).split())


@cache
def _known_parts() -> dict[str, int]:
    found: dict[str, int] = {}
    for record in load():
        if record.type == "person":
            for parts in (name_key(alias).split() for alias in record.aliases if alias not in record.surnames):
                if len(parts) > 1:
                    found.setdefault(parts[-1], FAMILY)
                    found[parts[0]] = GIVEN
    return found
