"""A server that costs its clients nothing to wait for: prebuilt answers over a bare protocol.

``/…/audit-log`` answers with a page, as large and as late as the settings in the query or in the
process's arguments say; each POST gets ``{}``.
"""

from __future__ import annotations

import asyncio
import json
import sys
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

END = b"\r\n\r\n"


def entry(number: int) -> dict[str, object]:
    """An entry of the log."""
    return {
        "id": f"{number:032x}",
        "changed_at": "2026-01-02T03:04:05.678Z",
        "changed_by": "someone@example.com",
        "current_value": "active",
        "previous_value": "resolved",
        "field_changed": "status",
        "issue_id": "f" * 32,
        "rationale": "It was looked at, and is a duplicate of another one.",
    }


@cache
def entries(count: int) -> str:
    """The entries of a page, of which every page has the same."""
    return json.dumps([entry(number) for number in range(count)])


@cache
def page(count: int, cursor: str) -> bytes:
    """The answer that is a page of some entries."""
    info = {"count": count, "cursor": cursor, "per_page": count}
    body = (
        '{"success": true, "errors": [], "messages": [], '
        f'"result": {entries(count)}, "result_info": {json.dumps(info)}}}'
    )
    return answer(body.encode())


def answer(body: bytes) -> bytes:
    """A whole answer."""
    head = (
        "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 10:00:00 GMT\r\nServer: bench\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Connection(asyncio.Protocol):
    """Answers the requests of a connection."""

    def __init__(self) -> None:
        self._left = 0
        self._buffer = b""

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if self._left:
            taken = min(self._left, len(data))
            self._left -= taken
            data = data[taken:]
            if self._left:
                return
            self._send(answer(b"{}"), 0.0)
        self._buffer += data
        while END in self._buffer:
            head, self._buffer = self._buffer.split(END, 1)
            self._take(head.decode("latin-1"))

    def _take(self, head: str) -> None:
        line, *fields = head.split("\r\n")
        method, target, _ = line.split(" ")
        headers = {n.lower(): v for n, _, v in (f.partition(": ") for f in fields)}
        length = int(headers.get("content-length", 0))
        if method == "GET":
            self._page(target)
            return
        self._left = max(0, length - len(self._buffer))
        self._buffer = self._buffer[length:]
        if not self._left:
            self._send(answer(b"{}"), 0.0)

    def _page(self, target: str) -> None:
        asked = {n: v[-1] for n, v in parse_qs(urlsplit(target).query).items()}
        count, pages = int(asked.get("per_page", 1)), int(asked.get("pages", 1))
        number = int(asked.get("cursor", 1))
        cursor = str(number + 1) if number < pages else ""
        self._send(page(count, cursor), float(asked.get("ms", 0)) / 1000)

    def _send(self, data: bytes, seconds: float) -> None:
        write = self._transport.write
        if seconds:
            asyncio.get_running_loop().call_later(seconds, write, data)
        else:
            write(data)


async def main() -> None:
    """Serve until the process ends; the port is printed first."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
