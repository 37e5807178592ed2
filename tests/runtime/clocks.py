"""A clock that only moves when something waits, so that no test has to measure time."""

from __future__ import annotations

from dataclasses import dataclass, field

import anyio

from generator.runtime.policy.clock import Clock


@dataclass
class SteppedClock(Clock):
    """``slept`` are the seconds of each wait."""

    moment: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.moment

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.moment += seconds

    async def async_sleep(self, seconds: float) -> None:
        self.sleep(seconds)
        await anyio.sleep(0)
