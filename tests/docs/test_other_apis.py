"""Descriptions from many hands become sites that hold together, whatever they describe."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.config import load_config
from generator.diagnostics import Report, render_report
from generator.lower import lower
from generator.naming import assign
from generator.surface import bind
from generator.targets import docs
from tests.corpus.test_small import (
    _configuration,
    _descriptions,
    _name,
    _understood,
)
from tests.docs.reading import read
from tests.docs.test_site import broken_links


def test_the_material_is_there() -> None:
    if not _descriptions():
        message = "CLIENTWRIGHT_MATERIAL does not lead to a corpus"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)


@pytest.mark.parametrize("path", _descriptions(), ids=_name)
def test_the_site_of_a_description_holds_together(path: Path, tmp_path: Path) -> None:
    documents = _understood(path)
    if documents is None:
        pytest.skip("Swagger 2 is not read")
    config = tmp_path / "stainless.json"
    config.write_text(json.dumps(_configuration(documents)))
    report = Report()
    settings = load_config(config, report)
    assert settings is not None, render_report(report)
    api = lower(documents, settings, report)
    site = dict(docs.texts(bind(api, assign(api, report))))
    assert broken_links(site) == []
    for name, text in site.items():
        assert len(text.encode()) < 100_000 or not name.endswith(".html"), name
        if name.endswith(".html"):
            page = read(text)
            assert page.one("title").text
            anchors = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
            assert len(anchors) == len(set(anchors)), name
