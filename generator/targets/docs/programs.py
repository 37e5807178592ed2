"""Programs to copy: complete, and right for the API without changes."""

from __future__ import annotations

from dataclasses import dataclass

from ...render import render
from ...surface import Method, NoResult, Sdk
from ..notation.introduction import example_view
from .code import highlight
from .signatures import CodeView


@dataclass(frozen=True, slots=True)
class ProgramView:
    """A call to show. ``option`` and ``variable`` say where the credential comes from.

    ``items`` leads from a page to its items; ``attribute`` is one of the item or result that is
    worth printing.
    """

    package: str
    client: str
    async_client: str
    option: str
    variable: str
    call: str
    arguments: tuple[str, ...]
    items: str
    attribute: str
    paged: bool
    returns: bool


def program(sdk: Sdk, method: Method) -> ProgramView:
    """The call of a method with a value for each argument that it needs."""
    credential, example = sdk.sole_credential, example_view(sdk, method)
    variable = (credential.env or "") if credential else ""
    return ProgramView(
        package=sdk.package.import_name,
        client=sdk.client,
        async_client=sdk.async_client,
        option=credential.name if credential and variable else "",
        variable=variable,
        call=method.dotted,
        arguments=example.arguments,
        items=example.items,
        attribute=example.attribute,
        paged=example.paged,
        returns=not isinstance(method.result, NoResult),
    )


def write(view: ProgramView, kind: str) -> CodeView:
    """The program of a kind: ``sync``, ``async``, ``pages``, ``errors``."""
    source = text(view, kind)
    return CodeView(highlight(source, "python"), source)


def text(view: ProgramView, kind: str) -> str:
    """The program as the text of a file."""
    return render(f"docs/programs/{kind}.py.jinja", view).strip("\n") + "\n"
