"""What there is in a client, in numbers: for the last line of a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
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
