"""A request as it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .sources import Source
    from .timeouts import TimeoutOption


SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"))
"""Methods that may be repeated: idempotent ones (RFC 9110, section 9.2.2)."""


@dataclass(slots=True)
class WireRequest:
    """One attempt as it goes out; ``unwanted`` are headers that must not be sent at all.

    A request ``is_framed`` if its headers decide about the length of its body. One that
    ``is_idempotent`` may be repeated whatever its method.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: Source | None = field(repr=False)
    timeout: TimeoutOption
    seconds_left: float | None
    unwanted: tuple[str, ...] = ()
    is_framed: bool = False
    is_idempotent: bool = False
