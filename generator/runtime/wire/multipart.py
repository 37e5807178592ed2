"""Multipart forms (RFC 7578): fields and files as one body that is never whole in memory."""

from __future__ import annotations

import io
import mimetypes
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Literal, TypeAlias, cast

from .form_fields import FieldEncoding
from .sources import BytesSource, ChainedSource, Source, source_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .query import ArrayFormat, NestedFormat

FileContent: TypeAlias = IO[bytes] | bytes | os.PathLike[str]
FileTypes: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
"""A file: its content alone, or with a name, a media type and further headers of its part."""

Files: TypeAlias = Mapping[str, FileTypes] | Sequence[tuple[str, FileTypes]]
Syntax: TypeAlias = Literal["brackets", "json", "parts"]
"""How a nested field is written: a part for each leaf; one JSON part for the whole (then null is an
empty part); or, as OpenAPI 3.1 has it (4.8.15), a part for each item of a list, objects in JSON."""

_ESCAPES = {'"': "%22", "\r": "%0D", "\n": "%0A"}


def multipart_body(
    fields: Mapping[str, object],
    files: Files,
    *,
    syntax: Syntax = "brackets",
    boundary: str | None = None,
    media_type: str | None = None,
    encodings: Mapping[str, FieldEncoding] | None = None,
    arrays: ArrayFormat = "brackets",
    objects: NestedFormat = "brackets",
) -> tuple[str, Source]:
    """The content type of a form and the source of its bytes.

    ``boundary`` is made up at random unless it is given; ``arrays`` is how lists of single values
    are written, ``objects`` how objects are, where not in JSON, ``encodings`` are those of fields
    and files that are written in another way.

    Raises:
        RuntimeError: a file is neither bytes, a handle, a path nor a tuple.
        ValueError: a header of a part cannot be sent.
    """
    mark = boundary or secrets.token_hex(16)
    known = encodings or {}
    parts = [
        *_field_parts(fields, syntax, arrays, objects, known),
        *_file_parts(files, known),
    ]
    sources: list[Source] = []
    for headers, content in parts:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        opening = f"--{mark}\r\n{head}\r\n".encode()
        sources += [BytesSource(opening), content, BytesSource(b"\r\n")]
    sources.append(BytesSource(f"--{mark}--\r\n".encode()))
    kind = media_type or "multipart/form-data"
    return f"{kind}; boundary={mark}", ChainedSource(sources)


def file_from_path(path: str) -> tuple[str, bytes]:
    """A file for an upload: its name and its content, which is read into memory.

    A ``pathlib.Path`` given as the file itself is streamed instead.

    Raises:
        OSError: the file cannot be read.
    """
    return Path(path).name, Path(path).read_bytes()


_Part: TypeAlias = tuple[list[tuple[str, str]], Source]


def _field_parts(
    fields: Mapping[str, object],
    syntax: Syntax,
    arrays: ArrayFormat,
    objects: NestedFormat,
    encodings: Mapping[str, FieldEncoding],
) -> Iterator[_Part]:
    from .query import add_pairs

    for name, value in fields.items():
        encoding = encodings.get(name)
        kind = encoding.media_type if encoding is not None else None
        if encoding is not None and kind and value is not None:
            yield from _documents(name, value, kind, is_json=encoding.is_json)
            continue
        if syntax == "parts" and _holds_objects(value):
            for item in _items(value):
                yield _json_part(name, item, "application/json")
            continue
        if syntax == "json" and _is_nested(value):
            yield _json_part(name, value, "application/json")
            continue
        if syntax == "json" and value is None:
            yield [("Content-Disposition", _disposition(name))], BytesSource(b"")
        pairs: list[tuple[str, str]] = []
        add_pairs(pairs, name, value, arrays, objects)
        for key, text in pairs:
            headers = [("Content-Disposition", _disposition(key))]
            yield headers, BytesSource(text.encode())


