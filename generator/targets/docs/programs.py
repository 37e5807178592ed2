"""Programs to copy: complete, and right for the API without changes."""

from __future__ import annotations

from msgspec import Struct


from ...render import render
from ...surface import Method, Sdk
from ..notation.credentials import OptionName, needed_options, sole_options
from ..notation.examples import ExampleView, example_view, stream_view
from ..notation.literals import literal
from .code import highlight
from .curl import curl
from .signatures import CodeView


class ProgramView(Struct, frozen=True):
    """A program around a call. ``options`` hold the credential, ``needed`` are
    arguments that every client needs, ``lists_errors`` that failures list their errors; ``header`` is one of a response, as a string's
    source."""

    package: str
    client: str
    async_client: str
    options: tuple[OptionName, ...]
    needed: str
    example: ExampleView
    lists_errors: bool
    header: str


def program(sdk: Sdk, method: Method) -> ProgramView:
    """The call of a method with a value for each argument that it needs."""
    headers = (h.name for r in method.successes for h in r.headers)
    return _program(sdk, method, example_view(sdk, method), next(headers, ""))


def stream_program(sdk: Sdk, method: Method) -> ProgramView | None:
    """The call that asks for a stream instead of a value; None for a method that cannot."""
    example = stream_view(sdk, method)
    return _program(sdk, method, example) if example is not None else None


def _program(
    sdk: Sdk, method: Method, example: ExampleView, header: str = ""
) -> ProgramView:
    return ProgramView(
        package=sdk.package.import_name,
        client=sdk.client,
        async_client=sdk.async_client,
        options=sole_options(sdk, method.security),
        needed=needed_options(sdk),
        example=example,
        lists_errors=sdk.errors is not None,
        header=literal(header),
    )


def write(view: ProgramView, kind: str) -> CodeView:
    """The program of a kind: ``sync``, ``async``, ``pages``, ``errors``, ``headers``."""
    source = text(view, kind)
    return CodeView(highlight(source, "python"), source)


def curl_command(sdk: Sdk, method: Method) -> CodeView:
    """The call as a curl command; empty if no command does it."""
    source = curl(sdk, method)
    return CodeView(highlight(source, "curl"), source)


def text(view: ProgramView, kind: str) -> str:
    """The program as the text of a file."""
    return render(f"docs/programs/{kind}.py.jinja", view).strip("\n") + "\n"
