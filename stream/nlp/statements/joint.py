"""Sources that are named together in a text without a parse: X and Y said; according to X and Y."""

from dataclasses import replace

from stream.nlp.statements.model import Range, Source
from stream.nlp.statements.scene import Scene

_SPEAKERS = frozenset({"person", "organization", "group"})


def split(scene: Scene, source: Source) -> Source:
    """The source with the single mentions that a conjunction or comma joins; as it is, unless each names somebody."""
    ranges: list[Range] = []
    start = source.start
    for token in scene.tokens_within(source.start, source.end):
        joins = token.text == "," or token.text.lower() in scene.lexicon.conjunctions
        held = any(named.start < token.start < named.end for named in scene.mentions_within(source.start, source.end))
        if joins and not held:
            ranges.append((start, token.start))
            start = token.end
    ranges.append((start, source.end))
    parts = [scene.trim(*part, ", ") for part in ranges]
    parts = [part for part in parts if part[0] < part[1]]
    return (
        replace(source, members=tuple(parts))
        if len(parts) > 1 and all(_names(scene, part) for part in parts)
        else source
    )


def _names(scene: Scene, part: Range) -> bool:
    """Whether a stretch names a person or a body, or begins with a noun for one."""
    if any(named.entity.type in _SPEAKERS and named.form != "demonym" for named in scene.mentions_within(*part)):
        return True
    words, tokens = scene.lexicon, scene.tokens_within(*part)
    return bool(tokens) and any(
        tokens[0].text.lower() in known for known in (words.bodies, words.referents, words.titles)
    )
