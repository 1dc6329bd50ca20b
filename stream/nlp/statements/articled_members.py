"""The single speakers of a co-ordinated source in the Romance languages, without a parse: the union and the employers."""

from collections.abc import Sequence

from stream.nlp.statements.model import Source
from stream.nlp.statements.noun_phrases import NounPhrases
from stream.nlp.statements.scene import Scene


def members(scene: Scene, source: Source) -> Sequence[tuple[int, int]]:
    """The single speakers of a source, where several are co-ordinated; empty where there is one."""
    phrases, tokens = NounPhrases(scene), scene.document.tokens
    low, stop = scene.token_at(source.start), scene.token_at(source.end - 1) + 1
    cuts = [low]
    for index in range(low + 1, stop - 1):
        inside = any(
            one.start < tokens[index].start < one.end for one in scene.mentions_within(source.start, source.end)
        )
        if tokens[index].text.lower() in scene.lexicon.conjunctions and not inside:
            following = phrases.at(index + 1, stop)
            if following is not None and following.speaks:
                cuts.append(index + 1)
    parts = [*zip(cuts, [cut - 1 for cut in cuts[1:]], strict=False), (cuts[-1], stop)]
    found = [(tokens[first].start, tokens[last - 1].end) for first, last in parts if last > first]
    return found if len(found) > 1 else ()
