"""The descriptions that the compiler is measured with, and the arithmetic of growth."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from benchmarks.compiler import descriptions, shapes, synthetic
from benchmarks.compiler.growth import exponent
from benchmarks.compiler.process import timed
from benchmarks.compiler.tools import PEERS, command, environment
from generator.diagnostics import Report
from generator.openapi import load_description, read_description


@pytest.mark.parametrize("count", [1, 4, 53])
def test_a_synthetic_description_has_as_many_operations_as_wanted(
    tmp_path: Path, count: int
) -> None:
    path = tmp_path / "openapi.json"
    synthetic.main(str(count), str(path))
    report = Report()
    documents = load_description(path, report)
    assert documents is not None
    description = read_description(documents, report)
    assert description is not None
    assert len(description.operations) == count
    assert report.diagnostics == []


def test_what_an_operation_needs_does_not_grow_with_their_number() -> None:
    sizes = [len(json.dumps(synthetic.described(count))) for count in (100, 200, 300)]
    assert sizes[2] - sizes[1] == pytest.approx(sizes[1] - sizes[0], rel=0.02)


@pytest.mark.parametrize("shape", shapes.SHAPES)
def test_the_references_of_a_shape_lead_somewhere(tmp_path: Path, shape: str) -> None:
    path = tmp_path / "openapi.json"
    shapes.main(shape, "40", str(path))
    report = Report()
    documents = load_description(path, report)
    assert documents is not None
    assert read_description(documents, report) is not None
    assert report.diagnostics == []


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    sizes = [100.0, 300.0, 1000.0]
    assert exponent(sizes, [3 * s**power for s in sizes]) == pytest.approx(power)


def test_one_field_of_one_schema_is_changed(tmp_path: Path) -> None:
    for name, text in {
        "a.json": '{"schemas": {"type": "integer"}, "components": {"schemas": '
        '{"b": {"type": "integer"}, "c": {"type": "integer"}}}}',
        "a.yaml": "schemas: {type: integer}\ncomponents:\n  schemas:\n    b: {type: integer}\n"
        "    c: {type: integer}\n",
    }.items():
        path = tmp_path / name
        path.write_text(text)
        descriptions.change_one_field(path)
        found = re.findall("integer|number", path.read_text())
        assert found == ["integer", "number", "integer"]
    path.write_text("schemas: {}")
    with pytest.raises(ValueError, match="no field"):
        descriptions.change_one_field(path)


def test_descriptions_from_outside_are_only_there_with_their_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(descriptions.VARIABLE, raising=False)
    assert not descriptions.is_available("github")
    assert descriptions.is_available(descriptions.AUDIT_LOG)
    monkeypatch.setenv(descriptions.VARIABLE, str(tmp_path))
    (tmp_path / "corpus" / "main").mkdir(parents=True)
    (tmp_path / "corpus" / "main" / "github.json").touch()
    assert descriptions.is_available("github")


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_is_called_in_its_own_environment(peer: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    called = command(peer, "generate", tmp_path / "a.json", tmp_path / "out")
    folder = f"/.venv-bench/{PEERS[peer].folder}/bin"
    assert folder in called[0]
    assert folder in environment(peer)["PATH"].split(":")[0]
    assert str(tmp_path / "a.json") in called


def test_a_process_is_measured_with_what_it_waits_for() -> None:
    program = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', '[0] * 10**7'])"
    )
    command = [sys.executable, "-c", program]
    found = timed(command, environment(""), accepted=(0,))
    assert found["memory"] > 70e6
    assert 0 < found["cpu"] <= 2 * found["wall"]
    assert "failed" not in found
    failing = timed([sys.executable, "-c", "exit(3)"], environment(""), accepted=(0,))
    assert failing["failed"] == 3
