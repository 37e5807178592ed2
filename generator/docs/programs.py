"""Programs to copy: complete, and right for the API as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import Api, Location, Method, Object, Ref
from ..naming import NameTable
from ..render import render
from ..views.literals import literal
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
            for key, name in _arguments(names, method)
            if key in values
        ),
        items=_items(api, method),
        attribute=_attribute(api, names, method),
        paged=method.page is not None,
        returns=method.page is not None or method.response.type is not None,
    )


def write(view: ProgramView, kind: str) -> CodeView:
    """The program of a kind: ``sync``, ``async``, ``pages``, ``errors``."""
    source = text(view, kind)
    return CodeView(highlight(source, "python"), source)


def text(view: ProgramView, kind: str) -> str:
    """The program as it stands in a file."""
    return render(f"docs/programs/{kind}.py.jinja", view).strip("\n") + "\n"


def _values(api: Api, method: Method) -> Mapping[tuple[str, str], object]:
    """Values by location and wire name: those of the configured example, else made ones."""
    chosen = next((e for e in api.examples.values() if e.method == method.id), None)
    choices = method.scope.choices if method.scope else ()
    if chosen is not None:
        given = {(p.location.value, p.wire_name): p.wire_name for p in method.arguments}
        given |= {("scope", c.argument): c.argument for c in choices}
        return {
            k: chosen.arguments[n] for k, n in given.items() if n in chosen.arguments
        }
    values: dict[tuple[str, str], object] = {
        (p.location.value, p.wire_name): argument(p)
        for p in method.arguments
        if p.required
    }
    for choice in choices[:1]:
        values["scope", choice.argument] = choice.example or choice.argument
    return values


def _arguments(names: NameTable, method: Method) -> list[tuple[tuple[str, str], str]]:
    """Location, wire name and name of the arguments as one would write them: path first."""
    rank = {Location.PATH.value: 0, "scope": 1}
    listed = [(p.location.value, p.wire_name) for p in method.arguments]
    listed += [
        ("scope", c.argument) for c in (method.scope.choices if method.scope else ())
    ]
    listed.sort(key=lambda key: rank.get(key[0], 2))
    return [(key, names.arguments[(method.id, *key)]) for key in listed]


def _items(api: Api, method: Method) -> str:
    if method.page is None:
        return ""
    scheme = next(s for s in api.pages if s.name == method.page.scheme)
    return ".".join(scheme.fields["items"])


def _attribute(api: Api, names: NameTable, method: Method) -> str:
    """The first field of what is returned, if that is an object."""
    ref = method.page.item if method.page else method.response.type
    definition = api.types.get(ref.target) if isinstance(ref, Ref) else None
    if not isinstance(definition, Object) or not definition.fields:
        return ""
    return names.fields[definition.id, definition.fields[0].wire_name]
