"""The version of the generator."""

from functools import cache
from pathlib import Path


@cache
def version() -> str:
    """The version of the checkout this runs from, else of the installed distribution."""
    project = Path(__file__).resolve().parent.parent / "pyproject.toml"
    if __package__ == "generator" and project.exists():
        import tomllib

        return str(tomllib.loads(project.read_text())["project"]["version"])
    from importlib import metadata

    return metadata.version("clientwright")
