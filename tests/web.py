"""A small web server for tests of what is fetched; it remembers who asked for what."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = str | bytes | Callable[["Handler"], None]


@dataclass(eq=False)
class Web:
    """The pages of a server: a body, or a function that responds to a request."""

    server: ThreadingHTTPServer
    scheme: str
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.host}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    """Looks a page up."""

    web: Web

    def do_GET(self) -> None:
        self.web.asked.append((self.path, self.headers))
        page = self.web.pages.get(self.path.partition("?")[0])
        if callable(page):
            page(self)
        else:
            self.respond(404 if page is None else 200, page or b"")

    def respond(self, status: int, body: str | bytes = b"", **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Length": str(len(data))} | given).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


def redirect(target: str, status: int = 302) -> Callable[[Handler], None]:
    """A page that is somewhere else."""
    return lambda handler: handler.respond(status, Location=target)


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Web]:
    """A server on a free port of this machine."""
    handler = type("Bound", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    web = Web(server, "https" if context else "http")
    handler.web = web  # type: ignore[attr-defined]  # a class for each server
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
