"""What bounds the load of retries (AWS standard retry mode)."""

from __future__ import annotations

import threading

from .fork_locks import renew_lock_in_children


class RetryBudget:
    """Bounds the extra load of retries over all calls of a client, for any number of threads.

    A token bucket: 500 tokens, a transient retry takes 14, a throttled one 5; a call that
    succeeds gives back what its last retry took, or one token.
    """

    CAPACITY = 500
    TRANSIENT_COST = 14
    THROTTLED_COST = 5

    def __init__(self) -> None:
        self._tokens = self.CAPACITY
        self._lock = threading.Lock()
        renew_lock_in_children(self)

    @property
    def tokens(self) -> int:
        """What is left."""
        return self._tokens

    def take(self, *, throttled: bool) -> int | None:
        """Take the tokens of a retry; None where not enough are left."""
        cost = self.THROTTLED_COST if throttled else self.TRANSIENT_COST
        with self._lock:
            if self._tokens < cost:
                return None
            self._tokens -= cost
        return cost

    def succeed(self, taken: int) -> None:
        """Give back what the last retry of a call took, or one token without a retry."""
        with self._lock:
            self._tokens = min(self.CAPACITY, self._tokens + (taken or 1))
