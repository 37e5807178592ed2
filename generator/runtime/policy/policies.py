"""What the policies of a client depend on apart from its settings: clock, randomness, limits."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from ..wire.limits import LARGEST_BODY, LARGEST_ERROR_BODY
from .clock import Clock


@dataclass(frozen=True, slots=True)
class Policies:
    """One value for a client and its copies.

    ``random_fraction`` gives numbers in [0, 1) for jitter. The limits are in bytes of a decoded
    body, and in empty pages in a row.
    """

    clock: Clock = field(default_factory=Clock)
    random_fraction: Callable[[], float] = random.random
    largest_body: int = LARGEST_BODY
    largest_error_body: int = LARGEST_ERROR_BODY
    most_empty_pages: int = 100


DEFAULT_POLICIES = Policies()
