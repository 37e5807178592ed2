"""A type that is too long for its line shows as much as finds room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.docs.conftest import site_of

NAMES = [f"Member{number:03}Of{'Many' * 5}" for number in range(40)]


def site(schema: Any, folder: Path) -> str:
    """The page of the model that holds a schema."""
    holder = {"type": "object", "properties": {"long": schema}}
    member = {"type": "object", "properties": {"a": {"type": "string"}}}
    api = {
        "openapi": "3.1.0",
        "info": {"title": "Long", "version": "1"},
        "servers": [{"url": "https://long.example"}],
        "paths": {},
        "components": {
            "schemas": {"Holder": holder, **dict.fromkeys(NAMES, member)},
        },
    }
    models = {name.lower(): name for name in ("Holder", *NAMES)}
    sdk = {
        "organization": {"name": "long"},
        "resources": {"$shared": {"models": models}},
    }
    pages = site_of(folder, api, sdk)
    assert pages is not None
    return next(page for path, page in pages.items() if path.endswith("holder.md"))


def test_a_long_union_shows_its_first_members(tmp_path: Path) -> None:
    members = [{"$ref": f"#/components/schemas/{name}"} for name in NAMES]
    page = site({"oneOf": members}, tmp_path)
    assert "Member000ofmanymanymanymanymany" in page
    assert "| …" in page.replace("\\", "")
    assert "`, …`" not in page


def test_a_long_enumeration_shows_its_first_values(tmp_path: Path) -> None:
    page = site({"enum": NAMES}, tmp_path)
    assert f'Literal["{NAMES[0]}"' in page
    assert ", …" in page


def test_equal_values_of_different_types_are_shown_as_what_they_are(
    tmp_path: Path,
) -> None:
    either = {"oneOf": [{"enum": [1, 2]}, {"type": "string"}]}
    both = {
        "type": "object",
        "required": ["number", "truth"],
        "properties": {"number": {"const": 1}, "truth": {"const": True}},
    }
    page = site({"oneOf": [both, either]}, tmp_path)
    assert "`Literal[1]`" in page
    assert "`Literal[True]`" in page
