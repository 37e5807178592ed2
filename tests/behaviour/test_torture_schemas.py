"""Schemas that break generators: references in circles, nothing and everything, depth, odd enumerations.

Every one is a property of one package, so that one run shows that none of them harms the others.
"""

from __future__ import annotations

import json
import pkgutil
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from generator.diagnostics import Report
from tests.behaviour.conftest import GenerateWithFindings
from tests.golden.stub import Stub

Json = dict[str, Any]


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def nested(depth: int, key: str) -> Json:
    """A schema in a schema in a schema."""
    schema: Json = {"type": "string"}
    for level in range(depth):
        inner = {"properties": {f"d{level}": schema}} if key == "properties" else {}
        schema = (
            {"type": "object", **inner} if inner else {"type": key, "items": schema}
        )
    return schema


JSON_KINDS = [{"type": kind} for kind in ("string", "number", "boolean", "null")]
SCHEMAS: dict[str, Any] = {
    "Empty": {},
    "Anything": True,
    "Nothing": False,
    "OnlyNull": {"type": "null"},
    "NoValues": {"enum": []},
    "NoKinds": {"type": []},
    "OfNothing": {"allOf": [], "anyOf": [], "oneOf": []},
    "Itself": ref("Itself"),
    "Circle1": ref("Circle2"),
    "Circle2": ref("Circle1"),
    "PartOfItself": {"allOf": [ref("PartOfItself"), {"properties": {"x": {}}}]},
    "OneOfItself": {"oneOf": [ref("OneOfItself"), {"type": "string"}]},
    "AnyJson": {
        "anyOf": [
            *JSON_KINDS,
            {"type": "array", "items": ref("AnyJson")},
            {"type": "object", "additionalProperties": ref("AnyJson")},
        ]
    },
    "Lists": {"type": "array", "items": ref("Lists")},
    "Maps": {"type": "object", "additionalProperties": ref("Maps")},
    "Pairs": {"type": "array", "prefixItems": [{"type": "string"}, ref("Pairs")]},
    "Tree": {"type": "object", "properties": {"left": ref("Tree"), "n": {}}},
    "Mutual1": {"allOf": [ref("Mutual2"), {"properties": {"a": {"type": "string"}}}]},
    "Mutual2": {"allOf": [ref("Mutual1"), {"properties": {"b": {"type": "string"}}}]},
    "InProperty": ref("Tree/properties/left"),
    "InPath": {
        "$ref": "#/paths/~1thing/get/responses/200/content/application~1json/schema"
    },
    "Slash": ref("a~1b~0c%25d%20e"),
    "a/b~c%d e": {"type": "object", "properties": {"p": {"type": "string"}}},
    "Gone": {"type": "object", "properties": {"p": ref("Missing")}},
    "Chain0": ref("Chain1"),
    **{f"Chain{n}": ref(f"Chain{n + 1}") for n in range(1, 40)},
    "Chain40": {"type": "object", "properties": {"end": {"type": "string"}}},
    "Deep": nested(40, "properties"),
    "TooDeep": nested(80, "properties"),
    "DeepList": nested(50, "array"),
    "Huge": {"type": "string", "enum": [f"value {n}" for n in range(2000)]},
    "Hostile": {"enum": ['"""', "'''", "\\", "\n", "{x}", "%s", "\u2028", "", " "]},
    "Mixed": {"enum": ["a", 1, 1.5, True, None, {"x": 1}, [1]]},
    "Numbers": {"type": "integer", "enum": [-1, 0, 0, 2**53 + 1]},
    "OtherKinds": {"type": "integer", "enum": ["1", "2"]},
    "WrongDefaults": {
        "type": "object",
        "properties": {
            "i": {"type": "integer", "default": "x"},
            "d": {"type": "string", "format": "date", "default": 5},
            "l": {"type": "array", "items": {"type": "string"}, "default": {"a": 1}},
        },
    },
    "NoItems": {"type": "array", "items": False},
    "NoProperties": {"type": "object", "properties": {}},
    "Ghost": {"type": "object", "required": ["ghost"], "properties": {"a": {}}},
    "NullInNull": {"anyOf": [{"anyOf": [{"type": "null"}]}, {"type": ["null"]}]},
    "OneOfAnything": {"oneOf": [{}, {"type": "string"}]},
    "ManyKinds": {
        "type": ["object", "array", "string", "null"],
        "properties": {"a": {"type": "string"}},
        "items": {"type": "integer"},
    },
    "NoTag": {
        "oneOf": [ref("Tree"), ref("Ghost")],
        "discriminator": {"propertyName": "no such property"},
    },
    "GoneTag": {
        "oneOf": [ref("Tree"), ref("Ghost")],
        "discriminator": {
            "propertyName": "n",
            "mapping": {"t": "Tree", "x": "Missing"},
        },
    },
    "Wrapped": {"allOf": [{"allOf": [{"allOf": [ref("Tree")]}]}]},
    "Pattern": {"type": "string", "pattern": "(((a+)+)+)$"},
    "NoPattern": {"type": "string", "pattern": "("},
    "Large": {"type": "integer", "minimum": -(10**30), "default": 10**25},
}
VALUES: Json = {
    "AnyJson": {"a": [1, {"b": None}]},
    "Lists": [[], [[]]],
    "Maps": {"a": {"b": {}}},
    "Pairs": ["a", ["b", 5]],
    "Tree": {"left": {"left": {"n": 1}}},
    "InProperty": {"left": {}},
    "InPath": {"Tree": {"n": 1}},
    "Slash": {"p": "x"},
    "Gone": {"p": [1]},
    "Chain0": {"end": "x"},
    "Hostile": "'''",
    "Mixed": {"x": 1},
    "Numbers": 2**53 + 1,
    "Ghost": {"ghost": 1},
    "NullInNull": None,
    "GoneTag": {"n": "x", "a": 1},
    "ManyKinds": [1],
    "Large": 10**40,
}


