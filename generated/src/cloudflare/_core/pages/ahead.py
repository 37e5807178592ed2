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


def fetch_ahead(fetch: Callable[[], T]) -> Future[T]:
    """What a thread of its own is fetching.

    Nobody has to wait for it: the thread ends with its request, and does not keep the program
    from ending.
    """
    future: Future[T] = Future()

    def work() -> None:
        try:
            future.set_result(fetch())
        except BaseException as error:
            future.set_exception(error)

    context = copy_context()
    Thread(target=context.run, args=(work,), name="page ahead", daemon=True).start()
    return future


class AsyncAhead(Generic[T]):
    """What a task of its own is fetching; under another library than asyncio it is fetched when
    it is wanted."""

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

    async def give_up(self) -> None:
        """End the task, if it is still at work, and its request."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await self._task
