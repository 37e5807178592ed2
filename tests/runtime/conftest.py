"""The server, both drivers, and an environment without settings of the developer's own."""

from __future__ import annotations

import asyncio
import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from functools import partial
from typing import Any, Protocol

import pytest

from generator.runtime import DEFAULT_TIMEOUT, DefaultAioHttpClient
from generator.runtime.client import performing
from generator.runtime.policy.retries import RetryRules
from tests.runtime.acme import AsyncZones, Zones, async_client, sync_client
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
def no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries wait no longer than they are asked to."""
    eager = partial(RetryRules, random_fraction=lambda: 0.0)
    monkeypatch.setattr(performing, "RetryRules", eager)


class Call(Protocol):
    def __call__(
        self, use: Callable[[Any], Any], *, mode: str = "parsed", **options: Any
    ) -> Any: ...


@pytest.fixture(params=["sync", "async", "aiohttp"])
def call(request: pytest.FixtureRequest, server: Server, no_jitter: None) -> Call:
    """Calls a method of the zones; the same scenario runs through both drivers and aiohttp."""

    def sync_call(
        use: Callable[[Any], Any], *, mode: Any = "parsed", **options: Any
    ) -> Any:
        with sync_client(options.pop("base_url", server.url), **options) as client:
            return use(Zones(client, mode))

    def async_call(
        use: Callable[[Any], Any], *, mode: Any = "parsed", **options: Any
    ) -> Any:
        async def main() -> Any:
            async with AsyncExitStack() as stack:
                if request.param == "aiohttp" and "http_client" not in options:
                    seconds = options.get("timeout", DEFAULT_TIMEOUT)
                    http_client = DefaultAioHttpClient(timeout=seconds)
                    options["http_client"] = await stack.enter_async_context(
                        http_client
                    )
                client = await stack.enter_async_context(
                    async_client(options.pop("base_url", server.url), **options)
                )
                found = use(AsyncZones(client, mode))
                return await found if inspect.isawaitable(found) else found

        return asyncio.run(main())

    return sync_call if request.param == "sync" else async_call
