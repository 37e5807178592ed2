"""Calls without a network: the flow is driven by hand, on a clock that only moves when it waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2

from generator.runtime.policy.call import Call
from generator.runtime.policy.decisions import GiveUp
from generator.runtime.policy.errors import APIError
from generator.runtime.policy.flow import CallFlow, Close, Read, Reply, Send, Sleep
from generator.runtime.policy.hooks import Hooks
from generator.runtime.policy.logs import CallLog
from generator.runtime.policy.observers import Watch
from generator.runtime.policy.policies import Policies
from generator.runtime.policy.retries import RetryRules
from generator.runtime.policy.retry_budget import RetryBudget
from generator.runtime.wire.request import WireRequest
from tests.runtime.acme import settings
from tests.runtime.clocks import SteppedClock

Outcome = int | tuple[int, dict[str, str]] | type[Exception]
"""A status, one with headers, or what the HTTP library raises."""


@dataclass
class Course:
    """What became of a call: what it sent and read, how long it slept, how it ended, and what was
    left of the budget."""

    requests: list[WireRequest] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)
    sleeps: list[float] = field(default_factory=list)
    reply: Reply | None = None
    error: APIError | None = None
    tokens: int = 0
    seconds: float = 0.0

    @property
    def attempts(self) -> int:
        """How often it was sent."""
        return len(self.requests)


@dataclass
class Simulation:
    """The retry budget of a client, the fraction that jitter takes, the clock, and the settings that
    are ``set``."""

    fraction: float = 0.0
    max_retries: int = 2
    deadline: float | None = None
    latency: float = 0.0
    streamed: bool = False
    content: bytes = b"{}"
    set: dict[str, Any] = field(default_factory=dict)
    budget: RetryBudget = field(default_factory=RetryBudget)
    clock: SteppedClock = field(default_factory=SteppedClock)

    def call(
        self,
        outcomes: Sequence[Outcome],
        method: str = "GET",
        *,
        key: bool = False,
        **said: Any,
    ) -> Course:
        """Make a call whose attempts have these outcomes, the last one again and again; ``said`` is
        what the call says otherwise than usual."""
        course, script, started = Course(), iter(outcomes), self.clock.now()
        flow = self._flow(method, key=key, **said)
        self._drive(flow, script, outcomes[-1], course)
        course.tokens = self.budget.tokens
        course.seconds = self.clock.now() - started
        return course

    def _drive(
        self, flow: CallFlow, script: Iterator[Outcome], last: Outcome, course: Course
    ) -> None:
        steps = flow.run()
        step = next(steps)
        while True:
            try:
                match step:
                    case Send(request):
                        course.requests.append(request)
                        self.clock.moment += self.latency
                        outcome = next(script, last)
                        if isinstance(outcome, type):
                            step = steps.throw(outcome("simulated"))
                            continue
                        answer: Any = _answer(outcome, request)
                    case Read():
                        course.reads.append(step)
                        answer = self.content
                    case Sleep(seconds):
                        course.sleeps.append(seconds)
                        self.clock.sleep(seconds)
                        answer = None
                    case Close():
                        answer = None
                step = steps.send(answer)
            except StopIteration as done:
                if isinstance(done.value, GiveUp):
                    course.error = done.value.error
                else:
                    course.reply = done.value
                return

    def _flow(self, method: str, *, key: bool, **said: Any) -> CallFlow:
        used = settings(**self.set)
        usual: dict[str, Any] = {
            "url": "https://api.acme.test/v1/x",
            "params": {},
            "headers": {},
            "body": None,
            "timeout": 60.0,
            "template": "/x",
            "max_retries": self.max_retries,
            "deadline": self.deadline,
            "is_idempotent": key,
        }
        call = Call(method=method, **{**usual, **said})
        return CallFlow(
            call=call,
            settings=used,
            rules=RetryRules(self.max_retries, random_fraction=lambda: self.fraction),
            budget=self.budget,
            watch=Watch(CallLog(used), "/x", (), self.clock.now),
            hooks=Hooks(),
            policies=Policies(clock=self.clock),
            streamed=self.streamed,
        )


def _answer(outcome: int | tuple[int, dict[str, str]], request: Any) -> httpx2.Response:
    status, headers = outcome if isinstance(outcome, tuple) else (outcome, {})
    sent = httpx2.Request(request.method, request.url)
    return httpx2.Response(status, headers=headers, request=sent)
