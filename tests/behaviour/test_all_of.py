"""``allOf``: what holds for a value is what all parts say together; parts that contradict each other
are reported."""

from __future__ import annotations

import json
from datetime import date, datetime
from importlib import import_module
from typing import Any, Literal

import yaml

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.behaviour.test_inheritance import description, models

MERGED: dict[str, tuple[str, Any]] = {
    "enums": ("allOf: [{ enum: [a, b, c] }, { enum: [d, c, b] }]", Literal["b", "c"]),
    "an enum and a constant": (
        "allOf: [{ enum: [a, b] }, { const: b }]",
        Literal["b"],
    ),
    "a constant beside an enum": ("{ const: a, enum: [a, b] }", Literal["a"]),
    "a reference and an enum": (
        "allOf: [{ $ref: '#/components/schemas/Level' }, { enum: [low] }]",
        Literal["low"],
    ),
    "an enum beside a reference": (
        "{ $ref: '#/components/schemas/Level', enum: [low] }",
        Literal["low"],
    ),
    "a type and a format": ("allOf: [{ type: string }, { format: date }]", date),
    "a format inside": ("{ type: string, allOf: [{ format: date-time }] }", datetime),
    "numbers and integers": ("allOf: [{ type: number }, { type: integer }]", int),
    "one that allows null": (
        "allOf: [{ type: [string, 'null'] }, { type: string }]",
        str,
    ),
    "true": ("allOf: [true, { type: string }]", str),
    "bounds": ("allOf: [{ type: string }, { maxLength: 5 }]", str),
    "items": ("allOf: [{ type: array }, { items: { type: integer } }]", list[int]),
    "values": (
        "allOf: [{ type: object }, { additionalProperties: { type: integer } }]",
        dict[str, int],
    ),
}
"""Schemas by what they combine, and the type that they come to."""


def of(**schemas: str) -> str:
    """A description of a model T with a property of each schema."""
    properties = {name: yaml.safe_load(text) for name, text in schemas.items()}
    level = "{ type: string, enum: [low, high] }"
    whole = json.dumps({"type": "object", "properties": properties})
    return description("T", T=whole, Level=level)


def annotations(package: Any, name: str = "T") -> dict[str, Any]:
    model = getattr(import_module(f"{package.__name__}.types"), name)
    return {n: field.annotation for n, field in model.model_fields.items()}


def test_what_all_parts_say_together_is_the_type(generate: Generate) -> None:
    names = {f"p{index}": kind for index, kind in enumerate(MERGED)}
    package = generate(of(**{n: MERGED[k][0] for n, k in names.items()}), models("T"))
    found = annotations(package)
    wrong = {k: found[n] for n, k in names.items() if found[n] != MERGED[k][1] | None}
    assert wrong == {}


CONTRADICTIONS = {
    "type": "allOf: [{ type: string }, { type: integer }]",
    "enum": "allOf: [{ type: string, enum: [a] }, { enum: [b] }]",
    "const": "allOf: [{ enum: [a] }, { const: b }]",
    "format": "allOf: [{ type: string, format: uuid }, { format: date }]",
    "p/type": "allOf: [{ properties: { p: { type: string } } }, { properties: { p: { type: integer } } }]",
    "allOf/1/type": "allOf: [{ type: object, properties: { p: { type: string } } }, { type: array }]",
}


def test_parts_that_contradict_each_other_are_reported_with_both_places(
    generate_with_findings: GenerateWithFindings,
) -> None:
    names = {f"p{index}": key for index, key in enumerate(CONTRADICTIONS)}
    schemas = {name: CONTRADICTIONS[key] for name, key in names.items()}
    package, report = generate_with_findings(of(**schemas), models("T"))
    assert [found.code for found in report.diagnostics] == ["L012"] * len(names)
    for found, (name, key) in zip(report.diagnostics, names.items(), strict=True):
        assert f"/{name}/" in found.place.pointer
        assert found.place.pointer.endswith(f"/{key}")
        assert f"/{name}/allOf/0" in found.related[0][1].pointer
    types = annotations(package)
    assert types["p0"] == int | None
    assert types["p1"] == types["p2"] == Literal["b"] | None
    assert types["p3"] == date | None


def test_a_property_that_is_described_twice_is_what_both_say(
    generate: Generate,
) -> None:
    twice = """{ allOf: [
      { type: object, properties: {
        inner: { type: object, properties: { x: { type: string } } },
        list: { type: array, items: { type: object, properties: { x: { type: string } } } },
        text: { type: string, description: the first }, any: true, known: { type: integer } } },
      { type: object, required: [text], properties: {
        inner: { type: object, required: [x], properties: { y: { type: string, format: date } } },
        list: { items: { type: object, properties: { y: { type: integer } } } },
        text: { description: the second }, any: { type: string }, known: true } } ] }"""
    package = generate(description("T", T=twice), models("T"))
    types = import_module(f"{package.__name__}.types")
    whole = {
        "inner": {"x": "a", "y": "2020-01-02"},
        "list": [{"x": "a", "y": 1}],
        "text": "b",
        "any": "c",
        "known": 1,
    }
    found = types.T.model_validate_json(json.dumps(whole))
    assert (found.inner.x, found.inner.y) == ("a", date(2020, 1, 2))
    assert (found.list[0].x, found.list[0].y) == ("a", 1)
    assert found.to_dict(mode="json") == whole
    assert not found.model_extra
    assert not found.inner.model_extra
    assert types.T.model_fields["text"].is_required()
    assert annotations(package)["any"] == str | None
    assert annotations(package)["known"] == int | None


def test_a_property_that_is_narrowed_to_a_subtype_has_that_class(
    generate: Generate,
) -> None:
    package = generate(
        description(
            "Tree",
            Node="{ type: object, properties: { up: { $ref: '#/components/schemas/Node' } } }",
            Tree="{ allOf: [{ $ref: '#/components/schemas/Node' }, { properties: { up: { $ref: '#/components/schemas/Tree' }, n: { type: integer } } }] }",
        ),
        models("Node", "Tree"),
    )
    types = import_module(f"{package.__name__}.types")
    tree = types.Tree.model_validate_json('{"up": {"up": {"n": 1}}}')
    assert type(tree.up.up) is types.Tree
