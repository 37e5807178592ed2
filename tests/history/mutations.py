"""Changes to a description as its owners make them, each with the names that it is about."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

Value = Any
_METHODS = ("get", "put", "post", "delete", "patch")
_DATA = ("example", "examples", "default", "enum", "const")
_NEW = "novelty"


@dataclass(frozen=True, slots=True)
class Mutation:
    """A changed description, what was done to it, and the names that the change is about: what
    differs in a client mentions one of them. ``texts_only`` and ``nothing`` say how little differs.
    """

    kind: str
    about: tuple[str, ...]
    description: Value
    texts_only: bool = False
    nothing: bool = False

    def __str__(self) -> str:
        return f"{self.kind} {' '.join(self.about)}"


class Unfit(Exception):
    """A description that a change cannot be made to."""


def mutated(kind: str, random: Random, description: Value) -> Mutation | None:
    """A description after one change of a kind; None if there is nothing to change."""
    changed = copy.deepcopy(description)
    try:
        about = KINDS[kind](random, changed)
    except Unfit:
        return None
    if kind == "reorder keys":
        changed = _reordered(random, changed)
    return Mutation(
        kind, about, changed, texts_only=kind == "change text", nothing=not about
    )


def operations(description: Value) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The operations of a description, with verb and path."""
    for path, item in description.get("paths", {}).items():
        for verb in _METHODS:
            if isinstance(item, dict) and isinstance(item.get(verb), dict):
                yield verb, path, item[verb]


def _schemas(description: Value) -> dict[str, Any]:
    found = description.get("definitions")
    if found is None:
        found = description.get("components", {}).get("schemas", {})
    return found if isinstance(found, dict) else {}


def _referred(description: Value) -> set[str]:
    """The names of the schemas that something refers to."""
    found, waiting = set(), [description]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            ref = value.get("$ref")
            if isinstance(ref, str):
                found.add(ref.rpartition("/")[2])
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def _chosen(random: Random, found: list[Value]) -> Value:
    if not found:
        raise Unfit
    return random.choice(found)


def _operation(random: Random, description: Value) -> tuple[str, str, dict[str, Any]]:
    chosen: tuple[str, str, dict[str, Any]]
    chosen = _chosen(
        random, [o for o in operations(description) if o[2].get("operationId")]
    )
    return chosen


def _property(
    random: Random, description: Value, fits: Callable[[Value], bool] = bool
) -> tuple[str, dict[str, Any], str]:
    """A property of a schema that is used: the schema's name, the schema, the property's name."""
    used = _referred(description)
    chosen: tuple[str, dict[str, Any], str]
    chosen = _chosen(
        random,
        [
            (name, schema, key)
            for name, schema in _schemas(description).items()
            if name in used and isinstance(schema, dict)
            for key, inner in schema.get("properties", {}).items()
            if isinstance(inner, dict) and fits(inner)
        ],
    )
    return chosen


def _reorder(_random: Random, _description: Value) -> tuple[str, ...]:
    return ()


def _text(random: Random, description: Value) -> tuple[str, ...]:
    verb, path, operation = _operation(random, description)
    operation["description"] = f"Does it in the {_NEW} way."
    return (f"{verb} {path}", _NEW)


def _rename_operation(random: Random, description: Value) -> tuple[str, ...]:
    verb, path, operation = _operation(random, description)
    old = operation["operationId"]
    operation["operationId"] = f"{old}Anew"
    return (f"{verb} {path}", f"{old}Anew")


def _remove_operation(random: Random, description: Value) -> tuple[str, ...]:
    if len([*operations(description)]) < 2:
        raise Unfit
    verb, path, _ = _operation(random, description)
    del description["paths"][path][verb]
    return (f"{verb} {path}",)


def _add_operation(random: Random, description: Value) -> tuple[str, ...]:
    verb, path, operation = _operation(random, description)
    added = copy.deepcopy(operation)
    added["operationId"] = f"{operation['operationId']}{_NEW.title()}"
    item = description["paths"][path]
    shared = {"parameters": item["parameters"]} if "parameters" in item else {}
    new = f"{path.rstrip('/')}/{_NEW}"
    description["paths"][new] = {**shared, verb: added}
    return (f"{verb} {path}", f"{verb} {new}", _NEW)


def _rename_property(random: Random, description: Value) -> tuple[str, ...]:
    _, schema, key = _property(random, description)
    new = f"{key}_{_NEW}"
    schema["properties"] = {
        (new if k == key else k): v for k, v in schema["properties"].items()
    }
    if isinstance(schema.get("required"), list):
        schema["required"] = [new if k == key else k for k in schema["required"]]
    return (key, new)


def _remove_property(random: Random, description: Value) -> tuple[str, ...]:
    _, schema, key = _property(random, description)
    del schema["properties"][key]
    if isinstance(schema.get("required"), list):
        schema["required"] = [k for k in schema["required"] if k != key]
        if not schema["required"]:
            del schema["required"]
    return (key,)


