"""openapi-spec-validator finds what it finds by itself, although another engine looks at schemas first."""

from __future__ import annotations

from typing import Any

import pytest

from generator.examine.thorough import examine


def found(schema: dict[str, Any]) -> list[list[str]]:
    """Where a description of OpenAPI 3.0 with one schema breaks the rules."""
    document = {
        "openapi": "3.0.3",
        "info": {"title": "made for a test", "version": "1"},
        "paths": {},
        "components": {"schemas": {"A": schema}},
    }
    findings = examine("3.0", "openapi.json", {"openapi.json": document})
    return [tokens[3:] for tokens, _, _ in findings]


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("type", "strin"),
        ("required", ["a", "a"]),
        ("enum", []),
        ("minLength", -1),
        ("uniqueItems", 5),
        ("maximum", "3"),
        ("pattern", "("),
    ],
)
def test_a_schema_that_is_none_is_found(keyword: str, value: object) -> None:
    inner = {"type": "object", "properties": {"a": {keyword: value}}}
    assert found({keyword: value}) == [[keyword]]
    assert found(inner) == [["properties", "a", keyword]]


def test_a_sound_schema_passes() -> None:
    assert found({"type": "string", "minLength": 1, "pattern": "^a+$"}) == []
