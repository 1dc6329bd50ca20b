"""What the form of a name tells of its kind: name parts of people."""

from functools import cache, lru_cache

from stream.nlp.knowledge import load, name_key

_GIVEN, _FAMILY = 2, 1


@lru_cache(maxsize=8192)
def name_parts(name: str) -> tuple[int, ...]:
    """For each part of a name how many names of people are written so (0 for a word that nobody is called by).

    It asks rigour, which knows most names of the world and takes some seconds and 380 MB at first: for languages without a
    recogniser alone.
    """
    from rigour.names import NameTypeTag, SymbolCategory, analyze_names  # noqa: PLC0415 (loaded only where it is needed)

    for analysed in analyze_names(NameTypeTag.PER, [name], phonetics=False, rewrite=False):
        counts = [0] * len(analysed.parts)
        for span in analysed.spans:
            if span.symbol.category == SymbolCategory.NAME and len(span.parts) == 1:
                counts[span.parts[0].index] += 1
        return tuple(counts)
    return ()


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
                    found.setdefault(parts[-1], _FAMILY)
                    found[parts[0]] = _GIVEN
    return found
