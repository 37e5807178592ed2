"""Type checkers accept right calls and refuse wrong ones, for each kind of body and parameter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.diagnostics import Report, render_report
from generator.pipeline import Inputs, build, compile_inputs
from tests.type_checkers import CHECKERS, Complaint, check, disagreements

HERE = Path(__file__).parent / "calls"
PROGRAM = HERE / "program.py"


@pytest.fixture(scope="module")
def complaints(
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Sequence[Complaint]]:
    """All that each checker says of the calls; each runs once."""
    source, report = tmp_path_factory.mktemp("source"), Report(strict=True)
    inputs = Inputs(HERE / "openapi.yaml", HERE / "stainless.yml")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None, render_report(report)
    for path, data in build(compiled, lambda _: None).items():
        target = source / path.removeprefix("src/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return check(tmp_path_factory.mktemp("project"), [PROGRAM], source)


@pytest.mark.parametrize("checker", CHECKERS)
def test_every_wrong_call_is_refused_and_no_other(
    complaints: Mapping[str, Sequence[Complaint]], checker: str
) -> None:
    marked, found = disagreements(PROGRAM, complaints[checker])
    assert marked > 75
    assert found == {}
