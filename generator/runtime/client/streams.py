"""Streams: the items of a response, one by one as they arrive.

``Stream`` and ``AsyncStream`` bring the pieces of the body to an ``ItemReader``, which knows what
they mean, and see that the response is closed.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, get_args, get_origin

from ..decode.decoding import Decoder
from ..policy.failures import typed_failures
from .item_reader import ItemReader

if TYPE_CHECKING:
    import httpx2
    from typing import Self

    from .base_client import BaseClient
    from ..wire.event_stream import ServerSentEvent

T = TypeVar("T")


class Stream(Generic[T]):
    """The items of a response as they arrive; iterate over it, once.

    The response is closed when the items are used up, when a loop over them is left early, when an
    error is raised, at the end of a ``with`` block, and when the stream is garbage collected.
    ``response`` is the response itself.

    Iterating raises ``APITimeoutError`` where the next piece takes longer than the read timeout,
    ``APIConnectionError`` where the body breaks off or an item exceeds 100 MB,
    ``APIResponseValidationError`` where an item cannot be decoded, ``APIStatusError`` where the
    stream itself says that the call failed. Where the stream ends, all of it has arrived.
    """

    response: httpx2.Response

    def __init__(
        self, *, cast_to: Any, response: httpx2.Response, client: BaseClient
    ) -> None:
        self.response = response
        self._cast_to = cast_to
        self._reader = ItemReader[T](response, cast_to, client)
        self._items = _items(response, self._reader)
        next(self._items)  # begun: dropping it closes the response

    def __next__(self) -> T:
        return next(self._items)

    def __iter__(self) -> Iterator[T]:
        with self:
            yield from self._items

    def _iter_events(self) -> Iterator[ServerSentEvent]:
        """The events of the body as they arrive, those without data too; for subclasses, in the
        place of iterating over the items."""
        events = self._reader.every_event()
        with typed_failures(self.response):
            for chunk in self.response.iter_bytes():
                yield from events.feed(chunk)
            yield from events.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the rest of the stream up; there are no further items."""
        self._reader.is_over = True
        self.response.close()


class AsyncStream(Generic[T]):
    """The items of a response as they arrive; iterate over it, once.

    The response is closed when the items are used up, when an error is raised, and at the end of an
    ``async with`` block; after a loop over them was left early, or when the stream is garbage
    collected, soon afterwards by the event loop (PEP 525). ``response`` is the response itself.

    Iterating raises the same errors as with ``Stream``. Where the stream ends, all of it has
    arrived.
    """

    response: httpx2.Response

    def __init__(
        self, *, cast_to: Any, response: httpx2.Response, client: BaseClient
    ) -> None:
        self.response = response
        self._cast_to = cast_to
        self._reader = ItemReader[T](response, cast_to, client)
        self._items = _async_items(response, self._reader)
        with suppress(StopIteration):  # begun: dropping it closes the response
            self._items.asend(None).send(None)

    async def __anext__(self) -> T:
        return await anext(self._items)

    async def __aiter__(self) -> AsyncIterator[T]:
        async with self:
            async for item in self._items:
                yield item

    async def _iter_events(self) -> AsyncIterator[ServerSentEvent]:
        """The events of the body as they arrive, those without data too; for subclasses, in the
        place of iterating over the items."""
        events = self._reader.every_event()
        with typed_failures(self.response):
            async for chunk in self.response.aiter_bytes():
                for event in events.feed(chunk):
                    yield event
            for event in events.end():
                yield event

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Give the rest of the stream up; there are no further items."""
        self._reader.is_over = True
        await self.response.aclose()


# The two loops do not know their streams: a circle would leave the closing to the cyclic collector.


def _items(
    response: httpx2.Response, reader: ItemReader[T]
) -> Generator[T, None, None]:
    """The items of a response, after a first value that is none."""
    try:
        with typed_failures(response):
            yield cast("T", None)
            chunks = response.iter_bytes()
            while not reader.is_over:
                yield from reader.feed(next(chunks, None))
    finally:
        response.close()


async def _async_items(
    response: httpx2.Response, reader: ItemReader[T]
) -> AsyncGenerator[T, None]:
    """The items of a response, after a first value that is none."""
    try:
        with typed_failures(response):
            yield cast("T", None)
            chunks = response.aiter_bytes()
            while not reader.is_over:
                for item in reader.feed(await anext(chunks, None)):
                    yield item
    finally:
        await response.aclose()


def stream_class(given: Any, item: Any, *, is_async: bool) -> Any:
    """The class of a stream with its item type: the given one, or ours where none was given."""
    kind: Any = given or cast("Any", AsyncStream if is_async else Stream)
    return kind[item] if kind.__parameters__ else kind


def is_stream(kind: Any) -> bool:
    """Whether a type is a class of streams, with its item type or without."""
    origin = get_origin(kind) or kind
    return isinstance(origin, type) and issubclass(origin, (Stream, AsyncStream))


def stream_decoder(kind: Any) -> Decoder[Any]:
    """Opens a response as a stream of a class such as ``Stream[Event]``."""
    bases = (kind, *getattr(kind, "__orig_bases__", ()))
    item = next(arguments[0] for base in bases if (arguments := get_args(base)))
    return Decoder(
        lambda data, strict: data,
        as_is=lambda reply, client: kind(
            cast_to=item, response=reply.response, client=client
        ),
        streamed=True,
    )
