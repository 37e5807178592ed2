"""Bodies of requests as the values that the schemas speak of: JSON, sequences of it, forms, texts.

XML, images and the like are not looked into: a schema does not say what their bytes are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote_plus

from msgspec import Struct
from werkzeug.http import parse_options_header
from werkzeug.sansio.multipart import Data, Epilogue, Field, File, MultipartDecoder
from werkzeug.wrappers import Request

from ..openapi import (
    FORM,
    MULTIPART,
    Encoding,
    Location,
    MediaType,
    Parameter,
    Schema,
    is_events,
    is_json,
    is_stream,
)
from ..source.document import Value
from .contents import item_schema
from .fields import Entry, Fields, below
from .json_text import parse_json
from .layers import Layers
from .refusal import Refusal
from .schemas import Problem, Schemas
from .styles import ABSENT, Styles, pairs_of

_MOST_PARTS = 10_000


class Part(Struct, frozen=True):
    """A field of a form. ``media_type`` is that of its text, if it has one; the text of a file has a
    character for each byte."""

    name: str
    text: str
    media_type: str = ""


class Sent(Struct, frozen=True):
    """A value that was sent, for which a schema must hold; ``tokens`` lead to it."""

    schema: Schema
    value: Value
    tokens: tuple[str, ...] = ()


class Bodies(Struct, frozen=True):
    """Reads bodies by their media types."""

    schemas: Schemas

    def values(self, media: MediaType, request: Request) -> Iterator[Sent]:
        """The values in a body that can be held against a schema.

        Raises:
            Refusal: 400, the body is not what its media type says.
        """
        sent, data = request.mimetype or media.essence, request.get_data()
        schema = media.schema
        if is_events(sent):
            return
        if is_stream(sent):
            schema = item_schema(media, self.schemas.description)
            yield from _items(schema, data)
        elif is_json(sent):
            value = _json(data)
            if schema is not None:
                yield Sent(schema, value)
        elif sent == MULTIPART:
            parts = list(_parts(data, request.mimetype_params.get("boundary", "")))
            if schema is not None and self._is_form(schema):
                yield Sent(schema, self._form(schema, media.encodings, parts))
        elif sent == FORM:
            raw = data.decode("latin-1")
            if schema is not None and self._is_form(schema):
                yield Sent(schema, self._urlencoded(schema, media.encodings, raw))
        elif schema is not None and sent == "text/plain":
            text = _text(data, request.mimetype_params.get("charset", "utf-8"))
            layers = Layers.of(self.schemas.description, schema)
            yield Sent(schema, Fields(self.schemas).scalar(text, layers))

    def _is_form(self, schema: Schema) -> bool:
        """Whether a schema is one of fields: it may contradict its media type."""
        layers = Layers.of(self.schemas.description, schema)
        return layers.choice() is not None or "object" in layers.types

    def _urlencoded(
        self, schema: Schema, encodings: Mapping[str, Encoding], raw: str
    ) -> Value:
        """The fields of a form in one text; some may be written in a style of their own."""
        styles, pairs = Styles(self.schemas), pairs_of(raw)
        layers = Layers.of(self.schemas.description, schema)
        styled: dict[str, Value] = {}
        for name, encoding in encodings.items():
            inner = layers.property(name)
            if encoding.style in (None, "deepObject") or inner is None:
                continue
            parameter = Parameter(
                origin=schema.origin,
                name=name,
                location=Location.QUERY,
                required=False,
                schema=inner.schemas[0],
                style=encoding.style or "form",
                explode=encoding.explode,
            )
            value = styles.from_pairs(parameter, pairs)
            if value is not ABSENT:
                styled[name] = value
        parts = [Part(unquote_plus(name), unquote_plus(text)) for name, text in pairs]
        rest = [part for part in parts if part.name not in styled]
        found = self._form(schema, encodings, rest)
        return {**found, **styled} if isinstance(found, dict) else found

    def _form(
        self, schema: Schema, encodings: Mapping[str, Encoding], parts: Sequence[Part]
    ) -> Value:
        """The fields of a form as an object."""
        fields = Fields(self.schemas)
        layers = Layers.of(self.schemas.description, schema)
        names = {part.name.partition("[")[0] for part in parts}
        layers = fields.settled(layers, names)
        found: dict[str, list[tuple[Part, Entry]]] = {}
        for part in parts:
            name, keys = _property(part.name, layers.properties())
            found.setdefault(name, []).append((part, (keys, part.text)))
        value: dict[str, Value] = {}
        for name, sent in found.items():
            inner = fields.property(layers, name)
            encoding = encodings.get(name)
            stated = (encoding.media_type if encoding else None) or ""
            if any(is_json(part.media_type or stated) for part, _ in sent):
                documents = [_json(part.text, name) for part, _ in sent]
                is_list = fields.shape(inner) == "array" and (
                    len(documents) > 1 or not isinstance(documents[0], list)
                )
                value[name] = documents if is_list else documents[0]
            else:
                value[name] = fields.value([entry for _, entry in sent], inner)
        return value


def _property(name: str, properties: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The property that a field is, and the keys below it; a described name wins."""
    if name not in properties:
        own = name.partition("[")[0]
        for known in (*properties, own):
            if known and (keys := below(known, name)) is not None:
                return known, keys
    return name, ()


def _items(schema: Schema | None, data: bytes) -> Iterator[Sent]:
    """The items of JSON lines, or of a JSON text sequence (RFC 7464)."""
    lines = data.replace(b"\x1e", b"\n").splitlines()
    for index, line in enumerate(filter(bytes.strip, lines)):
        value = _json(line, str(index))
        if schema is not None:
            yield Sent(schema, value, (str(index),))


def _json(text: str | bytes, *tokens: str) -> Value:
    try:
        return parse_json(text)
    except ValueError as error:
        problem = Problem(("body", *tokens), f"the body is not JSON: {error}")
        raise Refusal(400, problem) from error


def _text(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError) as error:
        problem = Problem(("body",), f"the body is not text: {error}")
        raise Refusal(400, problem) from error


def _parts(data: bytes, boundary: str) -> Iterator[Part]:
    """The parts of a form (RFC 7578).

    Raises:
        Refusal: 400, it is not divided into parts, or a part has no name.
    """
    decoder = MultipartDecoder(boundary.encode(), max_parts=_MOST_PARTS)
    decoder.receive_data(data)
    decoder.receive_data(None)
    head: Field | File | None = None
    content = bytearray()
    try:
        while not isinstance(event := decoder.next_event(), Epilogue):
            if isinstance(event, (Field, File)):
                head = event
            elif isinstance(event, Data):
                content += event.data
                if head is not None and not event.more_data:
                    yield _part(head, bytes(content))
                    content.clear()
    except ValueError as error:
        problem = Problem(("body",), f"the body is not a form: {error}")
        raise Refusal(400, problem) from error


def _part(head: Field | File, content: bytes) -> Part:
    if not head.name:
        raise Refusal(400, Problem(("body",), "a part of the body has no name"))
    media_type, options = parse_options_header(head.headers.get("Content-Type", ""))
    is_file = isinstance(head, File)
    charset = "latin-1" if is_file else options.get("charset", "utf-8")
    return Part(head.name, _text(content, charset), media_type.lower())
