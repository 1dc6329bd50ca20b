"""Short articles written for the behaviour suite; which statements are found in them is tested elsewhere."""

from collections.abc import Iterable

from schemas import Article, ArticleSource

TEXTS = {
    "en": (
        'The harbour of Port Selwyn will reopen on Monday, the Norwegian foreign minister said. "We have waited long '
        'enough," she told reporters in Oslo. Officials in Lisbon denied that a deal had been reached.'
    ),
    "fr": (
        "Le Portugal rouvrira le port lundi, a annoncé le ministre des Affaires étrangères. « Nous avons assez attendu"
        " », a-t-il déclaré à Lisbonne. Selon la présidence norvégienne, aucun accord n’a été signé."
    ),
}
SOURCE = ArticleSource(name="The Selwyn Courier", domain="courier.example", country="NO")


def article(number: int, *, version: int = 1, length: int = 1) -> Article:
    """Article of a number, English and French in turn; ``length`` repeats its text."""
    language = ("en", "fr")[number % 2]
    paragraphs = (f"{TEXTS[language]} {number}/{version}/{part}." for part in range(length))
    return Article(
        id=f"article-{number:04}",
        url=f"https://courier.example/{number}",
        title=f"Port Selwyn, {number}, {version}",
        text="\n\n".join(paragraphs),
        source=SOURCE,
        metadata={"version": version},
    )


def articles(count: int, *, first: int = 0, length: int = 1) -> list[Article]:
    """So many articles with ids of their own."""
    return [article(number, length=length) for number in range(first, first + count)]


def slow(published: Iterable[Article], seconds: float) -> list[Article]:
    """The same articles, each of which keeps the stub for the models busy for so long."""
    return [each.model_copy(update={"metadata": {**(each.metadata or {}), "seconds": seconds}}) for each in published]


def ids(published: Iterable[Article]) -> set[str]:
    """Their ids."""
    return {str(each.id) for each in published}
