"""The command line's frame: global options, the subcommands, and every error told in one line."""

import errno
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from stream.cli import (
    broker,
    demo,
    doctor,
    enrich,
    kb,
    letter,
    publish,
    replay,
    schemas,
    subscribe,
    topics,
    version,
    worker,
)
from stream.cli.context import complain, log_to_stderr, override, say
from stream.errors import CommuniqueError, UsageError
from stream.kafka.escape import escape

FAILED, MISUSED, INTERRUPTED = 1, 2, 130
_ANYWHERE = ("--bootstrap-servers", "--topic-prefix")
"""Global options that are also taken behind the subcommand, where people write them."""
_LOGS_ITSELF = "worker"

app = typer.Typer(
    name="communique",
    help="News articles in, who said what out: on Apache Kafka.",
    rich_markup_mode=None,  # rich's help takes three times as long to come up
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("demo")(demo.demo)
app.command("publish")(publish.publish)
app.command("subscribe")(subscribe.subscribe)
app.command("worker")(worker.worker)
app.command("enrich")(enrich.enrich)
app.add_typer(topics.app, name="topics")
app.add_typer(kb.app, name="kb")
app.command("replay")(replay.replay)
app.command("letter")(letter.letter)
app.command("broker")(broker.broker)
app.command("schemas")(schemas.schemas)
app.command("doctor")(doctor.doctor)
app.command("version")(version.version)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer hands the option's value over by position
    if wanted:
        version.version()
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    bootstrap_servers: Annotated[
        str | None, typer.Option(metavar="HOST:PORT,…", help="Kafka brokers; instead of COMMUNIQUE_BOOTSTRAP_SERVERS.")
    ] = None,
    topic_prefix: Annotated[
        str | None,
        typer.Option(metavar="PREFIX", help="Put before every topic name; instead of COMMUNIQUE_TOPIC_PREFIX."),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show what the Kafka client logs.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the global options."""
    override("COMMUNIQUE_BOOTSTRAP_SERVERS", bootstrap_servers)
    override("COMMUNIQUE_TOPIC_PREFIX", topic_prefix)
    if context.invoked_subcommand != _LOGS_ITSELF:
        log_to_stderr(verbose=verbose)


def run(arguments: Sequence[str]) -> int:
    """Run a command line; its exit code: 0, 1 for a failure, 2 for a wrong use, 130 after Ctrl-C."""
    try:
        code = _invoke(_hoisted(arguments) or ["--help"])
        sys.stdout.flush()
    except CommuniqueError as error:
        complain(error)
        return MISUSED if isinstance(error, UsageError) else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone (head, less): what is still buffered has no reader, and Python must not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(
            CommuniqueError(f"{error.filename or 'error'}: {error.strerror or os.strerror(error.errno or errno.EIO)}")
        )
        return FAILED
    return code


def _invoke(arguments: Sequence[str]) -> int:
    command = typer.main.get_command(app)
    try:
        with command.make_context("communique", list(arguments)) as context:
            command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        message = " ".join(error.format_message().split()).replace(": Value error, ", ": ")
        say(escape(f"communique: {message} (see: communique {_help_for(arguments)}--help)", 1500))
        return MISUSED
    return 0


def _help_for(arguments: Sequence[str]) -> str:
    names = [command.name for command in app.registered_commands] + [group.name for group in app.registered_groups]
    return "".join(f"{name} " for name in names if name and name in arguments)


def _hoisted(arguments: Sequence[str]) -> list[str]:
    """The arguments with the global options first, wherever they stood before ``--``."""
    first, rest = [], []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            rest += [argument, *remaining]
        elif argument in _ANYWHERE:
            first += [argument, *[value for value in [next(remaining, None)] if value is not None]]
        elif argument.startswith(tuple(f"{option}=" for option in _ANYWHERE)):
            first.append(argument)
        else:
            rest.append(argument)
    return first + rest
