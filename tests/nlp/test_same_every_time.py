import os
import subprocess
import sys

import pytest

from tests.seeds.expectations import SEEDS

_READ = """
import sys
from pathlib import Path
from schemas import Article
from stream.nlp import analyze
for path in sorted(Path(sys.argv[1]).glob("*.json")):
    print(analyze(Article.model_validate_json(path.read_bytes())))
"""
_WORDS = """
from stream.nlp.languages import codes, lexicon
for code in codes():
    words = lexicon(code)
    print(code, list(words.cues.items()), list(words.forms.items()))
"""


def _printed(program: str, seed: int, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def test_words_are_read_in_the_order_in_which_they_are_written() -> None:
    """A form of two verbs has the same lemma in each process: nothing depends on how Python hashes strings there."""
    assert _printed(_WORDS, 1) == _printed(_WORDS, 2)


@pytest.mark.models
def test_an_article_gives_the_same_in_another_process() -> None:
    """Effectively once rests on it: who reads an article again, on whatever machine, sends the same bytes."""
    assert _printed(_READ, 1, str(SEEDS)) == _printed(_READ, 2, str(SEEDS))
