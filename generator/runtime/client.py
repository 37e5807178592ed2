"""The two clients: how a prepared call is performed, and the calls that no method describes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from .base_client import BaseClient
from .client_options import checked_retries
from .endpoint import Endpoint
from .options import RequestOptions
from .sentinels import not_given

if TYPE_CHECKING:
    from typing import Self

    from .call import Call
    from .modes import Mode
    from .pages import Walk


class APIClient(BaseClient, ABC):
    """The calls that no method describes, for both clients."""

    def _undescribed(
        self,
        method: str,
        path: str,
        cast_to: Any,
        options: RequestOptions | None,
        body: object,
    ) -> Call:
        options = options or {}
        extra = options.get("extra_json")
        if extra:
            own = dict[str, Any]()
            if isinstance(body, Mapping):
                own |= cast("Mapping[str, Any]", body)
            body = own | {**extra}
        return self._call(
            path,
            endpoint=Endpoint(method, path, returns=lambda: cast_to),
            params=options.get("params", {}),
            headers=options.get("headers", {}),
            timeout=options.get("timeout", not_given),
            body=body,
            max_retries=checked_retries(options.get("max_retries", self.max_retries)),
            idempotency_key=options.get("idempotency_key"),
        )

    def get(
        self, path: str, *, cast_to: Any, options: RequestOptions | None = None
    ) -> Any:
        """GET a path; the body comes back as ``cast_to``."""
        return self.perform(
            self._undescribed("GET", path, cast_to, options, None), "parsed"
        )

    def post(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """POST a JSON body to a path; the body of the response comes back as ``cast_to``."""
        return self.perform(
            self._undescribed("POST", path, cast_to, options, body), "parsed"
        )

    def put(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """PUT a JSON body to a path; the body of the response comes back as ``cast_to``."""
        return self.perform(
            self._undescribed("PUT", path, cast_to, options, body), "parsed"
        )

    def patch(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """PATCH a path with a JSON body; the body of the response comes back as ``cast_to``."""
        return self.perform(
            self._undescribed("PATCH", path, cast_to, options, body), "parsed"
        )

    def delete(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """DELETE a path; the body of the response comes back as ``cast_to``."""
        return self.perform(
            self._undescribed("DELETE", path, cast_to, options, body), "parsed"
        )

    @abstractmethod
    def perform(self, call: Call, mode: Mode) -> Any:
        """What a call gives, in the form that ``mode`` names."""


class SyncAPIClient(APIClient):
    """A client whose calls block until the answer is there; safe to use from many threads."""

    _is_async = False

    def perform(self, call: Call, mode: Mode, walk: Walk | None = None) -> Any:
        """What a call gives, in the form that ``mode`` names.

        Raises:
            APIError: the call failed.
        """
        from .drivers import run
        from .outcome import finish, start
        from .transport import SyncTransport

        timeout = self._settings.timeout
        transport = self._pool.transport(lambda given: SyncTransport(given, timeout))
        flow = start(self._settings, self._budget, call, streamed=mode == "stream")
        reply = run(flow.run(), transport)
        if mode == "parsed":
            return finish(
                self, flow.call, reply, call.endpoint.decoder, reply.body or b"", walk
            )
        from .responses import APIResponse

        return APIResponse(
            reply,
            call.endpoint.decoder,
            lambda r, d, b: finish(self, flow.call, r, d, b, walk),
        )

    def get_api_list(
        self, path: str, *, model: Any, page: Any, options: RequestOptions | None = None
    ) -> Any:
        """GET a path; the body comes back as a page whose items are ``model``."""
        return self.get(path, cast_to=page[model], options=options)

    def close(self) -> None:
        """Close the connections, unless they belong to another client or to the user."""
        if self._owns_pool and (transport := self._pool.close()) is not None:
            transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class AsyncAPIClient(APIClient):
    """A client whose calls are awaited."""

    _is_async = True

    async def perform(self, call: Call, mode: Mode, walk: Walk | None = None) -> Any:
        """What a call gives, in the form that ``mode`` names.

        Raises:
            APIError: the call failed.
        """
        from .drivers import arun
        from .outcome import finish, start
        from .transport import AsyncTransport

        timeout = self._settings.timeout
        transport = self._pool.transport(lambda given: AsyncTransport(given, timeout))
        flow = start(self._settings, self._budget, call, streamed=mode == "stream")
        reply = await arun(flow.run(), transport)
        if mode == "parsed":
            return finish(
                self, flow.call, reply, call.endpoint.decoder, reply.body or b"", walk
            )
        from .responses import AsyncAPIResponse

        return AsyncAPIResponse(
            reply,
            call.endpoint.decoder,
            lambda r, d, b: finish(self, flow.call, r, d, b, walk),
        )

    def get_api_list(
        self, path: str, *, model: Any, page: Any, options: RequestOptions | None = None
    ) -> Any:
        """GET a path; the body comes back as a page whose items are ``model``."""
        from .paginator import AsyncPaginator

        return AsyncPaginator[Any, Any](
            lambda: self.get(path, cast_to=page[model], options=options)
        )

    async def close(self) -> None:
        """Close the connections, unless they belong to another client or to the user."""
        if self._owns_pool and (transport := self._pool.close()) is not None:
            await transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()
