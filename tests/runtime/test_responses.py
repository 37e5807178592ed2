"""Raw and streaming responses, through both drivers."""

from __future__ import annotations

import asyncio
import inspect
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
import pytest

from generator.runtime import (
    APIConnectionError,
    APIResponseValidationError,
    AsyncBinaryAPIResponse,
    AsyncStream,
    BinaryAPIResponse,
    NotFoundError,
    Stream,
)
from tests.runtime.acme import AsyncZones, Zones, async_client, sync_client
from tests.runtime.conftest import Call
from tests.runtime.models import Zone
from tests.runtime.server import Server, answer, raw

ZONE = answer(200, {"id": "z"}, x_request_id="r1")


def of(use: Any) -> Any:
    """Get a zone, and do something with its response in either driver; it is closed then."""

    def run(zones: Any) -> Any:
        got = zones.get("z")
        if not inspect.isawaitable(got):
            with_closing = use(got)
            got.close()
            return with_closing

        async def wait() -> Any:
            response = await got
            found = use(response)
            if inspect.isawaitable(found):
                found = await found
            await response.close()
            return found

        return wait()

    return run


async def _collect(pieces: Any) -> list[Any]:
    return [piece async for piece in pieces]


def pieces_of(source: Any) -> Any:
    return _collect(source) if hasattr(source, "__aiter__") else list(source)


@pytest.mark.parametrize("mode", ["raw", "stream"])
def test_a_response_tells_about_itself_and_parses(
    mode: str, call: Call, server: Server
) -> None:
    server.will(answer(503), ZONE)
    told = call(
        of(
            lambda r: (
                r.status_code,
                r.headers["x-request-id"],
                r.method,
                r.retries_taken,
            )
        ),
        mode=mode,
    )
    assert told == (200, "r1", "GET", 1)
    server.will(ZONE)
    zone = call(of(lambda r: r.parse()), mode=mode)
    assert isinstance(zone, Zone)
    assert zone.id == "z"


def test_no_header_tells_the_server_that_a_response_is_wanted_raw(
    call: Call, server: Server
) -> None:
    server.will(ZONE)
    call(of(lambda r: None), mode="stream")
    assert not [name for name in server.seen[0].headers if "raw" in name]


@pytest.mark.parametrize("mode", ["raw", "stream"])
@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (lambda r: r.read(), b'{"id": "z"}'),
        (lambda r: r.text(), '{"id": "z"}'),
        (lambda r: r.json(), {"id": "z"}),
        (lambda r: r.parse(to=bytes), b'{"id": "z"}'),
        (lambda r: r.parse(to=str), '{"id": "z"}'),
        (lambda r: r.parse(to=dict[str, str]), {"id": "z"}),
        (lambda r: pieces_of(r.iter_bytes(4)), [b'{"id', b'": "', b'z"}']),
        (lambda r: pieces_of(r.iter_text()), ['{"id": "z"}']),
        (lambda r: pieces_of(r.iter_lines()), ['{"id": "z"}']),
    ],
)
def test_a_body_is_had_in_every_form(
    read: Any, expected: object, mode: str, call: Call, server: Server
) -> None:
    server.will(ZONE)
    assert call(of(read), mode=mode) == expected


def test_parsing_twice_gives_the_same_object(call: Call, server: Server) -> None:
    server.will(ZONE)
    one, two = call(of(lambda r: pair(r.parse(), r.parse())), mode="raw")
    assert one is two


def pair(one: Any, two: Any) -> Any:
    if not inspect.isawaitable(one):
        return one, two

    async def wait() -> Any:
        return await one, await two

    return wait()


def test_a_response_can_be_had_as_the_library_s_own(call: Call, server: Server) -> None:
    server.will(ZONE)
    found = call(of(lambda r: r.parse(to=httpx2.Response)), mode="raw")
    assert isinstance(found, httpx2.Response)


def test_an_empty_body_is_empty_bytes(call: Call, server: Server) -> None:
    server.will(answer(200, b""))
    assert call(of(lambda r: r.parse(to=bytes)), mode="raw") == b""


@pytest.mark.parametrize("body", [b"<html>", b"", b"[" * 100_000])
def test_json_that_is_none_is_a_typed_error(
    body: bytes, call: Call, server: Server
) -> None:
    server.will(answer(200, body))
    with pytest.raises(APIResponseValidationError):
        call(of(lambda r: r.json()), mode="raw")


@pytest.mark.parametrize(
    "read",
    [
        lambda r: r.read(),
        lambda r: r.parse(),
        lambda r: pieces_of(r.iter_bytes()),
        lambda r: pieces_of(r.iter_lines()),
    ],
)
def test_a_stream_that_breaks_off_is_a_typed_error(
    read: Any, call: Call, server: Server
) -> None:
    server.will(raw(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc"))
    with pytest.raises(APIConnectionError, match="broke off"):
        call(of(read), mode="stream")


def test_an_error_status_of_a_stream_is_the_usual_error(
    call: Call, server: Server
) -> None:
    server.will(answer(404, {"errors": [{"code": 1, "message": "gone"}]}))
    with pytest.raises(NotFoundError) as caught:
        call(of(lambda r: r.read()), mode="stream")
    assert caught.value.errors[0].message == "gone"


def ask_for(kind: Any, zones: Any) -> Any:
    return zones._client.get("/x", cast_to=kind)


def test_undescribed_calls_give_what_is_asked_for(call: Call, server: Server) -> None:
    import pydantic

    class Plain(pydantic.BaseModel):
        id: str

    for kind, expected in (
        (dict[str, str], {"id": "z"}),
        (object, {"id": "z"}),
        (str, '{"id": "z"}'),
        (bytes, b'{"id": "z"}'),
        (None, None),
    ):
        server.will(ZONE)
        assert call(partial(ask_for, kind)) == expected
    server.will(ZONE)
    with pytest.raises(TypeError, match="must subclass our base model type"):
        call(partial(ask_for, Plain))


def test_a_response_is_parsed_as_a_stream(server: Server) -> None:
    server.otherwise = answer(200, b"1\n2\n", content_type="application/x-ndjson")
    with sync_client(server.url) as client:
        response: Any = Zones(client, "stream").get("z")
        assert list(response.parse(to=Stream[int])) == [1, 2]

    async def main() -> list[int]:
        async with async_client(server.url) as client:
            answered: Any = await AsyncZones(client, "stream").get("z")
            return [item async for item in await answered.parse(to=AsyncStream[int])]

    assert asyncio.run(main()) == [1, 2]


def test_a_body_that_is_no_json_comes_as_a_response_of_its_own(
    server: Server, tmp_path: Path
) -> None:
    server.otherwise = answer(200, b"\0\1", content_type="application/octet-stream")
    with sync_client(server.url) as client:
        found = client.get("/file", cast_to=BinaryAPIResponse)
        assert isinstance(found, BinaryAPIResponse)
        found.write_to_file(tmp_path / "sync")
        assert (found.parse(), found.status_code) == (b"\0\1", 200)

    async def main() -> bytes:
        async with async_client(server.url) as client:
            found = await client.get("/file", cast_to=AsyncBinaryAPIResponse)
            await found.write_to_file(tmp_path / "async")
            parsed: bytes = await found.parse()
            return parsed

    assert asyncio.run(main()) == b"\0\1"
    assert {p.read_bytes() for p in tmp_path.iterdir()} == {b"\0\1"}
