"""The HTTP client for many requests at once: httpx2's interface, aiohttp underneath."""

from __future__ import annotations

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

    def __init__(self, **options: Any) -> None:
        try:
            from .aiohttp_transport import AiohttpTransport
        except ModuleNotFoundError as error:
            raise RuntimeError(
                "To use the aiohttp client you must have installed the package with the "
                "`aiohttp` extra"
            ) from error
        options = {
            "timeout": DEFAULT_TIMEOUT,
            "limits": DEFAULT_CONNECTION_LIMITS,
            "follow_redirects": False,
            **options,
        }
        if "transport" not in options:
            stated = {key: options[key] for key in _FOR_THE_TRANSPORT if key in options}
            options["transport"] = AiohttpTransport(**stated)
        super().__init__(**{k: v for k, v in options.items() if k != "proxy"})
