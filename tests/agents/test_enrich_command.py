"""``communique enrich``: without a broker, in the order of the input, using all processes."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
import pytest

from schemas import Article
from stream.agents.pool import Pool
from stream.agents.recipe import Recipe
from stream.agents.work import enrich
from stream.cli import enrich as command
from stream.cli.app import run
from stream.cli.inputs import Accepted, Inputs, Position

Enrich = Callable[..., tuple[int, list[dict[str, object]], list[str]]]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], recipe: Recipe) -> Enrich:
    """Runs the command with stand-ins for the models: exit code, enriched articles, lines on standard error."""

    def pool(_settings: object, size: int) -> Pool[object, bytes]:
        return Pool(enrich, recipe, size=size, timeout=2)

    monkeypatch.setattr(command, "_pool", pool)

    def call(*arguments: str) -> tuple[int, list[dict[str, object]], list[str]]:
        code = run(["enrich", *arguments])
        out, err = capfdbinary.readouterr()
        return code, [orjson.loads(line) for line in out.splitlines()], err.decode().splitlines()

    return call


def write(path: Path, *values: object) -> str:
    path.write_bytes(b"\n".join(value if isinstance(value, bytes) else orjson.dumps(value) for value in values))
    return str(path)


def ids(enriched: list[dict[str, object]]) -> list[object]:
    return [found["article"]["id"] for found in enriched]  # type: ignore[index]


def test_articles_come_out_in_the_order_in_which_they_came_in(call: Enrich, tmp_path: Path) -> None:
    """Although later ones are done sooner, on several processes, from several files."""
    first = write(
        tmp_path / "a.jsonl", *({"id": str(n), "text": f"sleep={0.1 if n % 3 == 0 else 0} x"} for n in range(12))
    )
    second = write(tmp_path / "b.json", [{"id": "12", "text": "x"}, {"id": "13", "text": "y"}])
    code, enriched, errors = call(first, second, "--processes", "3")
    assert (code, errors) == (0, [])
    assert ids(enriched) == [str(number) for number in range(14)]
    assert enriched[0]["provenance"]["topic"] is None  # type: ignore[index]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(call: Enrich, tmp_path: Path) -> None:
    """With file and line, on standard error; the exit code tells."""
    file = write(
        tmp_path / "a.jsonl",
        {"id": "1", "text": "x"},
        b"{",
        {"id": "2"},
        {"id": "3", "text": "raise=\u001b[2J"},
        {"id": "4", "text": "kill"},
        {"id": "5", "text": "sleep=60"},
        {"id": "6", "text": "x"},
    )
    code, enriched, errors = call(file, "--processes", "2")
    assert code == 1
    assert ids(enriched) == ["1", "6"]
    assert len(errors) == 5
    found = "\n".join(sorted(errors))
    for told in (
        f"{file}:2: not JSON",
        f"{file}:3: text: Field required",
        rf"{file}:4: ValueError: \x1b[2J",
        f"{file}:5: the process that read it ended by SIGKILL",
        f"{file}:6: it took longer than 2 s",
    ):
        assert told in found


def test_a_missing_file_is_told(call: Enrich, tmp_path: Path) -> None:
    """In one line; nothing is started."""
    code, enriched, errors = call(str(tmp_path / "none.jsonl"))
    assert (code, enriched, len(errors)) == (2, [], 1)
    assert "none.jsonl: no such file" in errors[0]


def test_models_that_cannot_be_loaded_are_told(
    call: Enrich, monkeypatch: pytest.MonkeyPatch, recipe: Recipe, tmp_path: Path
) -> None:
    """In one line, whatever the input; no article is blamed."""
    broken = Recipe(recipe.limit, recipe.source, ("broken",), recipe.analyzer, recipe.loader, ())
    monkeypatch.setattr(command, "_pool", lambda _settings, size: Pool(enrich, broken, size=size, timeout=2))
    code, enriched, errors = call(write(tmp_path / "a.jsonl", {"text": "x"}))
    assert (code, enriched, len(errors)) == (1, [], 1)
    assert "the models cannot be loaded: OSError: no such model: broken" in errors[0]


def test_an_article_is_written_before_the_input_ends(tmp_path: Path, doubles: Path) -> None:
    """So that the command can stand in a pipe that never ends."""
    script = tmp_path / "main.py"
    script.write_text(
        "import sys\n"
        "from stream.agents.pool import Pool\n"
        "from stream.agents.recipe import Recipe\n"
        "from stream.agents.work import enrich\n"
        "from stream.cli import enrich as command\n"
        "from stream.cli.app import run\n"
        "recipe = Recipe(1000, '/x', analyzer='readers:analyze', loader='readers:preload', shared=())\n"
        "command._pool = lambda _settings, size: Pool(enrich, recipe, size=size, timeout=9)\n"
        "if __name__ == '__main__':\n"
        "    sys.exit(run(['enrich', '-', '--processes', '1']))\n"
    )
    running = subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": f"{doubles}{os.pathsep}{doubles.parents[2]}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert running.stdin is not None
    assert running.stdout is not None
    try:
        running.stdin.write(b'{"id": "first", "text": "x"}\n')
        running.stdin.flush()
        assert orjson.loads(running.stdout.readline())["article"]["id"] == "first"
        running.stdin.close()
        assert running.wait(20) == 0
    finally:
        running.kill()
        running.wait()
        running.stdout.close()


def test_few_articles_are_held_at_once(call: Enrich, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Reading waits for the models: a file may be larger than the memory."""
    count = {"read": 0, "written": 0, "most": 0}
    write_one = command._write

    def articles(_inputs: Inputs) -> Iterator[Accepted]:
        for number in range(300):
            count["read"] += 1
            count["most"] = max(count["most"], count["read"] - count["written"])
            yield Accepted(Position("x", number), Article(id=str(number), text="x"))

    async def counted(*arguments: object) -> bool:
        count["written"] += 1
        return await write_one(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Inputs, "articles", articles)
    monkeypatch.setattr(command, "_write", counted)
    code, enriched, _ = call(write(tmp_path / "a.jsonl", {"text": "x"}), "--processes", "2")
    assert (code, len(enriched)) == (0, 300)
    assert count["most"] < 40


@pytest.mark.models
def test_names_of_ones_own_are_found(tmp_path: Path) -> None:
    """The tables that COMMUNIQUE_KNOWLEDGE names reach the processes; the provenance says that they took part."""
    table = tmp_path / "own.tsv"
    columns = "name\twikidata\tgender\tcountry\toffices\tlatin\tcyrillic\tarabic\than"
    table.write_text(f"{columns}\nIda *Quellmann\tQ1000000001\tf\tDE\n", "utf-8")
    article = orjson.dumps(
        {"text": "Ministerin Ida Quellmann sagte am Montag in Berlin, die Leitung bleibe geschlossen."}
    )
    done = subprocess.run(
        [sys.executable, "-m", "stream.cli", "enrich", "-", "--processes", "1"],
        env={**os.environ, "COMMUNIQUE_KNOWLEDGE": str(table)},
        input=article,
        capture_output=True,
        timeout=200,
        check=False,
    )
    enriched = orjson.loads(done.stdout)
    assert "Q1000000001" in {entity["id"] for entity in enriched["entities"]}
    assert len(enriched["provenance"]["knowledge"]) == 16
