"""The files that a person did not name: descriptions and configurations under their usual names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..source import Input

DESCRIPTIONS = ("openapi.yaml", "openapi.yml", "openapi.json")
CONFIGURATIONS = (
    "stainless.yml",
    "stainless.yaml",
    "openapi.stainless.yml",
    ".stainless/stainless.yml",
    "stainless/openapi.stainless.yml",
)
_HOMES = (Path("spec"), Path())
"""Where both are looked for: in the folder of this project's own, and in the current one."""


def configuration_for(description: Input) -> Path | None:
    """The configuration in the folder of a description; if that is no file, the one from here."""
    if not isinstance(description, Path):
        return configuration_here()
    return _first(description.parent / name for name in CONFIGURATIONS)


def configuration_here() -> Path | None:
    """The configuration where no file was named."""
    return _first(home / name for home in _HOMES for name in CONFIGURATIONS)


def description_here() -> Path | None:
    """The description where neither it nor a configuration was named."""
    return _first(home / name for home in _HOMES for name in DESCRIPTIONS)


def beside(configuration: Path) -> Path:
    """The description next to a configuration, or next to the folder that holds it alone."""
    folders = configuration.parent, configuration.parent.parent
    found = _first(folder / name for folder in folders for name in DESCRIPTIONS)
    return found or configuration.parent / DESCRIPTIONS[0]


def _first(paths: Iterable[Path]) -> Path | None:
    return next((path for path in paths if path.exists()), None)
