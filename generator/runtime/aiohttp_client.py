"""The HTTP client for many requests at once: httpx2's interface, aiohttp underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2

from .default_clients import DEFAULT_CONNECTION_LIMITS, DEFAULT_TIMEOUT

if TYPE_CHECKING:
    from .aiohttp_transport import AiohttpTransport

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
        known: dict[str, Any] = {
            "timeout": DEFAULT_TIMEOUT,
            "limits": DEFAULT_CONNECTION_LIMITS,
            "follow_redirects": False,
            **options,
        }
        stated = {key: known[key] for key in _FOR_THE_TRANSPORT if key in known}
        own = AiohttpTransport(**stated) if "transport" not in options else None
        if own is not None:
            known["transport"] = own
        super().__init__(**{k: v for k, v in known.items() if k != "proxy"})
        if own is not None:
            own.opener.encodings = self.headers.get("Accept-Encoding", "identity")
        is_plain = options.keys() <= {"timeout", *_FOR_THE_TRANSPORT}
        self._own = own if is_plain else None
        self._untouched = self._additions()

    @property
    def direct(self) -> AiohttpTransport | None:
        """What requests are sent with as they are; None where headers, parameters, cookies,
        credentials or hooks were added to this client."""
        return self._own if self._additions() == self._untouched else None

    def _additions(self) -> tuple[Any, ...]:
        hooks = [hook for kind in self.event_hooks.values() for hook in kind]
        return self.headers.raw, self.params, len(self.cookies), self.auth, hooks
