"""Arguments in, exit codes out.

0 means that all is well, 1 that problems were found, 2 that the command was used wrongly, 130
that it was interrupted.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

import click

from .adopt import adopt
from .collector import leave_the_rest, not_collecting
from .commands import command
from .diff import diff
from .docs import docs
from .edits import edits
from .explain import explain
from .init import init
from .mock import mock
from .release import release
from .schema import schema
from .watch import watch

command.add_command(adopt)
command.add_command(diff)
command.add_command(docs)
command.add_command(edits)
command.add_command(explain)
command.add_command(init)
command.add_command(mock)
command.add_command(release)
command.add_command(schema)
command.add_command(watch)


def main() -> None:
    """Run the command and exit with its code; nothing but a fault of ours shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        with not_collecting():
            code = _run()
            leave_the_rest()
        sys.exit(code)
    except BrokenPipeError:
        os._exit(1)  # the reader has gone; flushing what is left would complain again


def _run() -> int:
    """Run the command and give its exit code."""
    try:
        return int(command(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted; no files were changed", err=True)
        return 130
    except BrokenPipeError:
        raise
    except RecursionError:
        click.echo("error: the description is nested too deeply to compile", err=True)
        return 1
    except Exception as error:
        _show_fault(error)
        return 1


def _show_fault(error: Exception) -> None:
    if {"-v", "--verbose"} & set(sys.argv):
        import traceback

        traceback.print_exception(error)
    click.echo(
        f"internal error: {type(error).__name__}: {error}\n"
        "This is a bug in the generator; --verbose shows the traceback. Nothing was written.",
        err=True,
    )
