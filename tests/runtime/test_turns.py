"""Turns are taken one after the other, and a turn that was lost keeps nobody waiting."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from generator.runtime.policy.turns import LONGEST_TURN, Turn, Turns
from tests.runtime.clocks import SteppedClock


@pytest.fixture
def turns(clock: SteppedClock) -> Turns:
    return Turns(clock)


def test_turns_come_in_the_order_of_arrival(turns: Turns) -> None:
    first, second, third = Turn(turns), Turn(turns), Turn(turns)
    with first:
        assert [turn.has_come for turn in (first, second, third)] == [
            True,
            False,
            False,
        ]
    with third:
        assert not third.has_come
    with second:
        assert second.has_come
    assert second.has_come, "there is no other to wait for"


def test_a_turn_that_was_lost_is_over(turns: Turns) -> None:
    lost, waiting = Turn(turns), Turn(turns)
    assert not waiting.has_come
    del lost
    assert waiting.has_come


def test_turns_that_were_lost_are_forgotten(turns: Turns) -> None:
    for _ in range(10):
        Turn(turns)
    waiting = Turn(turns)
    assert waiting.has_come
    assert list(turns._turns) == [waiting._key]


def test_a_turn_that_takes_too_long_is_over(turns: Turns, clock: SteppedClock) -> None:
    slow = Turn(turns)
    clock.sleep(LONGEST_TURN / 2)
    waiting = Turn(turns)
    assert (slow.has_come, waiting.has_come) == (True, False)
    clock.sleep(LONGEST_TURN / 2)
    assert waiting.has_come
    assert slow.has_come, "it need not wait for another turn"
    with slow:
        pass
    assert not Turn(turns).has_come


def exit_code_of_child(act: Callable[[], bool]) -> int:
    """0 if that holds in a forked child; a child that hangs is ended."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(5)
        os._exit(0 if act() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_child_does_not_wait_for_a_turn_of_its_parent(turns: Turns) -> None:
    with Turn(turns) as turn:
        assert exit_code_of_child(lambda: Turn(turns).has_come) == 0
        assert turn.has_come
        assert not Turn(turns).has_come
