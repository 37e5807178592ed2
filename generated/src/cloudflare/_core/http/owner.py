"""What the transports ask of the client on whose behalf they send."""

from __future__ import annotations

from typing import Any, Protocol


class Secrets(Protocol):
    """Settings that know how credentials are called."""

    @property
    def secret_names(self) -> frozenset[str]:
        """The lower-case names under which credentials travel."""
        ...


class Owner(Protocol):
    """A client whose subclass may change requests before they are sent."""

    _base_url: str

    @property
    def _settings(self) -> Secrets: ...

    @property
    def custom_auth(self) -> Any:
        """An ``httpx2.Auth`` that every request goes through; None for none."""

    def _prepare_request(self, request: Any) -> Any:
        """Change a request (``httpx2.Request``) just before an attempt to send it."""

    def _overrides(self, name: str) -> bool:
        """Whether a subclass has its own form of a hook."""
        ...
