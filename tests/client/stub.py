"""A server on the loopback address that answers the two audit log paths, and writes down what it is asked."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qsl, urlsplit

ENTRY_COUNT = 24
PAGE_SIZE = 10
ENTRY_IDS = [f"entry-{number:02}" for number in range(1, ENTRY_COUNT + 1)]
FIRST_ENTRY: dict[str, object] = {
    "id": "entry-01",
    "changed_at": "2019-12-27T18:11:19.117Z",
    "changed_by": "system",
    "current_value": "resolved",
    "field_changed": "status",
    "issue_id": "issue_id",
    "previous_value": None,
    "zone_id": 1,
}

_PATH = re.compile(
    r"/(?:accounts|zones)/[^/]+/security-center/insights(?:/(?P<issue>[^/]+))?/audit-log"
)


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it arrived; header names are in lower case, the path is as it was sent."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, headers and a body; bytes go out as they are, anything else as JSON."""

    status: int = 200
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def encoded(self) -> bytes:
        """The answer as it goes over the wire, in one piece."""
        body = self.body
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {
            "Content-Type": "application/json",
            "Content-Length": str(len(content)),
            **self.headers,
        }
        phrase = HTTPStatus(self.status).phrase
        lines = [f"HTTP/1.1 {self.status} {phrase}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode() + content


def failure(status: int, code: int = 1000, message: str = "no") -> Answer:
    """An answer in the error envelope."""
    error = {"code": code, "message": message, "source": {"pointer": "/here"}}
    envelope = {"success": False, "errors": [error], "messages": [], "result": None}
    return Answer(status, envelope)


class Stub:
    """The server: where it is, what it was asked, and what it will answer out of turn."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.requests: list[Request] = []
        self.scripted: deque[Answer] = deque()

    @property
    def last(self) -> Request:
        """The latest request."""
        return self.requests[-1]

    def script(self, *answers: Answer) -> None:
        """Answer the next requests with these, whatever they ask."""
        self.scripted.extend(answers)

    def forget(self) -> None:
        """Be as new."""
        self.requests.clear()
        self.scripted.clear()

    def answer(self, request: Request) -> Answer:
        """The answer to a request, which is written down."""
        self.requests.append(request)
        if self.scripted:
            return self.scripted.popleft()
        asked = _PATH.fullmatch(request.path)
        if asked is None:
            return failure(404, 7003, "no such path")
        if not _has_credentials(request.headers):
            return failure(401, 10000, "Authentication error")
        return _page(request.query, asked["issue"])


def _has_credentials(headers: Mapping[str, str]) -> bool:
    return (
        headers.get("authorization", "").startswith("Bearer ")
        or {"x-auth-email", "x-auth-key"} <= headers.keys()
        or "x-auth-user-service-key" in headers
    )


def _page(query: Mapping[str, str], issue: str | None) -> Answer:
    start = int(query.get("cursor", "after-0").removeprefix("after-"))
    size = int(query.get("per_page", PAGE_SIZE))
    result = [
        {
            **FIRST_ENTRY,
            "id": entry_id,
            "issue_id": issue or FIRST_ENTRY["issue_id"],
            "zone_id": start + number,
        }
        for number, entry_id in enumerate(ENTRY_IDS[start : start + size], 1)
    ]
    end = start + len(result)
    cursor = f"after-{end}" if end < ENTRY_COUNT else ""
    envelope = {
        "success": True,
        "errors": [],
        "messages": [],
        "result": result,
        "result_info": {"count": len(result), "cursor": cursor, "per_page": size},
    }
    return Answer(200, envelope, {"CF-Ray": "8a1b2c3d4e5f-FRA"})


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    stub: Stub


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("content-length", 0))
        request = Request(
            method=self.command,
            path=parts.path,
            query=dict(parse_qsl(parts.query, keep_blank_values=True)),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
        )
        self.wfile.write(self.server.stub.answer(request).encoded())

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def running_stub() -> Iterator[Stub]:
    """A stub that answers until the block is left."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.stub = Stub(server.server_port)
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server.stub
        finally:
            server.shutdown()
            thread.join()
