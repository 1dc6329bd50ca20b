"""The speaker of a verb-final clause: a particle marks it (Japanese は), or its place at the clause's head does (Turkish)."""

from stream.nlp.statements import clause_heads, nominals, particles
from stream.nlp.statements.circumstances import REACH, is_setting, segments
from stream.nlp.statements.model import Cue, Source
from stream.nlp.statements.particles import Topic
from stream.nlp.statements.scene import Scene


def leading(scene: Scene, low: int, high: int) -> Topic | None:
    """The speaker in a clause in front of its verb; None where the clause leaves it out."""
    return particles.marked(scene, low, high) if scene.lexicon.particles else clause_heads.first(scene, low, high)


def following(scene: Scene, cue: Cue) -> Source | None:
    """The speaker right behind the verb: “…” diyen X; diye ekledi X; 「…」と話すXは."""
    return particles.attributive(scene, cue) if scene.lexicon.particles else clause_heads.behind(scene, cue)


def issuer(scene: Scene, low: int, high: int) -> Source | None:
    """Who issued the statement in which something is said: Bakanlıktan yapılan açıklamada."""
    for start, end, _ in segments(scene, low, min(high, low + REACH)):
        if not is_setting(scene, start, end):
            continue
        mentions = nominals.named(scene, start, end)
        if mentions:
            return Source(
                scene.trim(start, end)[0] if mentions[0].start - start <= 1 else mentions[0].start, mentions[0].end
            )
    return None


def agent(scene: Scene, low: int, high: int) -> tuple[Source | None, int]:
    """Who does what a passive verb says, and where that phrase begins: …olduğu Bakanlık tarafından açıklandı; else the end."""
    words = scene.lexicon
    tokens = scene.tokens_within(low, high)
    if not words.makers or not tokens or tokens[-1].text.lower() not in words.makers:
        return None, high
    for index in range(len(tokens) - 2, -1, -1):
        word = nominals.lower(words.code, tokens[index].text)
        if word.endswith(tuple(words.nominalised)):
            place = tokens[index + 1].start
            return nominals.phrase(scene, place, tokens[-1].start), place
    return None, high
