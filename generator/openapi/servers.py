"""Where an API is: addresses with their variables filled in, relative ones resolved.

Knows the keys of a Server Object (OpenAPI 3.2, 4.6) and what a client can use as a base URL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from .cursor import Cursor
from .model import Server

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = re.compile(r"""[ "<>\\^`{|}]""")
"""What no URI may hold (RFC 3986, 2)."""
_HOST = re.compile(r"[\w-]+(\.[\w-]+)*\.?|[0-9a-f:.]+")


def read_servers(holder: Cursor, base: str | None) -> Iterator[Server]:
    """The servers listed at a part of a description.

    ``base`` is the URL of the document, if it is known: relative ones start there.
    """
    servers = holder.at("servers")
    for stated in servers.items() if servers else ():
        template = stated.text("url")
        if template:
            yield server(_filled(template.strip(), stated), stated, base)


def server(url: str, stated: Cursor, base: str | None) -> Server:
    """A server by its URL, whose variables are filled in."""
    whole = _joined(base, url) if base else url
    return Server(stated.origin, whole, is_usable=_is_usable(whole))


def _filled(template: str, stated: Cursor) -> str:
    """The URL with each variable's default, or else the first of the values it may have."""
    variables = stated.at("variables")

    def value(match: re.Match[str]) -> str:
        variable = variables.at(match[1]) if variables else None
        if variable is None:
            return match[0]
        known = (variable.text("default"), *variable.strings("enum"))
        return next((value for value in known if value is not None), match[0])

    return _VARIABLE.sub(value, template)


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _is_usable(url: str) -> bool:
    """Whether a client can call the URL as it is: http or https, a host, no more than a path."""
    if not url.isprintable() or _FORBIDDEN.search(url):
        return False
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or port == 0:
        return False
    if not _HOST.fullmatch(parts.hostname or ""):
        return False
    return not ("@" in parts.netloc or parts.query or parts.fragment)
