"""The headers of all that a worker sends: of a closed form, whatever the article and its headers hold."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas import Article
from stream.agents.parcels import Parcel
from stream.agents.recipe import Recipe
from stream.agents.work import Event, Outcome, process
from stream.kafka.codec import encode
from stream.kafka.dead_letters import Failure
from stream.kafka.records import Record, time_of

RECIPE = Recipe(1_000_000, "/communique", analyzer="tests.faults.stub:analyze", loader="tests.faults.stub:preload")
FORMS = {
    "ce_specversion": rb"1\.0",
    "ce_id": rb"[0-9a-f]{32}",
    "ce_type": rb"communique\.[a-z.-]+\.v1",
    "ce_source": rb"/communique",
    "ce_time": rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
    "content-type": rb"application/json",
    "ce_sequence": rb"\d{10}-\d{19}",
    "traceparent": rb"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}",
}
NAMES = st.sampled_from(["traceparent", "tracestate", "ce_id", "ce_source", "content-type", "communique-attempts", "x"])
HEADERS = st.lists(st.tuples(NAMES, st.binary(max_size=80)), max_size=5)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80)


def well_formed(events: tuple[Event, ...]) -> None:
    """Each header is one of ours, once, in its form."""
    assert events
    for event in events:
        assert len({name for name, _ in event.headers}) == len(event.headers)
        for name, value in event.headers:
            assert re.fullmatch(FORMS[name], value), (name, value)


def record(value: bytes, headers: list[tuple[str, bytes]], seconds: float = 0) -> Record:
    return Record(value, b"\x1b\xff", headers, "articles", 0, 7, time_of(seconds))


@settings(deadline=None)  # the stub is imported with the first
@given(TEXT, TEXT, HEADERS, st.floats(allow_nan=True))
def test_an_events_headers_hold_nothing_of_the_article(
    text: str, source: str, headers: list[tuple[str, bytes]], seconds: float
) -> None:
    """Not of its text, its source, its id or its own headers, but for a trace context that is one."""
    article = Article.model_construct(
        id="a\u202e\x9b", text=f"Person said it. {text}", title=text, url=source, metadata={}
    )
    outcome = process(record(encode(article), headers, seconds), RECIPE)
    assert outcome.failure is None
    well_formed(outcome.events)


@given(st.binary(max_size=200), HEADERS)
def test_a_dead_letters_headers_hold_nothing_of_the_record(value: bytes, headers: list[tuple[str, bytes]]) -> None:
    """The record's own headers are in the letter."""
    outcome = Outcome(failure=Failure("decode", "invalid-json", "x", retriable=False))
    well_formed(Parcel(record(value, headers), outcome, "/communique").events)
