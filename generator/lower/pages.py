"""Pagination schemes as types, and which method uses which."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct, field

from ..config import MethodConfig, PageConfig
from ..diagnostics import Report
from ..ir import (
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
from ..openapi import Description, Operation, Schema
from .inferred_pages import infer_pages

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
        headers={p.path[0]: p.header for p in page.response if p.header},
        body=next((p.path[0] for p in page.response if p.is_body), None),
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


class Pagination(Struct, frozen=True):
    """Which pagination scheme fits which response.

    Where the configuration says nothing of pages, ``inferred`` collects those that the description shows,
    by their names, which tell all that they are.
    """

    description: Description
    configured: tuple[PageConfig, ...] | None
    report: Report
    inferred: dict[str, PageConfig] = field(default_factory=dict[str, PageConfig])

    @property
    def schemes(self) -> tuple[PageConfig, ...]:
        """The schemes that methods use or may use."""
        inferred = sorted(self.inferred.values(), key=lambda page: page.name)
        return self.configured or tuple(inferred)

    def choose(
        self,
        method: MethodConfig,
        operation: Operation,
        params: Collection[str],
        response: Schema | None,
    ) -> tuple[PageConfig, Schema] | None:
        """The scheme that a method uses and the schema of its items; None if it has no pages.

        A scheme that the configuration names must fit, otherwise that is an error; without a
        name the first one that fits is taken, and that there is none is worth a warning where
        the configuration asks for pages.
        """
        if method.paginated is False:
            return None
        if isinstance(method.paginated, str):
            return self._named(method, params, response)
        found = self.fitting(operation, params, response) if response else None
        if found is None and method.paginated is True:
            self.report.warning(
                "C012",
                method.paginated_place,
                f"no pagination scheme matches '{method.verb} {method.path}'",
                help=(
                    "define a scheme in 'pagination', or set 'x-infer-pages: true'"
                    if self.configured == ()
                    else "specify a scheme to see why it does not match, or set paginated: false"
                ),
            )
        return found

    def fitting(
        self, operation: Operation, params: Collection[str], response: Schema
    ) -> tuple[PageConfig, Schema] | None:
        """The first scheme that fits an operation with parameters of these names, and its items;
        one that is inferred if none is configured."""
        if self.configured is None:
            found = infer_pages(self.description, operation, response)
            if found is not None:
                self.inferred.setdefault(found[0].name, found[0])
            return found
        for page in self.configured:
            items = self._items(page, response)
            if items is None or _missing(page, params):
                continue
            if all(self._at(response, path) for path in _body_paths(page)):
                return page, items
        return None

    def _named(
        self, method: MethodConfig, params: Collection[str], response: Schema | None
    ) -> tuple[PageConfig, Schema] | None:
        configured = self.configured or ()
        page = next((p for p in configured if p.name == method.paginated), None)
        place, endpoint = method.paginated_place, f"'{method.verb} {method.path}'"
        if page is None:
            known = ", ".join(p.name for p in configured) or "none is configured"
            message = f"unknown pagination scheme '{method.paginated}'"
            self.report.error("C011", place, message, help=f"use one of: {known}")
            return None
        missing = _missing(page, params)
        if missing:
            self.report.error(
                "C012",
                place,
                f"the scheme '{page.name}' needs the parameter '{missing[0]}', which "
                f"{endpoint} does not have",
                help="use another scheme, or add the parameter to the description",
            )
            return None
        items = self._items(page, response) if response is not None else None
        if items is None:
            path = ".".join(_items_path(page))
            where = f"'{path}', but the response of {endpoint} has no list there"
            if not path:
                where = f"the whole body, but the response of {endpoint} is not a list"
            self.report.error(
                "C012",
                place,
                f"the scheme '{page.name}' reads its items from {where}",
                help="use another scheme, or set paginated: false",
                related=(
                    (("the response's schema", response.origin.place),)
                    if response is not None
                    else ()
                ),
            )
            return None
        return page, items

    def _items(self, page: PageConfig, response: Schema) -> Schema | None:
        """The schema of one item, where the response has a list at the scheme's items path."""
        schema = self._at(response, _items_path(page))
        if schema is None:
            return None
        items = (s.items for s in self.description.constituents(schema))
        return next((found for found in items if found is not None), None)

    def _at(self, response: Schema, path: tuple[str, ...]) -> Schema | None:
        """The property of a response at a path; None if it has no such one."""
        schema: Schema | None = response
        for name in path:
            schema = self._property(schema, name) if schema is not None else None
        return schema

    def _property(self, schema: Schema, name: str) -> Schema | None:
        found = (s.properties.get(name) for s in self.description.constituents(schema))
        return next((schema for schema in found if schema is not None), None)


def _items_path(page: PageConfig) -> tuple[str, ...]:
    """The way from a body to its items; empty where they are the whole body."""
    items = next(p for p in page.response if p.purpose == "items")
    return () if items.is_body else items.path


def _body_paths(page: PageConfig) -> Iterator[tuple[str, ...]]:
    """The ways from a body to what a scheme has in it, apart from what it reads in items."""
    for found in page.response:
        is_elsewhere = found.header is not None or found.is_body
        if not is_elsewhere and found.purpose != "cursor_item_id":
            yield found.path


def _missing(page: PageConfig, names: Collection[str]) -> list[str]:
    return [name for name in page.params if name not in names]
