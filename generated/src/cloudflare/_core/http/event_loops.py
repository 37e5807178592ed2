"""Which event loop code runs in."""

from __future__ import annotations

import asyncio


def running_loop() -> asyncio.AbstractEventLoop | None:
    """The event loop of asyncio; None under another library, which has one loop a thread."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
