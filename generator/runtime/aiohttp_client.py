"""An HTTP client with the interface of httpx2 and aiohttp underneath."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import httpx2

from .default_clients import DEFAULT_CONNECTION_LIMITS, DEFAULT_TIMEOUT

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
            # by its name, so that nobody's type checker has to read aiohttp
            transports: Any = import_module(".aiohttp_transport", __package__)
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
        stated = {key: known[key] for key in _FOR_THE_TRANSPORT if key in known}
        own = (
            transports.AiohttpTransport(**stated)
            if "transport" not in options
            else None
        )
        if own is not None:
            known["transport"] = own
        super().__init__(**{k: v for k, v in known.items() if k != "proxy"})
        if own is not None:
            own.opener.encodings = self.headers.get("Accept-Encoding", "identity")
        is_plain = options.keys() <= {"timeout", *_FOR_THE_TRANSPORT}
        self._own = own if is_plain else None
        self._untouched = self._additions()

    @property
    def direct(self) -> Any:
        """What requests are sent with as they are; None where headers, parameters, cookies,
        credentials or hooks were added to this client."""
        return self._own if self._additions() == self._untouched else None

    def _additions(self) -> tuple[Any, ...]:
        hooks = sum(map(len, self.event_hooks.values()))
        return self.headers.raw, self.params, len(self.cookies), self.auth, hooks
