"""A connection that blocks: HTTP/1.1 on a socket."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress

import httpx2

from .dialing import dial
from .exchange import Exchange, Origin
from .http1 import Head, Http1, State
from .sockets import (
    ClosedBeforeSending,
    ClosedWhileReading,
    readable,
    strict,
    tune,
    typed,
)

BLOCK = 64 * 1024
"""Bytes that are read at once."""


class BlockingConnection:
    """A connection to an origin; nothing on it waits beyond the deadline of an exchange."""

    _socket: socket.socket | None = None
    _is_readable: Callable[[], object]

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.born = time.monotonic()
        self._http = Http1()

    @property
    def state(self) -> State:
        """Where it is in its life."""
        return self._http.state

    def open(self, exchange: Exchange, tls: ssl.SSLContext) -> None:
        """Connect to the origin.

        Raises:
            httpx2.ConnectError: it was not possible.
            httpx2.ConnectTimeout: it took too long.
        """
        origin = self.origin
        try:
            seconds = exchange.within(exchange.seconds[0], httpx2.ConnectTimeout)
            self._socket = opened = dial(
                origin.host,
                origin.port,
                has_name=origin.has_name,
                end=None if seconds is None else time.monotonic() + seconds,
                is_wanted=lambda: self.state is State.NEW,
            )
            tune(opened)
            if origin.scheme == "https":
                seconds = exchange.within(exchange.seconds[0], httpx2.ConnectTimeout)
                opened.settimeout(seconds)
                tls.set_alpn_protocols(["http/1.1"])
                self._socket = opened = strict(tls).wrap_socket(
                    opened, server_hostname=origin.host, suppress_ragged_eofs=False
                )
        except (OSError, UnicodeError) as error:  # a name that no host has, for one
            if self.state is State.CLOSED:
                raise ClosedBeforeSending("the client was closed") from error
            raise typed(error, httpx2.ConnectError, httpx2.ConnectTimeout) from error
        self._is_readable = readable(opened)

    def send(self, exchange: Exchange) -> Head:
        """The head of the response to a request.

        Raises:
            httpx2.TransportError: there was none.
        """
        with suppress(
            httpx2.WriteError
        ):  # the peer may have responded before it closed
            self._send(exchange)
        while (head := self._http.head()) is None:
            self._http.receive(self._read(exchange))
        return head

    def piece(self, exchange: Exchange) -> bytes:
        """The next piece of the response's body; empty at its end.

        Raises:
            httpx2.TransportError: the body broke off.
        """
        while (piece := self._http.piece()) is None:
            self._http.receive(self._read(exchange))
        return piece

    @property
    def has_answered(self) -> bool:
        """Whether any byte arrived since the last request began."""
        return self._http.has_answered

    def is_alive(self) -> bool:
        """Whether the peer has neither closed it nor sent what was not asked for."""
        opened = self._socket
        return opened is not None and opened.fileno() >= 0 and not self._is_readable()

    def interrupt(self) -> None:
        """End it while another thread waits for it, which closes it then."""
        self._http.state = State.CLOSED
        if self._socket is not None:
            with suppress(OSError):  # that of TLS would lose its keys here
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def drop(self) -> None:
        """Close it without waiting."""
        self._http.state = State.CLOSED
        if self._socket is not None:
            self._socket.close()

    def __del__(self) -> None:
        if self._socket is not None:
            self._socket.close()

    def _send(self, exchange: Exchange) -> None:
        http, body = self._http, exchange.body
        head = http.head_of(exchange.method, exchange.target, exchange.headers)
        if isinstance(body, bytes) and len(body) <= BLOCK:
            self._write(head + http.data(body) + http.end(), exchange)
            return
        if body is None:
            self._write(head + http.end(), exchange)
            return
        self._write(head, exchange)
        for piece in (body,) if isinstance(body, bytes) else body:
            self._write(http.data(piece), exchange)
        self._write(http.end(), exchange)

    def _write(self, data: bytes, exchange: Exchange) -> None:
        opened = self._opened()
        rest = memoryview(data)
        try:
            while rest:
                seconds = exchange.within(exchange.seconds[2], httpx2.WriteTimeout)
                opened.settimeout(seconds)
                rest = rest[opened.send(rest) :]
        except OSError as error:
            raise typed(error, httpx2.WriteError, httpx2.WriteTimeout) from error

    def _read(self, exchange: Exchange) -> bytes:
        opened = self._opened()
        seconds = exchange.within(exchange.seconds[1], httpx2.ReadTimeout)
        try:
            opened.settimeout(seconds)
            data = opened.recv(BLOCK)
        except OSError as error:
            self._opened()
            raise typed(error, httpx2.ReadError, httpx2.ReadTimeout) from error
        self._opened()
        return data

    def _opened(self) -> socket.socket:
        """The socket.

        Raises:
            ClosedWhileReading: the connection was closed by this side.
        """
        if self._http.state is State.CLOSED or self._socket is None:
            self.drop()  # the interrupted call left that to this one
            raise ClosedWhileReading("the connection was closed")
        return self._socket
