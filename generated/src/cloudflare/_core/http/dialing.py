"""Connecting to a host: by any of its addresses, and not beyond a moment.

The addresses take turns by family; each gets a head start on the next one (RFC 8305, Happy
Eyeballs). Names are resolved in a thread of its own, because resolving cannot be interrupted.
"""

from __future__ import annotations

import _thread
import errno
import os
import select
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain, zip_longest
from queue import Empty, SimpleQueue
from typing import Any

HEAD_START = 0.25
"""Seconds before the next address is tried too (RFC 8305, section 8)."""

Address = tuple[socket.AddressFamily, Any]

_IN_PROGRESS = {errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY}


def dial(
    host: str,
    port: int,
    *,
    has_name: bool,
    end: float | None,
    is_wanted: Callable[[], bool],
) -> socket.socket:
    """A connected socket, that of the address which answers first.

    ``end`` is a moment on the monotonic clock; a connection that is not wanted any more is given up.

    Raises:
        TimeoutError: ``end`` came first.
        OSError: no address could be connected to.
    """
    found = _resolved(host, port, end, is_wanted) if has_name else _found(host, port)
    addresses = _by_turns(found)
    attempts = _Attempts()
    failed: OSError = OSError(f"the name {host!r} has no address")
    try:
        following = next(addresses, None)
        while following is not None or attempts:
            _check(end, is_wanted)
            if following is not None:
                try:
                    attempts.begin(*following)
                except OSError as error:
                    failed = error
                following = next(addresses, None)
            head_start = None if following is None else time.monotonic() + HEAD_START
            while attempts:
                _check(end, is_wanted)
                try:
                    connected = attempts.connected(_wait(end, head_start))
                except OSError as error:
                    failed = error
                    break
                if connected is not None:
                    return connected
                if head_start is not None and time.monotonic() >= head_start:
                    break
        raise failed
    finally:
        attempts.close()


class _Socket(socket.socket):
    """A socket that closes itself, without a warning, if a signal handler raised before it had
    an owner."""

    def __del__(self) -> None:
        socket.SocketType.close(self)  # it may not be initialised to its end


class _Attempts:
    """The addresses that are being connected to at the same time."""

    def __init__(self) -> None:
        self._sockets: list[socket.socket] = []

    def __bool__(self) -> bool:
        return bool(self._sockets)

    def begin(self, family: socket.AddressFamily, address: Any) -> None:
        """Begin to connect.

        Raises:
            OSError: it failed at once.
        """
        self._sockets.append(_Socket(family, socket.SOCK_STREAM))
        opened = self._sockets[-1]
        try:
            opened.setblocking(False)
            code = opened.connect_ex(address)
            if code and code not in _IN_PROGRESS:
                raise OSError(code, os.strerror(code))
        except BaseException:
            self._forget(opened)
            raise

    def connected(self, seconds: float) -> socket.socket | None:
        """The first socket that is connected within some seconds.

        Raises:
            OSError: one of them failed.
        """
        for opened in _writable(self._sockets, seconds):
            code = opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if code:
                self._forget(opened)
                raise OSError(code, os.strerror(code))
            self._sockets.remove(opened)
            return opened
        return None

    def close(self) -> None:
        """Give up all that are not connected."""
        for opened in self._sockets:
            opened.close()

    def _forget(self, opened: socket.socket) -> None:
        opened.close()
        self._sockets.remove(opened)


def _resolved(
    host: str, port: int, end: float | None, is_wanted: Callable[[], bool]
) -> list[Address]:
    """The addresses of a name, unless that takes too long."""
    answer: SimpleQueue[list[Address] | Exception] = SimpleQueue()

    def resolve() -> None:
        try:
            answer.put(_found(host, port))
        except Exception as error:
            answer.put(error)

    _thread.start_new_thread(resolve, ())
    while True:
        _check(end, is_wanted)
        with suppress(Empty):
            found = answer.get(timeout=_wait(end, None))
            if isinstance(found, Exception):
                raise found
            return found


def _found(host: str, port: int) -> list[Address]:
    if not 0 < port < 65536:  # the resolver would take the remainder
        raise OSError(f"{port} is not a valid port")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(family, address) for family, *_, address in found]


def _by_turns(addresses: Iterable[Address]) -> Iterator[Address]:
    """The addresses, those of the first one's family and others by turns (RFC 8305, section 4)."""
    known = list(addresses)
    first = [one for one in known if one[0] == known[0][0]]
    others = [one for one in known if one[0] != known[0][0]]
    mixed = chain.from_iterable(zip_longest(first, others))
    return (one for one in mixed if one is not None)


def _check(end: float | None, is_wanted: Callable[[], bool]) -> None:
    if end is not None and time.monotonic() >= end:
        raise TimeoutError("timed out")
    if not is_wanted():
        raise OSError(errno.ECONNABORTED, os.strerror(errno.ECONNABORTED))


def _wait(*moments: float | None) -> float:
    """Seconds until the first of some moments, but not so many that nothing else is noticed."""
    now = time.monotonic()
    return min([HEAD_START, *(max(0.0, m - now) for m in moments if m is not None)])


def _writable(sockets: list[socket.socket], seconds: float) -> list[socket.socket]:
    """The sockets that are connected, or failed to, within some seconds."""
    if not hasattr(select, "poll"):  # Windows, where select tells failures apart
        _, ready, failed = select.select([], sockets, sockets, seconds)
        return [*ready, *failed]
    waiting = select.poll()
    known = {opened.fileno(): opened for opened in sockets}
    for number in known:
        waiting.register(number, select.POLLOUT)
    return [known[number] for number, _ in waiting.poll(seconds * 1000)]
