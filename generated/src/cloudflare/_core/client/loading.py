"""Imports what a first call needs, without blocking an event loop meanwhile."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MODULE = f"{__package__}.perform"


def async_performer() -> Any:
    """The function ``aperform``, or one that imports it first."""
    if _MODULE not in sys.modules:
        return _load_and_perform
    from .perform import aperform

    return aperform


async def _load_and_perform(*arguments: Any) -> Any:
    import asyncio
    from importlib import import_module

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # the event loop is not that of asyncio
        pass
    else:
        await loop.run_in_executor(None, import_module, _MODULE)
    from .perform import aperform

    return await aperform(*arguments)
