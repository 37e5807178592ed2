"""The files that a person did not name: descriptions and configurations under their usual names."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
"""Where both are looked for if neither is named: in the folder of this project's own, and here."""


def found(
    description: Input | None, config: Path | None
) -> tuple[Input | None, Path | None]:
    """The description and the configuration that are meant where one or both were not named.

    Without a description there is nothing to do; without a configuration it is inferred.
    """
    if description is not None:
        return description, config or _configuration_for(description)
    config = config or _first(_HOMES, CONFIGURATIONS)
    if config is None or not _is_there(config):
        return _first(_HOMES, DESCRIPTIONS), config
    return _beside(config), config


def _configuration_for(description: Input) -> Path | None:
    """The configuration in the folder of a description; if that is not a file, the one from here."""
    homes = (description.parent,) if isinstance(description, Path) else _HOMES
    return _first(homes, CONFIGURATIONS)


def _beside(config: Path) -> Path:
    """The description next to a configuration, or next to the folder that holds it alone."""
    folders = config.parent, config.parent.parent
    return _first(folders, DESCRIPTIONS) or config.parent / DESCRIPTIONS[0]


def _first(folders: Iterable[Path], names: Iterable[str]) -> Path | None:
    paths = (folder / name for folder in folders for name in names)
    return next(filter(_is_there, paths), None)


def _is_there(path: Path) -> bool:
    """Whether anything has this path, a dangling link too."""
    return os.path.lexists(path)
