"""Descriptions from many hands become sites that hold together, whatever they describe."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.targets import docs
from tests import material
from tests.corpus.surfaces import surface_of
from tests.docs.test_site import broken_links, parsed


@pytest.mark.parametrize("path", material.readable())
def test_the_site_of_a_description_holds_together(path: Path, tmp_path: Path) -> None:
    site = dict(docs.texts(surface_of(path, tmp_path)))
    pages = parsed(site)
    assert broken_links(site, pages) == []
    for name, page in pages.items():
        assert len(site[name].encode()) < 130_000, name
        assert page.one("title").text
        anchors = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
        assert len(anchors) == len(set(anchors)), name
