"""Wheels of the generator and of the client, each in an environment of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from uv import find_uv_bin

from tests.client.stub import Stub, running_stub

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "generated"


def run(
    *command: str | Path, cwd: Path, environment: Mapping[str, str] | None = None
) -> str:
    """What a command that must succeed prints; nothing of the checkout is on its path."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**kept, **(environment or {})},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment with one wheel and what it needs; ``folder`` is an empty one."""

    home: Path
    folder: Path
    wheel: Path

    def run(self, program: str, *arguments: str | Path, **variables: str) -> str:
        """What a program of the environment prints, run in the empty folder."""
        executable = self.home / "bin" / program
        return run(executable, *arguments, cwd=self.folder, environment=variables)


def uv(*words: str | Path, cwd: Path) -> str:
    """What uv prints. It shares its files between environments, which pip would write again."""
    return run(find_uv_bin(), "--quiet", *words, cwd=cwd)


def installed(source: Path, folder: Path) -> Environment:
    """An environment in which a wheel of ``source`` was installed, built from its sdist."""
    empty, wheels, home = (folder / name for name in ("empty", "wheels", "venv"))
    empty.mkdir()
    uv("build", "--out-dir", wheels, source, cwd=empty)
    (wheel,) = wheels.glob("*.whl")
    uv("venv", home, cwd=empty)
    uv("pip", "install", "--python", home, wheel, cwd=empty)
    return Environment(home, empty, wheel)


@pytest.fixture(scope="session")
def generator(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return installed(ROOT, tmp_path_factory.mktemp("generator"))


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return installed(GENERATED, tmp_path_factory.mktemp("client"))


@pytest.fixture
def stub() -> Iterator[Stub]:
    with running_stub() as stub:
        yield stub
