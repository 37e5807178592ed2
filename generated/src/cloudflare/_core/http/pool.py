"""The connections that a client and its copies share, opened at the first request."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Pool:
    """Holds the transport of one client and its copies; ``http_client`` is the user's, if any."""

    def __init__(self, http_client: Any) -> None:
        self._http_client = http_client
        self._made: dict[str, Any] = {}
        self.is_closed = False

    @property
    def authenticates(self) -> bool:
        """Whether the user's HTTP client authenticates requests itself."""
        return getattr(self._http_client, "auth", None) is not None

    @property
    def given(self) -> Any:
        """The user's HTTP client, or None."""
        return self._http_client

    def transport(self, make: Callable[[Any], Any]) -> Any:
        """The transport; ``make`` makes it from the user's HTTP client or None.

        Raises:
            RuntimeError: the pool was closed.
        """
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        transport = self._made.get("transport")
        if (
            transport is None
        ):  # no lock: after a fork, or a signal, it might stay locked
            made = make(self._http_client)
            transport = self._made.setdefault("transport", made)
        return transport

    def close(self) -> Any:
        """Mark the pool as closed; returns the transport to close, if there is one."""
        self.is_closed = True
        return self._made.get("transport")