@pytest.mark.parametrize("named", [True, False], ids=["models", "one model"])
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_package_of_schemas_that_break_generators_decodes_what_it_can(
    named: bool, version: str, generate_with_findings: GenerateWithFindings
) -> None:
    package, report = _package(named, version, generate_with_findings)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    types = import_module(f"{package.__name__}.types")
    for name in types.__all__:
        if hasattr(found := getattr(types, name), "model_rebuild"):
            found.model_rebuild()
    with Stub(VALUES) as stub, package.Client(base_url=stub.url) as client:
        whole = client.things.get()
    assert type(whole) is types.Whole
    assert json.loads(whole.to_json()) == VALUES
    assert not whole.model_extra
    assert _type_of(whole, "Chain0") is _type_of(whole, "Tree") is True
    assert report.diagnostics


def _package(
    named: bool, version: str, generate: GenerateWithFindings
) -> tuple[ModuleType, Report]:
    whole = {n: ref(n.replace("~", "~0").replace("/", "~1")) for n in SCHEMAS}
    del whole["a/b~c%d e"]
    schemas = {**SCHEMAS, "Whole": {"type": "object", "properties": whole}}
    content = {"application/json": {"schema": ref("Whole")}}
    answer = {"200": {"description": "ok", "content": content}}
    description = {
        "openapi": version,
        "paths": {"/thing": {"get": {"responses": answer}}},
        "components": {"schemas": schemas},
    }
    models = {"whole": "Whole"}
    if named:
        models |= {f"m{index}": name for index, name in enumerate(SCHEMAS)}
    things = {"models": models, "methods": {"get": "get /thing"}}
    return generate(
        json.dumps(description), json.dumps({"resources": {"things": things}})
    )


def _type_of(whole: Any, wire_name: str) -> bool:
    """Whether the value of a property is an object of a class."""
    names = {f.alias or n: n for n, f in type(whole).model_fields.items()}
    return hasattr(getattr(whole, names[wire_name]), "model_fields_set")
