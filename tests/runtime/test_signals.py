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

from generator import runtime
from generator.runtime.http.asyncio_transport import AsyncioTransport
from generator.runtime.http.blocking_transport import BlockingTransport
from generator.runtime.http.default_clients import BlockingSwitch
from generator.runtime.policy.oauth2 import ClientCredentials
from generator.runtime.policy.retry_budget import RetryBudget
from generator.runtime.policy.turns import Turns
from tests.runtime.acme import sync_client
from tests.runtime.clocks import SteppedClock
from tests.runtime.server import Server

LIBRARY = Path(runtime.__file__).parent
ONE = {
    "limits": httpx2.Limits(max_connections=1),
    "verify": ssl.create_default_context(),
}


CALLBACKS = ("Arrivals.", "_wake", "_sweep_in_loop.", "Pool.sweep")
"""What the event loop calls: it would log the exception."""


AWAITING = ("END_SEND", "JUMP_BACKWARD_NO_INTERRUPT", "SEND", "YIELD_VALUE")
"""Instructions of an ``await``, before which no handler runs, in all versions of Python so far."""

AFTER_YIELD_FROM = 2
"""The argument of a ``RESUME`` in an ``await``; it is less where handlers may run."""


class Alarm(BaseException):
    """What the handler of a signal raises."""


def ring(*_: object) -> None:
    raise Alarm


class At:
    """Raises an ``Alarm`` before an instruction of the run-time library.

    ``frame`` counts the frames of a subpackage as they are entered or go on, ``step`` the
    instructions of that frame; the other frames run at their usual speed.
    """

    def __init__(self, subpackage: str, frame: int, step: int) -> None:
        self._ours = str(LIBRARY / subpackage)
        self._frames_left = frame
        self._steps_left = step
        self.has_entered = False
        """Whether there were so many frames."""
        self.has_rung = False
        """Whether that one had so many instructions."""

    def __enter__(self) -> None:
        sys.settrace(self._enter_frame)

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _enter_frame(self, frame: FrameType, event: str, argument: Any) -> Any:
        code = frame.f_code
        if self.has_entered or not code.co_filename.startswith(self._ours):
            return None
        if code.co_qualname.startswith(CALLBACKS):
            return None
        if self._frames_left > 0:
            self._frames_left -= 1
            return None
        self.has_entered = True
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self._step

    def _step(self, frame: FrameType, event: str, argument: Any) -> Any:
        if event == "return":
            sys.settrace(None)
        elif event == "opcode" and _may_interrupt(frame):
            if self._steps_left <= 0:
                self.has_rung = True
                sys.settrace(None)
                raise Alarm
            self._steps_left -= 1
        return self._step


def _may_interrupt(frame: FrameType) -> bool:
    """Whether Python may run the handlers of signals here: while a task waits, it does so only in
    the innermost frame."""
    at, code = frame.f_lasti, frame.f_code.co_code
    name = opname[code[at]]
    if name.startswith("RESUME"):
        return code[at + 1] & 3 < AFTER_YIELD_FROM
    return name not in AWAITING


def at_every_instruction(subpackage: str) -> Iterator[At]:
    """Alarms at one instruction after the other, until there are no more."""
    frame, step = 0, 0
    while True:
        at = At(subpackage, frame, step)
        yield at
        if not at.has_entered:
            return
        frame, step = (frame, step + 1) if at.has_rung else (frame + 1, 0)


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
    transport, rung = BlockingTransport(ONE), 0
    for at in at_every_instruction("http"):
        with suppress(Alarm), at:
            transport.handle_request(asked(server.url)).read()
            transport.handle_request(asked(server.url)).close()  # unread
        rung += at.has_rung
        assert transport.pool.in_use == 0
        assert transport.pool.idle <= 1
    assert rung > 1000
    assert len(server._open) <= 1
    assert transport.handle_request(asked(server.url)).read() == b"{}"
    transport.close()


@lost_in_finalizers
def test_a_signal_at_any_instruction_of_a_task_loses_no_place_and_no_connection(
    server: Server,
) -> None:
    async def main() -> None:
        transport, rung = AsyncioTransport(ONE), 0
        for at in at_every_instruction("http"):
            with suppress(Alarm), at:
                await (await transport.handle_async_request(asked(server.url))).aread()
                await (await transport.handle_async_request(asked(server.url))).aclose()
            rung += at.has_rung
            assert transport.pool.in_use == 0
            assert transport.pool.idle <= 1
        assert rung > 1000
        response = await transport.handle_async_request(asked(server.url))
        assert await response.aread() == b"{}"
        await transport.aclose()

    asyncio.run(main())


def test_a_signal_at_any_instruction_leaves_the_retry_budget_usable() -> None:
    budget, rung = RetryBudget(), 0
    for at in at_every_instruction("policy"):
        before = budget.tokens
        with suppress(Alarm), at:
            taken = budget.take(throttled=True)
            assert taken == RetryBudget.THROTTLED_COST
            budget.succeed(taken)
        rung += at.has_rung
        lost = before - budget.tokens
        assert lost in (0, RetryBudget.THROTTLED_COST)  # that of the interrupted call
        budget.succeed(lost)
        assert budget.tokens == RetryBudget.CAPACITY
    assert rung > 100


def call_authorized(auth: ClientCredentials) -> str:
    """What a call is authorized with, by a server that refuses its first token."""
    sent: list[str] = []
    flow = auth.sync_auth_flow(httpx2.Request("GET", "https://api.test/x"))
    try:
        request = next(flow)
        while True:
            if request.url.path == "/token":
                fields = {"access_token": "new", "token_type": "bearer"}
                request = flow.send(httpx2.Response(200, json=fields))
                continue
            sent.append(request.headers["authorization"])
            request = flow.send(httpx2.Response(401 if len(sent) < 2 else 200))
    except StopIteration:
        return sent[-1]
    finally:
        flow.close()


def test_a_signal_at_any_instruction_lets_the_next_call_get_a_token() -> None:
    auth, rung = ClientCredentials("https://auth.test/token", "id", "secret"), 0
    auth._turns = Turns(clock := SteppedClock())
    for at in at_every_instruction("policy"):
        with suppress(Alarm), at:
            call_authorized(auth)
        rung += at.has_rung
        assert call_authorized(auth) == "Bearer new"
    assert rung > 300
    assert clock.slept == []


def test_a_signal_at_any_instruction_of_an_intercepted_call_locks_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def answer(transport: Any, request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", answer)
    rung, request = 0, asked("https://api.test/x")
    for at in at_every_instruction("http"):
        switch = BlockingSwitch(BlockingTransport(ONE), ONE)
        with suppress(Alarm), at:
            switch.handle_request(request)
        rung += at.has_rung
        assert switch.handle_request(request).status_code == 200
    assert rung > 20


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
