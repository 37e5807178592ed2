"""Descriptions from many hands become sites that hold together, whatever they describe."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.targets import docs
from tests import material
from tests.corpus.surfaces import surface_of
from tests.docs.reading import read
from tests.docs.test_site import broken_links


@pytest.mark.parametrize("path", material.readable())
def test_the_site_of_a_description_holds_together(path: Path, tmp_path: Path) -> None:
    site = dict(docs.texts(surface_of(path, tmp_path)))
    assert broken_links(site) == []
    for name, text in site.items():
        assert len(text.encode()) < 130_000 or not name.endswith(".html"), name
        if name.endswith(".html"):
            page = read(text)
            assert page.one("title").text
            anchors = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
            assert len(anchors) == len(set(anchors)), name
