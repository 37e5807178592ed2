"""HTTP/1.1 on one connection, without its socket (RFC 9112): llhttp parses the responses.

Received bytes are passed to ``receive``; ``head`` and ``piece`` return None while more are needed.
A violation of the protocol is an ``httpx2.LocalProtocolError``, or a RemoteProtocolError if it is
the peer's.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NoReturn

import httpx2
from httptools import HttpParserCallbackError, HttpParserError, HttpResponseParser

LARGEST_HEAD = 100 * 1024
"""Bytes that may arrive of a response, or between two pieces of it, without any of its body."""

Headers = Sequence[tuple[bytes, bytes]]

_NAME = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(rb"(?:[!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?)?")
_TARGET = re.compile(rb"[!-~]+")
_VERSIONS = ("1.0", "1.1")
_MOST_DIGITS = 18
_ONLY_ONCE = frozenset((b"host", b"content-length", b"transfer-encoding"))


class State(Enum):
    """The life of a connection, from its creation to its end."""

    NEW = "no request was sent yet; perhaps it is not even connected"
    SENDING = "a request is being sent"
    AWAITING = "the request was sent, the head of the response has not arrived"
    READING = "the head has arrived, the end of the body has not"
    IDLE = "the response is complete, and another request may follow"
    ENDED = "the response is complete, and no other request may follow"
    CLOSED = "closed by this side, or interrupted"


_COMPLETE = (State.IDLE, State.ENDED)


@dataclass(slots=True)
class Head:
    """Status, reason, version and headers of a response."""

    status: int
    reason: bytes
    version: bytes
    headers: list[tuple[bytes, bytes]]


@dataclass(slots=True)
class WireHeaders:
    """Headers of a request as they go out; ``length`` is that of its body in bytes, or None where
    the body goes out in chunks."""

    data: bytes
    length: int | None


class Http1:
    """The requests of a connection, one after the other, and their responses.

    llhttp calls the methods named ``on_*``. A signal handler may raise in any of them, and llhttp
    replaces that exception by one of its own: hence ``_refusal``, which marks what is the peer's
    fault, and hence no bytecode in ``on_body``, which is called most.
    """

    state: State
    """The state of the connection; closing the socket sets it to CLOSED."""

    _verb: bytes
    _unsent: int | None
    _head: Head | None
    _reason: bytes
    _headers: list[tuple[bytes, bytes]]
    _refusal: httpx2.RemoteProtocolError | None
    _bodiless: int
    _is_framed: bool
    _may_follow: bool
    _has_answered: bool

    def __init__(self) -> None:
        self.state = State.NEW
        self._parser: HttpResponseParser | None = None
        self._pieces: list[bytes] = []
        self.on_body = self._pieces.append

    def head_of(
        self, method: str, target: bytes, headers: WireHeaders | Headers
    ) -> bytes:
        """The head of a request as it goes out."""
        verb = method.encode("utf-8")
        if not (_NAME.fullmatch(verb) and _TARGET.fullmatch(target)):
            raise httpx2.LocalProtocolError("the method or the target cannot be sent")
        known = headers if isinstance(headers, WireHeaders) else checked(headers)
        self._begin(verb)
        self._unsent = known.length
        return b"%b %b HTTP/1.1\r\n%b\r\n" % (verb, target, known.data)

    def data(self, piece: bytes) -> bytes:
        """A piece of the request's body as it goes out."""
        if self._unsent is None:
            return b"%x\r\n%b\r\n" % (len(piece), piece) if piece else b""
        self._unsent -= len(piece)
        if self._unsent < 0:
            raise httpx2.LocalProtocolError("the body is longer than Content-Length")
        return piece

    def end(self) -> bytes:
        """The end of the request as it goes out."""
        if self._unsent:
            raise httpx2.LocalProtocolError("the body is shorter than Content-Length")
        self.state = State.AWAITING
        return b"" if self._unsent is not None else b"0\r\n\r\n"

    def receive(self, data: bytes) -> None:
        """Parse received bytes; empty bytes are the end of the connection."""
        if not data:
            self._end()
            return
        self._has_answered = True
        self._parse(data)
        self._bodiless = 0 if self._pieces else self._bodiless + len(data)
        if self.state in _COMPLETE:  # what follows the response belongs to no request
            if self._refusal is not None:
                self.state = State.ENDED
            return
        if self._refusal is not None:
            raise self._refusal
        if self._bodiless > LARGEST_HEAD:
            raise httpx2.RemoteProtocolError(
                f"more than {LARGEST_HEAD} bytes of headers arrived"
            )

    def head(self) -> Head | None:
        """The head of the response."""
        return self._head

    def piece(self) -> bytes | None:
        """The next piece of the response's body; empty at its end."""
        if not self._pieces:
            return b"" if self.state in _COMPLETE else None
        piece = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        self._pieces.clear()
        return piece

    @property
    def has_answered(self) -> bool:
        """Whether anything arrived since the request began."""
        return self._has_answered

    def on_message_begin(self) -> None:
        """A response begins, perhaps one that was not asked for."""
        if self.state in _COMPLETE:
            self._refuse("a response arrived that was not asked for")
        self._reason = b""
        self._headers = []

    def on_status(self, reason: bytes) -> None:
        """A part of the reason."""
        self._reason += reason

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header; those after the body (RFC 9112, section 7.1.2) are left out."""
        if self._head is None:
            self._headers.append((name, value.rstrip(b" \t")))

    def on_headers_complete(self) -> None:
        """The head has arrived: perhaps that of an interim response, which is left out."""
        assert self._parser is not None
        status = self._parser.get_status_code()
        version = self._parser.get_http_version()
        if version not in _VERSIONS or status < 100 or status == 101:
            self._refuse(
                f"HTTP/{version} with status {status} is not a valid response to HTTP/1.1"
            )
        if status < 200:
            return
        self._head = Head(
            status, self._reason, b"HTTP/%b" % version.encode(), self._headers
        )
        is_sent = self.state is State.AWAITING
        self._may_follow = is_sent and self._parser.should_keep_alive()
        self.state = State.READING
        framing = [
            (n.lower(), v.lower()) for n, v in self._headers if len(n) in (14, 17)
        ]
        codings = [v for n, v in framing if n == b"transfer-encoding"]
        if codings not in ([], [b"chunked"]):
            self._refuse("a transfer encoding that is not chunked")
        self._is_framed = bool(codings) or b"content-length" in dict(framing)
        if self._verb == b"HEAD":
            self._parser = None  # it would wait for a body
            self._complete()

    def on_message_complete(self) -> None:
        """The end of the response, or of an interim one."""
        if self.state is State.READING:
            self._complete()

    def _complete(self) -> None:
        self.state = State.IDLE if self._may_follow else State.ENDED

    def _begin(self, verb: bytes) -> None:
        """Prepare for the response to a request."""
        self._verb = verb
        self._head = self._refusal = None
        self._pieces.clear()
        self._bodiless = 0
        self._has_answered = self._is_framed = self._may_follow = False
        self.state = State.SENDING

    def _parse(self, data: bytes) -> None:
        """Parse bytes with llhttp; what is wrong with them is kept as ``_refusal``."""
        if self._parser is None:
            self._parser = _lenient_parser(self)
        handled = sys.exception()
        try:
            self._parser.feed_data(data)
        except HttpParserCallbackError as error:
            if self._refusal is None:
                self.state = State.CLOSED
                raise _interruption(error, handled) from None
        except HttpParserError as error:
            self._refusal = httpx2.RemoteProtocolError(str(error))
        if self._pieces and self._verb == b"HEAD":  # a body that must not be there
            self._pieces.clear()
            self.state = State.ENDED

    def _refuse(self, words: str) -> NoReturn:
        """Let llhttp stop at what the peer must not send."""
        self._refusal = httpx2.RemoteProtocolError(words)
        raise self._refusal

    def _end(self) -> None:
        """The peer sends no more: only a body without a length may end so (RFC 9112, 6.3)."""
        if self.state in _COMPLETE:
            return
        if self._head is None:
            raise httpx2.RemoteProtocolError(
                "Server disconnected without sending a response."
                if not self._has_answered
                else "Server disconnected in the middle of a response's head."
            )
        if self._is_framed:
            raise httpx2.RemoteProtocolError(
                "peer closed connection without sending complete message body"
            )
        self.state = State.ENDED


def checked(headers: Headers) -> WireHeaders:
    """Headers as they go out.

    Raises:
        httpx2.LocalProtocolError: one cannot be sent; the text does not show its value.
    """
    lines: list[bytes] = []
    known: dict[bytes, bytes] = {}
    for name, value in headers:
        key = name.lower()
        if not (_NAME.fullmatch(name) and _VALUE.fullmatch(value)):
            raise httpx2.LocalProtocolError(f"the header {name!r} cannot be sent")
        if key in _ONLY_ONCE:
            if key in known:
                raise httpx2.LocalProtocolError(
                    f"there is more than one header {name!r}"
                )
            known[key] = value
        place = 0 if key == b"host" else len(lines)  # first, as RFC 9110, 7.2, wants it
        lines.insert(place, b"%b: %b\r\n" % (name, value))
    length, coding = known.get(b"content-length"), known.get(b"transfer-encoding")
    is_length = length is None or (length.isdigit() and len(length) <= _MOST_DIGITS)
    if not is_length or coding not in (None, b"chunked") or (length and coding):
        raise httpx2.LocalProtocolError(
            "the headers do not tell how long the body is: "
            "either Content-Length, in bytes, or Transfer-Encoding: chunked"
        )
    return WireHeaders(b"".join(lines), None if coding else int(length or 0))


def framing(length: int | None) -> tuple[bytes, bytes]:
    """The header that tells where a body ends (RFC 9112, section 6): its length, or that it goes
    out in chunks."""
    if length is None:
        return b"Transfer-Encoding", b"chunked"
    return b"Content-Length", b"%d" % length


def framed(headers: WireHeaders, length: int | None) -> WireHeaders:
    """The same headers with the one for a body of that length."""
    return WireHeaders(headers.data + b"%b: %b\r\n" % framing(length), length)


def _lenient_parser(protocol: Http1) -> HttpResponseParser:
    """A parser that takes what many servers send although they should not: lines that end with LF
    alone, a length beside chunks, which count then (RFC 9112, sections 2.2 and 6.3), spaces after
    the size of a chunk, and more after "Connection: close", which an interim response may say.

    Equal lengths given twice and folded headers (sections 6.3 and 5.2) are refused as ever.
    """
    parser = HttpResponseParser(protocol)
    parser.set_dangerous_leniencies(
        lenient_chunked_length=True,
        lenient_keep_alive=True,
        lenient_optional_cr_before_lf=True,
        lenient_spaces_after_chunk_size=True,
    )
    return parser


def _interruption(
    error: HttpParserCallbackError, handled: BaseException | None
) -> BaseException:
    """What the handler of a signal raised while llhttp called us.

    It is the error's context, but where the caller was handling another exception already, which
    takes that place; then it is lost, which must not count as a fault of the peer.
    """
    cause = error.__context__
    if cause is None or cause is handled:
        return RuntimeError("interrupted while a response was parsed")
    return cause
