"""A configuration for any description: the inferred one, with a package that tests can import."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Report
from generator.infer import inferred
from generator.openapi import Description

PACKAGE = "made"
ADDRESS = "https://api.example.com"


def configuration(description: Description) -> dict[str, Any]:
    """Names are inferred, but for those of the package and its server."""
    return {
        **inferred(description, Report()),
        "organization": {"name": PACKAGE},
        "targets": {"python": {"package_name": PACKAGE}},
        "environments": {"production": ADDRESS},
        "settings": {"license": "MIT"},
    }
