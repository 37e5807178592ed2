"""Forms in one text (WHATWG URL, 5.2), whose fields may each be written in a way of their own."""

from __future__ import annotations

from collections.abc import Mapping

from .json_body import encode_json
from .param_styles import ParamStyle, StyleName
from .query import ArrayFormat, add_pairs, quoted


class FieldEncoding:
    """How one field of a form is written (OpenAPI 3.1, 4.8.15): by a style, or as a document of a
    media type."""

    __slots__ = ("explode", "media_type", "style")

    def __init__(
        self,
        style: StyleName | None = None,
        *,
        explode: bool = False,
        media_type: str | None = None,
    ) -> None:
        self.style: StyleName | None = style
        self.explode = explode
        self.media_type = media_type

    @property
    def is_json(self) -> bool:
        """Whether the field is a JSON document."""
        essence = (self.media_type or "").partition(";")[0].strip().lower()
        return essence == "application/json" or essence.endswith("+json")


def encode_form(
    fields: Mapping[str, object],
    encodings: Mapping[str, FieldEncoding],
    arrays: ArrayFormat,
) -> str:
    """The text of a form; null and ``omit`` are left out.

    Raises:
        ValueError: a datetime has no time zone.
        TypeError: a value has no form in which it could be sent.
    """
    parts: list[str] = []
    for name, value in fields.items():
        encoding = encodings.get(name)
        if encoding is not None and encoding.is_json and value is not None:
            parts.append(f"{quoted(name)}={quoted(encode_json(value).decode())}")
            continue
        named = encoding.style if encoding is not None else None
        if encoding is not None and named is not None and named != "deepObject":
            parts += ParamStyle(named, encoding.explode).in_query(name, value)
        else:
            pairs: list[tuple[str, str]] = []
            nested: ArrayFormat = "indices" if named == "deepObject" else arrays
            add_pairs(pairs, name, value, nested, "brackets")
            parts += (f"{quoted(key)}={quoted(text)}" for key, text in pairs)
    return "&".join(parts)
