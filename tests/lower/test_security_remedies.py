"""What is said of credentials that no option holds can be followed, and is said once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Report
from generator.pipeline import Inputs, compile_inputs

BASIC = {"type": "http", "scheme": "basic"}
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
PAIR = (
    "under client_settings.opts, write auth: {security_scheme: login, role: username} in one "
    "option and auth: {security_scheme: login, role: password} in another"
)
SINGLE = "under client_settings.opts, write auth: {security_scheme: login} in an option"


def findings(
    folder: Path,
    scheme: dict[str, Any],
    *auths: str,
    everywhere: bool = True,
) -> list[tuple[str, str | None]]:
    """The codes and remedies about a scheme, with options that have these texts as ``auth``."""
    get: dict[str, Any] = {"responses": {"204": {"description": "ok"}}}
    if not everywhere:
        get["security"] = [{"login": []}]
    description = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://pets.example"}],
        "paths": {"/pets": {"get": get}},
        "components": {"securitySchemes": {"login": scheme}},
    }
    if everywhere:
        description["security"] = [{"login": []}]
    options = {
        f"option_{number}": {"type": "string"} | yaml.safe_load(f"{{{auth}}}")
        for number, auth in enumerate(auths)
    }
    configuration = {
        "organization": {"name": "pets"},
        "resources": {"pets": {"methods": {"list": "get /pets"}}},
        "client_settings": {"opts": options},
    }
    (folder / "openapi.json").write_text(json.dumps(description))
    (folder / "stainless.json").write_text(json.dumps(configuration))
    report = Report()
    inputs = Inputs(folder / "openapi.json", folder / "stainless.json")
    compile_inputs(inputs, report, progress=lambda _: None)
    return [(d.code, d.help) for d in report.in_order()]


@pytest.mark.parametrize(
    ("scheme", "auths", "everywhere", "expected"),
    [
        (BASIC, ["read_env: USER"], True, ("L003", PAIR)),
        (BASIC, ["read_env: USER"], False, ("L008", PAIR)),
        (BASIC, ["auth: {security_scheme: login}"], True, ("L002", PAIR)),
        (KEY, ["read_env: KEY"], True, ("L003", SINGLE)),
        (
            KEY,
            ["auth: {security_scheme: login, role: password}"],
            True,
            ("L002", SINGLE),
        ),
    ],
)
def test_one_finding_says_what_options_a_scheme_needs(
    tmp_path: Path,
    scheme: dict[str, Any],
    auths: list[str],
    everywhere: bool,
    expected: tuple[str, str],
) -> None:
    assert findings(tmp_path, scheme, *auths, everywhere=everywhere) == [expected]


@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize(("scheme", "remedy"), [(BASIC, PAIR), (KEY, SINGLE)])
def test_the_remedy_leaves_no_finding(
    tmp_path: Path, scheme: dict[str, Any], remedy: str, everywhere: bool
) -> None:
    auths = [f"auth: {part.split('}')[0]}}}" for part in remedy.split("auth: ")[1:]]
    assert findings(tmp_path, scheme, *auths, everywhere=everywhere) == []
