"""CPU time of a call through a user's httpx2 client, and of the same request by ``httpx2`` alone, in
turn."""

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any

import httpx2
from cloudflare import AsyncCloudflare, Cloudflare
from measure import call, report

COUNT, WARM_UP = 1500, 50
url, kind = sys.argv[1], sys.argv[2]
sent: list[httpx2.Request] = []


def keep(request: httpx2.Request) -> None:
    sent.append(request)


async def akeep(request: httpx2.Request) -> None:
    sent.append(request)


def bare_request() -> tuple[str, dict[str, str]]:
    """URL and headers of the call that was made first; httpx2 adds those that are left out."""
    added = ("host", "connection", "accept-encoding")
    headers = {n: v for n, v in sent[0].headers.items() if n not in added}
    return str(sent[0].url), headers


def told(times: tuple[list[float], list[float]]) -> None:
    ours, bare = (median(some[WARM_UP:]) for some in times)
    report(**{"cpu": ours, "bare get": bare})


def sync() -> None:
    with httpx2.Client(event_hooks={"request": [keep]}) as first:
        call(Cloudflare(api_token="t" * 40, base_url=url, http_client=first))
    address, headers = bare_request()
    times: tuple[list[float], list[float]] = [], []
    with httpx2.Client() as user, httpx2.Client() as bare:
        client = Cloudflare(api_token="t" * 40, base_url=url, http_client=user)
        acts: tuple[Callable[[], Any], ...] = (
            lambda: call(client),
            lambda: bare.get(address, headers=headers),
        )
        for _ in range(COUNT + WARM_UP):
            for act, taken in zip(acts, times, strict=True):
                started = time.process_time()
                act()
                taken.append(time.process_time() - started)
    told(times)


async def awaited() -> None:
    async with httpx2.AsyncClient(event_hooks={"request": [akeep]}) as first:
        client = AsyncCloudflare(api_token="t" * 40, base_url=url, http_client=first)
        await call(client)
    address, headers = bare_request()
    times: tuple[list[float], list[float]] = [], []
    async with httpx2.AsyncClient() as user, httpx2.AsyncClient() as bare:
        client = AsyncCloudflare(api_token="t" * 40, base_url=url, http_client=user)
        acts: tuple[Callable[[], Awaitable[Any]], ...] = (
            lambda: call(client),
            lambda: bare.get(address, headers=headers),
        )
        for _ in range(COUNT + WARM_UP):
            for act, taken in zip(acts, times, strict=True):
                started = time.process_time()
                await act()
                taken.append(time.process_time() - started)
    told(times)


if kind == "sync":
    sync()
else:
    asyncio.run(awaited())
