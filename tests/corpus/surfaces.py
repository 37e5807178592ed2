"""The surface of a whole description, without a configuration written for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.config import load_config
from generator.diagnostics import Report, render_report
from generator.lower import lower
from generator.naming import assign
from generator.openapi import Description, describe
from generator.surface import Sdk, bind

PACKAGE = "made"


def surface_of(path: Path, folder: Path) -> Sdk:
    """A method of every operation that can be called without a body, a model of every component.

    The configuration that says so is written into ``folder``.
    """
    report = Report()
    described = describe(path, report)
    assert described is not None, render_report(report)
    config = folder / "stainless.json"
    config.write_text(json.dumps(_configuration(described.description)))
    report = Report()
    settings = load_config(config, report)
    assert settings is not None, render_report(report)
    api = lower(described.description, settings, report)
    names = assign(api, report)
    assert not report.failed, render_report(report)
    return bind(api, names)


def _configuration(description: Description) -> dict[str, Any]:
    methods = {
        operation.operation_id or str(operation): str(operation)
        for operation in description.operations.values()
        if operation.verb == "get" and operation.body is None
    }
    names = description.schema_names
    return {
        "organization": {"name": PACKAGE},
        "targets": {"python": {"package_name": PACKAGE}},
        "environments": {"production": "https://api.example.com"},
        "settings": {"license": "MIT"},
        "resources": {
            "everything": {
                "models": {name: name for name in names},
                "methods": methods,
            }
        },
    }
