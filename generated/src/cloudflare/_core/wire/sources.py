"""What the body of a request is read from, and whether it can be read again for a retry."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import IO, Any, TypeAlias, cast

BLOCK = 64 * 1024
"""Bytes that are read from a file at once."""

Content: TypeAlias = (
    bytes
    | bytearray
    | str
    | IO[bytes]
    | os.PathLike[str]
    | Iterable[bytes]
    | AsyncIterable[bytes]
)
"""A body as it is: text is sent as UTF-8, a path is opened when it is sent."""


class Source(ABC):
    """Gives the bytes of a body, once for each attempt.

    ``length`` is in bytes; None where it is not known before the body has been read.
    """

    length: int | None = None

    @property
    def can_start(self) -> bool:
        """Whether the whole body can be had (again)."""
        return True

    @abstractmethod
    def start(self) -> Iterator[bytes]:
        """The body from its beginning."""

    async def astart(self) -> AsyncIterator[bytes]:
        """The body from its beginning; a file is read where it does not hold up the event loop."""
        from anyio.to_thread import run_sync

        pieces = self.start()
        while (piece := await run_sync(next, pieces, None)) is not None:
            yield piece


class BytesSource(Source):
    """Bytes in memory."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.length = len(data)

    def start(self) -> Iterator[bytes]:
        yield self.data


class PathSource(Source):
    """A file that is opened for each attempt and read in blocks.

    Raises:
        OSError: the file cannot be read.
    """

    def __init__(self, path: os.PathLike[str]) -> None:
        self._path = path
        self.length = os.stat(path).st_size

    def start(self) -> Iterator[bytes]:
        with open(self._path, "rb") as file:
            yield from _blocks(file)


class HandleSource(Source):
    """An open file, from where it stands; it is rewound to there for a retry, and never closed."""

    def __init__(self, handle: IO[bytes]) -> None:
        self._handle = handle
        self._started = False
        self._position: int | None = None
        if handle.seekable():
            self._position = handle.tell()
            self.length = handle.seek(0, os.SEEK_END) - self._position
            handle.seek(self._position)

    @property
    def can_start(self) -> bool:
        return self._position is not None or not self._started

    def start(self) -> Iterator[bytes]:
        self._started = True
        if self._position is not None:
            self._handle.seek(self._position)
        yield from _blocks(self._handle)


class IterableSource(Source):
    """Pieces of bytes; an iterator can be read once only."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._started = False

    @property
    def can_start(self) -> bool:
        return not self._started or iter(self._pieces) is not self._pieces

    def start(self) -> Iterator[bytes]:
        self._started = True
        yield from self._pieces

    async def astart(self) -> AsyncIterator[bytes]:
        for piece in self.start():
            yield piece


class AsyncIterableSource(Source):
    """Pieces of bytes that are waited for: for the asynchronous client."""

    def __init__(self, pieces: AsyncIterable[bytes]) -> None:
        self._pieces = pieces
        self._started = False

    @property
    def can_start(self) -> bool:
        return not self._started or aiter(self._pieces) is not self._pieces

    def start(self) -> Iterator[bytes]:
        raise TypeError("an asynchronous body needs the asynchronous client")

    async def astart(self) -> AsyncIterator[bytes]:
        self._started = True
        async for piece in self._pieces:
            yield piece


class ChainedSource(Source):
    """Several sources, one after the other."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = tuple(sources)
        lengths = [source.length for source in self._sources]
        if None not in lengths:
            self.length = sum(cast("list[int]", lengths))

    @property
    def can_start(self) -> bool:
        return all(source.can_start for source in self._sources)

    def start(self) -> Iterator[bytes]:
        for source in self._sources:
            yield from source.start()

    async def astart(self) -> AsyncIterator[bytes]:
        for source in self._sources:
            async for piece in source.astart():
                yield piece


def source_of(content: Any) -> Source:
    """The source for what a caller gives as the content of a body.

    Raises:
        TypeError: nothing can be read from it.
    """
    match content:
        case Source():
            return content
        case str():
            return BytesSource(content.encode())
        case bytes() | bytearray() | memoryview():
            return BytesSource(bytes(cast("bytes", content)))
        case os.PathLike():
            return PathSource(cast("os.PathLike[str]", content))
        case _ if hasattr(content, "read"):
            return HandleSource(content)
        case AsyncIterable():
            return AsyncIterableSource(cast("AsyncIterable[bytes]", content))
        case Iterable() if not isinstance(content, dict):
            return IterableSource(cast("Iterable[bytes]", content))
        case _:
            raise TypeError(f"a body cannot be read from a {type(content).__name__}")


def _blocks(handle: IO[bytes]) -> Iterator[bytes]:
    while block := handle.read(BLOCK):
        yield block
