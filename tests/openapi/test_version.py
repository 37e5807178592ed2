"""A description says its version in its first key, and is known by it."""

from __future__ import annotations

import pytest

from generator.openapi import check_version

from .conftest import Reading


def _version(reading: Reading, text: str) -> str | None:
    documents = reading.describe(text)
    assert documents is not None
    return check_version(documents, reading.report)


@pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.1", "3.2.0", "3.1.0-rc1"])
def test_the_versions_of_openapi_3_are_known(reading: Reading, version: str) -> None:
    assert _version(reading, f"openapi: {version}\n") == version
    assert reading.codes == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("openapi: 4.0.0", "S005 1:1 unknown OpenAPI version '4.0.0'"),
        ("openapi: 30", "S005 1:1 unknown OpenAPI version 30"),
        ("openapi: [3]", "S005 1:1 unknown OpenAPI version [3]"),
        ("swagger: '1.2'", "S005 1:1 unknown Swagger version '1.2'"),
        (
            "[1]",
            "S004 1:1 this is not an OpenAPI description: the file contains a list",
        ),
        (
            "7",
            "S004 1:1 this is not an OpenAPI description: the file contains a number",
        ),
        (
            "asyncapi: 3.0.0",
            "S004 1:1 this is not an OpenAPI description: it looks like",
        ),
        (
            "{}",
            "S004 1:1 this is not an OpenAPI description: the key 'openapi' is missing",
        ),
    ],
)
def test_other_documents_are_identified(
    reading: Reading, text: str, complaint: str
) -> None:
    assert _version(reading, text) is None
    assert reading.only.startswith(complaint)


@pytest.mark.parametrize(
    ("text", "version", "complaint"),
    [
        ("openapi: 3.0", "3.0.0", "S005 1:1 unknown OpenAPI version 3.0"),
        ("openapi: '3.1'", "3.1.0", "S005 1:1 unknown OpenAPI version '3.1'"),
        ("openapi: v3.0.1", "3.0.0", "S005 1:1 unknown OpenAPI version 'v3.0.1'"),
        ("openapi: 3.1.x", "3.1.0", "S005 1:1 unknown OpenAPI version '3.1.x'"),
        ("openapi: 3.3.0", "3.2.0", "S005 1:1 unknown OpenAPI version '3.3.0'"),
        ("paths: {}", "3.1.0", "S004 1:1 this is not an OpenAPI description: the key"),
        ("opneapi: 3.1.0\npaths: {}", "3.1.0", "S004 1:1 this is not an OpenAPI"),
    ],
)
def test_a_version_that_is_written_wrong_is_read_as_the_nearest_one(
    reading: Reading, text: str, version: str, complaint: str
) -> None:
    assert _version(reading, text) == version
    assert reading.only.startswith(complaint)
