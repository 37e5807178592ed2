"""The command that generates again whenever an input changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct, field
from msgspec.structs import replace

from ..diagnostics import Report
from ..inputs import Inputs
from ..progress import StatusLine
from . import options
from .collector import collect_as_usual
from .failed import Failed
from .find import found
from .merging import show_moves
from .mock import HOST, ITEMS, mock_of, port_available
from .show import closing_line, counted, show_report

if TYPE_CHECKING:
    from ..mock import Mock, Server
    from ..output import FileTree
    from ..watch import Site

_PORT = click.IntRange(0, 65535)


@click.command()
@options.inputs
@options.out
@options.force
@click.option(
    "--mock",
    "mock_port",
    type=_PORT,
    metavar="PORT",
    help="Serve the mock there too, always of the present description; 0 picks a free port.",
)
@click.option(
    "--docs",
    "docs_port",
    type=_PORT,
    metavar="PORT",
    help="Serve the documentation there too; open pages reload. 0 picks a free port.",
)
def watch(
    inputs: Inputs,
    out: Path,
    force: bool,
    mock_port: int | None,
    docs_port: int | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Generate the client again whenever an input changes.

    Watches the description, the configuration, the files that they refer to, and the lib folders of the
    client, until Ctrl-C. If something is wrong, the findings are shown and everything stays as it is.
    """
    _require_files(inputs)
    collect_as_usual()
    work = _Work(inputs, out, force, mock_port, docs_port, quiet, verbose)
    try:
        work.run()
    except KeyboardInterrupt:
        click.echo("stopped")


def _require_files(inputs: Inputs) -> None:
    """Refuse what cannot be watched.

    Raises:
        UsageError: no input is a file, or one is standard input.
    """
    named = [*_named(inputs)]
    if "-" in map(str, named) or not any(isinstance(path, Path) for path in named):
        raise click.UsageError(
            "there is no file to watch: name a file instead of a URL or -"
        )


def _named(inputs: Inputs) -> Iterator[object]:
    yield inputs.description
    yield inputs.config
    yield from inputs.overlays


class _Work(Struct):
    """What is done for each change, and the servers that show its result."""

    inputs: Inputs
    out: Path
    force: bool
    mock_port: int | None
    docs_port: int | None
    quiet: bool
    verbose: bool
    mock: Server | None = None
    site: Site | None = None
    taken: set[Path] = field(default_factory=set)
    """The files that the documentation takes over, which may be missing."""

    def run(self) -> None:
        """Generate, wait for a change, and again; ends with KeyboardInterrupt."""
        from ..output.disk import shown
        from ..watch import Watched

        files = self._named_files()
        stamps = Watched.of(files, self.out).stamps()
        while True:
            started = time.time_ns()
            report, is_done = self._generate()
            read = {path for path in map(Path, report.sources) if path.is_file()}
            # What a broken description refers to is not known: it is what it was before.
            files = self._named_files() | read | (self.taken if is_done else files)
            watched = Watched.of(files, self.out)
            if not self.quiet:
                count = counted(len(watched.inputs), "input")
                click.echo(f"watching {count}; press Ctrl-C to stop")
            changed = watched.changed(watched.continued(stamps, started))
            stamps = watched.stamps()
            if not self.quiet:
                more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
                click.echo(f"\n{shown(changed[0])} changed{more}")

    def _named_files(self) -> set[Path]:
        """The files that the command line names, or that are found without it."""
        return {path for path in _named(self._found()) if isinstance(path, Path)}

    def _found(self) -> Inputs:
        """The inputs with the configuration that is there by now."""
        config = found(self.inputs.description, self.inputs.config)[1]
        return replace(self.inputs, config=config)

    def _generate(self) -> tuple[Report, bool]:
        """Write the client and show what that gave: the report, which knows the files that were read,
        and whether the client was written."""
        from ..config import NO_FILES
        from ..pipeline import build_docs
        from ..rerun.recorded import made as counts
        from .compiling import docs_files, written

        report, inputs = Report(), self._found()
        try:
            with StatusLine(enabled=not self.quiet) as status:
                sdk, merge = written(
                    inputs,
                    self.out,
                    report,
                    status,
                    overwrite=self.force,
                    opens_merge=False,
                )
        except Failed as failed:
            show_report(failed.report, verbose=self.verbose)
            click.echo(f"{self.out.as_posix()} stays as it is", err=True)
            return report, False
        made, files, is_served = None, NO_FILES, True
        try:
            if self.mock_port is not None:
                made = mock_of(inputs, ITEMS, None, report)
            if self.docs_port is not None:
                named = (sdk.config.docs.logo, sdk.config.docs.changelog)
                self.taken = {file.path for file in named if file is not None}
                files = docs_files(sdk, report)
        except Failed:
            is_served = False
        show_report(report, verbose=self.verbose)
        if not self.quiet:
            show_moves(merge)
            click.echo(closing_line(counts(sdk), merge.plan, self.out))
        if not is_served:
            click.echo("the mock and the documentation stay as they are", err=True)
            return report, True
        if made is not None:
            self._serve_mock(made)
        if self.docs_port is not None:
            server = self.mock.url if self.mock is not None else ""
            with StatusLine(enabled=not self.quiet) as status:
                tree = build_docs(sdk, status, files=files, server=server)
            self._serve_docs(tree)
        return report, True

    def _serve_mock(self, mock: Mock) -> None:
        from ..mock import bind

        if self.mock is not None:
            self.mock.mock = mock
            return
        port = self.mock_port or 0
        with port_available(HOST, port, "--mock"):
            self.mock = bind(mock, HOST, port, None if self.quiet else click.echo)
        threading.Thread(target=self.mock.run, daemon=True).start()
        click.echo(f"{self.mock.url} serves the API")

    def _serve_docs(self, tree: FileTree) -> None:
        from ..watch import Site

        if self.site is not None:
            self.site.show(tree)
            return
        port = self.docs_port or 0
        with port_available(HOST, port, "--docs"):
            self.site = Site(tree, HOST, port)
        threading.Thread(target=self.site.run, daemon=True).start()
        click.echo(f"{self.site.url} serves the documentation")
