"""What a reporting verb has beside it on a parse: its arguments, and whether its source can speak."""

from collections.abc import Container

from stream.nlp.document import Token
from stream.nlp.statements import clauses, mention
from stream.nlp.statements.model import Cue
from stream.nlp.statements.scene import Scene


class Complements:
    """Looks at the arguments of the reporting verbs of one scene; ``raised`` are tokens that belong to another verb."""

    def __init__(self, scene: Scene, raised: Container[int]) -> None:
        self.scene = scene
        self.tokens = scene.document.tokens
        self.raised = raised

    def argument(self, cue: Cue, *relations: str) -> Token | None:
        """The first word that depends on the cue's own words in one of these relations."""
        owners = range(cue.token, self.scene.token_at(cue.end))
        for owner in owners:
            for token in clauses.dependents(self.scene.document, owner, *relations):
                if token.index not in owners and token.index not in self.raised:
                    return token
        return None

    def prepositional(self, cue: Cue) -> Token | None:
        """The noun behind an expression that ends in a preposition (called for)."""
        last = self.scene.token_at(cue.end) - 1
        if last <= cue.token or clauses.base(self.tokens[last]) != "case":
            return None
        return self.tokens[self.tokens[last].head]

    def topic(self, cue: Cue) -> Token | None:
        """The noun in front of the verb that says what was announced (Russian: о закрытии объявил X)."""
        words = self.scene.lexicon
        if not any(f"{cue.lemma} {preposition}" in words.cues for preposition in words.topics):
            return None
        for token in clauses.dependents(self.scene.document, cue.token, "obl"):
            cases = (case.text.lower() for case in clauses.dependents(self.scene.document, token.index, "case"))
            if (
                token.index < cue.token
                and token.pos in ("NOUN", "PROPN")
                and any(case in words.topics for case in cases)
            ):
                return token
        return None

    def is_document(self, cue: Cue) -> bool:
        """Whether a document speaks: what it shows is said."""
        if cue.source is None or cue.source.head < 0 or cue.act != "state":
            return False
        return self.tokens[cue.source.head].lemma in self.scene.lexicon.documents

    def voiced(self, cue: Cue) -> bool:
        """Whether the clause names somebody who can speak."""
        if cue.source is None:
            return not clauses.is_passive(self.scene.document, cue.token)
        if cue.source.head < 0 or mention.can_speak(self.scene, self.tokens[cue.source.head]):
            return True
        return mention.names_person(self.scene, cue.source)

    def has_clitic(self, cue: Cue) -> bool:
        """Whether the source is a pronoun that a hyphen joins to its verb (a-t-il dit)."""
        return cue.source is not None and self.scene.text[cue.source.start - 1 : cue.source.start] == "-"
