"""A server of a tree of files in memory, whose pages reload when the tree is replaced."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from urllib.parse import unquote

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
}
_LOCAL = re.compile(
    r"(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?",
    re.IGNORECASE,
)
"""Hosts that are this machine: a site may have its own name lead here (DNS rebinding)."""
_CHANGES = "/.changes"
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_RELOAD = '<script>new EventSource("%s?%d").onmessage=()=>location.reload()</script>'
"""What a page runs: it knows the number of the tree that it is from."""
_ALIVE_SECONDS = 15
"""How often a page that waits is written to: this is how a closed one is noticed."""


class Site:
    """The files of a tree on a port of this machine."""

    def __init__(self, files: Mapping[str, bytes], host: str, port: int) -> None:
        """Raises OSError if the address is not available; port 0 takes a free one."""
        self._files = files
        self._replaced = threading.Condition()
        self.number = 0
        handler = type("Handler", (_Handler,), {"site": self})
        self._server = ThreadingHTTPServer((host, port), handler)
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """Where it listens."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def run(self) -> None:
        """Respond to requests until ``close`` is called."""
        self._server.serve_forever()

    def close(self) -> None:
        """Stop listening; for another thread than that of ``run``."""
        self._server.shutdown()
        self._server.server_close()

    def show(self, files: Mapping[str, bytes]) -> None:
        """Serve other files from now on, and have pages that are open reload if any differs."""
        with self._replaced:
            if dict(files) != dict(self._files):
                self._files = files
                self.number += 1
                self._replaced.notify_all()

    def file(self, path: str) -> bytes | None:
        """The file of a URL's path; that of a folder is its index."""
        name = unquote(path).lstrip("/")
        if not name or name.endswith("/"):
            name += "index.html"
        return self._files.get(name)

    def is_replaced(self, number: int) -> bool:
        """Whether the tree has another number; waits a while for that."""
        with self._replaced:
            return self._replaced.wait_for(
                lambda: self.number != number, _ALIVE_SECONDS
            )


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def handle(self) -> None:
        """Respond until the connection is closed, at whatever moment."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Send a file, or wait for changes and tell them as server-sent events."""
        if not _LOCAL.fullmatch(self.headers.get("Host", "localhost")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path, _, query = self.path.partition("?")
        if path == _CHANGES and _NUMBER.fullmatch(query):
            self._tell_change(int(query))
            return
        number, data = self.site.number, self.site.file(path)
        if data is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        suffix = PurePosixPath(unquote(path)).suffix or ".html"
        if suffix == ".html":
            script = (_RELOAD % (_CHANGES, number)).encode()
            data = data.replace(b"</body>", script + b"</body>")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", _TYPES.get(suffix, "application/octet-stream"))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _tell_change(self, number: int) -> None:
        """Send an event once the tree has another number than that of the page."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        with suppress(OSError):  # the page was closed
            while not self.site.is_replaced(number):
                self.wfile.write(b": still here\n\n")
            self.wfile.write(b"data: changed\n\n")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: pages and their parts would hide what the command says."""
