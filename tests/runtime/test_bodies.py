"""Bodies over a real socket: every kind arrives whole, and a retry sends it again or is refused."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.runtime import APIConnectionError, InternalServerError
from tests.runtime.acme import settings
from tests.runtime.conftest import Call
from tests.runtime.server import Server, answer, reset

OK = answer(200, {"id": "z"})
KEYED = settings(idempotency_header="Idempotency-Key")


def posted(call: Call, **arguments: Any) -> Any:
    """What ``client.post`` gives."""
    return call(
        lambda zones: zones._client.post("/upload", cast_to=object, **arguments),
        settings=KEYED,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "file.bin"
    path.write_bytes(bytes(range(256)) * 1000)
    return path


def test_a_json_body_is_sent_with_its_type_and_length(
    call: Call, server: Server
) -> None:
    server.will(OK)
    posted(call, body={"a": [1, None]})
    (seen,) = server.seen
    assert seen.headers["content-type"] == "application/json"
    assert seen.headers["content-length"] == str(len(seen.body))
    assert json.loads(seen.body) == {"a": [1, None]}


def test_further_properties_are_merged_into_a_body(call: Call, server: Server) -> None:
    server.will(OK)
    posted(call, body={"a": 1, "b": 2}, options={"extra_json": {"b": 3}})
    assert json.loads(server.seen[0].body) == {"a": 1, "b": 3}


def test_nothing_can_be_merged_into_a_list(call: Call) -> None:
    with pytest.raises(TypeError, match="only be added to a body that is a mapping"):
        posted(call, body=[1], options={"extra_json": {"b": 3}})


SOURCES: dict[str, Callable[[Path], Any]] = {
    "bytes": lambda path: path.read_bytes(),
    "bytearray": lambda path: bytearray(path.read_bytes()),
    "path": lambda path: path,
    "handle": lambda path: path.open("rb"),
    "memory": lambda path: io.BytesIO(path.read_bytes()),
    "list": lambda path: [path.read_bytes()[:7], path.read_bytes()[7:]],
}


@pytest.mark.parametrize("kind", SOURCES)
def test_content_is_sent_as_it_is_and_again_on_a_retry(
    call: Call, server: Server, file: Path, kind: str
) -> None:
    bodies: list[bytes] = []

    def step(status: int) -> Any:
        def read(connection: Any, seen: Any) -> bool:
            bodies.append(_whole(connection, seen))
            return answer(status)(connection, seen)

        return read

    server.will(step(503), step(200))
    content = SOURCES[kind](file)
    posted(call, content=content)
    assert bodies == [file.read_bytes()] * 2
    first, second = server.seen
    assert first.headers["content-type"] == "application/octet-stream"
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]
    known = kind != "list"
    assert ("content-length" in first.headers) == known
    assert (first.headers.get("transfer-encoding") == "chunked") == (not known)
    if hasattr(content, "close"):
        assert not content.closed
        content.close()


def _whole(connection: Any, seen: Any) -> bytes:
    """The body of a request; the server has read one whose length it knew."""
    if "content-length" in seen.headers:
        return bytes(seen.body)
    return _dechunked(seen.stream)


def _dechunked(stream: Any) -> bytes:
    body = b""
    while size := int(stream.readline(), 16):
        body += stream.read(size)
        stream.readline()
    stream.readline()
    return body


def test_text_is_sent_as_utf_8(call: Call, server: Server) -> None:
    server.will(OK)
    posted(call, content="é")
    assert server.seen[0].body == "é".encode()
    assert server.seen[0].headers["content-type"] == "text/plain; charset=utf-8"


def test_a_handle_is_sent_from_where_it_stands(call: Call, server: Server) -> None:
    handle = io.BytesIO(b"0123456789")
    handle.seek(4)
    server.will(answer(503), OK)
    posted(call, content=handle)
    assert [seen.body for seen in server.seen] == [b"456789", b"456789"]


def pieces() -> Iterator[bytes]:
    yield b"one"
    yield b"two"


def drained(connection: Any, seen: Any) -> None:
    assert _dechunked(seen.stream) == b"onetwo"


def test_an_iterator_is_sent_once(call: Call, server: Server) -> None:
    def refused(connection: Any, seen: Any) -> bool:
        drained(connection, seen)
        return answer(503)(connection, seen)

    server.will(refused)
    with pytest.raises(InternalServerError):
        posted(call, content=pieces())
    assert len(server.seen) == 1


def test_an_iterator_that_was_lost_is_said_to_be_gone(
    call: Call, server: Server
) -> None:
    def lost(connection: Any, seen: Any) -> bool:
        drained(connection, seen)
        return reset(connection, seen)

    server.will(lost)
    with pytest.raises(APIConnectionError, match="its body can be read only once"):
        posted(call, content=pieces())
    assert len(server.seen) == 1


def test_an_iterator_that_was_not_touched_is_sent_after_all(
    call: Call, server: Server
) -> None:
    with pytest.raises(APIConnectionError) as caught:
        call(
            lambda zones: zones._client.post("/a", cast_to=object, content=pieces()),
            base_url="http://127.0.0.1:9",
            settings=KEYED,
            max_retries=1,
        )
    assert caught.value.retries_taken == 1


def test_a_redirect_does_not_send_half_a_body(call: Call, server: Server) -> None:
    def moved(connection: Any, seen: Any) -> bool:
        drained(connection, seen)
        return answer(307, location="/elsewhere")(connection, seen)

    server.will(moved)
    with pytest.raises(APIConnectionError, match="a body that can be read only once"):
        posted(call, content=pieces())


def test_an_asynchronous_body_needs_the_asynchronous_client(
    call: Call, server: Server, request: pytest.FixtureRequest
) -> None:
    async def later() -> AsyncIterator[bytes]:
        for piece in pieces():
            yield piece

    if request.node.callspec.params["call"] == "sync":
        with pytest.raises(TypeError, match="needs the asynchronous client"):
            posted(call, content=later())
        return

    def step(connection: Any, seen: Any) -> bool:
        drained(connection, seen)
        return OK(connection, seen)

    server.will(step)
    posted(call, content=later())


def test_a_form_is_sent_with_its_files(call: Call, server: Server, file: Path) -> None:
    server.will(answer(503), OK)
    posted(call, body={"a": {"b": 1}}, files={"f": file})
    first, second = server.seen
    assert first.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert first.body == second.body
    assert int(first.headers["content-length"]) == len(first.body)
    assert file.read_bytes() in first.body
    assert b'name="a[b]"' in first.body


def test_a_form_keeps_its_boundary(call: Call, server: Server) -> None:
    server.will(OK)
    options = {"headers": {"content-type": "multipart/form-data"}}
    posted(call, files={"f": b"x"}, options=options)
    assert "; boundary=" in server.seen[0].headers["content-type"]


def test_a_form_can_be_written_as_json(call: Call, server: Server) -> None:
    server.will(OK)
    options = {"multipart_syntax": "json"}
    posted(call, body={"a": {"b": 1}}, files={"f": b"x"}, options=options)
    assert b'{"b":1}' in server.seen[0].body


def test_two_bodies_are_one_too_many(call: Call) -> None:
    with pytest.raises(TypeError, match="either content or a body"):
        posted(call, body={}, content=b"x")


@pytest.mark.parametrize("content", [7, {"a": 1}, object()])
def test_what_cannot_be_read_is_refused(call: Call, content: Any) -> None:
    with pytest.raises(TypeError, match="a body cannot be read from a"):
        posted(call, content=content)


def test_a_file_that_is_not_there_is_said_before_anything_is_sent(
    call: Call, server: Server, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError):
        posted(call, content=tmp_path / "nothing")
    assert server.seen == []


def test_a_call_may_be_written_as_one_value(call: Call, server: Server) -> None:
    from generator.runtime.wire.options import FinalRequestOptions

    options = FinalRequestOptions(
        method="patch",
        url="/a",
        params={"x": 1},
        headers={"X-A": "1"},
        json_data={"b": 2},
    )
    server.will(OK)
    call(lambda zones: zones._client.request(object, options))
    (seen,) = server.seen
    assert (seen.method, seen.target, seen.body) == ("PATCH", "/a?x=1", b'{"b":2}')
    assert seen.headers["x-a"] == "1"


def test_a_redirect_can_be_left_alone(call: Call, server: Server) -> None:
    from generator.runtime import APIStatusError

    server.will(answer(302, location="/b"))
    options = {"follow_redirects": False}
    with pytest.raises(APIStatusError) as caught:
        call(lambda zones: zones._client.get("/a", cast_to=object, options=options))
    assert caught.value.status_code == 302
