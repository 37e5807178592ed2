"""Strings that a schema may accept: by format, by pattern, by length."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

import rstr

from ..ir import FORMATS
from .layers import Layers

_TRIES = 12
_LONGEST = 100_000


def candidates(layers: Layers, name: str) -> Iterator[str]:
    """Strings to try, the likeliest first; ``name`` is what the value is called."""
    for given in layers.texts("format"):
        known = FORMATS.get(given)
        if known is not None and known.sample is not None:
            yield known.sample
    patterns = layers.texts("pattern")
    for pattern in patterns:
        yield from of_pattern(pattern)
    if len(patterns) < 2:
        yield _of_length(name or "text", layers)


@cache
def of_pattern(pattern: str) -> tuple[str, ...]:
    """Strings that match a pattern, the shortest first; none where Python cannot read it."""
    source = rstr.Rstr(random.Random(pattern))
    try:
        found = {source.xeger(pattern) for _ in range(_TRIES)}
    except Exception:  # the library may raise any exception
        return ()
    return tuple(
        sorted(found, key=lambda text: (not text.isprintable(), len(text), text))
    )


def _of_length(text: str, layers: Layers) -> str:
    shortest = min(int(layers.bound("minLength", max) or 0), _LONGEST)
    longest = layers.bound("maxLength", min)
    if len(text) < shortest:
        text = (f"{text}_" * shortest)[:shortest]
    return text if longest is None else text[: int(longest)]
