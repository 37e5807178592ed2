"""Two official clients, and the real configurations that they were made from."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.pipeline import Inputs, compile_inputs, recovered_text
from generator.surface import Sdk
from tests import material

PATIENCE = 300
AGREED = 0.99
"""So much of names, signatures and types must be the same."""
CLIENTS = {
    "onebusaway": "onebusaway==1.25.2",
    "ogx-client": "ogx-client==1.1.3",
}
"""The release to read. That of ogx-client is later than its configuration here: what
that release no longer has cannot be recovered."""


@pytest.fixture(scope="module", params=CLIENTS)
def oracle(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The folder of a description with its real configuration, and the published package."""
    name = str(request.param)
    found = material.files(f"oracles/{name}/openapi.yml")
    material.require(found)
    folder = found[0].parent
    target = tmp_path_factory.mktemp(name)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--only-binary", ":all:", "--dest", str(target), CLIENTS[name]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    if done.returncode:
        material.unavailable(f"pip download failed: {done.stderr[-500:]}")
    (package,) = target.iterdir()
    return folder, package


def compiled(description: Path, config: Path) -> Sdk:
    inputs = Inputs(description, config)
    found = compile_inputs(inputs, Report(), progress=lambda _: None)
    assert found is not None
    return found.sdk


def surface(sdk: Sdk) -> Iterator[tuple[str, ...]]:
    """What programs can see: names, signatures and types."""
    yield "client", sdk.client, sdk.base_url, sdk.env_prefix, str(sdk.options)
    for resource in sdk.every_resource():
        yield "resource", ".".join(resource.path), resource.sync_class
    for method in sdk.every_method():
        arguments = [(a.name, a.wire_name, a.type) for a in method.arguments]
        yield "method", method.dotted, method.verb, method.route
        yield "signature", method.dotted, str(arguments)
        yield "result", method.dotted, str(method.result)
    for definition in sdk.types:
        yield "type", str(definition.name), str(
            getattr(definition, "fields", definition)
        )


def test_the_recovered_configuration_makes_the_same_client(
    oracle: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, package = oracle
    report = Report()
    description = folder / "openapi.yml"
    text = recovered_text(Inputs(description, None), str(package), report)
    config = tmp_path / "stainless.yml"
    config.write_text(str(text))
    real = set(surface(compiled(description, folder / "stainless.yml")))
    ours = set(surface(compiled(description, config)))
    whole = real | ours if folder.name == "onebusaway" else ours
    assert len(real & ours) >= AGREED * len(whole), sorted(real ^ ours)
    assert len(ours) >= 0.9 * len(real)
