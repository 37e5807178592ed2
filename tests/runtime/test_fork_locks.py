"""What is locked in a parent is free in its child."""

from __future__ import annotations

import os
import signal

import pytest

from generator.runtime.policy.retry_budget import RetryBudget

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="this system cannot fork"
)


def in_child(act: object) -> int:
    """The exit code of a child that acts and would be ended by an alarm if it hung."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(5)
        assert callable(act)
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_child_retries_although_its_parent_was_counting_when_it_was_forked() -> None:
    budget = RetryBudget()
    with budget._lock:
        assert in_child(lambda: budget.take(throttled=False)) == 0
    assert budget.take(throttled=False) == RetryBudget.TRANSIENT_COST
