"""``communique schemas``: the documents of the contract."""

from pathlib import Path

from tests.cli.conftest import Command

COMMITTED = Path(__file__).parents[2] / "schemas"


def test_the_committed_documents_are_those_that_the_command_writes(communique: Command, tmp_path: Path) -> None:
    """Byte for byte, and there is none that it would not write."""
    done = communique("schemas", str(tmp_path / "out"))
    assert (done.code, done.err) == (0, "")
    written = {path.relative_to(tmp_path / "out"): path.read_bytes() for path in (tmp_path / "out").rglob("*.json")}
    committed = {
        path.relative_to(COMMITTED): path.read_bytes()
        for path in [COMMITTED / "asyncapi.json", *(COMMITTED / "json").iterdir()]
    }
    assert written == committed
    assert done.out.splitlines()[-1] == f"7 of 7 documents written to {tmp_path / 'out'}"
    assert communique("schemas", str(tmp_path / "out")).out == f"0 of 7 documents written to {tmp_path / 'out'}\n"


def test_check_writes_nothing_and_names_what_differs(communique: Command, tmp_path: Path) -> None:
    """With the command that mends it; the exit code is 1."""
    communique("schemas", str(tmp_path))
    assert communique("schemas", "--check", str(tmp_path)).code == 0
    changed = tmp_path / "json" / "articles.schema.json"
    changed.write_text("{}")
    done = communique("schemas", "--check", str(tmp_path))
    assert done.code == 1
    assert done.complaint == f"not as the models are: {changed} (Write them with: communique schemas {tmp_path})"
    assert changed.read_text() == "{}"


def test_a_place_that_cannot_be_written_is_told(communique: Command, tmp_path: Path) -> None:
    """In one line, with the path."""
    (tmp_path / "file").touch()
    done = communique("schemas", str(tmp_path / "file"))
    assert done.code == 1
    assert done.complaint == f"{tmp_path / 'file' / 'json'}: Not a directory"
