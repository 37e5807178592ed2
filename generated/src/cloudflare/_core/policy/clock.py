"""Time as the policies see it. A test passes in a clock of its own."""

from __future__ import annotations

import time


class Clock:
    """Monotonic time in seconds, and waiting."""

    def now(self) -> float:
        """Seconds since some moment; only differences mean something."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait, in the synchronous client."""
        time.sleep(seconds)

    async def async_sleep(self, seconds: float) -> None:
        """Wait, in the asynchronous client."""
        import anyio

        await anyio.sleep(seconds)
