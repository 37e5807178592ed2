"""CPU time of what no client can do without: the libraries underneath, used by hand."""

import asyncio
import sys
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from measure import ENTRY, ZONE, page, report, seconds_each

url, kind = sys.argv[1], sys.argv[2]
HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "gzip, deflate",
    "Authorization": "Bearer " + "t" * 40,
    "User-Agent": "Cloudflare/Python 0.1.0",
    **{
        f"X-Stainless-{name}": "something"
        for name in ("Lang", "OS", "Arch", "Runtime", "Async")
    },
}
PATH = (
    "/client/v4/accounts/"
    + "a" * 32
    + "/security-center/insights/"
    + "i" * 32
    + "/audit-log"
)
COUNT = 1500


def _page_decoder() -> Callable[[bytes], Any]:
    import datetime
    from typing import Literal

    import pydantic

    class Entry(pydantic.BaseModel, extra="allow"):
        id: str | None = None
        changed_at: datetime.datetime | None = None
        changed_by: str | None = None
        current_value: str | None = None
        previous_value: str | None = None
        field_changed: Literal["status", "user_classification"] | None = None
        issue_id: str | None = None
        rationale: str | None = None
        zone_id: int | None = None

    class Page(pydantic.BaseModel, extra="allow"):
        result: list[Entry]

    return Page.model_validate_json


def decode() -> None:
    body, decoded = page([ENTRY] * 1000), _page_decoder()
    report(cpu=seconds_each(lambda: decoded(body)))


def json_encoder() -> None:
    import json

    encode = json.JSONEncoder(separators=(",", ":")).encode
    report(cpu=seconds_each(lambda: encode(ZONE)))


def llhttp() -> None:
    head = f"GET {PATH} HTTP/1.1\r\n".encode()
    with Answers() as answers:
        report(cpu=_each(lambda: answers.to(head)))


def pages(late: str) -> None:
    decode = _page_decoder()
    with Answers() as answers:
        started, cpu = time.perf_counter(), time.process_time()
        for number in range(1, 101):
            query = f"?per_page=1000&pages=100&ms={late}&cursor={number}"
            head = f"GET {PATH}{query} HTTP/1.1\r\n".encode()
            assert len(decode(answers.to(head)).result) == 1000
        report(wall=time.perf_counter() - started, cpu=time.process_time() - cpu)


class Answers:
    """The bodies of answers over a socket, parsed by llhttp."""

    def __enter__(self) -> "Answers":
        import socket

        from httptools import HttpResponseParser

        parts = urlsplit(url)
        self._socket = socket.create_connection((parts.hostname, parts.port))
        headers = {"Host": parts.netloc, **HEADERS}
        self._rest = "".join(f"{n}: {v}\r\n" for n, v in headers.items()).encode()
        self._parser = HttpResponseParser(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def to(self, head: bytes) -> bytes:
        self._pieces: list[bytes] = []
        self._is_whole = False
        self._socket.sendall(head + self._rest + b"\r\n")
        while not self._is_whole:
            self._parser.feed_data(self._socket.recv(65536))
        return b"".join(self._pieces)

    def on_body(self, piece: bytes) -> None:
        self._pieces.append(piece)

    def on_message_complete(self) -> None:
        self._is_whole = True


class Waiting(asyncio.Protocol):
    """The bodies of answers over asyncio's own transport, parsed by llhttp."""

    def __init__(self) -> None:
        from httptools import HttpResponseParser

        self._parser = HttpResponseParser(self)

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        self._answered.set_result(None)

    async def ask(self, request: bytes) -> None:
        self._answered = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        await self._answered


def asyncio_alone(at_once: int) -> None:
    parts = urlsplit(url)
    headers = {"Host": parts.netloc, **HEADERS}
    rest = "".join(f"{n}: {v}\r\n" for n, v in headers.items())
    request = f"GET {PATH} HTTP/1.1\r\n{rest}\r\n".encode()

    async def main() -> None:
        loop = asyncio.get_running_loop()
        opened = [
            (await loop.create_connection(Waiting, parts.hostname, parts.port))[1]
            for _ in range(min(at_once, 100))
        ]

        async def some(count: int, number: int) -> None:
            for _ in range(count):
                await opened[number % 100].ask(request)

        each = max(2, 2000 // len(opened))
        await asyncio.gather(*(some(2, n) for n in range(len(opened))))
        started = time.process_time()
        await asyncio.gather(*(some(each, n) for n in range(len(opened))))
        report(cpu=(time.process_time() - started) / each / len(opened))

    asyncio.run(main())


def aiohttp(at_once: int) -> None:
    import aiohttp

    async def main() -> None:
        base = url.removesuffix("/client/v4")
        async with aiohttp.ClientSession(
            cookie_jar=aiohttp.DummyCookieJar(),
            connector=aiohttp.TCPConnector(limit=100),
        ) as session:

            async def some(count: int) -> None:
                for _ in range(count):
                    async with session.get(
                        base + PATH, headers=HEADERS, allow_redirects=False
                    ) as answer:
                        await answer.read()

            each = max(2, 2000 // at_once)
            await asyncio.gather(*(some(2) for _ in range(at_once)))
            started = time.process_time()
            await asyncio.gather(*(some(each) for _ in range(at_once)))
            report(cpu=(time.process_time() - started) / each / at_once)

    asyncio.run(main())


def _each(act: Callable[[], object]) -> float:
    for _ in range(100):
        act()
    started = time.process_time()
    for _ in range(COUNT):
        act()
    return (time.process_time() - started) / COUNT


match kind:
    case "decode":
        decode()
    case "json":
        json_encoder()
    case "llhttp":
        llhttp()
    case "asyncio":
        asyncio_alone(int(sys.argv[3]))
    case "pages":
        pages(sys.argv[3])
    case _:
        aiohttp(int(sys.argv[3]))
