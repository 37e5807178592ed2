"""What a body is made of, as source: the ``BodySpec`` of an endpoint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from ...surface import (
    Argument,
    Body,
    BodyPart,
    FieldEncoding,
    FormBody,
    JsonBody,
    Method,
    MultipartBody,
    RawBody,
)
from ..notation.imports import Imports
from ..notation.literals import literal, tuple_of
from .params import params

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_ARRAYS = "repeat"
"""How lists in forms are usually written."""


def body_spec(method: Method, imports: Imports) -> str:
    """The specification of a method's body; empty where it has none."""
    if method.body is None:
        return ""
    parts: Mapping[BodyPart, list[Argument]] = {
        part: [a for a in method.arguments if a.part is part] for part in BodyPart
    }
    words = [_format(method.body)]
    if fields := parts[BodyPart.FIELD]:
        words.append(params(fields, imports))
    if files := parts[BodyPart.FILE]:
        words.append(f"files={params(files, imports)}")
    words += [f"whole={literal(a.name)}" for a in parts[BodyPart.WHOLE]]
    if method.body.required:
        words.append("required=True")
    if method.either:
        named = [tuple_of(list(map(literal, names))) for names in method.either]
        words.append(f"either={tuple_of(named)}")
    words += _others(method.body, imports)
    if words[0] == literal("json"):
        words = words[1:] if not fields else words
    return f"{imports.core('BodySpec')}({', '.join(words)})"


def _format(body: Body) -> str:
    match body:
        case JsonBody():
            return literal("json")
        case FormBody():
            return literal("form")
        case MultipartBody():
            return literal("multipart")
        case RawBody():
            return literal("content")
    assert_never(body)


def _others(body: Body, imports: Imports) -> Iterator[str]:
    """What is not as usual."""
    match body:
        case JsonBody(media_type=media_type):
            usual = _JSON
        case FormBody(media_type=media_type):
            usual = _FORM
        case MultipartBody(media_type=media_type):
            usual = _MULTIPART
        case RawBody(media_type=media_type):
            usual = ""
        case _:
            assert_never(body)
    if media_type != usual:
        yield f"media_type={literal(media_type)}"
    if isinstance(body, (FormBody, MultipartBody)):
        if body.encodings:
            inside = ", ".join(
                f"{literal(name)}: {_encoding(found, imports)}"
                for name, found in body.encodings.items()
            )
            yield f"encodings={{{inside}}}"
        if body.arrays != _ARRAYS:
            yield f"arrays={literal(body.arrays)}"
    if isinstance(body, MultipartBody) and body.objects is not None:
        yield f"objects={literal(body.objects)}"


def _encoding(found: FieldEncoding, imports: Imports) -> str:
    words = [literal(found.style)] if found.style else []
    if found.style and found.explode:
        words.append("explode=True")
    if found.media_type:
        words.append(f"media_type={literal(found.media_type)}")
    return f"{imports.core('FieldEncoding')}({', '.join(words)})"
