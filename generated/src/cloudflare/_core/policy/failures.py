"""What an exception of the HTTP library means for a call.

Exceptions are told apart by the names of their classes: those of httpx2 and of the older httpx
family are the same, and neither has to be imported.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from ..wire.limits import OutOfTime, TooLarge
from .errors import APIConnectionError, APIError, APITimeoutError

_NOTHING_SENT = frozenset(("ConnectError", "ConnectTimeout", "PoolTimeout"))
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
_FINAL = frozenset(
    (
        "UnsupportedProtocol",
        "LocalProtocolError",
        "DecodingError",
        "ProxyError",
        "InvalidURL",
    )
)
_CERTIFICATE = "certificate verify failed"


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
        return Failure(str(error), sent=True, timeout=False, retryable=False)
    if isinstance(error, (OutOfTime, TimeoutError)):
        return Failure("the deadline passed", sent=True, timeout=True, retryable=False)
    names = {cls.__name__ for cls in type(error).__mro__}
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if "PoolTimeout" in names:
        known = str(error) if "in use" in str(error) else "every connection is in use"
        words = f"PoolTimeout: {known}, and none became free in time"
    timeout = "TimeoutException" in names
    if names & _NOTHING_SENT:
        trusted = _CERTIFICATE not in str(error).lower()
        return Failure(words, sent=False, timeout=timeout, retryable=trusted)
    if names & _MAYBE_SENT:
        return Failure(words, sent=True, timeout=timeout, retryable=True)
    if names & _FINAL:
        return Failure(
            words, sent="DecodingError" in names, timeout=False, retryable=False
        )
    return None


@contextmanager
def typed_failures() -> Generator[None]:
    """Turn what the HTTP library raises while a body is streamed into this package's errors.

    Raises:
        APITimeoutError: the next piece took too long.
        APIConnectionError: the body ended early.
    """
    try:
        yield
    except Exception as error:
        failure = connection_failure(error)
        if failure is None:
            raise
        kind = APITimeoutError if failure.timeout else APIConnectionError
        raise kind(
            message=f"The body broke off ({failure.words}).",
            request=getattr(error, "_request", None),
        ) from error
