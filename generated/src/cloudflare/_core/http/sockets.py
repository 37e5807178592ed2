"""What both kinds of connections need to know about sockets and their errors."""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx2

_KEEP_ALIVE = {
    "TCP_KEEPIDLE": 60,
    "TCP_KEEPALIVE": 60,
    "TCP_KEEPINTVL": 15,
    "TCP_KEEPCNT": 4,
}
"""Seconds until the first probe (two names: Linux, macOS) and between probes; probes until the
connection counts as broken (RFC 9293, section 3.8.4)."""


class ClosedBeforeSending(httpx2.ConnectError):
    """The client was closed before the request was sent."""


class ClosedWhileReading(httpx2.ReadError):
    """The client, or the response, was closed before the response was complete."""


def readable(opened: socket.socket) -> Callable[[], object]:
    """Tells whether reading would not wait: bytes have arrived, or the end."""
    if not hasattr(select, "poll"):  # Windows
        return lambda: select.select([opened], [], [], 0)[0]
    waiting = select.poll()
    waiting.register(opened, select.POLLIN)
    return lambda: waiting.poll(0)


def tune(opened: Any) -> None:
    """Send small requests at once, and notice a peer that has vanished."""
    with suppress(OSError):
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in _KEEP_ALIVE.items():
            option = getattr(socket, name, None)
            if option is not None:
                opened.setsockopt(socket.IPPROTO_TCP, option, value)


def strict(tls: ssl.SSLContext) -> ssl.SSLContext:
    """The context, changed so that the end of a connection without a close_notify alert is an
    error (RFC 8446, section 6.1): a body without a length might have been cut there."""
    tls.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
    return tls


def typed(
    error: Exception, broken: type[Exception], late: type[Exception]
) -> Exception:
    """The exception of httpx2 for one of sockets, TLS, names and timeouts."""
    return (late if isinstance(error, TimeoutError) else broken)(str(error))
