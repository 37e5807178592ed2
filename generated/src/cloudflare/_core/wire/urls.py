"""URLs: the base address, path templates, and what may stand in a path (RFC 3986, section 3.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urlsplit

from .sentinels import Omit

if TYPE_CHECKING:
    from .param_styles import ParamStyle

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_SEGMENT_SAFE = "!$&'()*+,;=:@"
_PLAIN = re.compile(r"[A-Za-z0-9_~-]+")
"""What stands in a path as it is, and makes no segment of dots."""

_DOTS = frozenset((".", ".."))


def fill_path(
    template: str,
    values: Mapping[str, object],
    styles: Mapping[str, ParamStyle] | None = None,
) -> str:
    """The path of a template; each value is one segment or a part of one.

    A parameter that has a style of its own is written in it.

    Raises:
        ValueError: a value is empty, or a segment comes out as ``.`` or ``..``, which servers
            and clients resolve to another path.
    """

    def encoded(match: re.Match[str]) -> str:
        name, value = match[1], values[match[1]]
        if type(value) is str and _PLAIN.fullmatch(value) and name not in styled:
            return value
        is_missing = value is None or isinstance(value, Omit)
        if is_missing or value == "" or value in ([], (), {}):
            shown = value if is_missing else ""
            raise ValueError(
                f"Expected a non-empty value for `{name}` but received {shown!r}"
            )
        if name in styled:
            return styled[name].in_path(name, value)
        text = value if isinstance(value, str) else _text(name, value)
        return quote(text, safe=_SEGMENT_SAFE, errors="strict")

    styled = styles or {}
    path = _PLACEHOLDER.sub(encoded, template)
    if "." not in path and "%2" not in path:
        return path
    for segment in path.split("/"):
        if unquote(segment) in _DOTS:
            raise ValueError(
                f"Constructed path {path!r} contains dot-segment {segment!r}, which is not allowed"
            )
    return path


def _text(name: str, value: object) -> str:
    from .scalars import scalar

    return scalar(name, value)


def check_base_url(url: str) -> str:
    """The base URL with a slash at its end.

    Raises:
        ValueError: it is not an absolute http or https URL, or it holds credentials.
    """
    if not url.isprintable() or " " in url:
        raise ValueError("base_url has white space or a control character in it")
    parts = urlsplit(url)
    if "@" in parts.netloc or "@" in parts.path.partition("/")[0]:
        raise ValueError("base_url must not hold a user name or password")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(
            f"base_url must start with http:// or https:// and name a host, not {url!r}"
        )
    if not _has_valid_port(parts):
        raise ValueError(f"base_url has a port that does not exist: {url!r}")
    if parts.query or parts.fragment:
        raise ValueError("base_url must not hold a query or a fragment")
    return url if url.endswith("/") else f"{url}/"


def check_url(url: str) -> str:
    """An absolute URL that a call may be sent to.

    Raises:
        ValueError: it is invalid, or it contains credentials.
    """
    parts = urlsplit(url)
    if not parts.hostname or "@" in parts.netloc or not _has_valid_port(parts):
        raise ValueError(
            "the URL names no host, holds a user name, or has no valid port"
        )
    return url


def _has_valid_port(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False


def origin_of(url: str) -> tuple[str, str | None, int | None]:
    """Scheme, host and port of a URL (RFC 6454, section 4), as far as it has them.

    Raises:
        ValueError: it is not a URL.
    """
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, port
