"""What the fork server imports first; imported nowhere else."""

import signal
from importlib import import_module

import_module("stream.agents.child")

# As in stream.agents.child: the worker alone decides when the processes end.
signal.signal(signal.SIGTERM, signal.SIG_IGN)
