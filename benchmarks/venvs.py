"""The environments of the two sides: each has its client and nothing of the other's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from .compiler.tools import PEERS
from .large import write
from .rows import LARGE, Side

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


def prepare(about: Container[Side]) -> Sides:
    """The environments, made where they are missing; ours always have the client as it stands.

    Raises:
        subprocess.CalledProcessError: a package is not available.
    """
    sides = Sides(*(_python(name) for name in ("ours", "peer", "large")))
    client = f"{ROOT / 'generated'}[aiohttp]"
    if Side.CLIENT in about or Side.LARGE in about:
        _environment("peer", (PEER, *COMMON))
        _environment("ours", CHECKED)
        _install_again(sides.ours, client)
    if Side.LARGE in about:
        _environment("large", CHECKED)
        _install_again(sides.large, _large_client())
    if Side.COMPILER in about:
        for peer in PEERS.values():
            _environment(peer.folder, peer.packages)
    return sides


def peer_versions() -> dict[str, str]:
    """The versions of the other generators."""
    found: dict[str, str] = {}
    for peer in PEERS.values():
        found |= versions(_python(peer.folder))
    return found


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


def _python(name: str) -> Path:
    return FOLDER / name / "bin" / "python"


def _environment(name: str, packages: tuple[str, ...]) -> None:
    python = _python(name)
    wanted = "\n".join(packages)
    ready = FOLDER / name / "ready"
    if not ready.exists() or ready.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", FOLDER / name], check=True)
        _install(python, *packages)
        ready.write_text(wanted)


def _install_again(python: Path, client: str) -> None:
    _install(python, "--force-reinstall", "--no-deps", client)
    _install(python, client)


def _install(python: Path, *arguments: str) -> None:
    subprocess.run([python, "-m", "pip", "install", *_QUIET, *arguments], check=True)
