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
