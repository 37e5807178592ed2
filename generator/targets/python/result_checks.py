"""What the package's own tests check of a result: its class, and the class of each item in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from ...surface import (
    Alias,
    BinaryResult,
    ListOf,
    Literals,
    MapOf,
    Model,
    ModelResult,
    Named,
    NoResult,
    Nullable,
    PageItem,
    PageResult,
    Result,
    Scalar,
    ScalarKind,
    Sdk,
    StreamResult,
    SwitchedResult,
    TextResult,
    TupleOf,
    TypeExpression,
    UnionOf,
    Unknown,
)

_CLASSES = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
}
_PAGES = 2
"""How many pages a test reads, so that it follows a link once."""


def checks_of(
    sdk: Sdk, result: Result, *, is_async: bool
) -> tuple[str, tuple[str, ...]]:
    """What a result is called, and assertions about it; both are empty where it is nothing, or of
    one of several classes that no assertion tells apart: the client has checked them.
    """
    match result:
        case NoResult():
            return "", ()
        case StreamResult(item=item):
            items = "[item async for item in stream]" if is_async else "list(stream)"
            checks = [f"items = {items}", "assert items"]
            class_ = class_of(sdk, item) if item is not None else ""
            return "stream", (*checks, *_each("items", class_))
        case BinaryResult():
            value = "await response.read()" if is_async else "response.read()"
            return "response", (f"assert isinstance({value}, bytes)",)
        case PageResult(scheme=scheme, item=item):
            page = sdk.page(scheme)
            found = page.async_class if is_async else page.sync_class
            checks = [f"assert isinstance(page, pagination.{found})"]
            items = f"page.items(max_pages={_PAGES})"
            class_ = class_of(sdk, item)
            each = _each(items, class_, is_async=is_async)
            return "page", (*checks, *each)
        case TextResult():
            return "result", ("assert isinstance(result, str)",)
        case ModelResult(type=ref, statuses=statuses) | SwitchedResult(
            value=ModelResult(type=ref, statuses=statuses)
        ):
            if statuses and not isinstance(ref, (UnionOf, Nullable)):
                return "", ()  # one of these statuses may come, with another value
            checks = [*_assertions(sdk, "result", ref)]
            return "result" if checks else "", tuple(checks)
    assert_never(result)


def _assertions(sdk: Sdk, name: str, ref: TypeExpression) -> Iterator[str]:
    """Assertions about a value, and about what it holds if it is a list or an object of free keys."""
    if class_ := class_of(sdk, ref):
        yield f"assert isinstance({name}, {class_})"
    inside = _followed(sdk, ref)
    if isinstance(inside, ListOf):
        yield from _each(name, class_of(sdk, inside.item))
    elif isinstance(inside, MapOf):
        yield from _each(f"{name}.values()", class_of(sdk, inside.value))


def _each(items: str, class_: str, *, is_async: bool = False) -> Iterator[str]:
    """A loop that asserts the class of each of some items; none if that is not known."""
    if class_:
        yield f"{'async ' if is_async else ''}for item in {items}:"
        yield f"    assert isinstance(item, {class_})"


def class_of(sdk: Sdk, ref: TypeExpression) -> str:
    """The class of every value of a type, or a union of classes, as source; empty if values have
    none that ``isinstance`` accepts."""
    inside = _followed(sdk, ref)
    match inside:
        case Scalar(kind=kind):
            return _CLASSES.get(kind, "")
        case Literals(values=values):
            return " | ".join(dict.fromkeys(type(v).__name__ for v in values))
        case UnionOf(members=members):
            classes = [class_of(sdk, member) for member in members]
            return " | ".join(dict.fromkeys(classes)) if all(classes) else ""
        case Nullable(inner):
            class_ = class_of(sdk, inner)
            return f"{class_} | None" if class_ else ""
        case TupleOf() | Unknown() | PageItem():
            return ""
        case ListOf():
            return "list"
        case MapOf():
            return "dict"
        case Named(name):
            found = sdk.definitions.get(name)
            is_public = isinstance(found, Model) and found.root is None
            return ".".join((*name.module[:-1], name.name)) if is_public else ""
    assert_never(inside)


def _followed(sdk: Sdk, ref: TypeExpression) -> TypeExpression:
    """What a type means, behind its aliases."""
    while isinstance(ref, Named):
        found = sdk.definitions.get(ref.name)
        if not isinstance(found, Alias):
            return ref
        ref = found.type
    return ref
