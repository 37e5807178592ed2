"""Headers: merging without regard to case, and what no header may hold (RFC 9110, section 5)."""

from __future__ import annotations

import os
import sys
from functools import cache

from .sentinels import NotGiven, Omit, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

HeaderMap = dict[str, tuple[str, str | Omit]]
"""Lower-case name to name and value; ``omit`` remembers that a header is not wanted."""

FRAMING = frozenset(("content-length", "transfer-encoding"))
"""What tells where a body ends (RFC 9112, section 6), in lower case."""

_TOKEN = frozenset(
    "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)


def add_headers(target: HeaderMap, headers: Mapping[str, object]) -> None:
    """Put headers into a map, each replacing one of the same name.

    Raises:
        ValueError: a name is not a token, or a value has a control character or a letter
            outside ASCII; the text does not show the value.
    """
    for name, value in headers.items():
        if value is None or isinstance(value, NotGiven):
            continue
        if not is_name(name):
            raise ValueError(f"{name!r} is not a header name")
        if isinstance(value, Omit):
            target[name.lower()] = (name, value)
            continue
        text = _text(name, value)
        if not (text.isascii() and text.replace("\t", " ").isprintable()):
            raise ValueError(
                f"the value of the header {name} has a line break, another control character "
                "or a letter outside ASCII in it"
            )
        target[name.lower()] = (name, text)


def is_name(name: str) -> bool:
    """Whether a text is the name of a header: a token (RFC 9110, section 5.6.2)."""
    return bool(name) and _TOKEN.issuperset(name)


def _text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    from .scalars import scalar

    return scalar(name, value)


def wire_headers(headers: HeaderMap) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers that are sent, and the lower-case names of those that must not be sent, also
    not by the HTTP library."""
    sent: dict[str, str] = {}
    unwanted: tuple[str, ...] = ()
    for key, (name, value) in headers.items():
        if isinstance(value, Omit):
            unwanted += (key,)
        else:
            sent[name] = value
    return sent, unwanted


def is_sent(name: str, headers: HeaderMap) -> bool:
    """Whether the header of a name goes out."""
    _, value = headers.get(name.lower(), (name, omit))
    return isinstance(value, str)


@cache
def platform_headers(version: str, *, is_async: bool) -> dict[str, str]:
    """What the request says about the program that sends it."""
    return {
        "X-Stainless-Lang": "python",
        "X-Stainless-Package-Version": version,
        "X-Stainless-OS": _OS.get(sys.platform, "Unknown"),
        "X-Stainless-Arch": _ARCHITECTURES.get(_machine(), "unknown"),
        "X-Stainless-Runtime": sys.implementation.name.replace("cpython", "CPython"),
        "X-Stainless-Runtime-Version": sys.version.partition(" ")[0],
        "X-Stainless-Async": "async:asyncio" if is_async else "false",
    }


def _machine() -> str:
    """The processor's kind, in lower case."""
    if hasattr(os, "uname"):
        return os.uname().machine.lower()
    import platform

    return platform.machine().lower()


_OS = {"linux": "Linux", "darwin": "MacOS", "win32": "Windows", "freebsd": "FreeBSD"}
_ARCHITECTURES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
