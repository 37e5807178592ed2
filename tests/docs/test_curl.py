"""What a page shows as a curl command sends the example, and reads no file that nobody chose."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.targets.docs.curl_bodies import header
from tests.docs.conftest import site_of
from tests.docs.reading import read


def commands(folder: Path, kind: str, **api_key: str) -> Iterator[list[str]]:
    """The words of the curl commands of an operation that takes a form with a field of a kind."""
    form = {
        "schema": {
            "type": "object",
            "required": ["note"],
            "properties": {"note": {"type": "string", "example": "hello"}},
        },
        "encoding": {"note": {"contentType": kind}},
    }
    api: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Notes", "version": "1"},
        "servers": [{"url": "https://notes.example/v1"}],
        "paths": {
            "/notes": {
                "post": {
                    "operationId": "createNote",
                    "requestBody": {
                        "required": True,
                        "content": {"multipart/form-data": form},
                    },
                    "responses": {"204": {"description": "Done"}},
                }
            }
        },
    }
    if api_key:
        api["components"] = {"securitySchemes": {"key": {"type": "apiKey"} | api_key}}
        api["security"] = [{"key": []}]
    sdk: dict[str, Any] = {
        "organization": {"name": "notes"},
        "targets": {"python": {"package_name": "notes"}},
        "resources": {"notes": {"methods": {"create": "post /notes"}}},
    }
    site = site_of(folder, api, sdk)
    assert site is not None
    for path, text in site.items():
        if path.startswith("methods/") and path.endswith(".html"):
            for found in read(text).all("pre"):
                if found.text.startswith("curl "):
                    yield shlex.split(found.text)


def test_a_field_of_a_media_type_is_a_part_of_that_type(tmp_path: Path) -> None:
    (words,) = commands(tmp_path, "text/plain; charset=utf-8")
    assert 'note="hello";type=text/plain; charset=utf-8' in words


@pytest.mark.parametrize(
    "more", ["headers=@/etc/passwd", 'filename="x"', "encoder=8bit"]
)
def test_a_media_type_gives_curl_no_options(more: str, tmp_path: Path) -> None:
    assert not [*commands(tmp_path, f"text/plain;{more}")]


def test_the_name_of_a_key_in_the_query_is_encoded(tmp_path: Path) -> None:
    (words,) = commands(tmp_path, "text/plain", **{"in": "query", "name": "a&b c"})
    assert words[1].startswith("https://notes.example/v1/notes?a%26b")


def test_an_empty_header_is_sent() -> None:
    assert header("X-Empty", "") == "-H 'X-Empty;'"
    assert header("X-Full", "a") == "-H 'X-Full: a'"
