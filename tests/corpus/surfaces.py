"""The surface of a whole description, without a configuration written for it."""

from __future__ import annotations

import json
from pathlib import Path

from generator.config import load_config
from generator.diagnostics import Report, render_report
from generator.lower import lower
from generator.naming import assign
from generator.openapi import describe
from generator.surface import Sdk, bind
from tests.corpus.configuration import configuration


def surface_of(path: Path, folder: Path) -> Sdk:
    """A method of every operation that can be generated, a model of every component.

    The configuration that says so is written into ``folder``.
    """
    report = Report()
    described = describe(path, report)
    assert described is not None, render_report(report)
    config = folder / "stainless.json"
    config.write_text(json.dumps(configuration(described.description)))
    report = Report()
    settings = load_config(config, report)
    assert settings is not None, render_report(report)
    api = lower(described.description, settings, report)
    names = assign(api, report)
    assert not report.failed, render_report(report)
    return bind(api, names)
