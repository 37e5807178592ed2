"""Each phase has its own time-out, and none goes beyond the deadline."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from generator.runtime import not_given
from generator.runtime.wire.timeouts import phases, read_seconds, shorter

EACH = SimpleNamespace(connect=1.0, read=2.0, write=3.0, pool=None)


@pytest.mark.parametrize(
    ("timeout", "left", "found"),
    [
        (5.0, None, (5.0, 5.0, 5.0, 5.0)),
        (5, 2.0, (2.0, 2.0, 2.0, 2.0)),
        (None, None, (None, None, None, None)),
        (None, 7.0, (7.0, 7.0, 7.0, 7.0)),
        (EACH, None, (1.0, 2.0, 3.0, None)),
        (EACH, 1.5, (1.0, 1.5, 1.5, 1.5)),
        (EACH, 0.5, (0.5, 0.5, 0.5, 0.5)),
    ],
)
def test_a_phase_has_the_shorter_of_two_times(
    timeout: Any, left: float | None, found: tuple[float | None, ...]
) -> None:
    assert phases(timeout, left) == found


@pytest.mark.parametrize(
    ("timeout", "seconds"),
    [(not_given, 60.0), (None, None), (7, 7), (EACH, 2.0)],
)
def test_how_long_a_response_may_take(timeout: Any, seconds: float | None) -> None:
    assert read_seconds(timeout, 60.0) == seconds


def test_none_is_endless() -> None:
    assert shorter(None, None) is None
    assert shorter(1.0, None) == shorter(None, 1.0) == shorter(1.0, 2.0) == 1.0
