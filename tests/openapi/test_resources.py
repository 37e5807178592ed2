"""References are relative to the ``$id`` around them (JSON Schema 2020-12, 8.2.1)."""

from __future__ import annotations

from typing import Any

import pytest

from generator.openapi.resources import resolve_resources

BASE = "https://a.example/schemas"


def resolved(*, inside: dict[str, Any], outside: str = "#/x") -> tuple[str, str]:
    """Where a reference in a schema with an ``$id``, and one elsewhere, lead afterwards."""
    value = {
        "openapi": "3.1.0",
        "components": {
            "schemas": {
                "Pet": {
                    "$id": f"{BASE}/pet",
                    "$defs": {"tag": {"$anchor": "tag", "type": "string"}},
                    "properties": {"a": inside},
                },
                "Toy": {
                    "$id": f"{BASE}/toys/toy",
                    "properties": {"b": {"$id": "part", "$defs": {"c~/% ": {}}}},
                },
                "Other": {"$ref": outside},
                "Tag": {"$anchor": "tag"},
            }
        },
    }
    resolve_resources(value)
    schemas = value["components"]["schemas"]
    return schemas["Pet"]["properties"]["a"].get("$ref", ""), schemas["Other"]["$ref"]


PET, TOY = "#/components/schemas/Pet", "#/components/schemas/Toy"


@pytest.mark.parametrize(
    ("ref", "target"),
    [
        ("#/$defs/tag", f"{PET}/$defs/tag"),
        ("#tag", f"{PET}/$defs/tag"),
        ("#", PET),
        ("pet", PET),
        ("toys/toy", TOY),
        ("/schemas/toys/toy#", TOY),
        (f"{BASE}/toys/toy", TOY),
        ("toys/part", f"{TOY}/properties/b"),
        ("toys/part#/$defs/c~0~1%25%20", f"{TOY}/properties/b/$defs/c~0~1%25%20"),
        ("#/components/schemas/Tag", "#/components/schemas/Tag"),
        ("#/nowhere", "#/nowhere"),
        ("#nothing", "#nothing"),
        ("other.yaml", "other.yaml"),
        ("http://[", "http://["),
    ],
)
def test_a_reference_in_a_resource_is_relative_to_it(ref: str, target: str) -> None:
    assert resolved(inside={"$ref": ref})[0] == target


@pytest.mark.parametrize(
    ("ref", "target"),
    [
        (f"{BASE}/pet", PET),
        (f"{BASE}/pet#tag", f"{PET}/$defs/tag"),
        (f"{BASE}/pet#/properties/a", f"{PET}/properties/a"),
        ("#/components/schemas/Pet", PET),
        ("#tag", "#tag"),
        ("pet", "pet"),
    ],
)
def test_a_resource_is_found_by_its_uri(ref: str, target: str) -> None:
    assert resolved(inside={}, outside=ref)[1] == target


def test_what_is_data_or_no_text_is_no_resource() -> None:
    inside = {"$ref": "#/$defs/x", "$id": 5, "default": {"$id": "x", "$defs": {}}}
    assert resolved(inside=inside)[0] == "#/$defs/x"


@pytest.mark.parametrize(
    ("id", "ref"),
    [
        ("http://a.example/b", "http://[::1#/x"),
        ("http://[::1#a", "#/x"),
        ("http://a.example/b", "#/allOf/²"),
        ("http://a.example/b", "#/allOf/" + "1" * 5000),
        ("urn:example:a", "#/x"),
        ("\ud800", "\ud800#/x"),
        ("x#y", "#~2"),
    ],
)
def test_what_leads_nowhere_stays_as_it_is(id: str, ref: str) -> None:
    schema = {"$id": id, "allOf": [{}], "properties": {"a": {"$ref": ref}}}
    resolve_resources({"openapi": "3.1.0", "components": {"schemas": {"A": schema}}})
    assert schema["properties"] == {"a": {"$ref": ref}}


def test_two_resources_with_one_id_keep_their_own_references() -> None:
    def node() -> dict[str, Any]:
        return {
            "$id": BASE,
            "$anchor": "here",
            "items": {"$ref": "#"},
            "not": {"$ref": "#here"},
        }

    value = {"$defs": {"A": node(), "B": node()}}
    resolve_resources(value)
    for name, schema in value["$defs"].items():
        assert schema["items"] == schema["not"] == {"$ref": f"#/$defs/{name}"}


def test_a_resource_in_a_file_that_is_no_description_is_found() -> None:
    pet = {"$id": BASE, "$defs": {"x": {}}, "properties": {"a": {"$ref": "#/$defs/x"}}}
    resolve_resources({"Pet": pet})
    assert pet["properties"] == {"a": {"$ref": "#/Pet/$defs/x"}}


def test_a_mapping_of_tags_leads_where_references_do() -> None:
    mapping = {"c": "cat", "d": "#/$defs/d", "e": "Dog"}
    pet = {
        "$id": f"{BASE}/pet",
        "$defs": {"d": {}, "c": {"$id": "cat"}},
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }
    resolve_resources({"openapi": "3.1.0", "components": {"schemas": {"Pet": pet}}})
    assert mapping == {"c": f"{PET}/$defs/c", "d": f"{PET}/$defs/d", "e": "Dog"}


def test_an_id_that_is_only_a_fragment_is_no_resource() -> None:
    schema = {
        "$id": "#/properties/x",
        "items": {"$ref": "#/$defs/y"},
        "$defs": {"y": {}},
    }
    resolve_resources({"openapi": "3.1.0", "components": {"schemas": {"A": schema}}})
    assert schema["items"] == {"$ref": "#/$defs/y"}
