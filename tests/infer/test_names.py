"""The client is called as the title calls the API; nothing is invented."""

from __future__ import annotations

from typing import Any

import pytest

from tests.infer.describing import described, inferred


def inferred_from(**info: Any) -> dict[str, Any]:
    servers = [{"url": info.pop("server", "/")}]
    stated = {"title": "Acme", "version": "1", **info}
    return inferred(described({}, info=stated, servers=servers))


@pytest.mark.parametrize(
    ("title", "name", "package"),
    [
        ("OpenAI API", "OpenAI", "openai"),
        ("GitHub v3 REST API", "GitHub", "github"),
        ("GitHub's official OpenAPI spec + Octokit extension", "GitHub", "github"),
        ("Swagger Petstore - OpenAPI 3.0", "Petstore", "petstore"),
        ("Redocly Museum API", "Redocly Museum", "redocly_museum"),
        ("The Acme Cloud API (v2)", "Acme Cloud", "acme_cloud"),
        ("Überwacht", "Uberwacht", "uberwacht"),
        ("Email API", "Email", "email_api"),
        ("Import", "Import", "import_api"),
        ("pydantic", "pydantic", "pydantic_api"),
        ("API", "my api", "my_api"),
        ("", "my api", "my_api"),
        ("4chan", "my api", "my_api"),
        ("'; import os #", "import os", "import_os"),
        ("x" * 300, "x" * 300, f"{'x' * 40}_api"),
    ],
)
def test_the_title_names_client_and_package(
    title: str, name: str, package: str
) -> None:
    found = inferred_from(title=title)
    assert found["organization"] == {"name": name}
    assert found["targets"] == {"python": {"package_name": package}}


def test_a_server_names_what_has_no_title() -> None:
    found = inferred_from(title="REST API", server="https://api.acme.example/v1")
    assert found["organization"] == {"name": "acme"}


@pytest.mark.parametrize(
    ("version", "kept"),
    [
        ("1.2.3", "1.2.3"),
        ("v2.0", "2.0"),
        ("1.2.3rc1", "1.2.3rc1"),
        (2.0, None),
        ("2023-08-16", None),
        ("1.0\nimport os", None),
        ("latest", None),
        ("", None),
    ],
)
def test_a_version_is_kept_if_a_package_can_have_it(
    version: Any, kept: str | None
) -> None:
    assert inferred_from(version=version).get("x-version") == kept


@pytest.mark.parametrize(
    ("license", "identifier"),
    [
        ({"name": "MIT"}, "MIT"),
        ({"name": "MIT License"}, "MIT"),
        ({"name": "Apache 2.0"}, "Apache-2.0"),
        ({"name": "The Apache License, Version 2.0"}, "Apache-2.0"),
        ({"name": "anything", "identifier": "BSD-3-Clause"}, "BSD-3-Clause"),
        ({"name": "Proprietary"}, ""),
        ({"name": "MIT OR whatever"}, ""),
        (None, ""),
    ],
)
def test_a_license_is_taken_over_and_never_invented(
    license: dict[str, str] | None, identifier: str
) -> None:
    info = {"license": license} if license else {}
    assert inferred_from(**info)["settings"] == {"license": identifier}
