"""What is installed: everything that the code reads, and nothing that only the tests need."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("stream", "schemas", "seeds")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The distribution, built as it stands with the build backend that is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(folder / done.stdout.split()[-1])


def test_every_file_of_the_packages_is_in_it(wheel: zipfile.ZipFile) -> None:
    """Code, word lists, knowledge base, schemas, samples and type markers; what seeds must come out as stays behind."""
    wanted = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.parent != ROOT / "seeds/expected"
    }
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == wanted
    assert {"stream/py.typed", "schemas/py.typed", "schemas/asyncapi.json", "stream/data/countries.tsv"} <= wanted


def test_its_metadata_is_that_of_the_project(wheel: zipfile.ZipFile) -> None:
    """The command, the extras, the licence and the README go along."""
    (metadata,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    folder = metadata.removesuffix("METADATA")
    text = wheel.read(metadata).decode()
    assert "Provides-Extra: worker\n" in text
    assert "Provides-Extra: local\n" in text
    assert "License-Expression: Apache-2.0\n" in text
    assert text.endswith((ROOT / "README.md").read_text())
    assert "communique = stream.cli:main" in wheel.read(f"{folder}entry_points.txt").decode()
    assert any(name.endswith("/LICENSE") for name in wheel.namelist())
