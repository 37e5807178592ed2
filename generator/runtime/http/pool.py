"""The connections that a client and its copies share, opened at the first request."""

from __future__ import annotations

import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Pool:
    """Holds the transport of one client and its copies; ``http_client`` is the user's, if any."""

    def __init__(self, http_client: Any) -> None:
        self._http_client = http_client
        self._transport: Any = None
        self._lock = threading.Lock()
        self.is_closed = False

    @property
    def authenticates(self) -> bool:
        """Whether the user's HTTP client authenticates requests itself."""
        return getattr(self._http_client, "auth", None) is not None

    def transport(self, make: Callable[[Any], Any]) -> Any:
        """The transport; ``make`` makes it from the user's HTTP client or None.

        Raises:
            RuntimeError: the pool was closed.
        """
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        if self._transport is None:
            with self._lock:
                if self._transport is None:
                    self._transport = make(self._http_client)
        return self._transport

    def close(self) -> Any:
        """Mark the pool as closed; returns the transport to close, if there is one."""
        self.is_closed = True
        return self._transport
