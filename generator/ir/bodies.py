"""How the body of a request is written."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class FieldEncoding(Struct, frozen=True):
    """How one field of a form is written (OpenAPI 3.1, 4.8.15): by ``style``, or as a document of a
    media type; each is None if the description does not say."""

    style: str | None = None
    explode: bool = False
    media_type: str | None = None


class _Body(Struct, frozen=True, kw_only=True):
    """What every body has: the media type that is sent, and whether a body is always sent.

    ``needs`` are groups of its properties, by wire name. A request without all of one group is not
    valid; callers are told so by the server.
    """

    media_type: str
    required: bool
    needs: tuple[tuple[str, ...], ...] = ()


class JsonBody(_Body, frozen=True, kw_only=True):
    """A body in JSON."""


class FormBody(_Body, frozen=True, kw_only=True):
    """A form in one text (WHATWG URL, 5.2); ``encodings`` by the wire name of a field, ``arrays``
    how lists are written without one."""

    encodings: Mapping[str, FieldEncoding]
    arrays: str


class MultipartBody(_Body, frozen=True, kw_only=True):
    """A form in parts (RFC 7578); ``encodings`` by the wire name of a field, ``arrays`` how lists
    are written without one. Objects are parts in JSON, unless ``objects`` says how to write them.
    """

    encodings: Mapping[str, FieldEncoding]
    arrays: str
    objects: str | None


class RawBody(_Body, frozen=True, kw_only=True):
    """A body that is sent as it is given: text, a file, a stream."""


Body = JsonBody | FormBody | MultipartBody | RawBody
"""How the arguments that go into the body are written."""
