"""The options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click
from click.shell_completion import CompletionItem

from ..inputs import Inputs
from .failed import Failed
from .find import found
from .show import STATISTICS, show_report

if TYPE_CHECKING:
    from ..source import Input


class _InputType(click.ParamType["Input"]):
    """A document that a person names."""

    name = "file, URL or -"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Files are completed; a shell cannot know URLs."""
        return [CompletionItem(incomplete, type="file")]

    def convert(self, value: Any, param: Any, ctx: Any) -> Input:
        """The input; a URL that cannot be fetched is wrong usage, and not repeated."""
        if not isinstance(value, str):
            return cast("Input", value)
        if ":" not in value and value != "-":
            return Path(value)  # without loading what knows the other kinds
        from ..source import input_of

        try:
            return input_of(value)
        except ValueError as error:
            self.fail(f"the URL {error}", param, ctx)


class _HostType(click.ParamType[str]):
    """A host with or without a port, in its usual form."""

    name = "host"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """The host as URLs have it, without the usual port."""
        from ..source import Url

        try:
            url = Url.parse(f"https://{value}/")
        except ValueError:
            url = None
        if url is None or url.path != "/" or url.credentials or "?" in url.text:
            self.fail(f"'{value}' is not a host such as example.com", param, ctx)
        return url.host.removesuffix(":80")


spec = click.option(
    "--spec",
    type=_InputType(),
    default=None,
    help="The OpenAPI description, if it is not the argument: a file, a URL, or - for standard "
    "input.  [default: openapi.yaml next to the configuration]",
)
_NOTHING = (
    "no description: name a file or a URL, as in 'clientwright generate openapi.yaml'"
)
_INPUTS = (
    click.argument("description", type=_InputType(), required=False),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        default=None,
        help="The SDK configuration.  [default: stainless.yml next to the description, else what is "
        "inferred from the description]",
    ),
    spec,
    click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=None,
        help="The folder that references may reach.  [default: the description's own]",
    ),
    click.option(
        "--allow-remote-refs",
        "hosts",
        type=_HostType(),
        multiple=True,
        help="A host, or host:port, that references and redirects may lead to; repeatable.",
    ),
    click.option(
        "--overlay",
        "overlays",
        type=_InputType(),
        multiple=True,
        help="An OpenAPI overlay that changes the description; repeatable.",
    ),
    click.option("--quiet", "-q", is_flag=True, help="Show only problems."),
    click.option(
        "--verbose", "-v", is_flag=True, help="Show every place, warning and file."
    ),
    click.option(
        "--statistics",
        is_flag=True,
        help="Count the findings by code instead of showing them.",
    ),
)


def inputs(command: Callable[..., None]) -> Callable[..., None]:
    """Where the files are, as ``inputs``, and how much to say. A command that fails shows its
    findings here."""

    @functools.wraps(command)
    def with_inputs(
        *,
        description: Input | None,
        config: Path | None,
        spec: Input | None,
        root: Path | None,
        hosts: tuple[str, ...],
        overlays: tuple[Input, ...],
        verbose: bool,
        statistics: bool,
        **others: Any,
    ) -> None:
        if description is not None and spec is not None:
            raise click.UsageError("the description is named twice")
        description, config = found(description or spec, config)
        if description is None:
            raise click.UsageError(_NOTHING)
        here = description.resolve() if isinstance(description, Path) else None
        if root and here and not here.is_relative_to(root.resolve()):
            raise click.UsageError(f"the description is not in the folder '{root}'")
        if [*map(str, (description, *overlays))].count("-") > 1:
            raise click.UsageError("standard input can be one document only")
        if statistics and others.get("format", "text") != "text":
            raise click.UsageError("--statistics is for --format text")
        context = click.get_current_context()
        context.meta[STATISTICS] = statistics
        found_inputs = Inputs(description, config, root, frozenset(hosts), overlays)
        try:
            command(inputs=found_inputs, verbose=verbose, **others)
        except Failed as failed:
            show_report(failed.report, verbose=verbose)
            context.exit(1)

    wrapped: Callable[..., None] = functools.reduce(
        lambda inner, option: option(inner), reversed(_INPUTS), with_inputs
    )
    return wrapped


out = click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("generated"),
    show_default=True,
    help="The folder of the client.",
)
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
force = click.option(
    "--force", is_flag=True, help="Overwrite files that were edited by hand."
)
continues = click.option(
    "--continue",
    "continues",
    is_flag=True,
    help="Finish a merge whose conflicts are resolved; generates nothing.",
)
aborts = click.option(
    "--abort",
    "aborts",
    is_flag=True,
    help="Go back to what was there before a merge with conflicts.",
)
edits = click.option(
    "--no-edits",
    "refuses_edits",
    is_flag=True,
    help="Fail if generated files have edits.",
)


full = click.option(
    "--full",
    is_flag=True,
    help="Compile even if the manifest says that nothing has changed.",
)


def format(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option that chooses between text and documents for machines, by their names."""
    return click.option(
        "--format",
        type=click.Choice(["text", *names]),
        default="text",
        show_default=True,
        help="Text, or one document on standard output and nothing else.",
    )
