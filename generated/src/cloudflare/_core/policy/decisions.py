"""What is decided after an attempt that failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .errors import APIError


@dataclass(frozen=True, slots=True)
class Retry:
    """Send the call again after some seconds."""

    after: float


@dataclass(frozen=True, slots=True)
class GiveUp:
    """End the call with an error; its ``__cause__`` is set where there is one."""

    error: APIError


Decision: TypeAlias = Retry | GiveUp
