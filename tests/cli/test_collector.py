"""Python's collector runs seldom while something is compiled, and as usual before and after."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from generator.cli import compiling
from generator.cli.collector import collecting_seldom
from generator.cli.failed import Failed
from generator.diagnostics import Report
from generator.inputs import Inputs
from generator.progress import StatusLine


def test_the_collector_is_as_before_when_compiling_has_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual, during = gc.get_threshold(), []
    monkeypatch.setattr(
        compiling, "compile_inputs", lambda *_, **__: during.append(gc.get_threshold())
    )
    for _ in range(2):
        with pytest.raises(Failed):
            compiling.compiled(
                Inputs(Path("x"), None), Report(), StatusLine(enabled=False)
            )
        assert gc.get_threshold() == usual
    assert len(during) == 2
    assert usual not in during


def test_what_compiles_inside_of_something_else_that_does_changes_nothing() -> None:
    usual = gc.get_threshold()
    with collecting_seldom():
        outer = gc.get_threshold()
        with collecting_seldom():
            assert gc.get_threshold() == outer
        assert gc.get_threshold() == outer
    assert gc.get_threshold() == usual
