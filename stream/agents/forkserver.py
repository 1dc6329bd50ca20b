"""What the fork server imports before it forks; imported nowhere else."""

import contextlib
import signal
from importlib import import_module

import_module("stream.agents.child")
with contextlib.suppress(ImportError):  # without the models' packages, a process says so when it starts
    import_module("stream.nlp.pipeline")

# As in stream.agents.child: the worker alone decides when the processes end.
signal.signal(signal.SIGTERM, signal.SIG_IGN)
