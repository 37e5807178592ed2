"""The resource keys."""

from __future__ import annotations

from typing import overload

from .. import types
from .._core import Endpoint, Omit, PathScope, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from typing import Unpack
    from .._core import Body, Headers, NotGiven, Query
    from ..types.key_get_params import KeyGetArguments
    from ._keys_async import AsyncKeysResource
    from ._keys_modes import (
        AsyncKeysResourceWithRawResponse,
        AsyncKeysResourceWithStreamingResponse,
        KeysResourceWithRawResponse,
        KeysResourceWithStreamingResponse,
    )

__all__ = [
    "KeysResource",
    "AsyncKeysResource",
    "KeysResourceWithRawResponse",
    "AsyncKeysResourceWithRawResponse",
    "KeysResourceWithStreamingResponse",
    "AsyncKeysResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncKeysResource": ".._keys_async",
            "KeysResourceWithRawResponse": ".._keys_modes",
            "AsyncKeysResourceWithRawResponse": ".._keys_modes",
            "KeysResourceWithStreamingResponse": ".._keys_modes",
            "AsyncKeysResourceWithStreamingResponse": ".._keys_modes",
        },
    )

_OWNER = PathScope(
    names=("owners", "owner_id"),
    choices={"user_id": "users", "team_id": "teams"},
)

_GET: Endpoint[types.KeyGetResponse] = Endpoint(
    "GET",
    "/{owners}/{owner_id}/keys/{key_id}",
    scope=_OWNER,
    path_params=params("key_id"),
    returns=lambda: types.KeyGetResponse,
)


class KeysResource(SyncResource):
    """Calls under keys."""

    @cached_property
    def with_raw_response(self) -> KeysResourceWithRawResponse:
        """View of ``keys`` whose methods return the raw ``APIResponse``."""
        from ._keys_modes import KeysResourceWithRawResponse

        return KeysResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> KeysResourceWithStreamingResponse:
        """View of ``keys`` whose methods return before the body is read."""
        from ._keys_modes import KeysResourceWithStreamingResponse

        return KeysResourceWithStreamingResponse(self)

    @overload
    def get(
        self,
        key_id: str,
        *,
        user_id: str,
        team_id: Omit = omit,
        **arguments: Unpack[KeyGetArguments],
    ) -> types.KeyGetResponse: ...
    @overload
    def get(
        self,
        key_id: str,
        *,
        team_id: str,
        user_id: Omit = omit,
        **arguments: Unpack[KeyGetArguments],
    ) -> types.KeyGetResponse: ...
    def get(
        self,
        key_id: str,
        *,
        user_id: str | Omit = omit,
        team_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.KeyGetResponse:
        """GET /{owners}/{owner_id}/keys/{key_id}

        Args:
            user_id: The user who owns the key.
            team_id: The team that owns the key.

        Raises:
            ValueError: ``key_id`` is empty, or not exactly one of ``user_id`` and
                ``team_id`` is given.
            PathScopesError: the call failed; its subclasses say how.
        """
        return self._request(
            _GET,
            key_id=key_id,
            user_id=user_id,
            team_id=team_id,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
