"""The command line: one command for everything, ``communique``.

One module a subcommand. What takes long to import is imported inside the functions, so that ``--help`` answers at once.
"""

import sys


def main() -> None:
    """Entry point: run the command line on the process's arguments and exit with its code."""
    from stream.cli.app import run  # noqa: PLC0415 - importing the package must not load all commands
    from stream.cli.context import show_traceback  # noqa: PLC0415 - as above

    sys.excepthook = show_traceback
    sys.exit(run(sys.argv[1:]))
