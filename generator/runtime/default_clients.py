"""The HTTP clients that are used by default, to be changed and passed as ``http_client``."""

from __future__ import annotations

import os
import ssl
from functools import cache
from typing import Any, TypeAlias
from urllib.request import getproxies

import httpx2

from .asyncio_transport import AsyncioTransport
from .blocking_transport import BlockingTransport

Timeout = httpx2.Timeout
Transport = httpx2.BaseTransport
ProxiesTypes: TypeAlias = "httpx2.Proxy | str | None"


def default_timeout(seconds: float) -> httpx2.Timeout:
    """The time-out of each phase of a call; to connect takes five seconds at most."""
    return httpx2.Timeout(seconds, connect=min(seconds, 5.0))


DEFAULT_TIMEOUT = default_timeout(60.0)
DEFAULT_CONNECTION_LIMITS = httpx2.Limits(
    max_connections=100, max_keepalive_connections=20
)


@cache
def tls_context(pid: int) -> ssl.SSLContext:
    """The TLS context of a process: making one takes tens of milliseconds."""
    context = httpx2.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


def _defaults(options: dict[str, Any]) -> dict[str, Any]:
    known: dict[str, Any] = {
        "timeout": DEFAULT_TIMEOUT,
        "limits": DEFAULT_CONNECTION_LIMITS,
        "follow_redirects": False,
        "verify": True,
        **options,
    }
    if known["verify"] is False:
        known["verify"] = httpx2.create_ssl_context(verify=False)
    elif known["verify"] is True and not options.keys() & {
        "cert",
        "transport",
        "http2",
    }:
        known["verify"] = tls_context(os.getpid())
    return known


class DefaultHttpxClient(httpx2.Client):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``.

    ``own_transport`` sends all its requests; None where an option or a proxy is in the way.
    """

    usual_timeout = DEFAULT_TIMEOUT

    def __init__(self, **options: Any) -> None:
        known = _defaults(options)
        own = None if _is_changed(known) else BlockingTransport(known)
        if own is not None:
            known["mounts"] = {"all://": own}
        super().__init__(**known)
        if own is not None:
            own.opener.encodings = self.headers.get("Accept-Encoding", "identity")
        self.own_transport = None if _is_proxied(known) else own


class DefaultAsyncHttpxClient(httpx2.AsyncClient):
    """An HTTP client with this package's defaults, to be changed and passed as ``http_client``.

    ``own_transport`` sends all its requests; None where an option or a proxy is in the way.
    """

    usual_timeout = DEFAULT_TIMEOUT

    def __init__(self, **options: Any) -> None:
        known = _defaults(options)
        own = None if _is_changed(known) else AsyncioTransport(known)
        if own is not None:
            known["mounts"] = {"all://": own}
        super().__init__(**known)
        if own is not None:
            own.opener.encodings = self.headers.get("Accept-Encoding", "identity")
        self.own_transport = None if _is_proxied(known) else own


def _is_changed(options: dict[str, Any]) -> bool:
    """Whether options ask for another transport than ours."""
    others = ("transport", "proxy", "mounts", "cert", "uds")
    by_environment = options.get("trust_env", True) and "all" in getproxies()
    other_protocol = options.get("http2", False) or not options.get("http1", True)
    return (
        by_environment
        or other_protocol
        or not isinstance(options["verify"], ssl.SSLContext)
        or any(options.get(name) is not None for name in others)
    )


def _is_proxied(options: dict[str, Any]) -> bool:
    """Whether the environment names a proxy for some requests."""
    return options.get("trust_env", True) and bool(getproxies().keys() - {"no"})
