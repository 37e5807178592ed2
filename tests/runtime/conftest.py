"""The server, both drivers, and an environment without settings of the developer's own."""

from __future__ import annotations

import asyncio
import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from typing import Any, Protocol

import httpx2
import pytest

from generator.runtime import DEFAULT_TIMEOUT, DefaultAioHttpClient
from tests.runtime.acme import AsyncZones, Zones, async_client, sync_client
from tests.runtime.clocks import SteppedClock
from tests.runtime.server import Server


@pytest.fixture(scope="session")
def one_server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def server(one_server: Server) -> Iterator[Server]:
    """The server, as new; afterwards nobody is connected any more."""
    one_server.forget()
    yield one_server
    assert not one_server.script, "a step was prepared and never asked for"
    assert one_server.open_connections == 0


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("ACME_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


class Call(Protocol):
    def __call__(
        self, use: Callable[[Any], Any], *, mode: str = "parsed", **options: Any
    ) -> Any: ...


WAYS: dict[str, Any] = {
    "sync": None,
    "async": None,
    "aiohttp": DefaultAioHttpClient,
    "user's httpx2": httpx2.Client,
    "user's async httpx2": httpx2.AsyncClient,
}
"""The ways of a call to the server, and the HTTP client that is passed in for it."""


def caller(way: str, server: Server) -> Call:
    """Calls a method of the zones in one of the ways."""
    kind = WAYS[way]

    def given(options: dict[str, Any]) -> Any:
        """The HTTP client to pass in, unless the test has chosen one."""
        if kind is None or "http_client" in options:
            return None
        options["http_client"] = kind(timeout=options.get("timeout", DEFAULT_TIMEOUT))
        return options["http_client"]

    def sync_call(
        use: Callable[[Any], Any], *, mode: Any = "parsed", **options: Any
    ) -> Any:
        with ExitStack() as stack:
            if (http_client := given(options)) is not None:
                stack.enter_context(http_client)
            base_url = options.pop("base_url", server.url)
            client = stack.enter_context(sync_client(base_url, **options))
            return use(Zones(client, mode))

    def async_call(
        use: Callable[[Any], Any], *, mode: Any = "parsed", **options: Any
    ) -> Any:
        async def main() -> Any:
            async with AsyncExitStack() as stack:
                if (http_client := given(options)) is not None:
                    await stack.enter_async_context(http_client)
                base_url = options.pop("base_url", server.url)
                made = async_client(base_url, **options)
                client = await stack.enter_async_context(made)
                found = use(AsyncZones(client, mode))
                return await found if inspect.isawaitable(found) else found

        return asyncio.run(main())

    return sync_call if way in ("sync", "user's httpx2") else async_call


@pytest.fixture(params=["sync", "async", "aiohttp"])
def call(request: pytest.FixtureRequest, server: Server) -> Call:
    """Calls a method of the zones; the same scenario runs through both drivers and aiohttp."""
    return caller(request.param, server)
