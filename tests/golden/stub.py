"""A server on the loopback address that gives prepared answers, and remembers what was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType, TracebackType
from typing import NamedTuple


class Sent(NamedTuple):
    """An answer that is sent as it is."""

    media_type: str
    body: bytes
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})


class Stub:
    """Answers the n-th request with the n-th JSON value, or with what is ``Sent``; None stands for "no
    content"."""

    def __init__(self, *answers: object) -> None:
        self.requests: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            wbufsize = -1  # one packet for head and body
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                stub.requests.append(f"{self.command} {self.path}")
                stub.headers.append({k.lower(): v for k, v in self.headers.items()})
                length = int(self.headers.get("Content-Length") or 0)
                stub.bodies.append(self.rfile.read(length))
                sent = _sent(answers[len(stub.requests) - 1])
                self.send_response(sent.status)
                self.send_header("Content-Type", sent.media_type)
                for name, value in sent.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(sent.body)))
                self.end_headers()
                self.wfile.write(sent.body)

            def __getattr__(self, name: str) -> object:
                if name.startswith("do_"):
                    return self.answer
                raise AttributeError(name)

            def log_message(self, *_: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Stub:
        threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        ).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def _sent(value: object) -> Sent:
    if isinstance(value, Sent):
        return value
    body = b"" if value is None else json.dumps(value).encode()
    return Sent("application/json", body, 204 if value is None else 200)
