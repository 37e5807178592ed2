"""The classes of pages: what they have, and how they find the next page."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from ..diagnostics import Report
from .model import Field, PageClass, PageField
from .modules import Module, Modules
from .shapes import Applied, ListOf, Named, Scalar, members
from .types import read_fields

_DEEPEST = 8


def read_pages(modules: Modules, report: Report) -> Mapping[Named, PageClass]:
    """The page classes without ``await``, in their order."""
    module = modules.module("pagination")
    found: dict[Named, PageClass] = {}
    for name, node in module.defined.items() if module is not None else ():
        if isinstance(node, ast.ClassDef) and _is_page(node) and module is not None:
            page = _Class(node, module, modules).page(Named(module.name, name))
            if page.is_array or _has(page.fields, page.roles.get("items", ())):
                found[page.id] = page
            else:
                report.warning(
                    "P008",
                    page.place,
                    f"the page class '{name}' does not show where its items are",
                    help="add its pagination scheme by hand",
                )
    return found


def _has(fields: tuple[PageField, ...], path: tuple[str, ...]) -> bool:
    """Whether fields, and those in them, have a path."""
    for name in path:
        field = next((f for f in fields if f.wire_name == name), None)
        if field is None:
            return False
        fields = field.fields
    return bool(path)


def _is_page(node: ast.ClassDef) -> bool:
    bases = (b.value if isinstance(b, ast.Subscript) else b for b in node.bases)
    return any(isinstance(b, ast.Name) and b.id == "BaseSyncPage" for b in bases)


class _Class:
    """Reads one class: its methods, and the variables in the one that finds the next page."""

    def __init__(self, node: ast.ClassDef, module: Module, modules: Modules) -> None:
        self._node = node
        self._module = module
        self._modules = modules
        self._methods = {f.name: f for f in node.body if isinstance(f, ast.FunctionDef)}
        following = self._methods.get("next_page_info")
        self._body = list(ast.walk(following)) if following is not None else []
        self._local = _assigned(self._body)
        self._fields = read_fields(node, module, modules)

    def page(self, id: Named) -> PageClass:
        params, roles = self._following()
        kind = _kind(params, roles)
        items = self._items()
        if items:
            roles = {"items": items, **roles}
        more = self._methods.get("has_next_page")
        found = list(_ways(more)) if more is not None else []
        if found and kind != "fake_page":
            roles = {**roles, "has_next_page": self._wire(found[0])}
        return PageClass(
            id=id,
            kind=kind,
            params=params,
            roles=roles,
            fields=tuple(self._page_field(field) for field in self._fields),
            headers=self._headers(),
            is_array="build" in self._methods,
            place=self._module.place(self._node),
        )

    def _items(self) -> tuple[str, ...]:
        method = self._methods.get("_get_page_items")
        ways = list(_ways(method)) if method is not None else []
        return self._wire(max(ways, key=len)) if ways else ()

    def _following(self) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        """The parameters that ask for the next page, and the values that are needed for it."""
        params: dict[str, str] = {}
        roles: dict[str, tuple[str, ...]] = {}
        backward = self._asked()
        for call in self._body:
            match call:
                case ast.Call(
                    func=ast.Name(id="PageInfo"),
                    keywords=[ast.keyword(arg=place, value=value)],
                ):
                    pass
                case _:
                    continue
            if place == "url":
                ways = [self._way(part) for part in ast.walk(value)]
                roles["cursor_url_field"] = next((self._wire(w) for w in ways if w), ())
            elif isinstance(value, ast.Dict):
                for key, sent in zip(value.keys, value.values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        self._add(key.value, sent, backward, params, roles)
        return params, roles

    def _add(
        self,
        name: str,
        sent: ast.expr,
        backward: set[str],
        params: dict[str, str],
        roles: dict[str, tuple[str, ...]],
    ) -> None:
        """Add what one parameter of the next request is and where its value is found."""
        way = self._way(sent)
        direction = "previous" if name in backward else "next"
        if way and way[0] == "#item":
            params[f"{direction}_cursor_id_param"] = name
            roles["cursor_item_id"] = way[1:]
        elif way:
            params[f"{direction}_cursor_param"] = name
            roles[f"{direction}_cursor_field"] = self._wire(way)
        elif self._counts():
            params["offset_count_param"] = name
            self._add_way("offset_count_start_field", "offset", roles)
            self._add_compared("offset_total_count_field", roles)
        else:
            params["page_number_param"] = name
            for variable in ("last_page", "current_page"):
                self._add_way("current_page_number_field", variable, roles)
            self._add_compared("total_page_count_field", roles)

    def _add_way(
        self, role: str, variable: str, roles: dict[str, tuple[str, ...]]
    ) -> None:
        way = self._way(ast.Name(id=variable))
        if way:
            roles[role] = self._wire(way)

    def _add_compared(self, role: str, roles: dict[str, tuple[str, ...]]) -> None:
        """The field that the number of items or pages so far is compared with."""
        for part in self._body:
            match part:
                case ast.Compare(
                    ops=[ast.Lt() | ast.GtE() | ast.Gt() | ast.LtE()],
                    comparators=[ast.Name() as limit],
                ):
                    way = self._way(limit)
                    if way:
                        roles[role] = self._wire(way)
                case _:
                    pass

    def _counts(self) -> bool:
        """Whether the number of items decides what the next page is."""
        calls = (p for p in self._body if isinstance(p, ast.Call))
        return any(isinstance(c.func, ast.Name) and c.func.id == "len" for c in calls)

    def _asked(self) -> set[str]:
        """The parameters of this request that turn the direction."""
        found: set[str] = set()
        for part in self._body:
            match part:
                case ast.Call(
                    func=ast.Attribute(attr="get"),
                    args=[ast.Constant(value=str() as name), *_],
                ):
                    found.add(name)
                case _:
                    pass
        return found

    def _way(self, node: ast.AST) -> tuple[str, ...]:
        """The attributes that lead to a value from the page, or from an item (``#item``)."""
        for _ in range(_DEEPEST):
            if not isinstance(node, ast.Name):
                break
            values = [v for v in self._local.get(node.id, ()) if _attributes(v)]
            if not values:
                return ()
            node = values[-1]
        names = _attributes(node)
        if not names:
            return ()
        if names[0] == "self":
            return names[1:] if not names[1].startswith("_") else ()
        return ("#item", *names[1:]) if names[0] == "item" else ()

    def _wire(self, way: tuple[str, ...]) -> tuple[str, ...]:
        """The names in JSON of the attributes of a way."""
        found: list[str] = []
        fields = self._fields
        for name in way:
            field = next((f for f in fields if f.name == name), None)
            found.append(field.wire_name if field is not None else name)
            fields = self._below(field) if field is not None else ()
        return tuple(found)

    def _page_field(
        self, field: Field, above: frozenset[tuple[Field, ...]] = frozenset()
    ) -> PageField:
        inner = self._below(field)
        inner = inner if inner not in above else ()
        parts = tuple(self._page_field(part, above | {inner}) for part in inner)
        return PageField(field.wire_name, "object" if parts else _type(field), parts)

    def _below(self, field: Field) -> tuple[Field, ...]:
        """The fields of the class that a field holds."""
        for shape in members(field.shape):
            named = shape.generic if isinstance(shape, Applied) else shape
            module = (
                self._modules.module(named.module) if isinstance(named, Named) else None
            )
            if module is not None and isinstance(named, Named):
                node = module.defined.get(named.name)
                if isinstance(node, ast.ClassDef):
                    return read_fields(node, module, self._modules)
        return ()

    def _headers(self) -> dict[str, str]:
        """The fields that a response's headers hold."""
        build = self._methods.get("build")
        found: dict[str, str] = {}
        for table in ast.walk(build) if build is not None else ():
            if isinstance(table, ast.Dict):
                for key, value in zip(table.keys, table.values, strict=True):
                    header = _header(value)
                    if isinstance(key, ast.Constant) and header is not None:
                        found[str(key.value)] = header
        return found


def _type(field: Field) -> str:
    """The JSON type of a field without parts."""
    shapes = members(field.shape)
    shape = shapes[0] if len(shapes) == 1 else None
    if isinstance(shape, ListOf):
        return "array"
    types = {"int": "integer", "float": "number", "bool": "boolean", "str": "string"}
    return types.get(shape.kind, "string") if isinstance(shape, Scalar) else "object"


def _kind(params: Mapping[str, str], roles: Mapping[str, object]) -> str:
    if "cursor_url_field" in roles:
        return "cursor_url"
    purposes = {
        "cursor_id_param": "cursor_id",
        "cursor_param": "cursor",
        "offset_count_param": "offset",
        "page_number_param": "page_number",
    }
    kinds = (k for end, k in purposes.items() if any(p.endswith(end) for p in params))
    return next(kinds, "fake_page")


def _assigned(body: list[ast.AST]) -> dict[str, list[ast.expr]]:
    found: dict[str, list[ast.expr]] = {}
    for part in body:
        match part:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found.setdefault(name, []).append(value)
            case _:
                pass
    return found


def _ways(function: ast.FunctionDef) -> Iterator[tuple[str, ...]]:
    """The attributes of the page that a method reads."""
    for part in ast.walk(function):
        names = _attributes(part)
        if names[:1] == ("self",) and not names[1].startswith(("_", "next_page_info")):
            yield names[1:]


def _attributes(node: ast.AST) -> tuple[str, ...]:
    """``a.b.c`` as names, with the name of what ``cast`` is given; empty for anything else."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return (node.id, *reversed(names)) if names and isinstance(node, ast.Name) else ()


def _header(node: ast.expr) -> str | None:
    for part in ast.walk(node):
        match part:
            case ast.Call(
                func=ast.Attribute(value=ast.Attribute(attr="headers"), attr="get"),
                args=[ast.Constant(value=str() as name), *_],
            ):
                return name
            case _:
                pass
    return None
