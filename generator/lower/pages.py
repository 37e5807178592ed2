"""Pagination schemes as types, and which method uses which."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..config import MethodConfig, PageConfig
from ..diagnostics import Report
from ..ir import (
    Argument,
    Definition,
    Field,
    ListOf,
    MapOf,
    Nullable,
    Object,
    PageBody,
    PageItem,
    PageKind,
    PageScheme,
    QueryArgument,
    Ref,
    Scalar,
    ScalarKind,
    Step,
    StepKind,
    TypeId,
    TypeRef,
    Unknown,
    Within,
)
from ..openapi import Cursor

_SCALARS: Mapping[str | None, TypeRef] = {
    "string": Scalar(ScalarKind.STRING),
    "integer": Scalar(ScalarKind.INTEGER),
    "number": Scalar(ScalarKind.NUMBER),
    "boolean": Scalar(ScalarKind.BOOLEAN),
    "object": MapOf(Unknown()),
    "array": ListOf(Unknown()),
}


def page_scheme(page: PageConfig) -> tuple[PageScheme, dict[TypeId, Definition]]:
    """The scheme, and the definitions of its page and of what is nested in it."""
    root = TypeId(f"#/pagination/{page.name}")
    types: dict[TypeId, Definition] = {}
    _page_object(page, (), root, types)
    scheme = PageScheme(
        name=page.name,
        kind=PageKind(page.kind),
        id=root,
        params={p.purpose: p.path[-1] for p in page.request if p.purpose},
        fields={p.purpose: p.path for p in page.response if p.purpose},
        description=page.description,
    )
    return scheme, types


def _page_object(
    page: PageConfig,
    above: tuple[str, ...],
    root: TypeId,
    types: dict[TypeId, Definition],
) -> TypeId:
    here = TypeId("".join((root, *(f"/{name}" for name in above))))
    fields: list[Field] = []
    for found in page.response:
        if found.path[:-1] != above or found.purpose == "cursor_item_id":
            continue
        ref: TypeRef
        nested = any(p.path[:-1] == found.path for p in page.response)
        if found.purpose == "items":
            ref = ListOf(PageItem())
        elif nested:
            ref = Ref(_page_object(page, found.path, root, types))
        else:
            ref = _SCALARS.get(found.type, Unknown())
        is_items = found.purpose == "items" and not above
        shown = ref if is_items else Nullable(ref)
        fields.append(Field(found.path[-1], shown, required=is_items, place=page.place))
    steps = tuple(Step(StepKind.PROPERTY, name) for name in above)
    origin = Within(root, steps) if above else PageBody(page.name)
    types[here] = Object(here, origin, tuple(fields), place=page.place)
    return here


def choose_page(
    method: MethodConfig,
    pages: tuple[PageConfig, ...],
    params: tuple[Argument, ...],
    response: Cursor | None,
    report: Report,
) -> tuple[PageConfig, Cursor] | None:
    """The scheme that a method uses and the schema of its items; None where it has no pages.

    A scheme that the configuration names must fit, otherwise that is an error; without a name
    the first one that fits is taken, and that there is none is worth a warning where the
    configuration asks for pages.
    """
    if method.paginated is False:
        return None
    if isinstance(method.paginated, str):
        return _named(method, pages, params, response, report)
    names = _queried(params)
    found = fitting_page(pages, names, response) if response is not None else None
    if found is None and method.paginated is True:
        report.warning(
            "C012",
            method.paginated_place,
            f"no pagination scheme fits '{method.verb} {method.path}'",
            help="name the scheme to learn why it does not fit, or paginated: false",
        )
    return found


def fitting_page(
    pages: tuple[PageConfig, ...], names: Collection[str], response: Cursor
) -> tuple[PageConfig, Cursor] | None:
    """The first scheme that fits an operation with parameters of these names, and its items."""
    for page in pages:
        items = _items(page, response)
        if items is not None and not _missing(page, names):
            return page, items
    return None


def _named(
    method: MethodConfig,
    pages: tuple[PageConfig, ...],
    params: tuple[Argument, ...],
    response: Cursor | None,
    report: Report,
) -> tuple[PageConfig, Cursor] | None:
    page = next((p for p in pages if p.name == method.paginated), None)
    place = method.paginated_place
    if page is None:
        known = ", ".join(p.name for p in pages) or "none is configured"
        message = f"there is no pagination scheme '{method.paginated}'"
        report.error("C011", place, message, help=f"name one of: {known}")
        return None
    missing = _missing(page, _queried(params))
    if missing:
        report.error(
            "C012",
            place,
            f"the scheme '{page.name}' needs the query parameter '{missing[0]}', which "
            f"'{method.verb} {method.path}' does not have",
            help="name another scheme, or add the parameter to the description",
        )
        return None
    items = _items(page, response) if response is not None else None
    if items is None:
        path = ".".join(next(p.path for p in page.response if p.purpose == "items"))
        report.error(
            "C012",
            place,
            f"the scheme '{page.name}' reads its items from '{path}', but the response of "
            f"'{method.verb} {method.path}' has no list there",
            help="name another scheme, or paginated: false",
            related=((("the response's schema", response.place),) if response else ()),
        )
        return None
    return page, items


def _queried(params: tuple[Argument, ...]) -> frozenset[str]:
    """The query parameters: the next page is asked for in the query."""
    return frozenset(p.wire_name for p in params if isinstance(p, QueryArgument))


def _missing(page: PageConfig, names: Collection[str]) -> list[str]:
    return [p.path[-1] for p in page.request if p.purpose and p.path[-1] not in names]


def _items(page: PageConfig, response: Cursor) -> Cursor | None:
    """The schema of one item, where the response has a list at the scheme's items path."""
    path = next(p.path for p in page.response if p.purpose == "items")
    schema: Cursor | None = response
    for name in path:
        schema = _property(schema, name) if schema else None
    if schema is None:
        return None
    return next(
        (items for s in _alternatives(schema) if (items := s.at("items"))), None
    )


def _property(schema: Cursor, name: str) -> Cursor | None:
    for found in _alternatives(schema):
        properties = found.at("properties")
        if properties is not None and properties.has(name):
            return properties.at(name)
    return None


def _alternatives(schema: Cursor) -> list[Cursor]:
    """The schema and those that it is put together from, each once."""
    first = schema.resolve()
    found, waiting = {first.id: first}, [first]
    while waiting:
        current = waiting.pop(0)
        for key in ("allOf", "anyOf", "oneOf"):
            members = current.at(key)
            for member in members.items() if members else ():
                resolved = member.resolve()
                if resolved.id not in found:
                    found[resolved.id] = resolved
                    waiting.append(resolved)
    return list(found.values())
