"""Writes small configurations and reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.config import SdkConfig, load_config
from generator.diagnostics import Report


class Configuring:
    """A configuration file and what reading it says."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "stainless.yml"
        self.report = Report()

    def read(self, **sections: Any) -> SdkConfig:
        """A configuration that has what every one needs, and ``sections``."""
        needed = {"organization": {"name": "acme"}, "resources": {}}
        self.path.write_text(json.dumps(needed | sections))
        config = load_config(self.path, self.report)
        assert config is not None, self.report.diagnostics
        return config

    def read_text(self, text: str) -> SdkConfig | None:
        """A configuration as it is written."""
        self.path.write_text(text)
        return load_config(self.path, self.report)

    @property
    def found(self) -> list[str]:
        """Every finding: its code, its JSON pointer, its message."""
        return [
            f"{d.code} {d.place.pointer} {d.message}" for d in self.report.diagnostics
        ]


@pytest.fixture
def configuring(tmp_path: Path) -> Configuring:
    """An empty folder to write a configuration into."""
    return Configuring(tmp_path)
