"""A forked child goes on by itself, whatever other threads of its parent were in the middle of."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from threading import Event, Thread

import pytest

from generator.runtime.cached import cached_property

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="this system cannot fork"
)


def in_child(act: Callable[[], object]) -> int:
    """The exit code of a child that acts and would be ended by an alarm if it hung."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(5)
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class Computed:
    """Has a property that is slow in threads of the parent."""

    def __init__(self, wait: Callable[[], object]) -> None:
        self.wait = wait

    @cached_property
    def value(self) -> int:
        self.wait()
        return 1


def test_a_child_computes_a_property_that_another_thread_was_computing() -> None:
    begun, end = Event(), Event()
    slow = Computed(lambda: (begun.set(), end.wait()))
    computing = Thread(target=lambda: slow.value)
    computing.start()
    begun.wait()
    try:
        assert in_child(lambda: Computed(lambda: None).value) == 0
    finally:
        end.set()
        computing.join()
    assert vars(slow)["value"] == 1
