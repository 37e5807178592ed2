"""A validator's finding in plain words, with the remedy where one is known.

Knows keywords of JSON Schema and what they mean for a description; reports nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from ...source.suggest import closest
from ...examine.protocol import Finding

_MOST_NAMES = 12
_LONGEST_TEXT = 60
_COMPARE = "compare it with the OpenAPI standard"
_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "object": "a mapping",
        "array": "a list",
        "string": "a string",
        "boolean": "true or false",
        "number": "a number",
        "integer": "an integer",
        "null": "null",
    }
)
_SAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "required": "required: true",
        "description": "description: …",
        "responses": "responses: {default: {description: …}}",
        "paths": "paths: {}",
        "schema": "schema: {}",
        "info": 'info: {title: …, version: "1.0.0"}',
        "version": 'version: "1.0.0"',
    }
)


class Message(NamedTuple):
    """A code, a message and a remedy; ``key`` is the entry of the value that is meant, if one is."""

    code: str
    message: str
    help: str
    key: str | None = None


def messages(finding: Finding) -> list[Message]:
    """What to say about a finding; one that names several keys gives one for each."""
    detail, keyword = finding["detail"], finding["keyword"]
    match keyword:
        case "required":
            return [_missing(str(detail["property"]))]
        case "additionalProperties" | "unevaluatedProperties":
            known = detail.get("known", [])
            return [
                _unexpected(key, known, finding) for key in detail.get("unexpected", ())
            ]
        case "type":
            return [_wrong_type(finding)]
        case "enum" | "const":
            return [_not_among(finding)]
        case "anyOf" | "oneOf" if detail.get("alternatives"):
            alternatives = [str(key) for key in detail["alternatives"]]
            keys = " or ".join(f"'{key}'" for key in alternatives)
            help = f"add one, such as '{_sample(alternatives[0])}'"
            return [Message("S021", f"one of the keys {keys} is missing", help)]
        case "anyOf" | "oneOf":
            message = f"{_name(finding)} matches none of the allowed forms"
            return [Message("S020", message, _COMPARE)]
        case "ambiguous":
            message = f"{_name(finding)} matches several forms, but only one is allowed"
            return [Message("S020", message, "remove the keys of the other form")]
        case "propertyNames":
            return [_bad_name(str(detail["name"]))]
        case "not" if detail.get("excluded"):
            key = str(detail["excluded"][0])
            message = f"the key '{key}' is not allowed together with the others here"
            return [
                Message(
                    "S022",
                    message,
                    "remove it, or the keys that it conflicts with",
                    key,
                )
            ]
        case _:
            return [_bound(finding)]


def _missing(key: str) -> Message:
    return Message("S021", f"the key '{key}' is missing", f"add '{_sample(key)}'")


def _sample(key: str) -> str:
    """An entry with the key; texts of the owner's are an ellipsis."""
    return _SAMPLES.get(key, f"{key}: …")


def _unexpected(key: str, known: list[str], finding: Finding) -> Message:
    tokens = finding["tokens"]
    if tokens == ["paths"]:
        message = f"the path '{key}' does not start with '/'"
        return Message("S022", message, f"write '/{key}'", key)
    if key in known:
        message = f"the key '{key}' is not allowed together with the others here"
        return Message(
            "S022", message, "remove it, or the keys that it conflicts with", key
        )
    if tokens[-1:] == ["responses"]:
        message = f"'{key}' is neither a status code nor 'default'"
        return Message("S022", message, "write a code such as '200' or '4XX'", key)
    if tokens[:1] == ["components"] and len(tokens) == 2:
        return _bad_name(key)
    close = closest(key, known)
    help = f"did you mean '{close}'?" if close else "remove it, or start it with 'x-'"
    return Message("S022", f"the key '{key}' is not allowed here", help, key)


def _bad_name(key: str) -> Message:
    message = f"the name '{key}' has characters that are not allowed in names"
    return Message("S022", message, "use letters, digits, '.', '-' and '_'", key)


def _wrong_type(finding: Finding) -> Message:
    detail = finding["detail"]
    wanted = detail.get("types", [])
    expected = " or ".join(_TYPES.get(name, name) for name in wanted)
    found = _TYPES.get(detail.get("type", ""), "another type")
    if found == "true or false":
        found = "a boolean"
    message = f"{_name(finding)} must be {expected}, not {found}"
    if "string" in wanted and isinstance(detail.get("instance"), (int, float)):
        return Message("S023", message, "put the value in quotes")
    if finding["tokens"][-1:] == ["type"] and detail.get("type") == "array":
        help = "use one type; lists of types need OpenAPI 3.1 ('nullable' in 3.0)"
        return Message("S023", message, help)
    return Message("S023", message, f"write {expected}")


def _not_among(finding: Finding) -> Message:
    detail = finding["detail"]
    options = detail.get("options", [detail.get("expected_value")])
    names = [_shown(option) for option in options]
    message = f"{_name(finding)} must be {' or '.join(names[:_MOST_NAMES])}"
    if len(names) > _MOST_NAMES:
        message += f" or one of {len(names) - _MOST_NAMES} others"
    if "instance" in detail:
        message += f", not {_shown(detail['instance'])}"
    texts = [option for option in options if isinstance(option, str)]
    close = closest(str(detail.get("instance", "")), texts)
    help = f"did you mean '{close}'?" if close else "write one of these"
    return Message("S024", message, help)


def _bound(finding: Finding) -> Message:
    """Keywords that bound a value: their number or text is the remedy."""
    detail, name = finding["detail"], _name(finding)
    limit = next((detail[k] for k in ("limit", "multiple_of") if k in detail), None)
    texts = {
        "minimum": f"at least {limit}",
        "maximum": f"at most {limit}",
        "exclusiveMinimum": f"more than {limit}",
        "exclusiveMaximum": f"less than {limit}",
        "minLength": f"at least {limit} characters long",
        "maxLength": f"at most {limit} characters long",
        "minItems": f"a list of at least {limit}",
        "maxItems": f"a list of at most {limit}",
        "minProperties": f"a mapping with at least {_count(limit)}",
        "maxProperties": f"a mapping with at most {_count(limit)}",
        "multipleOf": f"a multiple of {limit}",
        "uniqueItems": "a list without duplicates",
        "pattern": f"a string that matches {detail.get('pattern')}",
        "format": f"in the format '{detail.get('format')}'",
    }
    expected = texts.get(finding["keyword"])
    if expected is None:
        return Message("S020", finding["message"], _COMPARE)
    found = f", not {_shown(detail['instance'])}" if "instance" in detail else ""
    return Message(
        "S024", f"{name} must be {expected}{found}", f"use a value that is {expected}"
    )


def _count(limit: Any) -> str:
    return "one entry" if limit == 1 else f"{limit} entries"


def _name(finding: Finding) -> str:
    tokens = finding["tokens"]
    if not tokens:
        return "the description"
    return f"item {tokens[-1]}" if tokens[-1].isdigit() else f"'{tokens[-1]}'"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        shortened = value[:_LONGEST_TEXT] + "…" if len(value) > _LONGEST_TEXT else value
        return f"'{shortened}'"
    return "null" if value is None else str(value).lower()
