"""Multipart forms, read back by the standard library's own parser, and streamed over a socket."""

from __future__ import annotations

import io
import tracemalloc
from email import message_from_bytes
from email.policy import HTTP
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.wire.form_fields import FieldEncoding
from generator.runtime.wire.multipart import file_from_path, multipart_body

Part = tuple[str | None, str | None, str, bytes]


def body(fields: Any, files: Any = (), **options: Any) -> tuple[str, bytes]:
    media_type, source = multipart_body(fields, files, **options)
    data = b"".join(source.start())
    assert source.length in (None, len(data))
    return media_type, data


def parts(fields: Any, files: Any = (), **options: Any) -> list[Part]:
    """Name, file name, media type and content of each part."""
    media_type, data = body(fields, files, **options)
    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    message = message_from_bytes(head + data, policy=HTTP)
    assert message.is_multipart()
    found = []
    for part in message.iter_parts():
        disposition = part["content-disposition"].params
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        kind = part.get_content_type() if "content-type" in part else ""
        found.append((disposition["name"], disposition.get("filename"), kind, content))
    return found


def test_fields_are_parts() -> None:
    assert parts({"a": "é", "b": 7, "c": True, "d": None}) == [
        ("a", None, "", "é".encode()),
        ("b", None, "", b"7"),
        ("c", None, "", b"true"),
    ]


def test_nested_fields_are_flattened_with_brackets() -> None:
    assert [
        (name, content) for name, _, _, content in parts({"a": {"b": [1, {"c": 2}]}})
    ] == [
        ("a[b][]", b"1"),
        ("a[b][][c]", b"2"),
    ]


def test_nested_fields_can_be_json() -> None:
    fields = {"a": {"b": [1]}, "c": "text", "d": 7, "e": None, "f": [1]}
    assert parts(fields, syntax="json") == [
        ("a", None, "application/json", b'{"b":[1]}'),
        ("c", None, "", b"text"),
        ("d", None, "", b"7"),
        ("e", None, "", b""),
        ("f", None, "application/json", b"[1]"),
    ]


def test_a_file_comes_in_many_forms(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"png")
    with path.open("rb") as handle:
        files = [
            ("a", b"bytes"),
            ("b", path),
            ("c", handle),
            ("d", io.BytesIO(b"memory")),
            ("e", ("name.txt", b"named")),
            ("f", ("name.bin", b"typed", "x/y")),
            ("g", ("name", io.BytesIO(b"more"), None, {"X-Extra": "1"})),
            ("h", (None, b"no name")),
        ]
        found = parts({}, files)
    assert found == [
        ("a", "upload", "application/octet-stream", b"bytes"),
        ("b", "picture.png", "image/png", b"png"),
        ("c", "picture.png", "image/png", b"png"),
        ("d", "upload", "application/octet-stream", b"memory"),
        ("e", "name.txt", "text/plain", b"named"),
        ("f", "name.bin", "x/y", b"typed"),
        ("g", "name", "application/octet-stream", b"more"),
        ("h", None, "application/octet-stream", b"no name"),
    ]


def test_a_further_header_is_sent() -> None:
    _, data = body({}, {"a": ("n", b"x", None, {"X-Extra": "1"})})
    assert b"\r\nX-Extra: 1\r\n" in data


@pytest.mark.parametrize("file", ["text", ("name", "text"), 7, None, ("name", None)])
def test_what_is_no_file_is_refused_in_the_official_words(file: Any) -> None:
    words = (
        "Expected entry at `a` to be bytes, an io.IOBase instance, PathLike or a tuple"
    )
    with pytest.raises(RuntimeError, match=words):
        body({}, {"a": file})


@pytest.mark.parametrize(
    "file",
    [
        ("n", b"x", "text/plain\r\nX-Evil: 1"),
        ("n", b"x", None, {"X": "1\r\nX-Evil: 1"}),
        ("n", b"x", None, {"X\r\nX-Evil": "1"}),
        ("n", b"x", None, {"X-Evil: 1\n": "1"}),
        ("n", b"x", None, {"": "1"}),
        ("n", b"x", None, {"X: 1, Y": "1"}),
        ("n", b"x", None, {"X": "\0"}),
    ],
)
def test_a_header_cannot_bring_in_another(file: Any) -> None:
    with pytest.raises(ValueError, match="cannot be sent"):
        body({}, {"a": file})


def test_names_are_quoted_as_browsers_do() -> None:
    _, data = body({'a"\r\nb': "x"}, {"f": ('n"\r\n.txt', b"y")})
    assert b'name="a%22%0D%0Ab"' in data
    assert b'filename="n%22%0D%0A.txt"' in data


def test_the_boundary_is_new_each_time_unless_it_is_given() -> None:
    assert body({"a": 1})[0] != body({"a": 1})[0]
    assert body({"a": 1}, boundary="xyz") == (
        "multipart/form-data; boundary=xyz",
        b'--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--xyz--\r\n',
    )


def test_a_form_without_parts_is_a_form() -> None:
    assert body({}, boundary="xyz")[1] == b"--xyz--\r\n"


