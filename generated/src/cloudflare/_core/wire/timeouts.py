"""Timeouts of the phases of a call, within what is left of its deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .sentinels import NotGiven

if TYPE_CHECKING:
    import httpx2

TimeoutOption: TypeAlias = "float | httpx2.Timeout | None | NotGiven"
"""Seconds for each phase of a call, None for no limit, ``not_given`` for the client's."""

Phases = tuple[float | None, float | None, float | None, float | None]
"""Seconds to connect, to read, to write and to get a connection from the pool; None for no limit."""


def phases(timeout: Any, seconds_left: float | None) -> Phases:
    """The timeout of each phase; every client of the httpx family understands such a tuple.

    ``timeout`` is a number, None, or a ``Timeout`` of any client of that family.
    """
    if timeout is None or isinstance(timeout, (int, float)):
        connect = read = write = pool = timeout
    else:
        connect, read = timeout.connect, timeout.read
        write, pool = timeout.write, timeout.pool
    return (
        shorter(connect, seconds_left),
        shorter(read, seconds_left),
        shorter(write, seconds_left),
        shorter(pool, seconds_left),
    )


def read_seconds(timeout: Any, default: float) -> float | None:
    """How long a response may take to go on, in seconds; ``default`` where nothing was given."""
    if isinstance(timeout, NotGiven):
        return default
    found: float | None = getattr(timeout, "read", timeout)
    return found


def shorter(timeout: float | None, seconds_left: float | None) -> float | None:
    """The shorter of two times; None is endless."""
    if timeout is None or seconds_left is None:
        return seconds_left if timeout is None else timeout
    return min(timeout, seconds_left)
