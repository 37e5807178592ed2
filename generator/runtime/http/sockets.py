"""What both kinds of connections need to know of sockets and their errors."""

from __future__ import annotations

import select
import socket
from collections.abc import Callable


def readable(opened: socket.socket) -> Callable[[], object]:
    """Tells whether reading would not wait: bytes have arrived, or the end."""
    if not hasattr(select, "poll"):  # Windows
        return lambda: select.select([opened], [], [], 0)[0]
    waiting = select.poll()
    waiting.register(opened, select.POLLIN)
    return lambda: waiting.poll(0)


def typed(
    error: Exception, broken: type[Exception], late: type[Exception]
) -> Exception:
    """The exception of httpx2 for one of sockets, TLS, names and time-outs."""
    return (late if isinstance(error, TimeoutError) else broken)(str(error))
