"""What a JSON Schema validator's errors come down to: the branch that was meant, made short.

Runs in the examining process.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jsonschema_rs import ValidationError, ValidationErrorKind

LONGEST_MESSAGE = 200
_MOST_OPTIONS = 60
_SCALAR = (str, int, float, bool, type(None))


def flattened(error: ValidationError) -> list[ValidationError]:
    """The errors to show for one: those of the likeliest branch, where there are branches."""
    branches = [_flat(branch) for branch in _branches(error) if branch]
    if is_ambiguous(error) or not branches:
        return [error]
    found = _likeliest(error, branches)
    mistyped = [leaf.instance_path for leaf in found if leaf.kind.name == "type"]
    return [
        leaf
        for leaf in found
        if leaf.kind.name != "enum" or leaf.instance_path not in mistyped
    ]


def is_ambiguous(error: ValidationError) -> bool:
    """Whether a value fits more than one of the branches of which only one may fit."""
    return isinstance(error.kind, ValidationErrorKind.OneOfMultipleValid)


def detail(error: ValidationError) -> dict[str, Any]:
    """What the error is about, by keyword: the missing key, the allowed types, and so on."""
    found: dict[str, Any] = {}
    for name, value in error.kind.as_dict().items():
        if isinstance(value, list):
            scalars = [shortened(item) for item in value if isinstance(item, _SCALAR)]
            found[name] = scalars[:_MOST_OPTIONS]
        elif isinstance(value, _SCALAR):
            found[name] = shortened(value)
    if isinstance(error.instance, _SCALAR):
        found["instance"] = shortened(error.instance)
    found["type"] = _type_of(error.instance)
    if isinstance(error.kind, ValidationErrorKind.PropertyNames):
        found["name"] = shortened(error.kind.error.instance)
    if isinstance(error.kind, ValidationErrorKind.Not):
        schema = error.kind.schema
        found["excluded"] = schema.get("required") if isinstance(schema, dict) else None
    return found


def known_keys(error: ValidationError, metas: Mapping[str, Any]) -> list[str]:
    """The keys that the part of the meta-schema which raised an error knows."""
    base, _, fragment = (error.absolute_keyword_location or "").partition("#")
    root = metas.get(base)
    if root is None:
        return []
    node = _at(root, fragment.split("/")[1:-1])
    return sorted(set(_properties(node, root, depth=0)))


def shortened(value: Any) -> Any:
    """A scalar that is not longer than a message may be."""
    if isinstance(value, str) and len(value) > LONGEST_MESSAGE:
        return value[:LONGEST_MESSAGE] + "…"
    if isinstance(value, int) and abs(value) > 10**LONGEST_MESSAGE:
        return "a very large number"
    return value


def _branches(error: ValidationError) -> list[list[ValidationError]]:
    kind = error.kind
    if isinstance(kind, (ValidationErrorKind.AnyOf, ValidationErrorKind.OneOfNotValid)):
        return kind.context
    return []


def _flat(errors: Iterable[ValidationError]) -> list[ValidationError]:
    return [leaf for error in errors for leaf in flattened(error)]


def _likeliest(
    error: ValidationError, branches: list[list[ValidationError]]
) -> list[ValidationError]:
    """The errors of the branch that its writer had in mind.

    A value without '$ref' is not a reference, one of another type or whose fixed key has another
    value is meant for another branch; of the rest, the one that fits furthest down.
    """
    fitting = [b for b in branches if not any(_is_elsewhere(e, error) for e in b)]
    fitting = fitting or branches
    one_missing = [len(b) == 1 and _missing(b[0]) is not None for b in fitting]
    if len(fitting) > 1 and all(one_missing):
        return [error]
    return max(fitting, key=lambda b: (max(len(e.instance_path) for e in b), -len(b)))


def _is_elsewhere(error: ValidationError, whole: ValidationError) -> bool:
    """Whether an error says that a branch is about something else altogether."""
    if _missing(error) == "$ref":
        return True
    if error.kind.name == "type":
        return error.instance_path == whole.instance_path
    options = error.kind.as_dict().get("options", ())
    return error.kind.name == "const" or len(options) == 1


def _missing(error: ValidationError) -> str | None:
    if error.kind.name != "required":
        return None
    return str(error.kind.as_dict()["property"])


def alternatives(error: ValidationError) -> list[str]:
    """The keys of which one is missing, where that is what all branches say."""
    branches = [_flat(branch) for branch in _branches(error)]
    missing = [_missing(branch[0]) for branch in branches if len(branch) == 1]
    if len(missing) != len(branches):
        return []
    return [key for key in missing if key is not None and key != "$ref"]


def _at(node: Any, tokens: Iterable[str]) -> Any:
    for token in tokens:
        token = token.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list):
            node = node[int(token)] if token.isdigit() else None
        else:
            node = node.get(token) if isinstance(node, dict) else None
    return node


def _properties(node: Any, root: Any, *, depth: int) -> Iterator[str]:
    """The property names of a schema and of those that describe the same value."""
    if not isinstance(node, dict) or depth > 8:
        return
    yield from node.get("properties", {})
    reference = node.get("$ref", "")
    if reference.startswith("#/"):
        target = _at(root, reference.split("/")[1:])
        yield from _properties(target, root, depth=depth + 1)
    inner = [node.get(key) for key in ("if", "then", "else")]
    for key in ("allOf", "anyOf", "oneOf"):
        inner += node.get(key, [])
    inner += node.get("dependentSchemas", {}).values()
    for schema in inner:
        yield from _properties(schema, root, depth=depth + 1)


def _type_of(value: Any) -> str:
    names = {dict: "object", list: "array", str: "string", bool: "boolean"}
    return names.get(type(value), "null" if value is None else "number")
