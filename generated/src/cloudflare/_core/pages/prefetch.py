"""Fetching the next page while the present one is being used."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import suppress
from contextvars import copy_context
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


def fetch_in_thread(fetch: Callable[[], T]) -> Future[T]:
    """What a separate thread is fetching.

    No caller has to wait: the thread ends with its request, and does not keep the program
    from ending.
    """
    future: Future[T] = Future()

    def work() -> None:
        try:
            future.set_result(fetch())
        except BaseException as error:
            future.set_exception(error)

    context = copy_context()
    Thread(target=context.run, args=(work,), name="page prefetch", daemon=True).start()
    return future


class AsyncPrefetch(Generic[T]):
    """What a separate task is fetching; outside asyncio it is fetched when
    it is asked for."""

    def __init__(self, fetch: Callable[[], Awaitable[T]]) -> None:
        self._fetch = fetch
        self._task: asyncio.Future[T] | None = None
        with suppress(RuntimeError):
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def _run(self) -> T:
        return await self._fetch()

    async def result(self) -> T:
        """What was fetched; raises what went wrong."""
        return await (self._fetch() if self._task is None else self._task)

    async def cancel(self) -> None:
        """End the task, if it is still at work, and its request."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await self._task
