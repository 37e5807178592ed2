"""Where a redirect leads, and what goes along (RFC 9110, section 15.4)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from .call import Call

MOST_REDIRECTS = 20
_STATUSES = frozenset((301, 302, 303, 307, 308))
_TO_GET = {301: ("POST",), 302: ("POST",), 303: ("POST", "PUT", "PATCH", "DELETE")}
"""Methods that become GET, by status; the others are repeated as they are."""


class RefusedRedirect(Exception):
    """A redirect that is not followed; the message says to what."""


def is_redirect(response: Any) -> bool:
    """Whether a response (``httpx2.Response``) sends the call elsewhere."""
    return response.status_code in _STATUSES and "location" in response.headers


def redirected(call: Call, status: int, location: str, secrets: frozenset[str]) -> Call:
    """The call to where a redirect leads; credentials stay behind at another origin.

    Raises:
        RefusedRedirect: it leads to no URL, to one with a user name, or away from https.
    """
    try:
        target = urljoin(call.url, location)
        parts = urlsplit(target)
        moved = call.to(target, secrets)
    except ValueError:
        raise RefusedRedirect("to an invalid URL") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise RefusedRedirect("to a URL that is not http or https")
    if "@" in parts.netloc:
        raise RefusedRedirect("to a URL with a user name")
    if call.url.startswith("https:") and parts.scheme == "http":
        raise RefusedRedirect("from https to http")
    return moved.as_get() if call.method in _TO_GET.get(status, ()) else moved
