"""A connection that blocks: HTTP/1.1 on a socket."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress

import httpx2

from .exchange import Exchange, Origin
from .http1 import Head, Http1
from .sockets import readable, typed

BLOCK = 64 * 1024
"""Bytes that are read at once."""


class BlockingConnection:
    """An open connection; nothing on it waits beyond the deadline of an exchange."""

    def __init__(self, origin: Origin, opened: socket.socket) -> None:
        self.origin = origin
        self._socket = opened
        self._http = Http1()
        self._is_readable = readable(opened)

    def send(self, exchange: Exchange) -> Head:
        """The head of the response to a request.

        Raises:
            httpx2.TransportError: there was none.
        """
        with suppress(httpx2.WriteError):  # the peer may have answered before it closed
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

    def is_ready(self) -> bool:
        """Whether another request may follow."""
        return self._socket.fileno() >= 0 and self._http.is_ready()

    def is_alive(self) -> bool:
        """Whether the peer has not closed it, nor sent what nobody asked for."""
        return self._socket.fileno() >= 0 and not self._is_readable()

    def drop(self) -> None:
        """Close it without waiting for anything."""
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
        rest = memoryview(data)
        try:
            while rest:
                seconds = exchange.within(exchange.seconds[2], httpx2.WriteTimeout)
                self._socket.settimeout(seconds)
                rest = rest[self._socket.send(rest) :]
        except OSError as error:
            raise typed(error, httpx2.WriteError, httpx2.WriteTimeout) from error

    def _read(self, exchange: Exchange) -> bytes:
        seconds = exchange.within(exchange.seconds[1], httpx2.ReadTimeout)
        try:
            self._socket.settimeout(seconds)
            return self._socket.recv(BLOCK)
        except OSError as error:
            raise typed(error, httpx2.ReadError, httpx2.ReadTimeout) from error


def connect(exchange: Exchange, tls: ssl.SSLContext) -> BlockingConnection:
    """A connection to the origin of an exchange.

    Raises:
        httpx2.ConnectError: there is none.
        httpx2.ConnectTimeout: it took too long.
    """
    origin = exchange.origin
    try:
        opened = _opened(exchange)
        try:
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if origin.scheme == "https":
                seconds = exchange.within(exchange.seconds[0], httpx2.ConnectTimeout)
                opened.settimeout(seconds)
                tls.set_alpn_protocols(["http/1.1"])
                opened = tls.wrap_socket(opened, server_hostname=origin.host)
        except BaseException:
            opened.close()
            raise
    except (OSError, UnicodeError) as error:  # a name that no host has, say
        raise typed(error, httpx2.ConnectError, httpx2.ConnectTimeout) from error
    return BlockingConnection(origin, opened)


def _opened(exchange: Exchange) -> socket.socket:
    """A socket connected to the first address of the origin that answers. Each gets the time-out
    for itself, as the one before may lead nowhere, but none goes beyond the deadline.
    """
    host, port = exchange.origin.host, exchange.origin.port
    failed = OSError(f"the name {host!r} has no address")
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        seconds = exchange.within(exchange.seconds[0], httpx2.ConnectTimeout)
        try:
            return socket.create_connection((str(address[0]), port), seconds)
        except OSError as error:
            failed = error
    raise failed
