"""Turns at doing something that only one thread or task should do at a time.

No lock is held: one could stay locked after an exception from a signal handler, and in a child that
was forked meanwhile. A turn is known to those who wait by a weak reference only, so that one that
was lost is over, and so is one that began in another process or takes too long.
"""

from __future__ import annotations

import os
from types import TracebackType
from weakref import ref

from .clock import Clock

LONGEST_TURN = 30.0
"""Seconds after which the others do not wait any longer."""

RECHECK_INTERVAL = 0.02
"""Seconds after which one who waits looks again."""


class Turns:
    """Those who have a turn or wait for one, in the order of their arrival."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._turns: dict[ref[Turn], None] = {}

    def join(self, turn: Turn) -> ref[Turn]:
        """Put a turn at the end of the line; returns its key."""
        key = ref(turn)
        self._turns[key] = None
        return key

    def leave(self, key: ref[Turn]) -> None:
        """Take a turn out of the line."""
        self._turns.pop(key, None)

    def has_come(self, key: ref[Turn]) -> bool:
        """Whether the turns before this one are over."""
        for other in list(self._turns):
            turn = other()
            if turn is not None and not turn.is_over:
                return other is key
            self.leave(other)
        return True


class Turn:
    """A place in the line, to be used in a ``with``."""

    __slots__ = ("__weakref__", "_end", "_key", "_process", "_turns")

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._process = os.getpid()
        self._end = turns.clock.now() + LONGEST_TURN
        self._key = turns.join(self)

    def __enter__(self) -> Turn:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._turns.leave(self._key)

    @property
    def is_over(self) -> bool:
        """Whether the others need not wait for it: it takes too long, or belongs to a parent."""
        return self._process != os.getpid() or self._turns.clock.now() >= self._end

    @property
    def has_come(self) -> bool:
        """Whether the turns before this one are over, or it waited too long."""
        return self.is_over or self._turns.has_come(self._key)
