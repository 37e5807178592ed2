"""The pagination schemes that the page classes of a package were made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..naming import Casing
from ..openapi import Operation
from ..published import Named, Package, PageClass, PageField
from ..words import split_words
from .described import Schemas, body_schemas, response_schema

_PURPOSE = "x-stainless-pagination-property"
_PARAM_TYPES = {"offset_count_param": "integer", "page_number_param": "integer"}


def scheme_names(package: Package) -> Mapping[Named, str]:
    """What the scheme of each page class is called."""
    return {id: _snake(id.name.removeprefix("Sync")) for id in package.pages}


def schemes(package: Package) -> list[dict[str, Any]]:
    """The schemes in the order of their classes."""
    names = scheme_names(package)
    return [_scheme(names[id], page) for id, page in package.pages.items()]


def automatic(package: Package, schemas: Schemas, operation: Operation) -> Named | None:
    """The class of the first scheme that fits an operation without being named."""
    response = response_schema(operation)
    names = {p.name for p in operation.parameters}
    names |= {n for body in body_schemas(operation) for n in schemas.names_of(body)}
    if response is None:
        return None
    for id, page in package.pages.items():
        whole = response if page.is_array else schemas.at(response, page.roles["items"])
        has_items = whole is not None and schemas.items(whole) is not None
        if has_items and names.issuperset(page.params.values()):
            return id
    return None


def _snake(class_name: str) -> str:
    """A class name in snake case, from which the same class name is made; words that are spelled as
    one, such as ``OpenAI``, stay together."""
    words = list(split_words(class_name))
    for index in range(len(words) - 1, 0, -1):
        joined = words[index - 1] + words[index]
        if Casing().pascal(joined) == Casing().pascal(words[index - 1], words[index]):
            words[index - 1 : index + 1] = [joined]
    return "_".join(words)


def _scheme(name: str, page: PageClass) -> dict[str, Any]:
    request = {
        param: {
            "type": _PARAM_TYPES.get(purpose, "string"),
            _PURPOSE: {"purpose": purpose},
        }
        for purpose, param in page.params.items()
    }
    purposes = {path: purpose for purpose, path in page.roles.items()}
    response = {
        field.wire_name: _property(field, page, (field.wire_name,), purposes)
        for field in page.fields
    }
    item = page.roles.get("cursor_item_id")
    if item is not None and item != ("id",):
        holder = _at(response, page.roles["items"])
        holder["items"] = {
            "properties": {item[0]: {_PURPOSE: {"purpose": "cursor_item_id"}}}
        }
    parts = {"name": name, "type": page.kind, "request": request, "response": response}
    return {key: value for key, value in parts.items() if value}


def _property(
    field: PageField,
    page: PageClass,
    path: tuple[str, ...],
    purposes: Mapping[tuple[str, ...], str],
) -> dict[str, Any]:
    """A property of a page as a schema, with the purpose that it has."""
    found: dict[str, Any] = {"type": field.type}
    if field.type == "array":
        found["items"] = {}
    mark: dict[str, Any] = {}
    purpose = purposes.get(path)
    if purpose is not None and (purpose != "items" or page.is_array):
        mark["purpose"] = purpose
    if purpose == "items" and page.is_array:
        mark["is_top_level_array"] = True
    header = page.headers.get(path[0]) if len(path) == 1 else None
    if header is not None:
        mark["from_header"] = header
    if mark:
        found[_PURPOSE] = mark
    if field.fields:
        found["properties"] = {
            part.wire_name: _property(part, page, (*path, part.wire_name), purposes)
            for part in field.fields
        }
    return found


def _at(response: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """The schema of a nested property."""
    schema: dict[str, Any] = response[path[0]]
    for name in path[1:]:
        schema = schema["properties"][name]
    return schema
