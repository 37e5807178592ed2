"""CPU time of what no client can do without: the libraries underneath, used by hand."""

import asyncio
import sys
import time
from urllib.parse import urlsplit

from measure import ENTRY, page, report, seconds_each

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


def decode() -> None:
    import datetime

    import pydantic

    class Entry(pydantic.BaseModel):
        id: str | None = None
        changed_at: datetime.datetime | None = None
        changed_by: str | None = None
        current_value: str | None = None
        previous_value: str | None = None
        field_changed: str | None = None
        issue_id: str | None = None
        rationale: str | None = None

    class Page(pydantic.BaseModel):
        result: list[Entry]

    body = page([ENTRY] * 1000)
    report(cpu=seconds_each(lambda: Page.model_validate_json(body)))


def h11() -> None:
    import socket

    import h11

    parts = urlsplit(url)
    opened = socket.create_connection((parts.hostname, parts.port))
    headers = [("Host", parts.netloc), *HEADERS.items()]
    connection = h11.Connection(h11.CLIENT)

    def one() -> None:
        request = h11.Request(method="GET", target=PATH, headers=headers)
        opened.sendall(connection.send(request) + connection.send(h11.EndOfMessage()))
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                connection.receive_data(opened.recv(65536))
            elif isinstance(event, h11.EndOfMessage):
                break
        connection.start_next_cycle()

    report(cpu=_each(one))


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


def _each(act) -> float:  # type: ignore[no-untyped-def]
    for _ in range(100):
        act()
    started = time.process_time()
    for _ in range(COUNT):
        act()
    return (time.process_time() - started) / COUNT


if kind == "decode":
    decode()
elif kind == "h11":
    h11()
else:
    aiohttp(int(sys.argv[3]))
