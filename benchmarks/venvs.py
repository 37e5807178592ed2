"""The environments of the two sides: each has its client and nothing of the other's."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .large import write
from .rows import LARGE

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".venv-bench"
PEER = "cloudflare[aiohttp]==5.9.0"
COMMON = ("mypy", "psutil")
CHECKED = (*COMMON, "pyright[nodejs]")
"""Of ours; the rows about a large client run pyright."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The interpreters; ``large`` has a client of many models, where one is wanted."""

    ours: Path
    peer: Path
    large: Path


def prepare(*, with_large: bool) -> Sides:
    """The environments, made where they are missing; ours always have the client as it stands.

    Raises:
        subprocess.CalledProcessError: a package is not available.
    """
    peer = _environment("peer", (PEER, *COMMON))
    client = f"{ROOT / 'generated'}[aiohttp]"
    ours = _environment("ours", CHECKED)
    _install(ours, "--force-reinstall", "--no-deps", client)
    _install(ours, client)
    large = FOLDER / "large" / "bin" / "python"
    if with_large:
        _environment("large", CHECKED)
        client = _large_client()
        _install(large, "--force-reinstall", "--no-deps", client)
        _install(large, client)
    return Sides(ours, peer, large)


def _large_client() -> str:
    """The folder of a client of many models, generated from a description made for it."""
    folder = FOLDER / "large-api"
    out = folder / "client"
    config = write(folder, LARGE)
    command = [sys.executable, "-m", "generator", "generate", "--quiet", "--strict"]
    subprocess.run([*command, "--config", config, "--out", out], check=True, cwd=ROOT)
    return str(out)


def versions(python: Path) -> dict[str, str]:
    """The versions of what is installed."""
    shown = subprocess.run(
        [python, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return dict(line.split("==") for line in shown.split() if "==" in line)


_QUIET = ("--quiet", "--disable-pip-version-check")


def _environment(name: str, packages: tuple[str, ...]) -> Path:
    python = FOLDER / name / "bin" / "python"
    wanted = "\n".join(packages)
    ready = FOLDER / name / "ready"
    if not ready.exists() or ready.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", FOLDER / name], check=True)
        _install(python, *packages)
        ready.write_text(wanted)
    return python


def _install(python: Path, *arguments: str) -> None:
    subprocess.run([python, "-m", "pip", "install", *_QUIET, *arguments], check=True)
