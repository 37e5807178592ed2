"""Python's collector does not run while something is compiled, and does as usual where it did before."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import compiling, main
from generator.cli.collector import collect_as_usual, not_collecting
from generator.cli.failed import Failed
from generator.diagnostics import Report
from generator.inputs import Inputs
from generator.progress import StatusLine


@pytest.fixture
def nothing_left() -> Iterator[None]:
    """Has the collector as it was, with nothing that it would never look through."""
    yield
    gc.unfreeze()
    gc.enable()


def test_the_collector_is_as_before_when_compiling_has_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    during = []
    monkeypatch.setattr(
        compiling, "compile_inputs", lambda *_, **__: during.append(gc.isenabled())
    )
    for _ in range(2):
        with pytest.raises(Failed):
            compiling.compiled(
                Inputs(Path("x"), None), Report(), StatusLine(enabled=False)
            )
        assert gc.isenabled()
    assert during == [False, False]


def test_what_compiles_inside_of_something_else_that_does_changes_nothing() -> None:
    with not_collecting():
        with not_collecting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("nothing_left")
def test_a_process_ends_without_looking_through_what_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    during = []
    monkeypatch.setattr(
        sys.modules["generator.cli.main"],
        "_run",
        lambda: during.append(gc.isenabled()),
    )
    with pytest.raises(SystemExit):
        main()
    assert during == [False]
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("nothing_left")
def test_what_serves_for_hours_has_the_collector_run() -> None:
    with not_collecting():
        collect_as_usual()
        with not_collecting():
            assert not gc.isenabled()
        assert gc.isenabled()
