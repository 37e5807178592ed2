"""A request as it is sent.

Every client makes requests, so that no import here may cost time: the class is written out.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .sources import Source
    from .timeouts import TimeoutOption


SAFE_METHODS = frozenset(("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"))
"""Methods that may be repeated: idempotent ones (RFC 9110, section 9.2.2)."""


class WireRequest:
    """One attempt as it goes out; ``unwanted`` are headers that must not be sent at all.

    A request ``is_framed`` if its headers decide about the length of its body. One that
    ``is_idempotent`` may be repeated for any method; ``auth`` adds a token to it at the origin of
    the API, unless the client has an auth of its own. Its ``repr`` shows neither the URL nor
    headers or body, which may carry a secret.
    """

    __slots__ = (
        "auth",
        "body",
        "headers",
        "is_framed",
        "is_idempotent",
        "method",
        "seconds_left",
        "timeout",
        "unwanted",
        "url",
    )

    def __init__(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: Source | None,
        timeout: TimeoutOption,
        seconds_left: float | None,
        unwanted: tuple[str, ...] = (),
        is_framed: bool = False,
        is_idempotent: bool = False,
        auth: Any = None,
    ) -> None:
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.seconds_left = seconds_left
        self.unwanted = unwanted
        self.is_framed = is_framed
        self.is_idempotent = is_idempotent
        self.auth = auth

    def __repr__(self) -> str:
        return f"WireRequest(method={self.method!r}, timeout={self.timeout!r})"
