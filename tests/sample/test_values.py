"""Arguments that are shown, and that tests send, are valid by the description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from generator.sample import texts_matching
from tests.corpus.surfaces import surface_of

TREE = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string", "pattern": "^[a-z]{3}$"},
        "parent": {"$ref": "#/components/schemas/Tree"},
        "branches": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
        "by_name": {"additionalProperties": {"$ref": "#/components/schemas/Tree"}},
    },
}
CODE = {"type": "string", "pattern": "^[A-Z]{2}-[0-9]+$", "minLength": 8}

CAT = {
    "type": "object",
    "properties": {"kind": {"type": "string", "enum": ["tom"]}},
}
DOG = {"type": "object", "required": ["kind"], "properties": {"kind": {}}}
ANY = {"description": "An identifier of any type."}
SCHEMAS = {"Tree": TREE, "Code": CODE, "Cat": CAT, "Dog": DOG, "Any": ANY}


def arguments(folder: Path, schema: Any) -> dict[str, Any]:
    """The arguments of an example whose body has one property, ``value``."""
    body = {"type": "object", "required": ["value"], "properties": {"value": schema}}
    content = {"application/json": {"schema": body}}
    operation = {
        "requestBody": {"required": True, "content": content},
        "responses": {"204": {"description": "done"}},
    }
    described = {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "servers": [{"url": "https://small.test"}],
        "paths": {"/things": {"post": operation}},
        "components": {"schemas": SCHEMAS},
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(described))
    (method,) = surface_of(path, folder).every_method()
    return dict(method.example.arguments)


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "pattern": "^[A-Z]{2}-[0-9]+$"},
        {"type": "string", "pattern": "^.*$", "minLength": 3, "maxLength": 4},
        {"type": "string", "minLength": 30},
        {"type": "string", "maxLength": 3},
        {"type": "string", "format": "uuid", "pattern": "^1"},
        {"type": "string", "pattern": "^[[a]$"},
        {"type": "string", "format": "email", "maxLength": 50},
        {"type": ["string", "null"], "pattern": "^x"},
        {"type": "integer", "exclusiveMinimum": 0},
        {"type": "integer", "minimum": 10, "multipleOf": 4},
        {"type": "number", "exclusiveMaximum": 0},
        {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
        {"type": "array", "items": {"type": "string", "pattern": "^[0-9]{5}$"}},
        {"type": "array", "items": {"type": "integer"}, "minItems": 3},
        {
            "type": "array",
            "items": {"enum": ["a", "b"]},
            "minItems": 2,
            "uniqueItems": True,
        },
        {
            "type": "array",
            "items": {"type": "string"},
            "minItems": 2,
            "uniqueItems": True,
        },
        {"type": "array", "items": {}, "maxItems": 0},
        {"type": "object", "additionalProperties": {"type": "string", "pattern": "^y"}},
        {"anyOf": [{"type": "string", "pattern": "^z"}, {"type": "integer"}]},
        {"enum": [0.5, 1.5]},
        {"const": {"a": 1}},
        {"pattern": "^x{3}$"},
        {"type": "object", "properties": {"a": {"type": "string", "pattern": "x^"}}},
        ref("Code"),
        {"type": "array", "items": ref("Code")},
        ref("Tree"),
        {"oneOf": [ref("Tree"), {"type": "string"}]},
    ],
    ids=json.dumps,
)
def test_a_value_follows_everything_that_is_said_of_it(
    schema: Any, tmp_path: Path
) -> None:
    root = {"components": {"schemas": SCHEMAS}, **schema}
    validator = jsonschema_rs.validator_for(root, validate_formats=True)
    validator.validate(arguments(tmp_path, schema)["value"])


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        ({"type": "integer"}, "20"),
        ({"type": "integer", "maximum": 5}, 20),
        ({"type": "boolean"}, "yes"),
        ({"type": "string", "pattern": "^a"}, "b"),
        ({"type": "string", "format": "date-time"}, "today"),
        ({"type": "string", "format": "uuid"}, "1"),
        ({"type": "array", "items": {"type": "string"}}, "a"),
        ({"type": "array", "items": {"type": "string"}}, [1]),
        ({"enum": ["a", "b"]}, "c"),
        (ref("Tree"), {"branches": []}),
        (ref("Tree"), {"name": "abc", "branches": [{"name": "ABC"}]}),
    ],
    ids=json.dumps,
)
def test_an_example_that_contradicts_its_type_is_not_used(
    schema: Any, example: Any, tmp_path: Path
) -> None:
    stated = {"allOf": [schema], "example": example}
    assert arguments(tmp_path, stated)["value"] != example


def test_an_example_that_contradicts_its_pattern_is_not_used(tmp_path: Path) -> None:
    stated = {"pattern": "^a$", "example": "b"}
    assert arguments(tmp_path, stated)["value"] == "a"


@pytest.mark.parametrize(
    ("schema", "example"),
    [
        ({"type": "integer"}, 20),
        ({"type": "number"}, 1),
        ({"type": "string", "format": "date-time"}, "2020-01-01T00:00:00Z"),
        ({"type": ["string", "null"]}, "a"),
        ({"oneOf": [{"type": "integer"}, {"type": "string"}]}, "a"),
        (ref("Tree"), {"name": "abc", "branches": [], "more": 1}),
        ({}, [1]),
    ],
    ids=json.dumps,
)
def test_an_example_of_its_type_is_used(
    schema: Any, example: Any, tmp_path: Path
) -> None:
    stated = (
        {**schema, "example": example}
        if "$ref" not in schema
        else {"allOf": [schema], "example": example}
    )
    assert arguments(tmp_path, stated)["value"] == example


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^[a-z]+$", "a"),
        (r"^\d{4}-\d{2}$", "0000-00"),
        ("^(?=.*[A-Z])(?=.*[0-9]).{4,}$", "A0aaaa"),
        ("^(?!a)(b|c)$", "b"),
        ("^(?<name>x+)y$", "xy"),
        ("[^a-z]", "0"),
        (r"^(a|b)\1$", "aa"),
        ("^é$", "é"),
        ("^$", ""),
    ],
)
def test_the_simplest_text_matches_a_pattern(pattern: str, text: str) -> None:
    assert texts_matching(pattern)[0] == text


@pytest.mark.parametrize("pattern", ["(", "x^", "(a{1000}){1000}", "(?!)"])
def test_nothing_matches_a_pattern_that_is_none_or_impossible(pattern: str) -> None:
    assert texts_matching(pattern) == ()


@pytest.mark.parametrize(("first", "kind"), [("Cat", "tom"), ("Dog", "Dog")])
def test_what_tells_members_apart_is_set_unless_the_member_says_otherwise(
    first: str, kind: str, tmp_path: Path
) -> None:
    members = [ref(first), *(ref(name) for name in ("Cat", "Dog") if name != first)]
    schema = {"oneOf": members, "discriminator": {"propertyName": "kind"}}
    assert arguments(tmp_path, schema)["value"]["kind"] == kind


def test_an_argument_of_any_type_is_a_text_also_behind_a_name(tmp_path: Path) -> None:
    assert arguments(tmp_path, {}) == {"value": "value"}
    assert arguments(tmp_path, ref("Any")) == {"value": "value"}
