"""What the events of a stream mean: items, the end, or an error. Nothing here does I/O."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..cached import cached_property
from ..decode.decoding import Decoder, Undecodable, decode_loosely
from ..wire.event_stream import (
    EventDecoder,
    EventStream,
    JsonLines,
    JsonSequence,
    ServerSentEvent,
)
from ..policy.policies import DEFAULT_POLICIES
from ..policy.status_errors import says_failure, status_error, validation_error

if TYPE_CHECKING:
    import httpx2

    from .base_client import BaseClient
    from ..policy.errors import APIStatusError
    from ..policy.settings import EventRule

T = TypeVar("T")


class ItemReader(Generic[T]):
    """Turns the pieces of a response's body into items of one type, as the client's settings say."""

    def __init__(
        self, response: httpx2.Response, kind: Any, client: BaseClient
    ) -> None:
        self.is_over = False
        self._response = response
        self._kind = kind
        self._client = client
        self._events: EventDecoder | None = None

    def feed(self, chunk: bytes | None) -> Iterator[T]:
        """The items that a piece of the body completes; None is the end of the body.

        Raises:
            APIStatusError: an event says that the call failed.
            APIResponseValidationError: an item, or the media type, is not what was described.
        """
        if self._events is None:
            self._events = self._decoder_of_events(chunk or b"")
        events = self._events.end() if chunk is None else self._events.feed(chunk)
        for event in events:
            yield from self._items_in(event)
            if self.is_over:
                return
        self.is_over = chunk is None

    def every_event(self) -> EventDecoder:
        """What decodes server-sent events, those without data too."""
        return self._client._make_sse_decoder() or EventStream(self._largest, bare=True)

    @property
    def _largest(self) -> int:
        """Bytes of one event at most."""
        return (self._client._policies or DEFAULT_POLICIES).largest_body

    def _decoder_of_events(self, chunk: bytes) -> EventDecoder:
        """What decodes the response's media type; a body without one is taken for events."""
        largest = self._largest
        kind = self._response.headers.get("content-type", "").partition(";")[0].lower()
        if kind.strip().endswith("json-seq"):
            return JsonSequence(largest)
        if "json" in kind:
            return JsonLines(largest)
        if kind.strip() in ("", "text/event-stream"):
            return self._client._make_sse_decoder() or EventStream(largest)
        raise self._invalid(
            "It is neither a stream of events nor of JSON lines.", chunk
        )

    def _items_in(self, event: ServerSentEvent) -> Iterator[T]:
        """The item of an event, or nothing where it is not meant for the caller."""
        rules = self._client._settings.streaming
        rule = next((r for r in rules if r.fits(event.event, event.data)), None)
        if rule is None:
            return
        if rule.handle == "done":
            self.is_over = True
            return
        data = event.data.encode("utf-8", "surrogateescape")
        if rule.handle == "error" or rule.error_property is not None:
            self._raise_error(rule, data)
        yield cast("T", event) if self._kind is ServerSentEvent else self._item(data)

    def _raise_error(self, rule: EventRule, data: bytes) -> None:
        """Raise what the data of an event say went wrong; nothing where they say no such thing."""
        from pydantic_core import to_json

        said = decode_loosely(data)
        found: Any = None
        if isinstance(said, dict) and rule.error_property is not None:
            found = cast("dict[str, Any]", said).get(rule.error_property)
        if found or rule.handle == "error":
            raise self._failed(to_json(found or said))

    def _item(self, data: bytes) -> T:
        try:
            item: T = self._decoder.decode(data, self._client._strict)
        except Undecodable as problem:
            raise self._invalid(str(problem), data) from None
        if says_failure(item, self._client._settings.errors):
            raise self._failed(data)
        return item

    @cached_property
    def _decoder(self) -> Decoder[T]:
        return Decoder.of(self._kind)

    def _failed(self, body: bytes) -> APIStatusError:
        method, settings = self._response.request.method, self._client._settings
        return status_error(
            self._response, body, method, settings, (), None, self._client
        )

    def _invalid(self, problem: str, body: bytes) -> Exception:
        method = self._response.request.method
        return validation_error(self._response, body, method, problem, ())
