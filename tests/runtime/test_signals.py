"""Exceptions from signal handlers, at any instruction: nothing is lost, nothing stays locked."""

from __future__ import annotations

import asyncio
import random
import signal
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from opcode import opname
from pathlib import Path
from types import FrameType
from typing import Any

import httpx2
import pytest

from generator.runtime.http import blocking_transport
from generator.runtime.http.asyncio_transport import AsyncioTransport
from generator.runtime.http.blocking_transport import BlockingTransport
from tests.runtime.acme import sync_client
from tests.runtime.server import Server

OURS = str(Path(blocking_transport.__file__).parent)
ONE = {
    "limits": httpx2.Limits(max_connections=1),
    "verify": ssl.create_default_context(),
}
PATIENCE = 5.0


RESUMING = ("JUMP_BACKWARD_NO_INTERRUPT", "RESUME", "SEND", "YIELD_VALUE")
CALLBACKS = ("Arrivals.", "_wake", "_sweep_in_loop.", "Pool.sweep")
"""What the event loop calls: it would log the exception."""


class Alarm(BaseException):
    """What the handler of a signal raises."""


def ring(*_: object) -> None:
    raise Alarm


class At:
    """Raises an ``Alarm`` before the n-th instruction of our own connections."""

    def __init__(self, n: int) -> None:
        self.n = self._left = n
        self.has_rung = False
        """Whether there were so many instructions."""

    def __enter__(self) -> None:
        sys.settrace(self._enter_frame)

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _enter_frame(self, frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if code.co_qualname.startswith(CALLBACKS) or not code.co_filename.startswith(
            OURS
        ):
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self._step

    def _step(self, frame: FrameType, event: str, argument: Any) -> Any:
        if event == "opcode":
            self._left -= 1
            if self._left <= 0 and _may_interrupt(frame):
                self.has_rung = True
                sys.settrace(None)
                raise Alarm
        return self._step


def _may_interrupt(frame: FrameType) -> bool:
    """Whether Python runs the handlers of signals here: not where a task goes on."""
    instruction = opname[frame.f_code.co_code[frame.f_lasti]]
    return instruction not in RESUMING


def asked(url: str) -> httpx2.Request:
    phases = {"connect": 60.0, "read": 5.0, "write": 5.0, "pool": 60.0}
    return httpx2.Request("GET", url, extensions={"timeout": phases})


lost_in_finalizers = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning",  # Python shows what a finalizer raised
    "ignore:coroutine .* was never awaited",
)


@lost_in_finalizers
def test_a_signal_at_any_instruction_loses_no_place_and_no_connection(
    server: Server,
) -> None:
    transport, at = BlockingTransport(ONE), At(0)
    while at.has_rung or at.n < 1000:
        at = At(at.n + 1)
        with suppress(Alarm), at:
            transport.handle_request(asked(server.url)).read()
            transport.handle_request(asked(server.url)).close()  # unread
        assert transport.pool.in_use == 0
        assert transport.pool.idle <= 1
    assert len(server._open) <= 1
    assert transport.handle_request(asked(server.url)).read() == b"{}"
    transport.close()


@lost_in_finalizers
def test_a_signal_at_any_instruction_of_a_task_loses_no_place_and_no_connection(
    server: Server,
) -> None:
    async def main() -> None:
        transport, at = AsyncioTransport(ONE), At(0)
        while at.has_rung or at.n < 1000:
            at = At(at.n + 2)  # every other one: this is slow
            with suppress(Alarm), at:
                await (await transport.handle_async_request(asked(server.url))).aread()
                await (await transport.handle_async_request(asked(server.url))).aclose()
            assert transport.pool.in_use == 0
            assert transport.pool.idle <= 1
        response = await transport.handle_async_request(asked(server.url))
        assert await response.aread() == b"{}"
        await transport.aclose()

    asyncio.run(main())


@contextmanager
def alarms() -> Iterator[Callable[[float], object]]:
    """Gives what rings an alarm in some seconds; in none, it does not ring."""
    before = signal.signal(signal.SIGALRM, ring)
    try:
        yield partial(signal.setitimer, signal.ITIMER_REAL)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_calls_go_on_after_thousands_of_signals(server: Server) -> None:
    moments, rung = random.Random(1), 0
    with alarms() as alarm, sync_client(server.url, max_retries=0) as client:
        client.get("/x", cast_to=object)
        for _ in range(2000):
            try:
                alarm(moments.uniform(1e-6, 4e-4))
                client.get("/x", cast_to=object)
                alarm(0)
            except Alarm:
                rung += 1
        alarm(0)
        assert client.get("/x", cast_to=object) == {}
        assert len(server._open) <= 2
    assert rung > 200
