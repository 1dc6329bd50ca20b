"""Who the mention of a source stands for: by name, by title, behind a pronoun, or from the context."""

from collections.abc import Iterator, Mapping

from schemas import Participant, Resolution, SpeakerType
from stream.nlp.document import Token
from stream.nlp.statements import agreement, clauses, described, familiar
from stream.nlp.statements.antecedents import Antecedents, Gender
from stream.nlp.statements.model import Range, Source
from stream.nlp.statements.participants import known, placed, unnamed
from stream.nlp.statements.scene import Named, Scene


class Resolver:
    """Resolves the sources of an article's statements in text order, remembering who spoke."""

    def __init__(self, genders: Mapping[str, Gender]) -> None:
        self.antecedents = Antecedents(genders)

    def speakers(self, scene: Scene, source: Source, features: str = agreement.ALL) -> tuple[Participant, ...]:
        """The participants behind a mention, in order: several where sources are co-ordinated or nested.

        ``features`` are the genders and numbers that the verb lets its subject have (see :mod:`agreement`).
        """
        text = scene.text[source.start : source.end]
        if self.is_pronoun(scene, text):
            return (self.antecedents.pronoun(scene, source, text.lower()),)
        found: list[Participant] = []
        for start, end in source.members or ((source.start, source.end),):
            found.extend(self._mention(scene, source, start, end, features))
        if source.relative is not None:
            found = [placed(scene, one, source.start, source.relative, one.resolved_by) for one in found]
        distinct = {(one.entity_id or one.name, one.start): one for one in found}
        return tuple(distinct.values())

    @staticmethod
    def is_pronoun(scene: Scene, text: str) -> bool:
        """Whether a mention is a personal or relative pronoun."""
        words = scene.lexicon
        return any(text.lower() in known for known in (words.pronouns, words.obliques, words.relatives))

    def _mention(self, scene: Scene, source: Source, start: int, end: int, features: str) -> Iterator[Participant]:
        words = scene.lexicon
        inside = list(scene.mentions_within(start, end))
        head = scene.document.tokens[source.head] if source.head >= 0 else None
        inside = [named for named in inside if not self._belongs(scene, named, head)]
        people = [
            named
            for named in inside
            if named.entity.type == "person"
            and named.form in ("name", "nominal")
            and scene.text[named.start : named.end].lower() not in words.anonymous
            and not (words.articleless and scene.text[named.start : named.end].lower() in words.titles)
        ]
        noun = source.noun or (head.lemma if head is not None and start <= head.start < end else "")
        if people and noun not in words.documents | words.bodies:
            first = next((named for named in people if named.form == "name"), people[0])
            if words.articleless:
                first = _last_adjacent(scene, first, people)
            if source.name is not None and source.name[0] < first.start < source.name[1]:
                # Another's family name: it may be a namesake's.
                yield unnamed(scene, start, end, "person", source.name)
                return
            yield known(scene, first, start, end, "name" if first.form == "name" else "title")
            return
        others = [named for named in inside if named.entity.type != "person" and named.form != "demonym"]
        covering = next((named for named in others if head is not None and named.start <= head.start < named.end), None)
        if covering is not None:
            yield known(scene, covering, start, end, "name" if covering.form == "name" else "title")
            return
        earlier = self._familiar(scene, source) if not inside else None
        if earlier is not None:
            named, by = earlier
            yield known(scene, named, start, end, by)
        elif source.name is not None and noun not in words.documents:
            yield unnamed(scene, start, end, "person", source.name)
        else:
            yield from self._noun(scene, noun, (start, end), [*people, *others], features)

    def _familiar(self, scene: Scene, source: Source) -> tuple[Named, Resolution] | None:
        """Whom a part of a name, or an office by itself, takes up."""
        words = scene.lexicon
        if source.name is not None:
            named = familiar.namesake(scene, source.name)
            return (named, "name") if named is not None else None
        if words.agreements and not scene.document.parsed and scene.text[source.start : source.end].istitle():
            named = familiar.namesake(scene, (source.start, source.end))
            if named is not None:
                return named, "name"
        if source.noun not in words.titles and words.referents.get(source.noun) != "person":
            return None
        named = None if self._indefinite(scene, source.start) else familiar.holder(scene, source.noun, source.start)
        return (named, "title") if named is not None else None

    @staticmethod
    def _belongs(scene: Scene, named: Named, head: Token | None) -> bool:
        """Whether a person is named in the genitive as the one to whom the source belongs (муж X, пресс-секретарь X)."""
        if head is None or named.entity.type != "person" or named.start <= head.start < named.end:
            return False
        if scene.lexicon.articled and not scene.document.parsed:
            return described.is_governed(scene, named.start, head.index)
        for token in scene.tokens_within(named.start, named.end):
            if not named.start <= scene.document.tokens[token.head].start < named.end:
                return token.dep == "nmod" and token.morph.get("Case") == "Gen"
        return False

    def _noun(  # noqa: C901, PLR0912 -- one branch a kind of source, in the order of their certainty
        self, scene: Scene, noun: str, whole: Range, inside: list[Named], features: str
    ) -> Iterator[Participant]:
        """A source named by a common noun, with the names that describe it."""
        words = scene.lexicon
        start, end = whole
        if noun in words.documents:
            if inside:
                for named in inside:
                    yield known(scene, named, start, end, "name")
                yield from self._issuers(scene, start, end, inside)
            else:
                yield unnamed(scene, start, end, "document")
            return
        takes_up = words.articles and noun in words.referents and described.definite(scene, start)
        if words.articleless and self._takes_up(scene, noun, whole, inside):
            earlier = self.antecedents.resumed(scene, noun, whole, features)
            if earlier is not None and _is_from(scene, earlier, start, end):
                yield placed(scene, earlier, start, end, "title" if earlier.resolved_by == "title" else "context")
                return
        if noun in words.anonymous and not takes_up:
            yield unnamed(scene, start, end, "anonymous")
            return
        if not words.articleless and (noun in words.titles or noun in words.referents):
            earlier = (
                None if inside or self._indefinite(scene, start) else self.antecedents.referent(scene, noun, start)
            )
            if earlier is not None and _is_from(scene, earlier, start, end):
                yield placed(scene, earlier, start, end, "title" if earlier.resolved_by == "title" else "context")
                return
        apposed = next((named for named in inside if _is_apposed(scene, named)), None)
        if apposed is not None and words.referents.get(noun) == "organization":
            yield known(scene, apposed, start, end, "name")
            return
        kind: SpeakerType = "unknown"
        if noun in words.titles or words.referents.get(noun) == "person":
            kind = "person"
        elif words.referents.get(noun) == "organization" or noun in words.bodies:
            kind = "organization"
        elif noun in words.groups or any(named.entity.type == "group" for named in inside):
            kind = "group"
        elif not noun and inside:
            yield known(scene, inside[0], start, end, "name")
            return
        elif _in_marks(scene, start):
            kind = "organization"
        elif self._is_name(scene, start, end):
            kind = "person"
        if kind == "person" and words.articles and self._indefinite(scene, start) and not inside:
            kind = "anonymous"
        yield unnamed(scene, start, end, kind)
        if words.titles.get(noun) == "spokesperson":
            for named in inside:
                if named.entity.type == "organization":
                    yield known(scene, named, named.start, named.end, "name")

    def _takes_up(self, scene: Scene, noun: str, whole: Range, inside: list[Named]) -> bool:
        """Whether a noun without an article can stand for one person or body of before."""
        words = scene.lexicon
        if (noun not in words.titles and noun not in words.referents) or self._indefinite(scene, whole[0]):
            return False
        plural = any(
            token.lemma == noun and token.morph.get("Number") == "Plur" for token in scene.tokens_within(*whole)
        )
        return not plural and all(named.entity.type != "person" for named in inside)

    def _issuers(self, scene: Scene, start: int, end: int, inside: list[Named]) -> Iterator[Participant]:
        """Bodies without a name that are said to have made a document together with the named ones."""
        for token in scene.tokens_within(start, end):
            if token.dep != "conj" or token.lemma not in scene.lexicon.bodies:
                continue
            first, last = clauses.phrase(scene.document, token, joined=False)
            low, high = scene.document.tokens[first].start, scene.document.tokens[last].end
            if not any(named.start < high and low < named.end for named in inside):
                yield unnamed(scene, low, high, "organization")

    @staticmethod
    def _indefinite(scene: Scene, start: int) -> bool:
        token = scene.document.tokens[scene.token_at(start)]
        after = " " if scene.lexicon.spaced else ""
        words = tuple(word + after for word in scene.lexicon.indefinites)
        return token.morph.get("Definite") == "Ind" or scene.text[start : start + 12].lower().startswith(words)

    @staticmethod
    def _is_name(scene: Scene, start: int, end: int) -> bool:
        tokens = scene.tokens_within(start, end)
        if scene.document.parsed:
            return any(token.pos == "PROPN" for token in tokens)
        return len(tokens) > 1 and all(token.text[0].isupper() for token in tokens)


