"""The site of an API with very many types stays small: several share a page, each is shown once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from generator.targets.docs import entries, places, site
from tests.docs.conftest import ROOT, site_of
from tests.docs.reading import read
from tests.docs.test_site import broken_links, built

MODULES = (entries, places, site)


def test_types_share_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ROOT / "tests" / "golden" / "names"
    apart = [path for path in built(folder) if path.startswith("types/")]
    for module in MODULES:
        monkeypatch.setattr(module, "MANY", 1)
    pages = {path: data.decode() for path, data in built(folder).items()}
    assert sum(path.startswith("types/") for path in pages) < len(apart)
    assert broken_links(pages) == []
    for path, text in pages.items():
        if path.endswith(".html"):
            ids = [e.attributes["id"] for e in read(text).all() if "id" in e.attributes]
            twice = [name for name, count in Counter(ids).items() if count > 1]
            assert twice == [], path


@pytest.mark.parametrize("most", [1000, 1])
def test_what_is_sent_as_it_is_returned_is_described_once(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in MODULES:
        monkeypatch.setattr(module, "MANY", most)
    found = site_of(tmp_path, *_kite())
    assert found is not None
    page = next(text for text in found.values() if 'id="KiteParam"' in text)
    assert ('id="KiteParam-wind"' in page) == (most > 1)
    assert ("keys are the fields of" in page) == (most == 1)
    assert broken_links(found) == []


def _kite() -> tuple[Any, Any]:
    """A model that is given inside a list, and returned."""
    ref = {"$ref": "#/components/schemas/Kite"}
    kite = {
        "type": "object",
        "required": ["wind"],
        "properties": {"wind": {"type": "string"}, "sail": {"type": "string"}},
    }
    kites = {"type": "object", "properties": {"kites": {"type": "array", "items": ref}}}
    content = {"application/json": {"schema": kites}}
    responses = {
        "200": {"description": "", "content": {"application/json": {"schema": ref}}}
    }
    operation = {"requestBody": {"content": content}, "responses": responses}
    api = {
        "openapi": "3.1.0",
        "info": {"title": "Kites", "version": "1"},
        "servers": [{"url": "https://kites.example"}],
        "paths": {"/kites": {"post": operation}},
        "components": {"schemas": {"Kite": kite}},
    }
    resource = {"models": {"kite": "Kite"}, "methods": {"create": "post /kites"}}
    return api, {
        "organization": {"name": "kites"},
        "resources": {"kites": resource},
    }
