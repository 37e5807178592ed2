"""Limits on the body of a response: its size, and the time until it is complete."""

from __future__ import annotations

LARGEST_BODY = 100 * 1024 * 1024
"""Bytes of a decoded body that is held in memory."""

LARGEST_ERROR_BODY = 1024 * 1024
"""Bytes of the body of an error status that are kept."""


class TooLarge(Exception):
    """A body was larger than its limit."""


class OutOfTime(Exception):
    """A body was not complete when its deadline passed."""
