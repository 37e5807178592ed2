"""An HTTP client with the interface of httpx2 and aiohttp underneath."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import httpx2

from ..http.default_clients import (
    DEFAULT_CONNECTION_LIMITS,
    DEFAULT_TIMEOUT,
    AsyncSwitch,
    Routes,
)
from ..http.interception import AWAITED, is_replaced_on

_FOR_THE_TRANSPORT = ("verify", "cert", "proxy", "limits", "trust_env")


class DefaultAioHttpClient(httpx2.AsyncClient):
    """An HTTP client with this package's defaults that sends with aiohttp.

    Takes the options of ``httpx2.AsyncClient``; HTTP/2 is not among them. Pass it as
    ``http_client`` and close it yourself.

    Raises:
        RuntimeError: aiohttp is not installed.
    """

    usual_timeout = DEFAULT_TIMEOUT

    def __init__(self, **options: Any) -> None:
        try:
            # by its name, so that no type checker has to read aiohttp
            self._transports: Any = import_module(".transport", __package__)
        except ModuleNotFoundError as error:
            raise RuntimeError(
                "To use the aiohttp client you must have installed the package with the "
                "`aiohttp` extra"
            ) from error
        known: dict[str, Any] = {
            "timeout": DEFAULT_TIMEOUT,
            "limits": DEFAULT_CONNECTION_LIMITS,
            "follow_redirects": False,
            **options,
        }
        super().__init__(**known)
        self._routes = Routes[Any](type(self), AWAITED)
        self._is_plain = options.keys() <= {"timeout", *_FOR_THE_TRANSPORT}
        self._untouched = self._additions()

    def direct(self, url: str) -> Any:
        """What sends a request to a URL past httpx2; None if headers, parameters, cookies,
        credentials or hooks were added to this client, functions were replaced on it, or
        httpx2 has to send it."""
        if not self._is_plain or self._additions() != self._untouched:
            return None
        return self._routes.find(self, url)

    def _additions(self) -> tuple[Any, ...]:
        hooks = sum(map(len, self.event_hooks.values()))
        instances = (self, self._transport, *self._mounts.values())
        replaced = any(i is not None and is_replaced_on(i) for i in instances)
        added = len(self.cookies), self.auth, hooks, replaced
        return self.headers.raw, self.params, *added

    def _init_transport(self, *args: Any, **options: Any) -> httpx2.AsyncBaseTransport:
        if options.get("transport") is not None:
            return super()._init_transport(*args, **options)
        return self._switch(options)

    def _init_proxy_transport(
        self, proxy: httpx2.Proxy, *args: Any, **options: Any
    ) -> httpx2.AsyncBaseTransport:
        return self._switch({"proxy": proxy, **options})

    def _switch(self, options: dict[str, Any]) -> AsyncSwitch:
        """Sends with aiohttp, or with httpx2 while that is intercepted."""
        named = {n: options[n] for n in _FOR_THE_TRANSPORT if n in options}
        own = self._transports.AiohttpTransport(**named)
        own.opener.encodings = self.headers.get("Accept-Encoding", "identity")
        return AsyncSwitch(own, options)
