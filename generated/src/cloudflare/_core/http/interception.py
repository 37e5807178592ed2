"""Whether another package intercepts what httpx2 sends.

Packages that mock, record, trace or report HTTP (respx, pytest-httpx, VCR.py, OpenTelemetry, Sentry)
replace functions of httpx2, or of httpcore2 below it. A request over our own connections passes
none of them, so these connections are used only while each function is the one that httpx2 itself
defines. A replacement may come and go at any time: it is looked for before each request.
"""

from __future__ import annotations

import sys
from types import FunctionType

import httpx2

_DEFINING = frozenset(("httpx2", "httpcore2"))
_REPLACED = object()

Methods = tuple[type | str, tuple[str, ...]]
"""A class, or the name of one in httpcore2 (which is imported late), and some of its functions."""

CLIENT = (
    "send",
    "build_request",
    "_send_handling_auth",
    "_send_handling_redirects",
    "_send_single_request",
    "_transport_for_url",
)
"""What a request passes in a client, synchronous or not."""

BLOCKING: tuple[Methods, ...] = (
    (httpx2.HTTPTransport, ("__init__", "handle_request")),
    ("ConnectionPool", ("__init__", "handle_request")),
    ("HTTPConnection", ("handle_request",)),
    ("SyncBackend", ("connect_tcp",)),
)
"""What a request passes below a client."""

AWAITED: tuple[Methods, ...] = (
    (httpx2.AsyncHTTPTransport, ("__init__", "handle_async_request")),
    ("AsyncConnectionPool", ("__init__", "handle_async_request")),
    ("AsyncHTTPConnection", ("handle_async_request",)),
    ("AnyIOBackend", ("connect_tcp",)),
)
"""What a request passes below an asynchronous client."""

_OF_INSTANCES = frozenset((*CLIENT, "handle_request", "handle_async_request"))


class Functions:
    """Some functions of httpx2 and httpcore2, by the classes that have or inherit them."""

    def __init__(self, *methods: Methods) -> None:
        self._methods = methods
        self._known: list[tuple[type, str, object]] = []
        self._awaited: str | None = "httpx2"
        """The module that brings functions which are not known yet."""

    def are_original(self) -> bool:
        """Whether each is what httpx2 or httpcore2 defines under its name."""
        for owner, name, original in self._known:
            if getattr(owner, name) is not original:
                return self._examine()
        return self._awaited not in sys.modules or self._examine()

    def _examine(self) -> bool:
        """Look at all functions closely, and remember the original ones."""
        httpcore = sys.modules.get("httpcore2")
        known: list[tuple[type, str, object]] = []
        for owner, names in self._methods:
            if isinstance(owner, type):
                known += [(owner, name, _original(owner, name)) for name in names]
            elif httpcore is not None:
                kind = getattr(httpcore, owner)
                known += [(kind, name, _original(kind, name)) for name in names]
        self._known = known
        self._awaited = "httpcore2" if httpcore is None else None
        return all(function is not _REPLACED for _, _, function in known)


def is_replaced_on(instance: object) -> bool:
    """Whether an instance, say of a client or a transport, has such a function of its own."""
    return not _OF_INSTANCES.isdisjoint(vars(instance))


def _original(owner: type, name: str) -> object:
    """The function of a class if httpx2 or httpcore2 defines it there, else ``_REPLACED``.

    A wrapper may pretend to be the function that it wraps, in ``__module__``, ``__qualname__``,
    ``__class__`` and comparisons; its type, globals and code are its own.
    """
    function = getattr(owner, name)
    if type(function) is not FunctionType:
        return _REPLACED
    package = str(function.__globals__.get("__name__")).partition(".")[0]
    _, _, defined = function.__code__.co_qualname.rpartition(".")
    return function if package in _DEFINING and defined == name else _REPLACED
