"""A scriptable HTTP/1.1 server on 127.0.0.1, which can also misbehave.

Each request takes the next step of the script; when the script is over, ``otherwise`` answers.
A step writes to the socket and says whether the connection stays open.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BufferedIOBase, BytesIO
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived; ``connection`` numbers the connections of a server.

    A body in chunks is left in the ``stream``.
    """

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    connection: int
    stream: BufferedIOBase = field(repr=False, compare=False, default_factory=BytesIO)

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> str:
        return urlsplit(self.target).query


Step = Callable[[socket.socket, Seen], bool]


def answer(status: int = 200, body: object = None, **headers: str) -> Step:
    """A well-formed answer; anything but bytes is sent as JSON, ``_`` in a header's name as ``-``."""
    content = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
    fields = {"content-type": "application/json", "content-length": str(len(content))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())

    def step(connection: socket.socket, seen: Seen) -> bool:
        connection.sendall(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + content)
        return True

    return step


def raw(data: bytes) -> Step:
    """Bytes as they are, and the end of the connection."""

    def step(connection: socket.socket, seen: Seen) -> bool:
        connection.sendall(data)
        return False

    return step


def reset(connection: socket.socket, seen: Seen) -> bool:
    """The connection is reset after the request was read."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def late(seconds: float, step: Step) -> Step:
    """A step that waits first."""

    def waiting(connection: socket.socket, seen: Seen) -> bool:
        time.sleep(seconds)
        return step(connection, seen)

    return waiting


def held(released: threading.Event, step: Step) -> Step:
    """A step that waits until it is released."""

    def waiting(connection: socket.socket, seen: Seen) -> bool:
        return released.wait(20) and step(connection, seen)

    return waiting


def drip(pieces: int, every: float) -> Step:
    """A body that arrives byte by byte and is never complete."""

    def step(connection: socket.socket, seen: Seen) -> bool:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n")
        for _ in range(pieces):
            connection.sendall(b"x")
            time.sleep(every)
        return False

    return step


class Server:
    """Answers by its script, and remembers what it was asked."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.script: list[Step] = []
        self.otherwise: Step = answer()
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def will(self, *steps: Step) -> None:
        """The script from here on; what was seen before is forgotten."""
        self.seen.clear()
        self.script[:] = steps

    def forget(self) -> None:
        """Be as new."""
        self.will()
        self.otherwise = answer()

    @property
    def open_connections(self) -> int:
        """How many clients are connected, once those that leave have left."""
        deadline = time.monotonic() + 2
        while self._open and time.monotonic() < deadline:
            time.sleep(0.005)
        return len(self._open)

    def close(self) -> None:
        """Stop listening, and hang up."""
        self._listener.close()
        for connection in list(self._open):
            connection.close()

    def _accept(self) -> None:
        number = 0
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            number += 1
            self._open.add(connection)
            threading.Thread(
                target=self._serve, args=(connection, number), daemon=True
            ).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            with connection, connection.makefile("rb") as stream:
                while seen := _request(stream, number):
                    self.seen.append(seen)
                    step = self.script.pop(0) if self.script else self.otherwise
                    if not step(connection, seen):
                        break
        except OSError:
            pass
        finally:
            self._open.discard(connection)


def _request(stream: BufferedIOBase, connection: int) -> Seen | None:
    line = stream.readline().decode("latin-1").split()
    if not line:
        return None
    headers: dict[str, str] = {}
    while field := stream.readline().decode("latin-1").strip():
        name, _, value = field.partition(":")
        headers[name.lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", 0)))
    return Seen(line[0], line[1], headers, body, connection, stream)
