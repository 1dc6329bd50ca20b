"""The words of each language that carry meaning for the extraction: one package a language, data alone.

Every package has the same modules. :func:`lexicon` gathers those that this part reads: ``cues`` (reporting verbs and nouns),
``sources`` (source phrases, documents, media), ``pronouns``, ``quotation`` (habits of quoting), ``titles`` and ``demonyms``.
A field of :class:`Lexicon` is the constant of its name in capitals, in whichever of the modules it stands.
"""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from schemas import Act


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language. Everything is lower case."""

    code: str
    """ISO 639-1 code; "und" for the lexicon without words."""
    cues: Mapping[str, Act] = field(default_factory=dict)
    """Reporting verb (lemma; words of an expression separated by spaces) -> act."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """Inflected form of a reporting verb -> its lemma; complete where there is no lemmatiser."""
    participles: frozenset[str] = frozenset()
    """Forms that report only behind one of ``perfects`` (ha dicho)."""
    homographs: frozenset[str] = frozenset()
    """Forms that are nouns behind an article or a preposition (la denuncia)."""
    manner: tuple[str, ...] = ()
    """How adverbs of manner end, for languages without a parse."""
    participial: tuple[str, ...] = ()
    """How participles end that describe a noun, for languages without a parse."""
    infinitives: tuple[str, ...] = ()
    """How infinitives end, for languages without a parse."""
    infinitival: frozenset[str] = frozenset()
    """Reporting verbs whose infinitive is what was said (promised to leave)."""
    bare: bool = False
    """Whether a reported clause needs no word that opens it (said he left)."""
    nominal: frozenset[str] = frozenset()
    """Reporting verbs whose noun phrase object is what was said."""
    nouns: Mapping[str, Act] = field(default_factory=dict)
    """Reporting noun (the announcement that) -> act."""
    replies: frozenset[str] = frozenset()
    """Reporting verbs of reply, whose words may follow in the next sentence."""
    utter: frozenset[str] = frozenset()
    """Verbs whose subject says what their reporting noun holds (issued a warning that)."""
    makers: frozenset[str] = frozenset()
    """Prepositions between a reporting noun and who speaks (a claim by)."""
    topics: frozenset[str] = frozenset()
    """Prepositions between a reporting noun and what was said (the announcement of)."""
    negations: frozenset[str] = frozenset()
    """Words that deny the verb."""
    complementizers: frozenset[str] = frozenset()
    """Words that open a reported clause (that, whether)."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Definite article in the singular -> letters of the genders that it goes with, "m" and "f"."""
    anonymity: frozenset[str] = frozenset()
    """Words of a source's wish not to be named, which is no statement."""
    interrogatives: frozenset[str] = frozenset()
    """Those among ``complementizers`` that are part of the clause that they open (how, when)."""
    quoters: frozenset[str] = frozenset()
    """Reporting verbs whose object is who spoke (Russian цитирует X)."""
    relays: frozenset[str] = frozenset()
    """Reporting verbs and source phrases by which media pass on what others said (Russian передаёт ТАСС)."""
    enclitics: frozenset[str] = frozenset()
    """Those among ``complementizers`` that stand behind the clause's first word (Russian ли)."""
    no_complements: frozenset[str] = frozenset()
    """Words behind which a complementizer opens another kind of clause (Spanish lo que, ya que)."""
    times: frozenset[str] = frozenset()
    """Nouns and adverbs of time, which are no subjects."""
    auxiliaries: frozenset[str] = frozenset()
    """Forms that may stand between a subject and its reporting verb."""
    conjunctions: frozenset[str] = frozenset()
    """Words that co-ordinate (and, but)."""
    openers: frozenset[str] = frozenset()
    """Prepositions, adverbs and conjunctions: a phrase that begins with one is no subject."""
    attached: frozenset[str] = frozenset()
    """Reporting words that only report right behind a mark (German ", so X")."""
    anaphors: frozenset[str] = frozenset()
    """Words that stand for what the sentence before said (Russian об этом in "об этом заявил X")."""
    modals: frozenset[str] = frozenset()
    """Auxiliaries that make a verb a possibility (would, could)."""
    conditions: frozenset[str] = frozenset()
    """Words that open a condition (if, unless)."""
    grounds: frozenset[str] = frozenset()
    """Words that open the ground or condition of what is said (because, unless)."""
    zero_copula: bool = False
    """Whether a clause can do without a verb."""
    correlatives: frozenset[str] = frozenset()
    """Pronouns that a reported clause describes (Russian том in "в том, что")."""
    comparisons: frozenset[str] = frozenset()
    """Words that open "as X says" (comme le dit X)."""
    moods: frozenset[str] = frozenset()
    """Verb forms that mark a sentence as another's words by themselves (German Konjunktiv I)."""
    order: str = "svo"
    """Usual order of subject, verb and object: "svo", "v2" (German: the verb second), "vso" or "sov"."""
    spaced: bool = True
    """Whether words are separated by spaces."""
    perfects: frozenset[str] = frozenset()
    """Auxiliaries in second place whose participle ends the clause (German hatte … erklärt)."""
    determiners: frozenset[str] = frozenset()
    """Articles."""
    compounds: bool = False
    """Whether nouns are compounded in one word, the last part telling what it is (German Polizeisprecher)."""
    links: frozenset[str] = frozenset()
    """Words inside a noun phrase that join its nouns (of the, der, von)."""
    closers: tuple[str, ...] = ()
    """Words that close a source phrase (Chinese 报道 in 据X报道), the longest first."""
    subordinators: frozenset[str] = frozenset()
    """Words that open a clause of the article's own behind a comma (while, where)."""
    particles: tuple[str, ...] = ()
    """Particles behind a subject (Japanese は), the longest first."""
    quotative: frozenset[str] = frozenset()
    """Words that close reported speech in front of its verb (Japanese と)."""
    nominalised: frozenset[str] = frozenset()
    """Endings of a verb made a noun, whose clause is what was said (Turkish -acağını)."""
    attributives: frozenset[str] = frozenset()
    """Forms of reporting verbs whose subject follows them (Turkish diyen)."""
    passives: frozenset[str] = frozenset()
    """Passive forms of reporting verbs, which have no source as their subject (Turkish bildirildi)."""
    denied: frozenset[str] = frozenset()
    """Forms of reporting verbs that deny by themselves (Turkish söylemedi, Persian نگفت)."""
    inert: frozenset[str] = frozenset()
    """Words that contain a reporting word without reporting (Chinese 小说), in a script without spaces."""
    proclitics: tuple[str, ...] = ()
    """Words written to the word behind them (Arabic و in وقال), the longest first."""
    cased: bool = True
    """Whether capitals show names."""
    ahead: frozenset[str] = frozenset()
    """Words that announce speech in the sentences that follow (Turkish şunları, Japanese 次のように)."""
    settings: tuple[str, ...] = ()
    """Ends of a phrase of time, place or occasion between a subject and what it says (Japanese で in 会見で)."""
    tails: tuple[str, ...] = ()
    """Ends of a sentence that only mark it as hearsay (Japanese という), the longest first."""
    unreported: frozenset[str] = frozenset()
    """What stands behind a reporting word that reports nothing there (Chinese 的)."""
    indefinites: frozenset[str] = frozenset()
    """Words before a noun that takes up nobody named before (Turkish bir, Chinese 一名)."""
    honorifics: tuple[str, ...] = ()
    """Words behind a person's name (Japanese さん), the longest first."""
    before: frozenset[str] = frozenset()
    """Source phrases whose source follows (according to)."""
    after: frozenset[str] = frozenset()
    """Source words that follow their source (German zufolge, Turkish göre)."""
    runs_on: bool = False
    """Whether no comma need close a source phrase in front of what it reports (Polish według X …)."""
    own: frozenset[str] = frozenset()
    """Source phrases whose source is who spoke before (Spanish a su juicio)."""
    finite: tuple[str, ...] = ()
    """How finite verbs of the third person end, for languages without a parse."""
    afterwards: frozenset[str] = frozenset()
    """Words behind a comma with which the article tells what went before (Spanish luego de que)."""
    subjunctives: frozenset[str] = frozenset()
    """Forms of reporting verbs that report only behind one of ``afterwards`` (Spanish afirmara)."""
    hesitant: frozenset[str] = frozenset()
    """Source phrases that have other senses: only with a person or an organisation, at the head or end of a clause (pour)."""
    inside: frozenset[str] = frozenset()
    """Prepositions before a body or document that speaks (Russian в in "в министерстве заявили")."""
    impersonal: tuple[str, ...] = ()
    """Endings of verb forms that can have such a body or document for a subject, in a language without a parse."""
    adverbial: tuple[str, ...] = ()
    """Endings of verbal adverbs (Polish mówiąc), in a language without a parse."""
    toward: frozenset[str] = frozenset()
    """Prepositions before the person spoken to (said to X)."""
    idle: frozenset[str] = frozenset()
    """Nouns of set expressions, which name nobody (for his part)."""
    no_sources: frozenset[str] = frozenset()
    """Nouns that a source phrase can have without naming a source (according to plan)."""
    oblique: tuple[str, ...] = ()
    """Endings of adjectives in cases that no subject has, in a language without a parse."""
    purposes: frozenset[str] = frozenset()
    """Prepositions between an office and what it is for (Ukrainian з in "голова комітету з питань …")."""
    documents: frozenset[str] = frozenset()
    """Nouns for what can say something without being somebody (report, poll, statement)."""
    media: Mapping[str, str] = field(default_factory=dict)
    """Word -> name of the medium that it means (tweeted -> Twitter)."""
    pronouns: Mapping[str, str] = field(default_factory=dict)
    """Personal and relative pronoun -> what it can stand for: letters of "m", "f", "n" (gender), "s", "p" (number)."""
    obliques: Mapping[str, str] = field(default_factory=dict)
    """Possessive and oblique forms of the pronouns, which are never a subject -> as ``pronouns``."""
    relatives: frozenset[str] = frozenset()
    """Relative pronouns that can be a subject."""
    referents: Mapping[str, str] = field(default_factory=dict)
    """Noun that can stand for somebody named before -> "person" or "organization"."""
    broad: frozenset[str] = frozenset()
    """Titles that holders of different offices are called by (mandatario), in a language with articles."""
    bodies: frozenset[str] = frozenset()
    """Nouns of institutions, which stand for somebody named before only where that name has the noun (the ministry)."""
    units: frozenset[str] = frozenset()
    """Offices in front of which the name of a unit stands and not that of a person (Japanese 局長)."""
    groups: frozenset[str] = frozenset()
    """Nouns for several people who speak together (analysts, protesters)."""
    cases: Mapping[str, str] = field(default_factory=dict)
    """Determiner or pronoun -> letters of the cases that it can have: "n", "g", "d", "a"; for languages without a parse."""
    prepositions: frozenset[str] = frozenset()
    """Prepositions, where ``cases`` tells phrases apart."""
    expletives: frozenset[str] = frozenset()
    """Pronouns that stand for nobody (German es)."""
    agentive: frozenset[str] = frozenset()
    """Prepositions before who does what a passive verb says (German von)."""
    inward: frozenset[str] = frozenset()
    """Prepositions before a document or body in which something is said (German in dem Brief heißt es)."""
    oblique_relatives: frozenset[str] = frozenset()
    """Relative pronouns that are no subjects, where ``cases`` tells phrases apart (German denen)."""
    sourceless: frozenset[str] = frozenset()
    """Reporting verbs (lemma) whose subject is never who speaks (German heißen)."""
    dialogue: bool = False
    """Whether a dash at the head of a paragraph opens speech."""
    signed_headlines: bool = False
    """Whether headlines name who said them behind a dash."""
    names_in_marks: bool = False
    """Whether names of companies, papers and ships stand in quotation marks."""
    works: frozenset[str] = frozenset()
    """Nouns whose name stands in quotation marks (film, newspaper, operation)."""
    drops_subjects: bool = False
    """Whether a verb alone can have a subject that is known from the context."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Title -> role code."""
    agreements: Mapping[str, str] = field(default_factory=dict)
    """Ending of a reporting verb's finite forms -> what its subject can be, in the letters of ``pronouns``."""
    anonymous: frozenset[str] = frozenset()
    """Nouns of unnamed sources (officials, sources)."""
    demonyms: Mapping[str, str] = field(default_factory=dict)
    """Inflected adjective or noun of nationality -> ISO 3166-1 alpha-2."""

    @property
    def articled(self) -> bool:
        """Whether noun phrases begin with articles and a subject stands before or behind its verb (Romance)."""
        return self.order == "svo" and bool(self.determiners)

    @property
    def articleless(self) -> bool:
        """Whether no article tells a noun that takes somebody up from one that introduces somebody."""
        return bool(self.agreements) or self.positional

    @property
    def positional(self) -> bool:
        """Whether speech and speaker are told by their places and not by capitals: before the verb's end, or behind it."""
        return bool(self.quotative) or not self.cased


_MODULES = ("cues", "inflection", "sources", "pronouns", "quotation", "titles", "demonyms")


def codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a package here, in order."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.ispkg))


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language; for a language without a package, a lexicon without words."""
    if code not in codes():
        return Lexicon("und")
    modules = [name for module in _MODULES if find_spec(name := f"{__name__}.{code}.{module}") is not None]
    constants = ChainMap(*(vars(import_module(name)) for name in modules))
    values = {each.name: constants[name] for each in fields(Lexicon) if (name := each.name.upper()) in constants}
    return Lexicon(**{"code": code, **values})
