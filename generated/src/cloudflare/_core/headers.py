"""Headers: merging without regard to case, and what no header may hold (RFC 9110, section 5)."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Mapping
from functools import cache

from .query import scalar
from .sentinels import NotGiven, Omit, omit

HeaderMap = dict[str, tuple[str, str | Omit]]
"""Lower-case name to name and value; ``omit`` remembers that a header is not wanted."""

_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_VALUE = re.compile(r"[\t\x20-\x7e]*")


def add_headers(target: HeaderMap, headers: Mapping[str, object]) -> None:
    """Put headers into a map, each replacing one of the same name.

    Raises:
        ValueError: a name is not a token, or a value has a control character or a letter
            outside ASCII; the text does not show the value.
    """
    for name, value in headers.items():
        if value is None or isinstance(value, NotGiven):
            continue
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not a header name")
        if isinstance(value, Omit):
            target[name.lower()] = (name, value)
            continue
        text = scalar(name, value)
        if not _VALUE.fullmatch(text):
            raise ValueError(
                f"the value of the header {name} has a line break, another control character "
                "or a letter outside ASCII in it"
            )
        target[name.lower()] = (name, text)


def wire_headers(headers: HeaderMap) -> dict[str, str]:
    """The headers that are sent."""
    return {name: value for name, value in headers.values() if isinstance(value, str)}


def unwanted_headers(headers: HeaderMap) -> tuple[str, ...]:
    """The lower-case names of headers that must not be sent, also not by the HTTP library."""
    return tuple(n for n, (_, value) in headers.items() if isinstance(value, Omit))


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
        "X-Stainless-Arch": _ARCHITECTURES.get(platform.machine().lower(), "unknown"),
        "X-Stainless-Runtime": sys.implementation.name.replace("cpython", "CPython"),
        "X-Stainless-Runtime-Version": platform.python_version(),
        "X-Stainless-Async": "async:asyncio" if is_async else "false",
    }


_OS = {"linux": "Linux", "darwin": "MacOS", "win32": "Windows", "freebsd": "FreeBSD"}
_ARCHITECTURES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
