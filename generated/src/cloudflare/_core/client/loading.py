"""Imports what a first call needs, once, and without blocking an event loop meanwhile.

A local ``import`` of what is loaded already takes half a microsecond, a cached function a tenth.
"""

from __future__ import annotations

import sys
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from ..policy.call import Call
    from ..wire.param_styles import ParamStyle

    FillPath = Callable[
        [str, Mapping[str, object], Mapping[str, ParamStyle] | None], str
    ]

_MODULE = f"{__package__}.perform"


@cache
def performer() -> Any:
    """The function ``perform``."""
    from .perform import perform

    return perform


def async_performer() -> Any:
    """The function ``aperform``, or one that imports it first."""
    return _awaiting_performer() if _MODULE in sys.modules else _load_and_perform


@cache
def _awaiting_performer() -> Any:
    from .perform import aperform

    return aperform


@cache
def call_class() -> type[Call]:
    """The class of what is sent."""
    from ..policy.call import Call

    return Call


@cache
def path_filler() -> FillPath:
    """The function ``fill_path``."""
    from ..wire.urls import fill_path

    return fill_path


async def _load_and_perform(*arguments: Any) -> Any:
    import asyncio
    from importlib import import_module

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # the event loop is not that of asyncio
        pass
    else:
        await loop.run_in_executor(None, import_module, _MODULE)
    return await _awaiting_performer()(*arguments)
