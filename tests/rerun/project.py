"""A small project on the disk, and runs of the generator in this process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.cli.compiling import checked, documented, generated
from generator.diagnostics import Report
from generator.inputs import Inputs
from generator.output import Plan
from generator.progress import StatusLine
from generator.rerun import CLIENT, Made, repeated

QUIET = StatusLine(enabled=False)
DESCRIPTION = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "summary": "List pets.",
                "responses": {
                    "200": {
                        "description": "OK",
                        "content": {
                            "application/json": {"schema": {"$ref": "schemas/pet.json"}}
                        },
                    }
                },
            }
        }
    },
}
PET = {
    "type": "object",
    "title": "Pet",
    "properties": {"age": {"type": "integer", "default": "seven"}},
}
"""Its default does not match, which is a warning in this file."""
CONFIG = """
organization: {name: pets}
x-overlays: [fixes/overlay.yaml]
resources:
  pets:
    methods:
      list: get /pets
"""
OVERLAY = """
overlay: 1.1.0
info: {title: Fixes, version: "1"}
actions:
  - target: $.info
    update: {description: All about pets.}
"""


class Project:
    """A description of two files, a configuration with an overlay, and an output folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.description = folder / "openapi.json"
        self.pet = folder / "schemas" / "pet.json"
        self.config = folder / "sdk" / "stainless.yml"
        self.overlay = folder / "sdk" / "fixes" / "overlay.yaml"
        self.out = folder / "client"
        self.inputs = Inputs(self.description, self.config)
        self.write(self.description, DESCRIPTION)
        self.write(self.pet, PET)
        self.write(self.config, CONFIG)
        self.write(self.overlay, OVERLAY)

    def write(self, path: Path, content: object) -> None:
        text = content if isinstance(content, str) else json.dumps(content, indent=1)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    @property
    def manifest(self) -> Path:
        return self.out / ".manifest.json"

    @property
    def record(self) -> dict[str, Any] | None:
        found: dict[str, Any] | None = json.loads(self.manifest.read_text()).get("run")
        return found

    def generate(self, *, strict: bool = False) -> tuple[Made, Plan, Report]:
        report = Report(strict=strict)
        made, merge = generated(self.inputs, self.out, report, QUIET, overwrite=False)
        return made, merge.plan, report

    def document(self) -> Plan:
        return documented(self.inputs, self.out, Report(), QUIET, overwrite=False)

    def check(self) -> Plan:
        return checked(self.inputs, self.out, Report(), QUIET)[1].plan

    def repeat(
        self, target: str = CLIENT, *, strict: bool = False
    ) -> tuple[Made, Plan, Report] | None:
        report = Report(strict=strict)
        found = repeated(target, self.inputs, self.out, report)
        if found is None:
            assert not report.diagnostics
            return None
        return (*found, report)
