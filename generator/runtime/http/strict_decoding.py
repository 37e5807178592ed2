"""Compressed bodies that were cut off are errors: httpx2's decoders take them for whole ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx2


class StrictDecoder:
    """A decoder of httpx2 that refuses a body whose compressed data does not end."""

    def __init__(self, decoder: Any) -> None:
        self._decoder = decoder
        self._has_begun = False

    def decode(self, data: bytes) -> Iterator[bytes]:
        """The decoded form of a piece."""
        self._has_begun = True
        pieces: Iterator[bytes] = self._decoder.decode(data)
        return pieces

    def flush(self) -> Iterator[bytes]:
        """What is left at the end of the body.

        Raises:
            httpx2.DecodingError: the end is missing.
        """
        yield from self._decoder.flush()
        links = getattr(self._decoder, "children", (self._decoder,))
        if self._has_begun and not all(map(_has_ended, links)):
            raise httpx2.DecodingError("the compressed body was cut off")


def decode_strictly(response: Any) -> None:
    """Have a response of an HTTP client of the httpx family decoded strictly."""
    if "content-encoding" in response.headers:
        with suppress(
            httpx2.DecodingError, AttributeError
        ):  # it is raised again at reading
            response._decoder = StrictDecoder(response._get_content_decoder())


def _has_ended(decoder: Any) -> bool:
    """Whether compressed data was decoded to its end."""
    found: Any = getattr(decoder, "decompressor", None)
    found = getattr(found, "decompressor", found)  # zlib's is wrapped
    if hasattr(found, "is_finished"):  # brotli
        return bool(found.is_finished())
    return bool(getattr(found, "eof", True))
