"""Strings that a schema may accept: by format, by pattern, by length."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import FORMATS
from ..sample import texts_matching
from .layers import Layers

_LONGEST = 100_000


def candidates(layers: Layers, name: str) -> Iterator[str]:
    """Strings to try, the likeliest first; ``name`` is what the value is called."""
    for given in layers.texts("format"):
        known = FORMATS.get(given)
        if known is not None and known.sample is not None:
            yield known.sample
    patterns = layers.texts("pattern")
    for pattern in patterns:
        yield from texts_matching(pattern)
    if len(patterns) < 2:
        yield _of_length(name or "text", layers)


def _of_length(text: str, layers: Layers) -> str:
    shortest = min(int(layers.bound("minLength", max) or 0), _LONGEST)
    longest = layers.bound("maxLength", min)
    if len(text) < shortest:
        text = (f"{text}_" * shortest)[:shortest]
    return text if longest is None else text[: int(longest)]