def _last_adjacent(scene: Scene, first: Named, people: list[Named]) -> Named:
    """Who is named right behind a name in the genitive (адвокат X Y: Y, the lawyer of X), else the person given."""
    for named in people:
        if named.form == "name" and named.start > first.end and not scene.text[first.end : named.start].strip():
            first = named
    return first


def _in_marks(scene: Scene, start: int) -> bool:
    """Whether a mention begins with a name in quotation marks, as companies and papers have."""
    return any(mark in '«“„"' for mark in scene.text[max(0, start - 1) : start + 1])


def _is_apposed(scene: Scene, named: Named) -> bool:
    """Whether the name of a body stands right behind its common noun (агентство X, la société X)."""
    before = scene.document.tokens[scene.token_at(named.start) - 1]
    words = (before.lemma, before.text.lower())
    return named.entity.type == "organization" and any(
        scene.lexicon.referents.get(word) == "organization" for word in words
    )


def _is_from(scene: Scene, participant: Participant, start: int, end: int) -> bool:
    """Whether somebody is of the country whose adjective a mention has (the Saudi minister), if it has one."""
    lands = {named.entity.country for named in scene.mentions_within(start, end) if named.form == "demonym"}
    return not lands or any(
        named.entity.id == participant.entity_id and named.entity.country in lands
        for named in scene.mentions_before(start)
    )
