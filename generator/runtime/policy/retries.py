"""When a call is tried again, and how long that waits.

Back-off with full jitter and the token bucket follow the AWS standard retry mode; ``Retry-After``
is RFC 9110, section 10.2.3. Only monotonic time is used for waiting.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, UTC
from typing import Literal

from ..wire.request import SAFE_METHODS

TRANSIENT_BASE = 0.05
THROTTLED_BASE = 1.0
LONGEST_DELAY = 20.0
LONGEST_HINT = 60.0
"""Seconds: what a server may ask for at most; beyond it the error is raised at once."""

SHORTEST_ATTEMPT = 0.001
"""Seconds of the deadline that a delay must leave, so that an attempt after it can succeed."""

COMPATIBLE_DELAYS = 0.5, 8.0
"""Seconds: the first and the longest delay of the compatible mode."""

_TRANSIENT = frozenset((408, 500, 502, 503, 504))
_COMPATIBLE = frozenset((408, 409, 429))
_SECONDS = re.compile(r"[0-9]{1,12}(\.[0-9]{1,12})?")


@dataclass(frozen=True, slots=True)
class RetryRules:
    """Which calls may be repeated; ``random_fraction`` gives numbers in [0, 1), ``delays`` are the
    first and the longest one, in seconds."""

    max_retries: int
    mode: Literal["safe", "compatible"] = "safe"
    random_fraction: Callable[[], float] = random.random
    delays: tuple[float, float] | None = None

    def may_repeat(self, method: str, *, sent: bool, is_idempotent: bool) -> bool:
        """Whether a call that got no answer may be sent again."""
        return (
            not sent
            or is_idempotent
            or method in SAFE_METHODS
            or self.mode == "compatible"
        )

    def retries_status(
        self, status: int, method: str, *, hinted: bool, is_idempotent: bool
    ) -> bool:
        """Whether a call that was answered with an error status is sent again."""
        if self.mode == "compatible":
            return status in _COMPATIBLE or status >= 500
        if status == 429 or (status == 503 and hinted):
            return True
        return status in _TRANSIENT and (is_idempotent or method in SAFE_METHODS)

    def least_delay(self, hint: float | None) -> float | None:
        """Seconds that a server's hint demands at least; None if it asks for more than anyone waits.
        In the compatible mode such a hint counts as none."""
        if hint is None:
            return 0.0
        if hint <= LONGEST_HINT:
            return hint
        return 0.0 if self.mode == "compatible" else None

    def delay(self, retries_taken: int, *, throttled: bool) -> float:
        """Seconds before the next attempt: uniform on [0, min(cap, base * 2^n)]; with ``delays``, or
        in the compatible mode, at least three quarters of the cap."""
        if self.delays is not None or self.mode == "compatible":
            first, longest = self.delays or COMPATIBLE_DELAYS
            whole = min(longest, first * 2.0 ** min(retries_taken, 30))
            return whole * (1 - 0.25 * self.random_fraction())
        base = THROTTLED_BASE if throttled else TRANSIENT_BASE
        ceiling = min(LONGEST_DELAY, base * 2.0 ** min(retries_taken, 30))
        return self.random_fraction() * ceiling


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a response asks to wait; None where it does not ask, or makes no sense.

    Reads ``retry-after-ms``, then ``Retry-After`` in seconds or as a date; a value that makes no
    sense does not hide one that does, and of several the longest counts. A date is counted from
    the response's own ``Date``, so that the two clocks need not agree.
    """
    for name, scale in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        texts = _values(headers, name)
        numbers = [float(text) for text in texts if _SECONDS.fullmatch(text)]
        if numbers:
            return max(numbers) * scale
    now = _moment(headers.get("date")) or datetime.fromtimestamp(time.time(), UTC)
    moments = [m for text in texts if (m := _moment(text)) is not None and m >= now]
    return (max(moments) - now).total_seconds() if moments else None


def _values(headers: Mapping[str, str], name: str) -> list[str]:
    """The values of a header, which may have been sent more than once, or as a list.

    Of a date, which has a comma in it too, the weekday is one value and the rest another.
    """
    whole = headers.get(name, "").strip()
    return [whole, *(part.strip() for part in whole.split(","))]


def _moment(text: str | None) -> datetime | None:
    """The moment that an HTTP date names; None where it names none."""
    from email.utils import parsedate_to_datetime

    if text is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
