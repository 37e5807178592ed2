"""Mocks of small descriptions, on a real socket."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import httpx2
import pytest

from generator.config import SdkConfig, load_config
from generator.diagnostics import Report, render_report
from generator.mock import Mock, Step, load_scenario
from generator.openapi import Described, describe
from tests.mock.serving import served

Values = dict[str, Any]


@contextmanager
def serving(mock: Mock, log: list[str] | None = None) -> Iterator[httpx2.Client]:
    """A client of a mock that answers until the block is left."""
    with (
        served(mock, log) as url,
        httpx2.Client(base_url=url, trust_env=False) as client,
    ):
        yield client


class Workshop:
    """Makes mocks out of a few lines."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def described(self, paths: Values, **rest: Any) -> Described:
        """The description of some paths."""
        info = {"title": "Small", "version": "1"}
        whole = {"openapi": "3.1.0", "info": info, "paths": paths, **rest}
        path = self.folder / "openapi.json"
        path.write_text(json.dumps(whole))
        report = Report()
        described = describe(path, report)
        assert described is not None, render_report(report)
        return described

    def config(self, **more: Any) -> SdkConfig:
        """A configuration with the least that one needs."""
        values = {
            "organization": {"name": "small"},
            "targets": {"python": {"package_name": "small"}},
            "environments": {"production": "https://api.example.com"},
            "settings": {"license": "MIT"},
            "resources": {},
            **more,
        }
        path = self.folder / "stainless.json"
        path.write_text(json.dumps(values))
        report = Report()
        config = load_config(path, report)
        assert config is not None, render_report(report)
        return config

    def scenario(self, text: str) -> list[Step] | str:
        """The steps of a scenario, or what is wrong with it."""
        path = self.folder / "scenario.yaml"
        path.write_text(text)
        report = Report()
        steps = load_scenario(path, report)
        return click.unstyle(render_report(report)) if steps is None else steps


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def operation(schema: Values | None = None, **more: Any) -> Values:
    """An operation that answers 200 with JSON of a schema."""
    content = {"application/json": {"schema": schema or {}}}
    return {"responses": {"200": {"description": "", "content": content}}, **more}


def parameter(name: str, location: str, schema: Values, **more: Any) -> Values:
    """A parameter; one of the path is required."""
    required = {"required": True} if location == "path" else {}
    return {"name": name, "in": location, "schema": schema, **required, **more}
