"""Streamed bodies as events: server-sent events, lines and texts of JSON, decoded piece by piece.

Nothing here does I/O: a decoder is fed bytes as they arrive, cut anywhere, and gives the events
that are complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from .limits import TooLarge

_LONGEST_RETRY = 18
"""Digits: beyond them a reconnection time means nothing, and costs time to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSentEvent:
    """One event of a stream.

    ``event`` is its type, or None where none was sent (the standard then says "message"). ``data``
    are its data, lines joined with a line feed. ``id`` is the last event id and ``retry`` the
    reconnection time in milliseconds, sent with this event or with an earlier one of the stream;
    None where none was sent so far.

    Source: HTML Living Standard, section 9.2, Server-sent events.
    """

    event: str | None = None
    data: str = ""
    id: str | None = None
    retry: int | None = None

    def json(self) -> Any:
        """The data as a JSON value.

        Raises:
            ValueError: they are not JSON, or too deep.
        """
        from pydantic_core import from_json

        return from_json(self.data, allow_inf_nan=False)


class EventDecoder(Protocol):
    """Turns the bytes of a body into events."""

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """The events that a piece of the body completes."""
        ...

    def end(self) -> Iterator[ServerSentEvent]:
        """The event that the end of the body completes, if any."""
        ...


class EventStream:
    """Decodes ``text/event-stream``; an event is given out at the blank line that ends it.

    No event may have more than ``limit`` bytes of data, and no line more than ``limit`` bytes:
    ``TooLarge`` is raised otherwise. An event without data is given out only if events may be
    ``bare``.

    Source: HTML Living Standard, sections 9.2.5 and 9.2.6.
    """

    def __init__(self, limit: int, *, bare: bool = False) -> None:
        self._bare = bare
        self._lines = _Lines(limit)
        self._limit = limit
        self._encoding = "utf-8-sig"
        self._event = ""
        self._data: list[str] = []
        self._size = 0
        self._id: str | None = None
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """The events that a piece of the body completes.

        Raises:
            TooLarge: a line or an event exceeds the limit.
        """
        for line in self._lines.feed(chunk):
            text = line.decode(self._encoding, "replace")
            self._encoding = "utf-8"  # only the first line may begin with a mark
            if text:
                self._take(text, len(line))
                continue
            if self._data or (self._bare and self._event):
                yield self._complete()
            self._event, self._size = "", 0
            self._data.clear()

    def end(self) -> Iterator[ServerSentEvent]:
        """Nothing: an event that the stream does not finish is given up."""
        return iter(())

    def _take(self, line: str, size: int) -> None:
        """Note a field; a comment is a field without a name."""
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._size += size
            if self._size > self._limit:
                raise TooLarge(f"an event is larger than {self._limit} bytes")
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and _is_number(value):
            self._retry = int(value)

    def _complete(self) -> ServerSentEvent:
        return ServerSentEvent(
            event=self._event or None,
            data="\n".join(self._data),
            id=self._id,
            retry=self._retry,
        )


class JsonLines:
    """Decodes newline-delimited JSON: each line that is not blank is an event without a type.

    Lines end in LF or CR LF; the last one may end with the body. Bytes that are not UTF-8 are kept
    as lone surrogates, for the JSON decoder to refuse. No line may have more than ``limit`` bytes:
    ``TooLarge`` is raised otherwise.

    Source: https://github.com/ndjson/ndjson-spec and https://jsonlines.org
    """

    def __init__(self, limit: int) -> None:
        self._lines = _Lines(limit)

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """The events that a piece of the body completes.

        Raises:
            TooLarge: a line exceeds the limit.
        """
        for line in self._lines.feed(chunk):
            if line.strip():
                yield ServerSentEvent(data=line.decode("utf-8", "surrogateescape"))

    def end(self) -> Iterator[ServerSentEvent]:
        """The event of a last line that ends with the body."""
        return self.feed(b"\n")


class JsonSequence:
    """Decodes a sequence of JSON texts: each begins with the character RS, and may have many lines.

    Bytes that are not UTF-8 are kept as lone surrogates, for the JSON decoder to refuse. No text may
    have more than ``limit`` bytes: ``TooLarge`` is raised otherwise.

    Source: RFC 7464.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._begun = bytearray()

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """The events that a piece of the body completes.

        Raises:
            TooLarge: a text exceeds the limit.
        """
        first, *others = chunk.split(b"\x1e")
        self._take(first)
        for part in others:
            yield from self.end()
            self._take(part)

    def end(self) -> Iterator[ServerSentEvent]:
        """The event of the last text."""
        text = bytes(self._begun).strip()
        self._begun.clear()
        if text:
            yield ServerSentEvent(data=text.decode("utf-8", "surrogateescape"))

    def _take(self, part: bytes) -> None:
        self._begun += part
        if len(self._begun) > self._limit:
            raise TooLarge(f"a text is larger than {self._limit} bytes")


class _Lines:
    """Splits bytes into lines that end in CR, LF, or CR LF; each is given out without its end."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._begun = bytearray()
        self._after_return = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The lines that a piece completes."""
        if not chunk:
            return
        if self._after_return:
            chunk = chunk.removeprefix(b"\n")  # the line has been given out at its CR
        self._after_return = chunk.endswith(b"\r")
        for part in chunk.splitlines(keepends=True):
            self._begun += part
            if len(self._begun) > self._limit:
                raise TooLarge(f"a line is larger than {self._limit} bytes")
            if part.endswith((b"\r", b"\n")):
                yield bytes(self._begun.rstrip(b"\r\n"))
                self._begun.clear()


def _is_number(text: str) -> bool:
    """Whether text consists of ASCII digits, at least one and not absurdly many."""
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_RETRY
