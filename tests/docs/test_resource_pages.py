"""A resource is described by its configuration, or by the tag that is its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.conftest import site_of
from tests.docs.reading import read


@pytest.mark.parametrize(
    ("configured", "tag_elsewhere", "shown"),
    [
        ({}, False, "All about kites."),
        ({"description": "Kites only."}, False, "Kites only."),
        ({}, True, "Calls under kites."),
    ],
)
def test_a_tag_describes_the_resource_of_all_its_operations(
    configured: dict[str, str], tag_elsewhere: bool, shown: str, tmp_path: Path
) -> None:
    operation = {"tags": ["air"], "responses": {"200": {"description": ""}}}
    other = operation if tag_elsewhere else {"responses": operation["responses"]}
    api = {
        "openapi": "3.1.0",
        "info": {"title": "Kites", "version": "1"},
        "servers": [{"url": "https://kites.example"}],
        "tags": [{"name": "air", "description": "All *about* kites."}],
        "paths": {
            "/kites": {"get": operation, "post": operation},
            "/boats": {"get": other},
        },
    }
    kites = {"methods": {"list": "get /kites", "add": "post /kites"}, **configured}
    boats = {"methods": {"list": "get /boats"}}
    sdk = {
        "organization": {"name": "kites"},
        "resources": {"kites": kites, "boats": boats},
    }
    site = site_of(tmp_path, api, sdk)
    assert site is not None
    page = read(site["resources/kites.html"])
    assert page.one("div", klass="lead").text == shown