def _documents(
    name: str, value: object, kind: str, *, is_json: bool
) -> Iterator[_Part]:
    """The parts of a field that is a document of a media type, or a list of them."""
    if is_json:
        yield _json_part(name, value, kind)
        return
    from .scalars import scalar

    for item in _items(value):
        headers = [
            ("Content-Disposition", _disposition(name)),
            _checked("Content-Type", kind.partition(",")[0]),
        ]
        yield headers, BytesSource(scalar(name, item).encode())


def _json_part(name: str, value: object, media_type: str) -> _Part:
    from .json_body import encode_json

    headers = [
        ("Content-Disposition", _disposition(name)),
        ("Content-Type", media_type),
    ]
    return headers, BytesSource(encode_json(value))


def _items(value: object) -> Sequence[object]:
    """The items of a list; a single value is its own."""
    if isinstance(value, (list, tuple)):
        return cast("Sequence[object]", value)
    return (value,)


def _holds_objects(value: object) -> bool:
    """Whether a value is an object, or a list with objects or lists in it."""
    if isinstance(value, (list, tuple)):
        return any(map(_is_nested, cast("Sequence[object]", value)))
    return isinstance(value, Mapping)


def _is_nested(value: object) -> bool:
    return isinstance(value, (Mapping, list, tuple))


def _file_parts(
    files: Files, encodings: Mapping[str, FieldEncoding]
) -> Iterator[_Part]:
    entries = files.items() if isinstance(files, Mapping) else files
    for name, file in entries:
        file_name, content, media_type, headers = _unpacked(name, file)
        stated = encodings[name].media_type if name in encodings else None
        is_one = stated is not None and "*" not in stated and "," not in stated
        guessed = stated if is_one else _guessed(file_name)
        yield (
            [
                ("Content-Disposition", _disposition(name, file_name)),
                ("Content-Type", media_type or guessed or "application/octet-stream"),
                *(_checked(n, v) for n, v in headers.items()),
            ],
            source_of(content),
        )


def _guessed(file_name: str | None) -> str | None:
    return mimetypes.guess_type(file_name)[0] if file_name else None


def _unpacked(
    name: str, file: object
) -> tuple[str | None, Any, str | None, Mapping[str, str]]:
    """The name, content, media type and headers of a file, however it was given."""
    file_name: str | None = None
    media_type: str | None = None
    headers: Mapping[str, str] = {}
    content: Any = file
    if isinstance(file, tuple):
        file_name, content, *rest = cast("Sequence[Any]", file)
        media_type = rest[0] if rest else None
        headers = rest[1] if len(rest) > 1 else {}
        if media_type is not None:
            _checked("Content-Type", media_type)
    if isinstance(content, str) or not _is_file(content):
        raise RuntimeError(
            f"Expected entry at `{name}` to be bytes, an io.IOBase instance, PathLike or a "
            f"tuple but received {type(content)} instead. See the README on uploads."
        )
    if file_name is None and not isinstance(file, tuple):
        file_name = _name_of(content)
    return file_name, content, media_type, headers


def _is_file(content: object) -> bool:
    kinds = (bytes, bytearray, io.IOBase, os.PathLike)
    return isinstance(content, kinds) or hasattr(content, "read")


def _name_of(content: object) -> str:
    if isinstance(content, os.PathLike):
        return Path(cast("os.PathLike[str]", content)).name
    name = getattr(content, "name", None)
    return Path(name).name if isinstance(name, str) else "upload"


def _disposition(name: str, file_name: str | None = None) -> str:
    """The header that names a part, quoted as browsers do (WHATWG HTML, 4.10.21.8)."""
    text = f'form-data; name="{_quoted(name)}"'
    return text if file_name is None else f'{text}; filename="{_quoted(file_name)}"'


def _quoted(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)


def _checked(name: str, value: str) -> tuple[str, str]:
    if not name or any(c in f"{name}{value}" for c in "\r\n\0") or ":" in name:
        raise ValueError(f"the header {name!r} of a file's part cannot be sent")
    return name, value
