"""The version of the generator."""

import tomllib
from importlib.metadata import version
from pathlib import Path


def _version() -> str:
    """The version of the checkout this runs from, else of the installed distribution."""
    project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if __package__ == "generator" and project.exists():
        return str(tomllib.loads(project.read_text())["project"]["version"])
    return version("clientwright")


__version__ = _version()
