"""The CLEAR scheme of spaCy's English models, told in Universal Dependencies."""

import pytest

from stream.nlp.document import Token
from stream.nlp.parse.clear import to_universal


def _sentence(word: str, pos: str) -> list[Token]:
    return [
        Token(0, word, 0, len(word), lemma=word.lower(), pos=pos, dep="nsubj", head=1, morph={}),
        Token(1, "spoke", len(word) + 1, len(word) + 6, lemma="speak", pos="VERB", dep="ROOT", head=1, morph={}),
    ]


class TestWordClasses:
    """What the parser knows of a word counts before what the tagger guessed."""

    @pytest.mark.parametrize("guess", ["ADV", "INTJ"])
    def test_a_capitalised_subject_is_a_name_whatever_the_tagger_guessed(self, guess: str) -> None:
        """“Orvensky spoke”: what speaks is no adverb."""
        tokens = _sentence("Orvensky", guess)
        to_universal(tokens)
        assert tokens[0].pos == "PROPN"

    @pytest.mark.parametrize(("word", "pos"), [("enough", "ADV"), ("She", "PRON"), ("Rains", "NOUN")])
    def test_other_words_keep_their_class(self, word: str, pos: str) -> None:
        """A small letter or a class that subjects have: nothing is changed."""
        tokens = _sentence(word, pos)
        to_universal(tokens)
        assert tokens[0].pos == pos
