"""Functions beside the base of a client (``_base_client``)."""

from __future__ import annotations

import platform
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, ParamSpec, TypeVar, cast

import httpx2

from ..wire.headers import platform_headers
from ..wire.options import Body, Headers, Query, RequestOptions
from ..wire.sentinels import NotGiven, not_given

T = TypeVar("T")
P = ParamSpec("P")

HTTPX_DEFAULT_TIMEOUT = httpx2.Timeout(5.0)
"""The timeout of an httpx client for which none was chosen."""

INITIAL_RETRY_DELAY, MAX_RETRY_DELAY = 0.5, 8.0
"""Seconds: the first and the longest delay between attempts of the compatible mode."""

RAW_RESPONSE_HEADER = "X-Stainless-Raw-Response"
OVERRIDE_CAST_TO_HEADER = "____stainless_override_cast_to"


class OtherPlatform:
    """An operating system of another name."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return f"Other:{self.name}"


class OtherArch(OtherPlatform):
    """A processor of another name."""

    def __str__(self) -> str:
        return f"other:{self.name}"


def get_platform() -> Any:
    """The operating system, as requests name it."""
    known = platform_headers("", is_async=False)["X-Stainless-OS"]
    system = platform.system()
    return OtherPlatform(system) if known == "Unknown" and system else known


def get_architecture() -> Any:
    """The processor, as requests name it."""
    known = platform_headers("", is_async=False)["X-Stainless-Arch"]
    machine = platform.machine().lower()
    return OtherArch(machine) if known == "unknown" and machine else known


def get_python_runtime() -> str:
    """The implementation of Python."""
    return platform.python_implementation()


def get_python_version() -> str:
    """The version of Python."""
    return platform.python_version()


def make_request_options(
    *,
    query: Query | None = None,
    extra_headers: Headers | None = None,
    extra_query: Query | None = None,
    extra_body: Body | None = None,
    idempotency_key: str | None = None,
    timeout: float | httpx2.Timeout | None | NotGiven = not_given,
) -> RequestOptions:
    """The options of ``client.get`` and similar methods, or of ``FinalRequestOptions``."""
    found: dict[str, Any] = {}
    if extra_headers is not None:
        found["headers"] = extra_headers
    if extra_body is not None:
        found["extra_json"] = cast("Mapping[str, Any]", extra_body)
    if query is not None or extra_query is not None:
        found["params"] = {**(query or {}), **(extra_query or {})}
    if not isinstance(timeout, NotGiven):
        found["timeout"] = timeout
    if idempotency_key is not None:
        found["idempotency_key"] = idempotency_key
    return cast("RequestOptions", found)


def asyncify(function: Callable[P, T]) -> Callable[P, Awaitable[T]]:
    """A function that runs another one in a thread, and is awaited."""

    async def awaited(*args: P.args, **kwargs: P.kwargs) -> T:
        return await to_thread(function, *args, **kwargs)

    return awaited


async def to_thread(
    function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
) -> T:
    """What a function returns that is called in a thread."""
    from anyio.to_thread import run_sync

    return await run_sync(partial(function, *args, **kwargs))


def consume_sync_iterator(iterator: Any) -> None:
    """Read an iterator to its end."""
    for _ in iterator:
        pass


async def consume_async_iterator(iterator: Any) -> None:
    """Read an asynchronous iterator to its end."""
    async for _ in iterator:
        pass
