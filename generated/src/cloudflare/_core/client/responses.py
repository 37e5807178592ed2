"""Responses as they are: ``with_raw_response`` and ``with_streaming_response``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from ..decode.decoding import Decoder, Undecodable, decode_json
from ..policy.failures import typed_failures
from ..policy.decisions import GiveUp
from ..policy.flow import Reply
from ..policy.status_errors import validation_error

if TYPE_CHECKING:
    import os

    import httpx2

T = TypeVar("T")
To = TypeVar("To")
Finish = Callable[[Reply, Decoder[Any], bytes], Any]
"""Turns a reply and its body into what the method would have returned, or a ``GiveUp``."""


class BaseAPIResponse(Generic[T]):
    """What a raw response tells without reading its body."""

    http_response: httpx2.Response

    def __init__(
        self,
        reply: Reply | None = None,
        decoder: Decoder[T] | None = None,
        finish: Finish | None = None,
        *,
        raw: Any = None,
        cast_to: Any = None,
        client: Any = None,
        options: Any = None,
        stream: bool = False,
        stream_cls: Any = None,
        retries_taken: int = 0,
    ) -> None:
        """A program makes one from ``raw``, a response of httpx, and what was asked for: the
        ``FinalRequestOptions``, the type ``cast_to``, or a ``stream`` of that type."""
        if reply is None or decoder is None or finish is None:
            kinds = {"cast_to": cast_to, "stream": stream, "stream_cls": stream_cls}
            parts: tuple[Reply, Decoder[T], Finish] = client._parts_of(
                raw, options, **kinds, retries_taken=retries_taken
            )
            reply, decoder, finish = parts
        self.http_response = reply.response
        self._reply = reply
        self._decoder = decoder
        self._finish: Finish = finish
        self._parsed: dict[Any, Any] = {}

    @property
    def headers(self) -> httpx2.Headers:
        """The response's headers."""
        return self.http_response.headers

    @property
    def http_request(self) -> httpx2.Request:
        """The request that was answered, credentials included."""
        return self.http_response.request

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http_response.status_code

    @property
    def url(self) -> httpx2.URL:
        """The URL that answered."""
        return self.http_response.url

    @property
    def method(self) -> str:
        """The request's method."""
        return self.http_request.method

    @property
    def http_version(self) -> str:
        """The version of HTTP that was spoken."""
        return self.http_response.http_version

    @property
    def elapsed(self) -> timedelta:
        """The time from sending the request to closing the response."""
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        """Whether the body has been read or given up."""
        return self.http_response.is_closed

    @property
    def retries_taken(self) -> int:
        """How often the call was tried again."""
        return len(self._reply.attempts) - 1

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code}]>"

    def _json(self, body: bytes) -> Any:
        try:
            return decode_json(body)
        except Undecodable as problem:
            raise validation_error(
                self.http_response,
                body,
                self.method,
                str(problem),
                self._reply.attempts,
            ) from None

    def _leaves_body(self, to: Any) -> bool:
        """Whether what is parsed is a stream, which reads the body itself."""
        return self._decoder_for(to).streamed

    def _decoder_for(self, to: Any) -> Decoder[Any]:
        if to is None:
            return self._decoder
        from .streams import is_stream, stream_decoder

        return stream_decoder(to) if is_stream(to) else Decoder.of(to)

    def _parse(self, body: bytes, to: Any) -> Any:
        key = to if to is not None else self._decoder
        if key not in self._parsed:
            found = self._finish(self._reply, self._decoder_for(to), body)
            if isinstance(found, GiveUp):
                raise found.error
            self._parsed[key] = found
        return self._parsed[key]


class APIResponse(BaseAPIResponse[T]):
    """A response with its body, read now or as you like."""

    @overload
    def parse(self) -> T: ...
    @overload
    def parse(self, *, to: type[To]) -> To: ...
    def parse(self, *, to: Any = None) -> Any:
        """What the method returns otherwise; or the body as another type.

        Raises:
            APIResponseValidationError: the body cannot be decoded as that type.
        """
        return self._parse(b"" if self._leaves_body(to) else self.read(), to)

    def read(self) -> bytes:
        """The body's bytes, decompressed."""
        with typed_failures(self.http_response):
            return self.http_response.read()

    def text(self) -> str:
        """The body as text."""
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """The body as a JSON value.

        Raises:
            APIResponseValidationError: it is none.
        """
        return self._json(self.read())

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in pieces, decompressed, as they arrive."""
        with typed_failures(self.http_response):
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body in pieces of text."""
        with typed_failures(self.http_response):
            yield from self.http_response.iter_text(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """The lines of the body."""
        with typed_failures(self.http_response):
            yield from self.http_response.iter_lines()

    def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write the body to a file as it arrives; the file is there once all of it has.

        Raises:
            APIConnectionError: the body broke off; what stood at the path before still does.
            OSError: the file cannot be written.
        """
        self.stream_to_file(file)

    def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """The same, in pieces of ``chunk_size`` bytes."""
        from .downloads import write_pieces

        write_pieces(file, self.iter_bytes(chunk_size))

    def close(self) -> None:
        """Give the rest of the body up."""
        self.http_response.close()


class AsyncAPIResponse(BaseAPIResponse[T]):
    """A response with its body, read now or as you like."""

    @overload
    async def parse(self) -> T: ...
    @overload
    async def parse(self, *, to: type[To]) -> To: ...
    async def parse(self, *, to: Any = None) -> Any:
        """What the method returns otherwise; or the body as another type.

        Raises:
            APIResponseValidationError: the body cannot be decoded as that type.
        """
        return self._parse(b"" if self._leaves_body(to) else await self.read(), to)

    async def read(self) -> bytes:
        """The body's bytes, decompressed."""
        with typed_failures(self.http_response):
            return await self.http_response.aread()

    async def text(self) -> str:
        """The body as text."""
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        """The body as a JSON value.

        Raises:
            APIResponseValidationError: it is none.
        """
        return self._json(await self.read())

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body in pieces, decompressed, as they arrive."""
        with typed_failures(self.http_response):
            async for piece in self.http_response.aiter_bytes(chunk_size):
                yield piece

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body in pieces of text."""
        with typed_failures(self.http_response):
            async for piece in self.http_response.aiter_text(chunk_size):
                yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """The lines of the body."""
        with typed_failures(self.http_response):
            async for line in self.http_response.aiter_lines():
                yield line

    async def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Write the body to a file as it arrives; the file is there once all of it has.

        Raises:
            APIConnectionError: the body broke off; what stood at the path before still does.
            OSError: the file cannot be written.
        """
        await self.stream_to_file(file)

    async def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """The same, in pieces of ``chunk_size`` bytes."""
        from .downloads import awrite_pieces

        await awrite_pieces(file, self.iter_bytes(chunk_size))

    async def close(self) -> None:
        """Give the rest of the body up."""
        await self.http_response.aclose()
