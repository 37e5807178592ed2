"""The body of a request as options of curl."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, assert_never, cast

from ...runtime.wire.form_fields import FieldEncoding, encode_form
from ...runtime.wire.json_body import encode_json
from ...runtime.wire.query import add_pairs
from ...runtime.wire.scalars import scalar
from ...surface import (
    Argument,
    BodyPart,
    FormBody,
    JsonBody,
    Method,
    MultipartBody,
    RawBody,
)
from ..notation.examples import file_name, holds_files
from .shell_words import Variable, word

if TYPE_CHECKING:
    from ...runtime.wire.param_styles import StyleName
    from ...runtime.wire.query import ArrayFormat, NestedFormat

_USUAL_FORM = "application/x-www-form-urlencoded"

_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(?:; ?charset=[\w-]+)?", re.ASCII)
"""Media types that curl takes for nothing else: after a semicolon it reads ``headers=@FILE``, too."""

Given = list[tuple[Argument, object]]
"""Arguments, each with what is sent for it."""


def body_options(method: Method, given: Given) -> Iterator[str]:
    """The options for what is given of a method's body.

    Raises:
        TypeError: a value cannot be sent.
        ValueError: a field has a name that curl cannot send.
    """
    body = method.body
    if body is None or not (given or body.required):
        return
    whole = next((v for a, v in given if a.part is BodyPart.WHOLE), None)
    fields = {a.wire_name: v for a, v in given if a.part is BodyPart.FIELD}
    if isinstance(whole, Mapping):
        fields = dict(cast("Mapping[str, object]", whole))
    match body:
        case JsonBody():
            yield header("Content-Type", body.media_type)
            yield _data(_json(fields if whole is None else whole, indent=2))
        case FormBody():
            if body.media_type != _USUAL_FORM:
                yield header("Content-Type", body.media_type)
            yield _data(_form(body, fields))
        case MultipartBody():
            for name, value in fields.items():
                yield from _field(body, name, value)
            for argument, value in given:
                if argument.part is BodyPart.FILE:
                    yield from _files(method, argument, value)
        case RawBody():
            yield header("Content-Type", body.media_type)
            argument, value = given[0]
            if holds_files(argument.type):
                yield f"--data-binary {word(f'@{file_name(method, argument)}')}"
            else:
                yield _data(str(value))
        case _:
            assert_never(body)


def header(name: str, *value: str | Variable) -> str:
    """The option for a header; curl sends an empty one if a semicolon takes the colon's place."""
    if not any(value):
        return f"-H {word(f'{name};')}"
    return f"-H {word(f'{name}: ', *value)}"


def _data(text: str) -> str:
    """The option for a body; one that begins with an @ would be the name of a file."""
    return f"{'--data-raw' if text.startswith('@') else '-d'} {word(text)}"


def _json(value: object, indent: int | None = None) -> str:
    """A JSON text, with escapes for invisible characters only."""
    text = json.dumps(json.loads(encode_json(value)), ensure_ascii=False, indent=indent)
    return "".join(
        c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text
    )


def _form(body: FormBody, fields: Mapping[str, object]) -> str:
    encodings = {
        name: FieldEncoding(
            cast("StyleName | None", found.style),
            explode=found.explode,
            media_type=found.media_type,
        )
        for name, found in body.encodings.items()
    }
    return encode_form(fields, encodings, cast("ArrayFormat", body.arrays))


def _field(body: MultipartBody, name: str, value: object) -> Iterator[str]:
    """The parts of a field: a text for each value, or documents."""
    found = body.encodings.get(name)
    kind = found.media_type if found is not None else None
    if kind is None and body.objects is None and _holds_objects(value):
        items = value if isinstance(value, list) else [value]
        for item in items:
            yield _document(name, _json(item), "application/json")
    elif kind is not None and value is not None:
        is_json = FieldEncoding(media_type=kind).is_json
        items = value if isinstance(value, list) and not is_json else [value]
        for item in items:
            text = _json(item) if is_json else scalar(name, item)
            yield _document(name, text, kind.partition(",")[0])
    else:
        pairs: list[tuple[str, str]] = []
        arrays = cast("ArrayFormat", body.arrays)
        objects = cast("NestedFormat", body.objects or "brackets")
        add_pairs(pairs, name, value, arrays, objects)
        for key, text in pairs:
            yield f"--form-string {word(f'{_key(key)}={text}')}"


def _holds_objects(value: object) -> bool:
    """Whether a value is an object, or a list with objects or lists in it."""
    if isinstance(value, list):
        return any(isinstance(item, (dict, list)) for item in value)
    return isinstance(value, dict)


def _document(name: str, text: str, media_type: str) -> str:
    """A part with a media type; in quotes, nothing but they and the backslash means anything."""
    if not _TYPE.fullmatch(media_type):
        raise ValueError(f"curl would take options from the media type {media_type!r}")
    inside = text.replace("\\", "\\\\").replace('"', '\\"')
    part = f'{_key(name)}="{inside}";type={media_type}'
    return f"-F {word(part)}"


def _files(method: Method, argument: Argument, value: object) -> Iterator[str]:
    count = len(value) if isinstance(value, list) else 1
    part = f"{_key(argument.wire_name)}=@{file_name(method, argument)}"
    for _ in range(count):
        yield f"-F {word(part)}"


def _key(name: str) -> str:
    if "=" in name:
        raise ValueError(f"curl takes the name {name!r} for a name and a value")
    return name
