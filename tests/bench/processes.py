"""Processor time and memory of processes and all below them, from ``/proc`` (Linux)."""

import os
from dataclasses import dataclass
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory of one process in MiB."""

    name: str
    rss: float
    """What it has in memory, shared pages counted whole."""
    pss: float
    """The same with each shared page divided by those who share it: these add up."""


def tree(root: int) -> list[int]:
    """The process and all below it that live."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def cpu_seconds(root: int) -> float:
    """Processor time of the process and all below it, also of those that ended and were waited for."""
    return sum(map(_cpu, tree(root)))


def own_cpu_seconds(pid: int) -> float:
    """Processor time of the process alone."""
    fields = _stat(Path(f"/proc/{pid}"))
    return (int(fields[11]) + int(fields[12])) / _TICK if fields else 0.0


def memory(root: int) -> list[Memory]:
    """Memory of the process and all below it, the process itself first."""
    return [found for pid in tree(root) if (found := _memory(pid)) is not None]


def _cpu(pid: int) -> float:
    fields = _stat(Path(f"/proc/{pid}"))
    return sum(map(int, fields[11:15])) / _TICK if fields else 0.0


def _parent(path: Path) -> int:
    fields = _stat(path)
    return int(fields[1]) if fields else 0


def _stat(path: Path) -> list[str]:
    """The fields behind the command's name (which may hold anything), from the state on; none where it has ended."""
    try:
        return (path / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _memory(pid: int) -> Memory | None:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
    except (FileNotFoundError, ProcessLookupError):
        return None
    sizes = {name: int(rest.split()[0]) / _KIB for name, _, rest in (row.partition(":") for row in rows)}
    kind = next((word for word in ("forkserver", "resource_tracker", "tests.bench") if word in command), "main")
    return Memory(kind, round(sizes["Rss"], 1), round(sizes["Pss"], 1))
