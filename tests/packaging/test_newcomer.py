"""What a newcomer does: from the wheel alone to a first call, without reading more than a README."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import material
from tests.packaging.conftest import ROOT, Environment, uv

TRIED = 4


def described() -> list[Path]:
    """Descriptions with operations: small public ones, or without the material those of golden cases."""
    manifest = material.files("corpus/manifest.json")
    if not manifest:
        own = (ROOT / "tests" / "golden").glob("*/openapi.yaml")
        return [path for path in own if yaml.safe_load(path.read_text()).get("paths")]
    listed: list[dict[str, Any]] = json.loads(manifest[0].read_bytes())
    folder = manifest[0].parent
    small = [e for e in listed if e["file"].startswith("small/") and e["operations"]]
    return [folder / entry["file"] for entry in small]


def tried() -> list[Any]:
    """Four of them, of sizes from the least to the greatest."""
    by_size = sorted(described(), key=lambda path: (path.stat().st_size, path))
    chosen = by_size[:: len(by_size) // TRIED][:TRIED]
    return [pytest.param(path, id=material.name_of(path)) for path in chosen]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty environment, in which the newcomer's program will run."""
    home = tmp_path_factory.mktemp("project") / "venv"
    uv("venv", home, cwd=home.parent)
    return home


@contextmanager
def mocked(
    generator: Environment, description: Path
) -> Iterator[tuple[str, list[str]]]:
    """The address of a mock, and the lines that it printed, once it has ended."""
    command = generator.home / "bin" / "clientwright"
    lines: list[str] = []
    with subprocess.Popen(
        [command, "mock", description, "--port", "0"],
        cwd=generator.folder,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            address = re.search(r"http://\S+", process.stdout.readline())
            assert address is not None
            yield address[0], lines
        finally:
            process.terminate()
        lines += process.stdout


def credentials(readme: str) -> dict[str, str]:
    """A value for each environment variable of a credential that a README names."""
    named = re.findall(r"is read from `(\w+)`", readme)
    return dict.fromkeys(named, "secret")


def first_call(readme: str) -> str:
    """The first program of a README that calls a method."""
    programs = re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    return next(text for text in programs if re.search(r"\bclient\.\w", text))


@pytest.mark.parametrize("description", tried())
def test_a_wheel_and_a_description_give_a_client_that_calls(
    description: Path, generator: Environment, project: Path, tmp_path: Path
) -> None:
    client = tmp_path / "client"
    generator.run("clientwright", "generate", description, "--out", client)
    uv("pip", "install", "--python", project, client, cwd=tmp_path)
    readme = (client / "README.md").read_text("utf-8")
    program = first_call(readme)
    base_url = re.search(r"`(\w+_BASE_URL)`", readme)
    assert base_url is not None
    with mocked(generator, description) as (address, lines):
        variables = {base_url[1]: address, **credentials(readme)}
        done = subprocess.run(
            [project / "bin" / "python", "-c", program],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], **variables},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert [line for line in lines if re.match(r"2\d\d ", line)], lines
