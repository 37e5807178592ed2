"""Which pages may read the mock's responses (CORS, WHATWG Fetch 3.2).

Pages of this machine may, and those of the origins that were named; the description behind a mock
need not be public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from werkzeug.wrappers import Request

ANY = "*"
_LOCAL = re.compile(
    r"https?://(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?"
)


class Origins:
    """The origins whose pages may ask."""

    def __init__(self, named: Iterable[str] = ()) -> None:
        self._named = frozenset(origin.rstrip("/").lower() for origin in named)
        self._hosts = frozenset(
            _without_port(o.partition("://")[2]) for o in self._named
        )

    def is_preflight(self, request: Request) -> bool:
        """Whether a browser asks if it may send a request (WHATWG Fetch 3.2.2)."""
        headers = request.headers
        return (
            request.method == "OPTIONS"
            and "Origin" in headers
            and "Access-Control-Request-Method" in headers
        )

    def headers(self, request: Request) -> Mapping[str, str]:
        """What a response to a request says about who may read it.

        A star for headers does not mean ``Authorization``, which is therefore named.
        """
        origin = request.headers.get("Origin")
        if origin is None or not self._allows(origin):
            return {"Vary": "Origin"}
        allowed = {
            "Access-Control-Allow-Origin": origin,
            "Access-Control-Expose-Headers": "*",
            "Vary": "Origin",
        }
        if self.is_preflight(request):
            allowed["Access-Control-Allow-Methods"] = request.headers[
                "Access-Control-Request-Method"
            ]
            allowed["Access-Control-Allow-Headers"] = "Authorization, *"
            allowed["Access-Control-Allow-Private-Network"] = "true"
        return allowed

    def names(self, host: str) -> bool:
        """Whether a ``Host`` header names this machine or the host of a named origin.

        A page may ask this machine under a name of its own site, as if that were here (DNS rebinding).
        """
        is_local = _LOCAL.fullmatch(f"http://{host.lower()}") is not None
        return (
            is_local or ANY in self._named or _without_port(host.lower()) in self._hosts
        )

    def _allows(self, origin: str) -> bool:
        found = origin.lower()
        is_local = _LOCAL.fullmatch(found) is not None
        return is_local or found in self._named or ANY in self._named


def _without_port(host: str) -> str:
    return re.sub(r":\d+$", "", host)
