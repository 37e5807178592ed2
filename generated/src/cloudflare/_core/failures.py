"""What an exception of the HTTP library means for a call.

Exceptions are told apart by the names of their classes: those of httpx2 and of the older httpx
family are the same, and neither has to be imported.
"""

from __future__ import annotations

from dataclasses import dataclass

from .errors import APIError

_NOTHING_SENT = frozenset(
    ("ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError")
)
_MAYBE_SENT = frozenset(
    (
        "ReadError",
        "WriteError",
        "CloseError",
        "ReadTimeout",
        "WriteTimeout",
        "RemoteProtocolError",
    )
)
_OURS = frozenset(
    ("UnsupportedProtocol", "LocalProtocolError", "DecodingError", "TooManyRedirects")
)
_CERTIFICATE = "certificate verify failed"


class TooLarge(Exception):
    """A body was larger than its limit."""


class OutOfTime(Exception):
    """A body was not complete when its deadline passed."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why no answer arrived: whether the request may have been ``sent``, and may be repeated."""

    words: str
    sent: bool
    timeout: bool
    retryable: bool


def connection_failure(error: Exception) -> Failure | None:
    """What an exception says about the connection; None where it says something else."""
    if isinstance(error, APIError):
        return None
    if isinstance(error, TooLarge):
        return Failure(
            "the body was too large", sent=True, timeout=False, retryable=False
        )
    if isinstance(error, (OutOfTime, TimeoutError)):
        return Failure("the deadline passed", sent=True, timeout=True, retryable=False)
    names = {cls.__name__ for cls in type(error).__mro__}
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    timeout = "TimeoutException" in names
    if names & _NOTHING_SENT:
        trusted = _CERTIFICATE not in str(error).lower()
        return Failure(words, sent=False, timeout=timeout, retryable=trusted)
    if names & _MAYBE_SENT:
        return Failure(words, sent=True, timeout=timeout, retryable=True)
    if names & _OURS:
        return Failure(words, sent=False, timeout=False, retryable=False)
    return None
