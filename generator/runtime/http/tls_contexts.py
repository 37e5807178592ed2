"""TLS contexts that trust what the system or the environment names, shared while that stays the same."""

from __future__ import annotations

import os
import ssl
from functools import lru_cache

import httpx2

_Place = tuple[str, int, int]


def tls_context(*, trust_env: bool) -> ssl.SSLContext:
    """A TLS context for HTTP/1.1; making one takes tens of milliseconds.

    Clients share it within a process, until other certificates are named by ``SSL_CERT_FILE`` or
    ``SSL_CERT_DIR``, which count with ``trust_env`` only, or are in the same place.
    """
    named = [os.environ.get(n) for n in ("SSL_CERT_FILE", "SSL_CERT_DIR") if trust_env]
    usual = ssl.get_default_verify_paths()
    places = (*named, usual.openssl_cafile, usual.openssl_capath)
    state = tuple(_state(place) for place in places if place)
    return _made(os.getpid(), trust_env, os.environ.get("SSLKEYLOGFILE"), state)


@lru_cache(maxsize=8)
def _made(
    pid: int, trust_env: bool, key_log: str | None, state: tuple[_Place, ...]
) -> ssl.SSLContext:
    context = httpx2.create_ssl_context(trust_env=trust_env)
    context.set_alpn_protocols(["http/1.1"])
    return context


def _state(path: str) -> _Place:
    """A path and what changes with the files there."""
    try:
        found = os.stat(path)
    except OSError:
        return path, 0, 0
    return path, found.st_mtime_ns, found.st_ino