@given(
    st.dictionaries(st.text("abc é", min_size=1), st.text("abc\r\n-é"), max_size=4),
    st.lists(st.binary(max_size=200), max_size=3),
)
def test_what_is_read_back_is_what_was_sent(
    fields: dict[str, str], files: list[bytes]
) -> None:
    media_type, data = body(fields, [("f", ("n", content)) for content in files])
    boundary = media_type.partition("boundary=")[2].encode()
    pieces = data.split(b"--" + boundary)
    assert pieces[0] == b""
    assert pieces[-1] == b"--\r\n"
    contents = [
        piece.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n") for piece in pieces[1:-1]
    ]
    assert contents == [*(text.encode() for text in fields.values()), *files]


def test_a_large_file_is_never_whole_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    _, source = multipart_body({}, {"file": path})
    assert source.length is not None
    assert sum(map(len, source.start())) == source.length > 200_000_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_a_file_can_be_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"text")
    assert file_from_path(str(path)) == ("a.txt", b"text")


class Pipe:
    """Can be read, and is no file of the standard library."""

    def __init__(self) -> None:
        self._left = [b"piece"]

    def seekable(self) -> bool:
        return False

    def read(self, size: int = -1) -> bytes:
        return self._left.pop() if self._left else b""


def test_what_can_be_read_is_a_file() -> None:
    assert parts({}, [("a", Pipe())]) == [
        ("a", "upload", "application/octet-stream", b"piece")
    ]


def test_the_type_of_a_part_is_written_as_it_is_known() -> None:
    for fields, syntax in (({"a": {"b": 1}}, "json"), ({"a": [{"b": 1}]}, "parts")):
        _, data = body(fields, (), syntax=syntax)
        assert b"Content-Type: application/json\r\n" in data


def test_objects_are_json_and_items_are_parts() -> None:
    """OpenAPI 3.1, 4.8.15."""
    fields = {
        "a": {"b": [1]},
        "c": [{"d": 1}, [2]],
        "e": [1, 2],
        "f": (3, 4),
        "g": "text",
        "h": None,
    }
    assert parts(fields, syntax="parts", arrays="repeat") == [
        ("a", None, "application/json", b'{"b":[1]}'),
        ("c", None, "application/json", b'{"d":1}'),
        ("c", None, "application/json", b"[2]"),
        ("e", None, "", b"1"),
        ("e", None, "", b"2"),
        ("f", None, "", b"3"),
        ("f", None, "", b"4"),
        ("g", None, "", b"text"),
    ]


@pytest.mark.parametrize(
    ("arrays", "objects", "names"),
    [
        ("repeat", "brackets", ["a", "a", "b[c]"]),
        ("brackets", "dots", ["a[]", "a[]", "b.c"]),
        ("indices", "brackets", ["a[0]", "a[1]", "b[c]"]),
    ],
)
def test_lists_and_objects_are_written_as_the_form_wants(
    arrays: str, objects: str, names: list[str]
) -> None:
    found = parts({"a": [1, 2], "b": {"c": 3}}, arrays=arrays, objects=objects)
    assert [name for name, *_ in found] == names


def test_a_field_can_be_a_document_of_a_media_type() -> None:
    encodings = {
        "a": FieldEncoding(media_type="application/merge-patch+json"),
        "b": FieldEncoding(media_type="text/csv, text/plain"),
        "c": FieldEncoding(media_type="text/plain"),
        "d": FieldEncoding(media_type="text/plain"),
        "e": FieldEncoding(style="form"),
    }
    fields = {"a": {"x": [1]}, "b": "1,2", "c": ["x", 7], "d": None, "e": "y", "f": 1}
    assert parts(fields, syntax="json", encodings=encodings) == [
        ("a", None, "application/merge-patch+json", b'{"x":[1]}'),
        ("b", None, "text/csv", b"1,2"),
        ("c", None, "text/plain", b"x"),
        ("c", None, "text/plain", b"7"),
        ("d", None, "", b""),
        ("e", None, "", b"y"),
        ("f", None, "", b"1"),
    ]
    _, data = body({"b": "1"}, encodings=encodings)
    assert b"Content-Type: text/csv\r\n" in data
    assert b"Content-Disposition: form-data" in data


def test_a_document_that_cannot_be_written_is_refused_by_name() -> None:
    encodings = {"a": FieldEncoding(media_type="text/plain")}
    with pytest.raises(TypeError, match=r"^a: "):
        body({"a": object()}, encodings=encodings)
    with pytest.raises(ValueError, match="'Content-Type'"):
        body({"a": "x"}, encodings={"a": FieldEncoding(media_type="text/x\r\nX: y")})


@pytest.mark.parametrize(
    ("stated", "sent"),
    [
        ("image/png", "image/png"),
        ("image/*", "text/plain"),
        ("image/png, image/jpeg", "text/plain"),
        (None, "text/plain"),
    ],
)
def test_a_file_has_the_media_type_that_is_stated_for_its_field(
    stated: str | None, sent: str
) -> None:
    encodings = {"a": FieldEncoding(media_type=stated)}
    files = [("a", ("n.txt", b"x")), ("b", ("n.txt", b"y")), ("a", ("n", b"z", "x/y"))]
    kinds = [kind for _, _, kind, _ in parts({}, files, encodings=encodings)]
    assert kinds == [sent, "text/plain", "x/y"]
