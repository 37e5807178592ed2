"""What an exception of the HTTP library means for a call.

Exceptions are told apart by the names of their classes: those of httpx2 and of the older httpx
family are the same, and neither has to be imported.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ..wire.limits import OutOfTime, TooLarge
from .errors import APIConnectionError, APIError, APITimeoutError, ClientError

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
_CLOSED_HERE = frozenset(("ClosedBeforeSending", "ClosedWhileReading"))
_MISTAKES = (AssertionError, AttributeError, NameError, TypeError)
_CERTIFICATE = "certificate verify failed"
_DISCONNECTED = ("disconnected", "closed connection", "not completed")
"""What the HTTP libraries say if the peer closed the connection, under the same name as if it
violated the protocol."""


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
    words = _words(error)
    if "PoolTimeout" in names:
        known = str(error) if "in use" in str(error) else "every connection is in use"
        words = f"PoolTimeout: {known}, and none became free in time"
    timeout = "TimeoutException" in names
    if names & (_NOTHING_SENT | _MAYBE_SENT):
        return Failure(
            words,
            sent=not names & _NOTHING_SENT,
            timeout=timeout,
            retryable=not (names & _CLOSED_HERE) and _may_pass(error),
        )
    if names & _FINAL:
        return Failure(
            words, sent="DecodingError" in names, timeout=False, retryable=False
        )
    return None


def unknown_failure(error: Exception) -> Failure | None:
    """An exception of any HTTP client as a failure of the connection, which the compatible mode takes
    it for; None for those of this package, of mistakes in a program, and of tests."""
    if isinstance(error, (ClientError, *_MISTAKES)):
        return None
    return Failure(_words(error), sent=True, timeout=False, retryable=True)


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def _may_pass(error: Exception) -> bool:
    """Whether another attempt may fare better: not after what both sides do not agree on, which
    is certificates, versions of TLS, and the protocol."""
    import ssl

    text = str(error).lower()
    if type(error).__name__ == "RemoteProtocolError":
        return any(words in text for words in _DISCONNECTED)
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError))
        cause = cause.__cause__ or cause.__context__
    return _CERTIFICATE not in text


@contextmanager
def typed_failures(response: Any) -> Generator[None]:
    """Turn what the HTTP library raises while the body of a response is streamed into this package's errors.

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
            request=response.request,
        ) from error
