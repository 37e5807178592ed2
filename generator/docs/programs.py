"""Programs to copy: complete, and right for the API as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import (
    Api,
    Argument,
    Location,
    Method,
    NoResult,
    Object,
    PageResult,
    Ref,
    ScopeArgument,
    is_required,
    location_of,
    returned_type,
)
from ..naming import NameTable
from ..render import render
from ..views.literals import literal
from ..views.pages import item_attributes
from .code import highlight
from .samples import argument
from .signatures import CodeView, dotted


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


def program(api: Api, names: NameTable, method: Method) -> ProgramView:
    """The call of a method with a value for each argument that it needs."""
    values = _values(api, method)
    option = next(
        (
            o
            for alternative in api.security
            for o in alternative
            if len(alternative) == 1
        ),
        "",
    )
    variables = {o.name: o.env or "" for o in api.options}
    variable = variables.get(option, "")
    return ProgramView(
        package=names.package,
        client=names.client,
        async_client=names.async_client,
        option=names.options.get(option, "") if variable else "",
        variable=variable,
        call=dotted(names, method),
        arguments=tuple(
            f"{name}={literal(values[key])}"
            for name, key in _arguments(names, method)
            if key in values
        ),
        items=_items(api, names, method),
        attribute=_attribute(api, names, method),
        paged=isinstance(method.result, PageResult),
        returns=not isinstance(method.result, NoResult),
    )


def write(view: ProgramView, kind: str) -> CodeView:
    """The program of a kind: ``sync``, ``async``, ``pages``, ``errors``."""
    source = text(view, kind)
    return CodeView(highlight(source, "python"), source)


def text(view: ProgramView, kind: str) -> str:
    """The program as it stands in a file."""
    return render(f"docs/programs/{kind}.py.jinja", view).strip("\n") + "\n"


def _values(api: Api, method: Method) -> Mapping[tuple[Location, str], object]:
    """Values by location and wire name: those of the configured example, else made ones."""
    chosen = next((e for e in api.examples.values() if e.method == method.id), None)
    if chosen is not None:
        given = {_key(a): a.wire_name for a in method.arguments}
        return {
            k: chosen.arguments[n] for k, n in given.items() if n in chosen.arguments
        }
    choices = [a for a in method.arguments if isinstance(a, ScopeArgument)]
    needed = [*filter(is_required, method.arguments), *choices[:1]]
    return {_key(a): argument(a) for a in needed}


def _key(argument: Argument) -> tuple[Location, str]:
    return location_of(argument), argument.wire_name


def _arguments(
    names: NameTable, method: Method
) -> list[tuple[str, tuple[Location, str]]]:
    """Name and key of the arguments as one would write them: path first."""
    rank = {Location.PATH: 0, Location.SCOPE: 1}
    listed = sorted(method.arguments, key=lambda a: rank.get(location_of(a), 2))
    return [(names.argument(method.id, a), _key(a)) for a in listed]


def _items(api: Api, names: NameTable, method: Method) -> str:
    result = method.result
    if not isinstance(result, PageResult):
        return ""
    scheme = next(s for s in api.pages if s.name == result.scheme)
    return ".".join(item_attributes(api, names, scheme))


def _attribute(api: Api, names: NameTable, method: Method) -> str:
    """The first field of what is returned, if that is an object."""
    ref = returned_type(method.result)
    definition = api.types.get(ref.target) if isinstance(ref, Ref) else None
    if not isinstance(definition, Object) or not definition.fields:
        return ""
    return names.fields[definition.id, definition.fields[0].wire_name]
