"""Sends very many requests with each client and watches the memory: ``make soak``.

Exits with 1 where the memory still grows after the first tenth.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from generator.runtime import DefaultAioHttpClient
from tests.runtime.acme import AsyncZones, Zones, async_client, sync_client

REQUESTS = 100_000
STEPS = 10
ALLOWED = 3 * 2**20
"""Bytes by which the memory may grow from the first tenth of the requests to the last."""

BODY = b'{"id": "z", "name": "n", "more": [1, 2, 3]}'
ANSWER = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
    b"content-length: %d\r\n\r\n%s" % (len(BODY), BODY)
)


class _Answers(asyncio.Protocol):
    """Answers every request at once, and reads none of it."""

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if data.endswith(b"\r\n\r\n"):
            self._transport.write(ANSWER)


def serve() -> str:
    """The address of a server in a process of its own, which ends with this one."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        os.close(reader)
        asyncio.run(_serve(writer))
        os._exit(0)
    os.close(writer)
    return f"http://127.0.0.1:{int(os.read(reader, 10))}"


async def _serve(writer: int) -> None:
    parent = os.getppid()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Answers, "127.0.0.1", 0)
    os.write(writer, str(server.sockets[0].getsockname()[1]).encode())
    while os.getppid() == parent:
        await asyncio.sleep(1)


def memory() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def sync_requests(url: str) -> Callable[[int], None]:
    zones = Zones(sync_client(url))

    def send(count: int) -> None:
        for _ in range(count):
            zones.get("z")

    return send


def async_requests(url: str, http_client: Any = None) -> Callable[[int], None]:
    loop = asyncio.new_event_loop()
    zones = AsyncZones(async_client(url, http_client=http_client))

    async def some(count: int) -> None:
        for _ in range(count):
            await zones.get("z")

    async def at_once(count: int) -> None:
        workers: list[Awaitable[None]] = [some(count // 20) for _ in range(20)]
        await asyncio.gather(*workers)

    return lambda count: loop.run_until_complete(at_once(count))


def soak(name: str, send: Callable[[int], None]) -> bool:
    """Send all requests; whether the memory stayed flat."""
    sizes = []
    for step in range(STEPS):
        send(REQUESTS // STEPS)
        sizes.append(memory())
        sent = REQUESTS // STEPS * (step + 1)
        print(f"{name}  {sent:>7} requests  {sizes[-1] / 2**20:6.1f} MB", flush=True)
    grown = sizes[-1] - sizes[0]
    threads = threading.active_count()
    print(f"{name}  grew by {grown / 2**20:.1f} MB, {threads} threads")
    return grown <= ALLOWED


def main() -> None:
    url = serve()
    kinds = {
        "sync   ": sync_requests(url),
        "async  ": async_requests(url),
        "aiohttp": async_requests(url, DefaultAioHttpClient(trust_env=False)),
    }
    flat = [soak(name, send) for name, send in kinds.items()]
    sys.exit(not all(flat))


if __name__ == "__main__":
    main()
