"""Parameters read back from the way they travel: every style of OpenAPI 3.1, 4.8.12.2.1.

What was sent is split while it is still percent-encoded, so that a delimiter in a value is no
delimiter. How a client writes lists and objects is the client's business as much as the
description's, so the bracketed and dotted forms that are common are understood as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import unquote, unquote_plus

from ..openapi import Description, Location, Parameter, Schema
from ..source.document import Value
from .fields import Fields, below
from .json_text import parse_json
from .layers import Layers
from .schemas import Schemas

_SPLIT = {
    "spaceDelimited": re.compile(r"%20|\+| "),
    "pipeDelimited": re.compile(r"%7C|\|", re.I),
    "tabDelimited": re.compile(r"%09|\t"),
}
_COMMA = re.compile(",")
Decode = Callable[[str], str]
Pairs = Sequence[tuple[str, str]]
"""The names and values of a query or of cookies, still percent-encoded."""


class _Absent:
    """What a parameter is that was not sent."""


ABSENT: Final = _Absent()


class Styles:
    """Reads parameters; text becomes a number, boolean or null where the schema wants one."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._fields = Fields(schemas)

    @property
    def description(self) -> Description:
        """The description whose parameters are read."""
        return self._schemas.description

    def shape(self, parameter: Parameter) -> str:
        """Whether a parameter is an "object", an "array" or a "scalar"."""
        return self._fields.shape(self._layers(parameter.schema))

    def from_path(self, parameter: Parameter, raw: str) -> Value:
        """The value of a path variable in style simple, label or matrix, or delimited."""
        if parameter.media_type is not None:
            return _document(unquote(raw))
        name, comma = parameter.name, _SPLIT.get(parameter.style, _COMMA)
        if parameter.style == "label":
            raw = raw.removeprefix(".")
            comma = re.compile(r"[.,]" if parameter.explode else ",")
        elif parameter.style == "matrix":
            raw = raw.removeprefix(";")
            if parameter.explode and self.shape(parameter) == "object":
                comma = re.compile(";")
            else:
                raw = re.sub(f"(^|;){re.escape(name)}=?", r"\1", raw)
                comma = re.compile("[;,]" if parameter.explode else ",")
        return self._delimited(parameter, raw, comma, unquote)

    def from_header(self, parameter: Parameter, raw: str | None) -> Value:
        """The value of a header, in style simple or delimited."""
        if raw is None:
            return ABSENT
        if parameter.media_type is not None:
            return _document(raw)
        comma = _SPLIT.get(parameter.style, re.compile(r",\s*"))
        return self._delimited(parameter, raw, comma, str)

    def from_pairs(self, parameter: Parameter, pairs: Pairs) -> Value:
        """The value of a query parameter or a cookie, from all pairs that were sent."""
        decode = unquote_plus if parameter.location is Location.QUERY else unquote
        name = parameter.name
        own = [value for key, value in pairs if decode(key) == name]
        if parameter.media_type is not None:
            return _document(decode(own[0])) if own else ABSENT
        shape = self.shape(parameter)
        nested = [
            (keys, decode(value))
            for key, value in pairs
            if (keys := below(name, decode(key)))
        ]
        if nested and shape != "scalar":
            return self._fields.value(nested, self._layers(parameter.schema))
        if shape == "object":
            return self._object(parameter, own, pairs, decode)
        if shape == "array":
            return self._array(parameter, own, decode)
        return self._scalar(decode(own[0]), parameter.schema) if own else ABSENT

    def from_query_string(self, parameter: Parameter, pairs: Pairs, raw: str) -> Value:
        """The value of a parameter that is the whole query string (OpenAPI 3.2, 4.12.1)."""
        if not raw:
            return ABSENT
        if self.shape(parameter) == "object" and "json" not in (
            parameter.media_type or ""
        ):
            found = {unquote_plus(key): unquote_plus(value) for key, value in pairs}
            return self._typed_members(found, parameter.schema)
        text = unquote(raw)
        return _document(text) if "json" in (parameter.media_type or "") else text

    def _scalar(self, text: str, schema: Schema | None) -> Value:
        return self._fields.scalar(text, self._layers(schema))

    def _array(self, parameter: Parameter, own: list[str], decode: Decode) -> Value:
        splitter = _SPLIT.get(parameter.style, _COMMA)
        if len(own) == 1 and not (parameter.explode and parameter.style == "form"):
            raw = splitter.split(own[0]) if own[0] else []
        elif own:
            raw = own
        else:
            return ABSENT
        return [self._item(parameter, decode(text)) for text in raw]

    def _object(
        self, parameter: Parameter, own: list[str], pairs: Pairs, decode: Decode
    ) -> Value:
        if own and not (parameter.explode and parameter.style == "form"):
            splitter = _SPLIT.get(parameter.style, _COMMA)
            return self._alternating(parameter, splitter.split(own[0]), decode)
        layers = self._layers(parameter.schema)
        entries = [
            ((member, *keys), decode(text))
            for key, text in pairs
            for member in layers.properties()
            if (keys := below(member, decode(key))) is not None
        ]
        return self._fields.value(entries, layers) if entries else ABSENT

    def _delimited(
        self, parameter: Parameter, raw: str, comma: re.Pattern[str], decode: Decode
    ) -> Value:
        if self.shape(parameter) == "array":
            texts = comma.split(raw) if raw else []
            return [self._item(parameter, decode(text)) for text in texts]
        if self.shape(parameter) == "object" and parameter.explode:
            entries = (text.partition("=") for text in comma.split(raw))
            found = {decode(key): decode(value) for key, _, value in entries}
            return self._typed_members(found, parameter.schema)
        if self.shape(parameter) == "object":
            return self._alternating(parameter, comma.split(raw), decode)
        return self._scalar(decode(raw), parameter.schema)

    def _alternating(
        self, parameter: Parameter, texts: list[str], decode: Decode
    ) -> Value:
        decoded = [decode(text) for text in texts]
        found = dict(zip(decoded[::2], decoded[1::2], strict=False))
        return self._typed_members(found, parameter.schema)

    def _item(self, parameter: Parameter, text: str) -> Value:
        return self._fields.scalar(text, self._layers(parameter.schema).items(0))

    def _typed_members(self, found: Mapping[str, str], schema: Schema | None) -> Value:
        layers = self._layers(schema)
        return {
            name: self._fields.scalar(text, self._fields.property(layers, name))
            for name, text in found.items()
        }

    def _layers(self, schema: Schema | None) -> Layers:
        return Layers.of(self.description, *(() if schema is None else (schema,)))


def pairs_of(raw: str) -> Pairs:
    """The names and values of a query string or a form, as they were sent."""
    parts = (part.partition("=") for part in raw.split("&") if part)
    return [(name, value) for name, _, value in parts]


def _document(text: str) -> Value:
    """A parameter that is a JSON document; text that is not JSON is unchanged."""
    try:
        return parse_json(text)
    except ValueError:
        return text
