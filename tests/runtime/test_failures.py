"""What the HTTP library's exceptions mean for a call, as a table: promises F1 to F8."""

from __future__ import annotations

import ssl

import httpx2
import pytest

from generator.runtime.http.sockets import ClosedBeforeSending, ClosedWhileReading
from generator.runtime.policy.errors import APIConnectionError, APITimeoutError
from generator.runtime.policy.failures import (
    Failure,
    connection_failure,
    typed_failures,
)
from generator.runtime.wire.limits import OutOfTime, TooLarge

REQUEST = httpx2.Request("GET", "https://api.acme.test/x")
RESPONSE = httpx2.Response(200, request=REQUEST)
EXPIRED = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: expired"


class ReadTimeout(Exception):
    """Of an older member of the family, known by its name alone."""


class OlderReadTimeout(ReadTimeout):
    """Known by the name of its base."""


@pytest.mark.parametrize(
    ("error", "words", "sent", "timeout", "retryable"),
    [
        # nothing was sent: every call may be repeated
        (httpx2.ConnectError("refused"), "ConnectError: refused", False, False, True),
        (httpx2.ConnectError(""), "ConnectError", False, False, True),
        (httpx2.ConnectTimeout("5 s"), "ConnectTimeout: 5 s", False, True, True),
        (
            httpx2.PoolTimeout(""),
            "PoolTimeout: every connection is in use, and none became free in time",
            False,
            True,
            True,
        ),
        (
            httpx2.PoolTimeout("all 3 connections are in use"),
            "PoolTimeout: all 3 connections are in use, and none became free in time",
            False,
            True,
            True,
        ),
        # nobody is there whom one could trust: that does not change by asking again
        (httpx2.ConnectError(EXPIRED), f"ConnectError: {EXPIRED}", False, False, False),
        # the request may have arrived
        (httpx2.ReadError("reset"), "ReadError: reset", True, False, True),
        (httpx2.WriteError("reset"), "WriteError: reset", True, False, True),
        (httpx2.CloseError("reset"), "CloseError: reset", True, False, True),
        (httpx2.ReadTimeout("60 s"), "ReadTimeout: 60 s", True, True, True),
        (httpx2.TimeoutException("late"), "TimeoutException: late", True, True, True),
        (httpx2.NetworkError("gone"), "NetworkError: gone", True, False, True),
        (httpx2.WriteTimeout("60 s"), "WriteTimeout: 60 s", True, True, True),
        (
            httpx2.RemoteProtocolError("Server disconnected without a response."),
            "RemoteProtocolError: Server disconnected without a response.",
            True,
            False,
            True,
        ),
        (
            httpx2.RemoteProtocolError("peer closed connection: incomplete body"),
            "RemoteProtocolError: peer closed connection: incomplete body",
            True,
            False,
            True,
        ),
        # the peer does not speak HTTP: that does not change by asking again
        (
            httpx2.RemoteProtocolError("illegal status line"),
            "RemoteProtocolError: illegal status line",
            True,
            False,
            False,
        ),
        # the client was closed meanwhile
        (
            ClosedWhileReading("the client was closed"),
            "ClosedWhileReading: the client was closed",
            True,
            False,
            False,
        ),
        (
            ClosedBeforeSending("the client was closed"),
            "ClosedBeforeSending: the client was closed",
            False,
            False,
            False,
        ),
        (OlderReadTimeout("late"), "OlderReadTimeout: late", True, False, True),
        # it would fail again
        (
            httpx2.LocalProtocolError("bad"),
            "LocalProtocolError: bad",
            False,
            False,
            False,
        ),
        (
            httpx2.UnsupportedProtocol("ftp"),
            "UnsupportedProtocol: ftp",
            False,
            False,
            False,
        ),
        (httpx2.ProxyError("407"), "ProxyError: 407", False, False, False),
        (httpx2.InvalidURL("no"), "InvalidURL: no", False, False, False),
        (httpx2.DecodingError("gzip"), "DecodingError: gzip", True, False, False),
        (TooLarge("too much"), "too much", True, False, False),
        (OutOfTime("late"), "the deadline passed", True, True, False),
        (TimeoutError(), "the deadline passed", True, True, False),
    ],
)
def test_an_exception_says_what_may_be_done(
    error: Exception, words: str, *, sent: bool, timeout: bool, retryable: bool
) -> None:
    assert connection_failure(error) == Failure(words, sent, timeout, retryable)


@pytest.mark.parametrize(
    "error", [ValueError("a bug"), OSError("disk"), APIConnectionError(request=REQUEST)]
)
def test_other_exceptions_say_nothing_about_the_connection(error: Exception) -> None:
    assert connection_failure(error) is None
    with pytest.raises(type(error)), typed_failures(RESPONSE):
        raise error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx2.ReadTimeout("late"), APITimeoutError),
        (httpx2.ReadError("reset"), APIConnectionError),
    ],
)
def test_a_body_that_breaks_off_is_a_typed_error(
    error: httpx2.RequestError, kind: type[APIConnectionError]
) -> None:
    with (
        pytest.raises(kind, match="The body broke off") as caught,
        typed_failures(RESPONSE),
    ):
        raise error
    assert type(caught.value) is kind
    assert caught.value.request is REQUEST
    assert caught.value.__cause__ is error
    assert f"({type(error).__name__}: {error})" in str(caught.value)


@pytest.mark.parametrize(
    ("cause", "retryable"),
    [
        (ssl.SSLError(1, "[SSL: TLSV1_ALERT_PROTOCOL_VERSION]"), False),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), False),
        (ssl.SSLCertVerificationError(1, "self-signed"), False),
        (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), True),
        (ConnectionResetError(104, "reset"), True),
    ],
)
def test_what_tls_does_not_agree_on_is_not_tried_again(
    cause: Exception, *, retryable: bool
) -> None:
    try:
        try:
            raise cause
        except OSError as error:
            raise httpx2.ConnectError("no connection") from error
    except httpx2.ConnectError as error:
        failure = connection_failure(error)
    assert failure is not None
    assert failure.retryable is retryable


@pytest.mark.parametrize("link", ["__cause__", "__context__"])
def test_a_failure_of_tls_is_found_behind_either_link(link: str) -> None:
    error = httpx2.ConnectError("no connection")
    setattr(error, link, ssl.SSLError(1, "wrong version number"))
    failure = connection_failure(error)
    assert failure is not None
    assert not failure.retryable
