"""Programs in which a package that mocks, records, traces or reports HTTP patches httpx2.

``python -m tests.runtime.intercepting PACKAGE CLIENT URL`` prints what calls gave, as JSON; each runs
in a process of its own, because the patches of some packages stay.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

URL, PATH = sys.argv[3] if len(sys.argv) > 3 else "", "/mocked"


class Caller:
    """A client that makes one call after the other."""

    def __init__(self, kind: str) -> None:
        from generator.runtime import DefaultAioHttpClient
        from tests.runtime.acme import async_client, sync_client

        self._client: Any
        if kind == "sync":
            self._client = sync_client(URL)
            return
        http_client = DefaultAioHttpClient() if kind == "aiohttp" else None
        self._client = async_client(URL, http_client=http_client)
        self._loop = asyncio.new_event_loop()

    def __call__(self) -> Any:
        """What a call gives: ``{}`` from the server itself."""
        found = self._client.get(PATH, cast_to=object)
        return (
            found if isinstance(found, dict) else self._loop.run_until_complete(found)
        )


def at_any_moment(
    kind: str, mock: Callable[[], AbstractContextManager[Any]]
) -> list[Any]:
    """What calls give while a mock is there that came before the library was imported, before a
    client was built, before its first call, and after it; and each time what they give afterwards.
    """
    with mock():
        first = Caller(kind)
        found = [first()]
    found.append(first())
    second = Caller(kind)
    with mock():
        found += [Caller(kind)(), second(), first()]
    return [*found, second(), first()]


def with_respx(kind: str) -> list[Any]:
    import httpx2

    httpx2.alias_httpx()
    import respx

    def mock(using: str) -> Any:
        router = respx.mock(assert_all_called=False, using=using)
        router.get(URL + PATH).respond(json={"mocked": True})
        return router

    return [
        *at_any_moment(kind, lambda: mock("httpcore")),
        *at_any_moment(kind, lambda: mock("httpx")),
    ]


def with_vcr(kind: str) -> list[Any]:
    """Recording, then replaying."""
    import vcr

    with TemporaryDirectory() as folder:
        cassette = str(Path(folder) / "cassette.yaml")
        call = Caller(kind)
        found = []
        for _ in range(2):
            with vcr.use_cassette(cassette, allow_playback_repeats=True):
                found += [call(), Caller(kind)()]
    return [*found, call()]


def with_opentelemetry(kind: str) -> list[Any]:
    """Before, while and after the library is instrumented."""
    from opentelemetry.instrumentation.httpx import HTTPX2ClientInstrumentor
    from opentelemetry.sdk.trace import TracerProvider

    call = Caller(kind)
    found = [call()]
    instrumentor = HTTPX2ClientInstrumentor()
    instrumentor.instrument(tracer_provider=TracerProvider())
    found += [call(), Caller(kind)()]
    instrumentor.uninstrument()
    return [*found, call()]


def with_sentry(kind: str) -> list[Any]:
    import sentry_sdk

    call = Caller(kind)
    found = [call()]
    sentry_sdk.init(traces_sample_rate=1.0)
    with sentry_sdk.start_transaction(name="test"):
        found += [call(), Caller(kind)()]
    return found


if __name__ == "__main__":
    program = globals()[f"with_{sys.argv[1]}"]
    print(json.dumps(program(sys.argv[2])))
