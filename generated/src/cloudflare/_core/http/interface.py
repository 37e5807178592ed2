"""What the rest of the library needs of HTTP: three methods, behind which it could be replaced.

A response is one of the httpx family, or looks like it: ``status_code``, ``headers``, and a ``close``
or ``aclose`` of its own.
"""

from __future__ import annotations

from typing import Any, Protocol

from ..wire.request import WireRequest
from .owner import Owner


class Http(Protocol):
    """HTTP that blocks; safe to use from many threads."""

    def send(self, request: WireRequest, owner: Owner) -> Any:
        """The response to a request, its body unread.

        Raises:
            httpx2.TransportError: there was none.
        """

    def read(
        self, response: Any, limit: int, seconds_left: float | None, *, cut: bool
    ) -> bytes:
        """The decoded body of a response, which is closed then; beyond ``limit`` bytes it is cut
        off if ``cut``, else refused.

        Raises:
            httpx2.TransportError: the body broke off.
            TooLarge: it exceeds the limit.
            OutOfTime: it took more than ``seconds_left``.
        """
        ...

    def close(self) -> None:
        """Close what was opened here."""


class AsyncHttp(Protocol):
    """The same, awaited."""

    async def send(self, request: WireRequest, owner: Owner) -> Any:
        """See ``Http``."""

    async def read(
        self, response: Any, limit: int, seconds_left: float | None, *, cut: bool
    ) -> bytes:
        """See ``Http``."""
        ...

    async def close(self) -> None:
        """See ``Http``."""
