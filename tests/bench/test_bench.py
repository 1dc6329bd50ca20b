"""The benchmark measures what it says."""

import os
import subprocess
import sys
import time

from schemas import Article
from tests.bench import processes
from tests.bench.articles import articles, of_length, words
from tests.bench.report import tables
from tests.bench.rounds import rounds
from tests.bench.stages import Watch


class Sleeper:
    """A way that notes what it is given."""

    def __init__(self, name: str, unread: tuple[str, ...] = ()) -> None:
        self.name = name
        self.unread = frozenset(unread)
        self.roots = (os.getpid(),)
        self.given: list[str] = []

    def read(self, batch: list[Article]) -> None:
        """Take about a hundredth of a second of processor time an article."""
        self.given += [str(article.id) for article in batch]
        end = time.process_time() + 0.01 * len(batch)
        while time.process_time() < end:
            pass

    def close(self) -> None:
        """Nothing to end."""


def test_every_way_reads_every_article_once_after_the_first_few() -> None:
    """Only those that load the models are read twice or not counted; a way is left out where it knows no language."""
    texts = {"fr": articles("fr", 12), "ru": articles("ru", 8)}
    one, other = Sleeper("models alone"), Sleeper("other", ("ru",))
    tallies = rounds([one, other], texts, 3)
    assert sorted(one.given) == sorted(str(article.id) for found in texts.values() for article in found)
    assert sorted(other.given) == sorted(str(article.id) for article in texts["fr"])
    assert tallies["models alone"]["fr"].articles == 8
    assert tallies["models alone"]["all"].words == words([*texts["fr"][4:], *texts["ru"][4:]])
    assert set(tallies["other"]) == {"fr"}
    assert 0.05 <= tallies["models alone"]["fr"].cpu_seconds <= 0.2


def test_processor_time_of_children_counts() -> None:
    """A way's time holds that of the processes below it, running or ended."""
    before = processes.cpu_seconds(os.getpid())
    subprocess.run([sys.executable, "-c", "import time\nwhile time.process_time() < 0.3: pass"], check=True)
    assert processes.cpu_seconds(os.getpid()) - before >= 0.25


def test_time_inside_another_stage_counts_for_that_one_alone() -> None:
    """The stages add up to the whole: no second is in two of them."""
    watch = Watch()

    def busy(seconds: float) -> None:
        end = time.process_time() + seconds
        while time.process_time() < end:
            pass

    inner = watch.timed("inner", lambda: busy(0.1))
    start = time.process_time()
    watch.timed("outer", lambda: (busy(0.05), inner(), busy(0.05)))()
    whole = time.process_time() - start
    assert abs(sum(watch.seconds.values()) - whole) < 0.02
    assert 0.09 < watch.seconds["inner"] < 0.13


def test_texts_of_a_length_hold_all_words() -> None:
    """Pieces end at ends of lines and are as long as asked for, or little longer."""
    found = [Article(id="a", text="\n".join(["one two three four five"] * 40))]
    pieces = of_length(found, 50)
    assert [words([piece]) for piece in pieces] == [50, 50, 50, 50]


def test_figures_are_set_beside_those_of_the_models() -> None:
    """A way's rates are shown as parts of the bare models' in the same run."""
    rate = {"articles": 8, "articles_per_second": 2.0, "words_per_second": 1000.0, "words_per_cpu_second": 900.0}
    slow = rate | {"words_per_second": 500.0, "words_per_cpu_second": 450.0}
    rates = {"models alone": {"fr": rate}, "other": {"fr": slow}}
    (table, _) = tables({"side_by_side": {"rates": rates, "memory": {}}})
    assert list(table.columns[-1].cells) == ["1.00", "0.50"]