def _retype(random: Random, description: Value) -> tuple[str, ...]:
    simple = ({"type": "string"}, {"type": "integer"}, {"type": "boolean"})
    _, schema, key = _property(
        random, description, lambda s: s.get("type") in ("string", "integer", "boolean")
    )
    old = schema["properties"][key]["type"]
    schema["properties"][key] = next(s for s in simple if s["type"] != old)
    return (key,)


def _add_field(random: Random, description: Value) -> tuple[str, ...]:
    _, schema, _ = _property(random, description)
    schema["properties"][_NEW] = {"type": "string"}
    return (_NEW,)


def _enums(description: Value) -> list[tuple[str, dict[str, Any]]]:
    """The enums of properties and parameters with at least two texts, each with its name."""
    found = [
        (key, inner)
        for schema in _schemas(description).values()
        if isinstance(schema, dict)
        for key, inner in schema.get("properties", {}).items()
    ]
    for _, _, operation in operations(description):
        for parameter in operation.get("parameters", ()):
            if "name" in parameter:
                found.append((parameter["name"], parameter.get("schema", parameter)))
    return [
        (name, schema)
        for name, schema in found
        if isinstance(schema, dict)
        and isinstance(schema.get("enum"), list)
        and len(schema["enum"]) > 1
        and all(isinstance(value, str) for value in schema["enum"])
    ]


def _remove_value(random: Random, description: Value) -> tuple[str, ...]:
    name, schema = _chosen(random, _enums(description))
    gone = random.choice(schema["enum"])
    schema["enum"] = [value for value in schema["enum"] if value != gone]
    if schema.get("default") == gone:
        del schema["default"]
    return (name, gone)


def _add_value(random: Random, description: Value) -> tuple[str, ...]:
    name, schema = _chosen(random, _enums(description))
    schema["enum"].append(_NEW)
    return (name, _NEW)


def _argument(description: Value, random: Random, **more: Any) -> tuple[str, ...]:
    verb, path, operation = _operation(random, description)
    is_swagger = "swagger" in description
    kind = {"type": "string"} if is_swagger else {"schema": {"type": "string"}}
    operation.setdefault("parameters", []).append(
        {"name": _NEW, "in": "query", **kind, **more}
    )
    return (f"{verb} {path}", _NEW)


def _optional_argument(random: Random, description: Value) -> tuple[str, ...]:
    return _argument(description, random)


def _required_argument(random: Random, description: Value) -> tuple[str, ...]:
    return _argument(description, random, required=True)


def _remove_argument(random: Random, description: Value) -> tuple[str, ...]:
    endpoint, parameters, index = _chosen(
        random,
        [
            (f"{verb} {path}", operation["parameters"], index)
            for verb, path, operation in operations(description)
            for index, parameter in enumerate(operation.get("parameters", ()))
            if parameter.get("in") == "query"
        ],
    )
    return (endpoint, parameters.pop(index)["name"])


def _rename_schema(random: Random, description: Value) -> tuple[str, ...]:
    schemas = _schemas(description)
    used = _referred(description)
    old = _chosen(random, [name for name in schemas if name in used])
    new = f"{old}{_NEW.title()}"
    schemas[new] = schemas.pop(old)
    waiting = [description]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            for key, inner in value.items():
                if inner in (f"#/components/schemas/{old}", f"#/definitions/{old}"):
                    value[key] = f"{inner.removesuffix(old)}{new}"
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return (old, new)


def _is_text(schema: Value) -> bool:
    return (
        isinstance(schema, dict)
        and schema.get("type") == "string"
        and "enum" not in schema
    )


def _change_default(random: Random, description: Value) -> tuple[str, ...]:
    found = [
        (f"{verb} {path}", parameter)
        for verb, path, operation in operations(description)
        for parameter in operation.get("parameters", ())
        if parameter.get("in") == "query" and not parameter.get("required")
        if _is_text(parameter.get("schema", parameter))
    ]
    endpoint, parameter = _chosen(random, found)
    parameter.get("schema", parameter)["default"] = _NEW
    return (endpoint, parameter["name"])


def _reordered(random: Random, value: Value, *, is_data: bool = False) -> Value:
    """The same value with the keys of its mappings in another order, but for data."""
    if isinstance(value, list):
        return [_reordered(random, item, is_data=is_data) for item in value]
    if not isinstance(value, dict) or is_data:
        return value
    keys = [*value]
    random.shuffle(keys)
    return {key: _reordered(random, value[key], is_data=key in _DATA) for key in keys}


KINDS: dict[str, Callable[[Random, Value], tuple[str, ...]]] = {
    "reorder keys": _reorder,
    "change text": _text,
    "rename operation": _rename_operation,
    "remove operation": _remove_operation,
    "add operation": _add_operation,
    "rename property": _rename_property,
    "remove property": _remove_property,
    "retype property": _retype,
    "add property": _add_field,
    "remove enum value": _remove_value,
    "add enum value": _add_value,
    "add optional argument": _optional_argument,
    "add required argument": _required_argument,
    "remove argument": _remove_argument,
    "rename schema": _rename_schema,
    "change default": _change_default,
}
"""Each kind of change."""
