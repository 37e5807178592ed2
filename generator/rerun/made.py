"""What there is in a client, in numbers: for the last line of a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Made(Struct, frozen=True):
    """How much of what was made; ``paged`` are the methods with pages that no configuration names.

    ``described`` is the number of operations in the description; ``left_out`` tells how many of them
    no method calls, by the reason.
    """

    resources: int
    methods: int
    paged: int
    types: int
    described: int
    left_out: Mapping[str, int]


def load_made(values: Mapping[str, Any]) -> Made:
    """What a record says of a client; raises ValueError or TypeError if that cannot be ours."""
    made = Made(**values)
    left_out = made.left_out
    if not isinstance(left_out, dict) or not all(map(str.isprintable, left_out)):
        raise ValueError("the reasons are not texts for a terminal")
    counts = (made.resources, made.methods, made.paged, made.types, made.described)
    if not all(type(count) is int for count in (*counts, *left_out.values())):
        raise ValueError("what is counted has no numbers")
    return made
