"""What the package is called and its version: texts that become folders and metadata.

Reads the configuration only; whether a name is free somewhere is nobody's business here.
"""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass

from ..openapi import Cursor

_IMPORT_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PROJECT_NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?")
_VERSION = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?")


@dataclass(frozen=True, slots=True)
class PackageConfig:
    """The name to import, the name to install, the version."""

    import_name: str
    project_name: str
    version: str


def read_package(root: Cursor, target: Cursor, organization: str) -> PackageConfig:
    """The names and the version, with the organization's name where the target has none."""
    stated = target.text("package_name") or organization
    import_name = re.sub(r"[-\s]+", "_", stated)
    if not _IMPORT_NAME.fullmatch(import_name) or keyword.iskeyword(import_name):
        _refuse(
            target.at("package_name") or target,
            f"'{stated}' cannot be the name of a Python package",
            "set targets.python.package_name to letters, digits and underscores",
        )
    project_name = target.text("project_name") or import_name.replace("_", "-")
    project = target.at("project_name")
    if project and not _PROJECT_NAME.fullmatch(project_name):
        _refuse(
            project,
            f"'{project_name}' cannot be the name of a distribution",
            "write letters and digits with '.', '-' or '_' between them",
        )
    version = root.text("x-version") or "0.0.1"
    place = root.at("x-version")
    if place and not _VERSION.fullmatch(version):
        _refuse(place, f"'{version}' is no version", "write numbers with dots: 1.2.3")
    return PackageConfig(import_name, project_name, version)


def _refuse(cursor: Cursor, message: str, help: str) -> None:
    cursor.error("C004", message, help=help)
