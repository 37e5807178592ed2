"""A server that records what it is asked, so that requests of two programs can be compared."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

OF_THE_PROGRAM = {"accept", "content-length", "expect", "host", "user-agent"}
"""Headers that say something of the program or of the connection."""
RUN_EACH = """
import json, sys
for source in json.loads(sys.stdin.read()):
    try:
        exec(source, {})
    except Exception as error:  # the server does not answer as the API would
        print(error, file=sys.stderr)
"""


@dataclass(frozen=True)
class Request:
    """A request as its server understands it."""

    verb: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    body: object

    def only(self, names: Iterable[str]) -> Request:
        """The request with some of its headers."""
        return replace(self, headers={name: self.headers.get(name) for name in names})


def understood(handler: BaseHTTPRequestHandler) -> Request:
    """The request that a handler has read the head of."""
    length = int(handler.headers.get("content-length") or 0)
    data = handler.rfile.read(length)
    if handler.headers.get("transfer-encoding") == "chunked":
        data = b"".join(_chunks(handler))
    kind = handler.headers.get("content-type") or ""
    essence = kind.partition(";")[0]
    known = {name.lower(): value for name, value in handler.headers.items()}
    headers = {n: v for n, v in known.items() if n not in OF_THE_PROGRAM}
    parts = urlsplit(handler.path)
    return Request(
        handler.command,
        parts.path,
        tuple(sorted(parse_qsl(parts.query, keep_blank_values=True))),
        {**headers, "content-type": essence} if kind else headers,
        _body(kind, essence, data),
    )


def _chunks(handler: BaseHTTPRequestHandler) -> Iterator[bytes]:
    while size := int(handler.rfile.readline(), 16):
        yield handler.rfile.read(size)
        handler.rfile.readline()
    handler.rfile.readline()


def _body(kind: str, essence: str, data: bytes) -> object:
    if essence.endswith("json") and data:
        return json.loads(data)
    if essence == "application/x-www-form-urlencoded":
        return sorted(parse_qsl(data.decode(), keep_blank_values=True))
    if essence.startswith("multipart/"):
        message = message_from_bytes(f"content-type: {kind}\n\n".encode() + data)
        return [
            (
                part.get_param("name", header="content-disposition"),
                part.get_filename(),
                part.get_payload(decode=True),
            )
            for part in message.walk()
            if not part.is_multipart()
        ]
    return data


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        assert isinstance(self.server, _Recorder)
        self.server.requests.append(understood(self))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "2")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(b"{}")

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = _answer

    def log_message(self, *_: object) -> None:
        """Requests are no news in a test."""


class _Recorder(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[Request] = []


@contextmanager
def recorded() -> Iterator[tuple[str, list[Request]]]:
    """The address of a server, and the requests that it has got so far."""
    with _Recorder() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", server.requests
        server.shutdown()
        thread.join()


def run_each(programs: list[str], folder: Path, environment: Mapping[str, str]) -> None:
    """Run programs one after the other, whatever becomes of them, in one process."""
    subprocess.run(
        [sys.executable, "-c", RUN_EACH],
        input=json.dumps(programs),
        env=dict(environment),
        cwd=folder,
        text=True,
        capture_output=True,
        check=True,
    )
