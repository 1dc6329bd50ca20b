"""The fuzzer in short; a million inputs are run by hand (``python -m tests.kafka.fuzz``)."""

import secrets

from tests.kafka.fuzz import run


def test_nothing_from_outside_breaks_what_reads_it() -> None:
    """Damaged articles and batches: an article, or a reason in one printable line; no other exception, no long wait."""
    ends = run(5_000, secrets.randbelow(1_000_000))
    assert ends.total() == 5_000
    assert {"article", "invalid-json", "invalid-article", "read", "unreadable"} <= ends.keys()
