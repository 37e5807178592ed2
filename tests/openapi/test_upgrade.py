"""A description of OpenAPI 3.0 is brought to the shape of 3.1."""

from __future__ import annotations

import json

import pytest

from generator.openapi import DocumentSet, upgrade
from generator.source import Pointer

from .conftest import Reading

NULL = {"type": "null"}
REF = {"$ref": "#/components/schemas/Other"}


def _upgraded(reading: Reading, schema: object, version: str = "3.0.3") -> DocumentSet:
    text = json.dumps(
        {"openapi": version, "components": {"schemas": {"A": schema, "Other": {}}}}
    )
    documents = reading.describe(text)
    assert documents is not None
    assert reading.codes == []
    return upgrade(documents, version)


def _schema(documents: DocumentSet) -> object:
    found = documents.follow(documents.root, "#/components/schemas/A")
    assert found is not None
    return found[2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"nullable": True}, {}),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"type": "string", "enum": ["a", None], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({"enum": ["a"], "nullable": True}, {"enum": ["a", None]}),
        ({**REF, "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {"allOf": [REF], "nullable": True, "description": "D", "x-a": 1},
            {"description": "D", "x-a": 1, "anyOf": [{"allOf": [REF]}, NULL]},
        ),
        (
            {"type": "object", "allOf": [REF], "nullable": True},
            {"anyOf": [{"type": "object", "allOf": [REF]}, NULL]},
        ),
        ({"oneOf": [REF], "nullable": True}, {"oneOf": [REF, NULL]}),
        ({"anyOf": [REF], "nullable": True}, {"anyOf": [REF, NULL]}),
        (
            {"properties": {}, "nullable": True},
            {"type": ["object", "null"], "properties": {}},
        ),
        ({"items": {}, "nullable": True}, {"type": ["array", "null"], "items": {}}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
        ({"maximum": 9, "exclusiveMaximum": True}, {"exclusiveMaximum": 9}),
        ({"exclusiveMaximum": True}, {}),
        ({"exclusiveMaximum": 3}, {"exclusiveMaximum": 3}),
        ({"type": "string", "example": "x"}, {"type": "string", "examples": ["x"]}),
        ({"example": None}, {"examples": [None]}),
        (
            {"items": {"type": "string", "nullable": True}},
            {"items": {"type": ["string", "null"]}},
        ),
        (
            {"additionalProperties": {"type": "string", "nullable": True}},
            {"additionalProperties": {"type": ["string", "null"]}},
        ),
    ],
)
def test_an_upgraded_schema_means_the_same(
    reading: Reading, old: object, new: object
) -> None:
    assert _schema(_upgraded(reading, old)) == new


@pytest.mark.parametrize("version", ["3.1.0", "3.1.1", "3.2.0"])
def test_later_versions_are_left_alone(reading: Reading, version: str) -> None:
    schema = {"type": "string", "nullable": True, "example": 1}
    assert _schema(_upgraded(reading, schema, version)) == schema


def test_data_and_names_are_left_alone(reading: Reading) -> None:
    data = {"type": "string", "nullable": True}
    schema = {
        "properties": {"nullable": {"type": "boolean"}, "example": {"type": "string"}},
        "default": data,
        "enum": [data],
        "x-more": data,
    }
    assert _schema(_upgraded(reading, schema)) == schema


def test_the_original_is_not_changed(reading: Reading) -> None:
    documents = reading.describe(
        "openapi: 3.0.0\ncomponents: {schemas: {A: {type: string, nullable: true}}}\n"
    )
    assert documents is not None
    before = json.dumps(documents.root.value)
    upgrade(documents, "3.0.0")
    assert json.dumps(documents.root.value) == before


def test_places_stay_those_of_the_file(reading: Reading) -> None:
    text = """\
openapi: 3.0.0
components:
  schemas:
    A:
      nullable: true
      allOf:
        - properties:
            b:
              nullable: true
              allOf:
                - {type: object, example: 1}
    B: {$ref: '#/components/schemas/A/allOf/0/properties/b'}
"""
    documents = reading.describe(text)
    assert documents is not None
    copy = upgrade(documents, "3.0.0").root
    inner = "/components/schemas/A/anyOf/0/allOf/0/properties/b"
    for pointer, line, column in [
        ("/components/schemas/A/anyOf/0", 4, 5),
        ("/components/schemas/A/anyOf/1", 4, 5),
        (inner, 8, 13),
        (f"{inner}/anyOf/0/allOf/0/type", 11, 20),
        (f"{inner}/anyOf/0/allOf/0/examples/0", 11, 34),
    ]:
        place = copy.locate(Pointer.parse(pointer))
        assert (place.line, place.column) == (line, column), pointer
    assert copy.locate(inner).pointer == "/components/schemas/A/allOf/0/properties/b"


def test_references_lead_to_the_same_schemas_as_before(reading: Reading) -> None:
    text = """\
openapi: 3.0.0
components:
  schemas:
    A: {nullable: true, allOf: [{properties: {b: {type: string}}}]}
    B: {$ref: '#/components/schemas/A/allOf/0/properties/b'}
"""
    documents = reading.describe(text)
    assert documents is not None
    copy = upgrade(documents, "3.0.0")
    found = copy.follow(copy.root, "#/components/schemas/A/allOf/0/properties/b")
    assert found is not None
    assert found[2] == {"type": "string"}


def test_parts_of_other_files_are_upgraded_as_what_they_are_used_for(
    reading: Reading,
) -> None:
    reading.write(
        "Schema: {type: string, nullable: true}\nData: {type: string, nullable: true}\n",
        "parts.yaml",
    )
    text = """\
openapi: 3.0.0
components:
  schemas:
    A: {$ref: 'parts.yaml#/Schema'}
    B: {$ref: '#/x-own/C'}
x-own:
  C: {type: string, nullable: true}
  D: {type: string, nullable: true}
"""
    documents = reading.describe(text)
    assert documents is not None
    copy = upgrade(documents, "3.0.0")
    old, new = {"type": "string", "nullable": True}, {"type": ["string", "null"]}
    parts = copy.follow(copy.root, "parts.yaml")
    assert parts is not None
    assert parts[2] == {"Schema": new, "Data": old}
    assert copy.root.value["x-own"] == {"C": new, "D": old}


def test_the_deepest_description_is_upgraded(reading: Reading) -> None:
    schema: dict[str, object] = {"type": "string", "nullable": True}
    for _ in range(98):
        schema = {"items": schema}
    upgraded = _upgraded(reading, {"items": {"items": schema}})
    assert "null" in json.dumps(_schema(upgraded))
