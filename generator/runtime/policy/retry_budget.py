"""What bounds the load of retries (AWS standard retry mode)."""

from __future__ import annotations


class _Level:
    """How full the bucket was at some moment, and what it was changed to next."""

    __slots__ = ("_next", "tokens")

    def __init__(self, tokens: int) -> None:
        self.tokens = tokens
        self._next: dict[str, _Level] = {}

    @property
    def latest(self) -> _Level:
        """The level after all changes so far."""
        level = self
        while following := level._next.get("level"):
            level = following
        return level

    def change(self, tokens: int) -> bool:
        """Change the level, unless another thread was faster; returns whether it was changed."""
        new = _Level(tokens)
        return self._next.setdefault("level", new) is new


class RetryBudget:
    """Bounds the extra load of retries over all calls of a client, for any number of threads.

    A token bucket: 500 tokens, a transient retry takes 14, a throttled one 5; a call that
    succeeds gives back what its last retry took, or one token.

    It needs no lock, which a signal handler's exception or a fork could leave locked: a change is
    one atomic operation (``dict.setdefault``), which fails if another thread was faster.
    """

    CAPACITY = 500
    TRANSIENT_COST = 14
    THROTTLED_COST = 5

    def __init__(self) -> None:
        self._level = _Level(self.CAPACITY)

    @property
    def tokens(self) -> int:
        """What is left."""
        return self._latest().tokens

    def take(self, *, throttled: bool) -> int | None:
        """Take the tokens of a retry; None if not enough are left."""
        cost = self.THROTTLED_COST if throttled else self.TRANSIENT_COST
        while (level := self._latest()).tokens >= cost:
            if level.change(level.tokens - cost):
                return cost
        return None

    def succeed(self, taken: int) -> None:
        """Give back what the last retry of a call took, or one token without a retry."""
        while (level := self._latest()).tokens < self.CAPACITY:
            if level.change(min(self.CAPACITY, level.tokens + (taken or 1))):
                return

    def _latest(self) -> _Level:
        self._level = latest = self._level.latest
        return latest
