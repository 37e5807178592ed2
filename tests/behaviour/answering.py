"""A server on the loopback address whose answers have any status, media type and body."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Reply:
    """One answer, the same for every request."""

    body: bytes = b""
    media_type: str | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])


@dataclass
class Asked:
    """Where the server is, and what it was asked."""

    url: str
    accepts: list[str] = field(default_factory=list[str])
    queries: list[str] = field(default_factory=list[str])
    bodies: list[bytes] = field(default_factory=list[bytes])


@contextmanager
def answering(reply: Reply) -> Iterator[Asked]:
    """A server that gives one answer to every request."""

    class Handler(BaseHTTPRequestHandler):
        wbufsize = -1  # one packet for head and body
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            asked.bodies.append(self.rfile.read(length))
            asked.accepts.append(self.headers.get("Accept", ""))
            asked.queries.append(urlsplit(self.path).query)
            self.send_response(reply.status)
            if reply.media_type is not None:
                self.send_header("Content-Type", reply.media_type)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        do_GET = do_POST = answer

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    asked = Asked(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()
