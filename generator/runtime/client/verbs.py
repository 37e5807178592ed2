"""The calls that no method describes: ``client.get`` and similar, for both clients."""

from __future__ import annotations

from abc import ABC, abstractmethod

from .client_options import checked_retries
from .preparing import PreparingClient
from ..wire.sentinels import not_given, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..policy.call import Call
    from .endpoint import Endpoint
    from ..wire.multipart import Files
    from ..wire.options import FinalRequestOptions, RequestOptions
    from ..wire.request_body import RequestBody
    from ..wire.sources import Content


class VerbsClient(PreparingClient, ABC):
    """A client with a method for each verb of HTTP.

    Each takes a path below the base URL, ``cast_to`` (the type that the body of the response
    comes back as) and ``options``. A body is given as ``body`` (JSON, or the fields beside
    ``files``), as ``files`` (multipart), or as ``content`` (sent as it is). With ``stream`` the
    response comes back item by item: as ``stream_cls``, say ``Stream[Event]``, else as a stream of
    ``cast_to``.
    """

    def get(
        self,
        path: str,
        *,
        cast_to: Any,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """GET a path."""
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        return self._verb("GET", path, returned, options, streamed=stream)

    def post(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: Content | None = None,
        options: RequestOptions | None = None,
        files: Files | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """POST to a path."""
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        sent = (body, files, content)
        return self._verb("POST", path, returned, options, *sent, streamed=stream)

    def put(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: Content | None = None,
        files: Files | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """PUT to a path."""
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        sent = (body, files, content)
        return self._verb("PUT", path, returned, options, *sent, streamed=stream)

    def patch(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: Content | None = None,
        files: Files | None = None,
        options: RequestOptions | None = None,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """PATCH a path."""
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        sent = (body, files, content)
        return self._verb("PATCH", path, returned, options, *sent, streamed=stream)

    def delete(
        self,
        path: str,
        *,
        cast_to: Any,
        body: object = None,
        content: Content | None = None,
        options: RequestOptions | None = None,
    ) -> Any:
        """DELETE a path."""
        return self._verb("DELETE", path, cast_to, options, body, None, content)

    def request(
        self,
        cast_to: Any,
        options: FinalRequestOptions,
        *,
        stream: bool = False,
        stream_cls: Any = None,
    ) -> Any:
        """Any verb on a path, with everything in one value."""
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        return self._perform(*self._described(options, returned, streamed=stream))

    def _build_request(
        self, options: FinalRequestOptions, *, retries_taken: int = 0
    ) -> Any:
        """The request (``httpx2.Request``) that the options ask for; nothing is sent."""
        from .built_requests import built_request

        endpoint, call = self._described(options, None)
        return built_request(self, endpoint, call, retries_taken=retries_taken)

    def _parts_of(self, raw: Any, options: FinalRequestOptions, **given: Any) -> Any:
        """What an ``APIResponse`` consists of that a program makes from a response of httpx."""
        from .made_responses import parts_of

        return parts_of(self, raw, options, **given)

    def _described(
        self, options: FinalRequestOptions, cast_to: Any, *, streamed: bool = False
    ) -> tuple[Endpoint[Any], Call]:
        """The call that options ask for, and what describes it."""
        sent = (options.json_data, options.files, options.content)
        method, others = options.method.upper(), options.others()
        return self._undescribed(
            method, options.url, cast_to, others, *sent, streamed=streamed
        )

    def _verb(
        self,
        method: str,
        path: str,
        cast_to: Any,
        options: RequestOptions | None,
        body: object = None,
        files: Files | None = None,
        content: Content | None = None,
        *,
        streamed: bool = False,
    ) -> Any:
        if isinstance(body, bytes) and content is None:
            from warnings import warn

            warn(
                "Passing raw bytes as `body` is deprecated and will be removed in a future version. "
                "Please pass raw bytes via the `content` parameter instead.",
                DeprecationWarning,
                stacklevel=3,
            )
            body, content = None, body
        sent = (body, files, content)
        return self._perform(
            *self._undescribed(method, path, cast_to, options, *sent, streamed=streamed)
        )

    def _streamed(self, cast_to: Any, stream_cls: Any) -> Any:
        from .streams import stream_class

        return stream_class(stream_cls, cast_to, is_async=self._is_async)

    def _undescribed(
        self,
        method: str,
        path: str,
        cast_to: Any,
        options: RequestOptions | None,
        body: object = None,
        files: Files | None = None,
        content: Content | None = None,
        *,
        streamed: bool = False,
    ) -> tuple[Endpoint[Any], Call]:
        """A call of a path that no method describes."""
        from .endpoint import Endpoint

        given = options or {}
        sent: RequestBody | None = None
        if not (body is None and files is None and content is None):
            from ..wire.request_body import RequestBody as Given

            syntax = given.get("multipart_syntax", "brackets")
            value = omit if body is None else body
            sent = Given(value, files, content, syntax=syntax)
        endpoint: Endpoint[Any] = Endpoint(
            method,
            path,
            returns=lambda: cast_to,
            is_json=False,
            streamed=streamed,
        )
        if extra := given.get("extra_json"):
            from ..wire.request_body import RequestBody as Extended

            sent = (sent or Extended()).merged(extra)
        return endpoint, self._call(
            path,
            endpoint=endpoint,
            defaults=self._defaults(None),
            params=given.get("params", {}),
            headers=given.get("headers", {}),
            timeout=given.get("timeout", not_given),
            body=sent,
            max_retries=checked_retries(given.get("max_retries", self.max_retries)),
            idempotency_key=given.get("idempotency_key"),
            follow_redirects=given.get("follow_redirects", True),
        )

    @abstractmethod
    def _perform(self, endpoint: Endpoint[Any], call: Call) -> Any:
        """What a call gives; the asynchronous client returns an awaitable."""
