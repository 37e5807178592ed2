"""The calls that no method describes: ``client.get`` and its kin, for both clients."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, cast

from .client_options import checked_retries
from .endpoint import Endpoint
from .options import FinalRequestOptions, RequestOptions
from .preparing import PreparingClient
from .request_body import RequestBody
from .sentinels import not_given

if TYPE_CHECKING:
    from .call import Call
    from .modes import Mode
    from .multipart import Files
    from .sources import Content


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
        return self._perform_verb(
            "GET", path, returned, options, RequestBody(), streamed=stream
        )

    def post(
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
        """POST to a path."""
        sent = RequestBody(body, files, content)
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        return self._perform_verb(
            "POST", path, returned, options, sent, streamed=stream
        )

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
        sent = RequestBody(body, files, content)
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        return self._perform_verb("PUT", path, returned, options, sent, streamed=stream)

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
        sent = RequestBody(body, files, content)
        returned = self._streamed(cast_to, stream_cls) if stream else cast_to
        return self._perform_verb(
            "PATCH", path, returned, options, sent, streamed=stream
        )

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
        sent = RequestBody(body, None, content)
        return self._perform_verb("DELETE", path, cast_to, options, sent)

    def request(self, cast_to: Any, options: FinalRequestOptions) -> Any:
        """Any verb on a path, with everything in one value."""
        sent = RequestBody(options.json_data, options.files, options.content)
        return self._perform_verb(
            options.method.upper(), options.url, cast_to, options.others(), sent
        )

    def _perform_verb(
        self,
        method: str,
        path: str,
        cast_to: Any,
        options: RequestOptions | None,
        body: RequestBody,
        *,
        streamed: bool = False,
    ) -> Any:
        endpoint = Endpoint[Any](
            method,
            path,
            returns=lambda: cast_to,
            is_described=False,
            streamed=streamed,
        )
        return self.perform(self._undescribed(endpoint, options or {}, body), "parsed")

    def _streamed(self, cast_to: Any, stream_cls: Any) -> Any:
        from .streams import stream_class

        return stream_class(stream_cls, cast_to, is_async=self._is_async)

    def _undescribed(
        self, endpoint: Endpoint[Any], options: RequestOptions, body: RequestBody
    ) -> Call:
        sent = RequestBody(
            body.value,
            body.files,
            body.content,
            syntax=options.get("multipart_syntax", "brackets"),
        )
        return self._call(
            endpoint.path,
            endpoint=endpoint,
            params=options.get("params", {}),
            headers=options.get("headers", {}),
            timeout=options.get("timeout", not_given),
            body=sent.merged(cast("Any", options.get("extra_json"))),
            max_retries=checked_retries(options.get("max_retries", self.max_retries)),
            idempotency_key=options.get("idempotency_key"),
            follow_redirects=options.get("follow_redirects", True),
        )

    @abstractmethod
    def perform(self, call: Call, mode: Mode) -> Any:
        """What a call gives, in the form that ``mode`` names."""
