"""When Python's cyclic garbage collector runs while something is compiled.

A compiler makes millions of objects that stay, and few cycles. By the usual thresholds the collector
looks through all of them again and again: for github's description (1,223 operations) 7.8 s of
27 s of CPU, nearly all in 17 full collections. With these thresholds it takes 1.9 s and 5 MB more
than 327 MB; without any collector 126 MB more. Loading the compiler makes objects that stay, too, which is
why short commands begin with it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (5_000, 10, 1_000)
"""Young objects are looked through as often as it takes to find the cycles among them before they
grow old; old ones hardly ever."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Has the collector run seldom; as usual again afterwards, for what serves for hours."""
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def not_collecting() -> Iterator[None]:
    """Has no collector run, where nearly all that is made stays until the end: syntax trees."""
    is_usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_usual:
            gc.enable()
