"""Streams of items, through both drivers: what they give, how they end, and what they leave."""

from __future__ import annotations

import asyncio
import gc
import inspect
import socket
import struct
import subprocess
import sys
from threading import Event
import time
import tracemalloc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest

from generator.runtime import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AsyncStream,
    DefaultAioHttpClient,
    Endpoint,
    EventRule,
    NotFoundError,
    ServerSentEvent,
    Stream,
)
from tests.runtime.acme import Zones, async_client, settings, sync_client
from generator.runtime.policy.policies import Policies
from tests.runtime.conftest import Call
from tests.runtime.models import Zone
from tests.runtime.server import Seen, Server, Step, answer

ROOT = Path(__file__).parents[2]
A, B = b'data: {"id": "a"}\n\n', b'data: {"id": "b"}\n\n'
PAUSE = 0.05


def streamed(
    *parts: bytes | float | Event, kind: str = "text/event-stream", end: str = "whole"
) -> Step:
    """A body in chunks, each sent by itself; a number waits so many seconds, an event until it is
    set. It ends whole, cut off or reset."""

    def step(connection: socket.socket, seen: Seen) -> bool:
        fields = f"content-type: {kind}\r\ntransfer-encoding: chunked"
        connection.sendall(f"HTTP/1.1 200 OK\r\n{fields}\r\n\r\n".encode())
        for part in parts:
            if isinstance(part, bytes):
                connection.sendall(b"%x\r\n%s\r\n" % (len(part), part))
            elif isinstance(part, Event):
                assert part.wait(20)
            else:
                time.sleep(part)
        if end == "whole":
            connection.sendall(b"0\r\n\r\n")
        if end == "reset":
            time.sleep(PAUSE)  # what was sent before must have been read
            linger = struct.pack("ii", 1, 0)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        return end == "whole"

    return step


def endless(connection: socket.socket, seen: Seen) -> bool:
    """Events for as long as somebody listens."""
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
    connection.sendall(head)
    while True:
        connection.sendall(A)
        time.sleep(0.002)


def opened(zones: Any, **options: Any) -> Any:
    return zones._client.get("/s", stream=True, **{"cast_to": Zone, **options})


def items(zones: Any, **options: Any) -> Any:
    """All items of a stream."""
    got = opened(zones, **options)
    if not inspect.isawaitable(got):
        return list(got)

    async def wait() -> Any:
        return [item async for item in await got]

    return wait()


def ids(zones: Any) -> Any:
    """The items of a stream by their ids, and the error at its end."""
    found: list[Any] = []
    got = opened(zones)
    if not inspect.isawaitable(got):
        try:
            for item in got:
                found.append(item.id)
        except APIError as error:
            found.append(error)
        return found

    async def wait() -> Any:
        try:
            async for item in await got:
                found.append(item.id)
        except APIError as error:
            found.append(error)
        return found

    return wait()


def test_items_are_decoded_as_they_should_be(call: Call, server: Server) -> None:
    loose = b'data: {"id": 7, "size": "big", "status": "new", "more": [1]}\n\n'
    server.will(streamed(A, loose))
    one, two = call(items)
    assert isinstance(one, Zone)
    assert (one.id, one.size) == ("a", None)
    assert two.to_dict() == {"id": 7, "size": "big", "status": "new", "more": [1]}


def test_an_item_is_there_before_the_next_one_is_sent(
    call: Call, server: Server
) -> None:
    released = Event()

    def both(zones: Any) -> Any:
        got = opened(zones)
        if not inspect.isawaitable(got):
            with got as stream:
                one = next(stream)
                released.set()
                return one.id, next(stream).id

        async def wait() -> Any:
            async with await got as stream:
                one = await anext(stream)
                released.set()
                return one.id, (await anext(stream)).id

        return wait()

    server.will(streamed(A, released, B))
    assert call(both, timeout=5) == ("a", "b")


@pytest.mark.parametrize("size", [1, 2, 3, 5, 1000])
def test_chunks_may_cut_characters_and_line_ends(
    size: int, call: Call, server: Server
) -> None:
    body = 'data: {"id":\r\ndata: "ä€😀"}\r\n\r\ndata: {"id": "b"}\r\r'.encode()
    server.will(
        streamed(*(body[i : i + size] for i in range(0, len(body), size)), PAUSE)
    )
    assert [zone.id for zone in call(items)] == ["ä€😀", "b"]


@pytest.mark.parametrize(
    ("cast_to", "expected"),
    [
        (dict[str, str], [{"id": "a"}, {"id": "b"}]),
        (object, [{"id": "a"}, {"id": "b"}]),
        (str, ['{"id": "a"}', '{"id": "b"}']),
        (bytes, [b'{"id": "a"}', b'{"id": "b"}']),
        (
            ServerSentEvent,
            [ServerSentEvent(data='{"id": "a"}'), ServerSentEvent(data='{"id": "b"}')],
        ),
    ],
)
def test_items_may_have_any_type(
    cast_to: Any, expected: object, call: Call, server: Server
) -> None:
    server.will(streamed(A, B))
    assert call(lambda zones: items(zones, cast_to=cast_to)) == expected


def test_events_themselves_have_all_that_was_sent(call: Call, server: Server) -> None:
    server.will(streamed(b"event: e\nid: 1\nretry: 20\ndata: x\n\n"))
    found = call(lambda zones: items(zones, cast_to=ServerSentEvent))
    assert found == [ServerSentEvent(event="e", data="x", id="1", retry=20)]


class SyncZones(Stream[Zone]):
    pass


class AsyncZoneStream(AsyncStream[Zone]):
    pass


@pytest.mark.parametrize(
    "classes",
    [
        (Stream[Zone], AsyncStream[Zone]),
        (SyncZones, AsyncZoneStream),
        (Stream, AsyncStream),
        (None, None),
    ],
    ids=["with a type", "a class of one's own", "without a type", "none"],
)
def test_the_class_of_a_stream_can_be_given(
    classes: Any, call: Call, server: Server
) -> None:
    def use(zones: Any) -> Any:
        given = classes[isinstance(zones, Zones) is False]
        cast_to = Zone if classes[0] in (Stream, None) else object
        return items(zones, cast_to=cast_to, stream_cls=given)

    server.will(streamed(A))
    assert call(use) == [Zone(id="a")]


def test_a_post_is_streamed_too(call: Call, server: Server) -> None:
    def use(zones: Any) -> Any:
        got = zones._client.post("/s", cast_to=Zone, body={"x": 1}, stream=True)
        if not inspect.isawaitable(got):
            return list(got)

        async def wait() -> Any:
            return [item async for item in await got]

        return wait()

    server.will(streamed(A))
    assert call(use) == [Zone(id="a")]
    assert server.seen[0].body == b'{"x":1}'


def test_a_method_may_return_a_stream(call: Call, server: Server) -> None:
    def use(zones: Any) -> Any:
        kind: Any = Stream if isinstance(zones, Zones) else AsyncStream
        endpoint = Endpoint[Any]("GET", "/s", returns=lambda: kind[Zone], streamed=True)
        got = zones._request(endpoint)
        if not inspect.isawaitable(got):
            return list(got)

        async def wait() -> Any:
            return [item async for item in await got]

        return wait()

    server.will(streamed(A, B))
    assert call(use) == [Zone(id="a"), Zone(id="b")]


@pytest.mark.parametrize("mode", ["raw", "stream"])
def test_a_raw_response_leaves_its_body_to_the_stream(
    mode: str, call: Call, server: Server
) -> None:
    def use(zones: Any) -> Any:
        kind: Any = Stream if isinstance(zones, Zones) else AsyncStream
        endpoint = Endpoint[Any]("GET", "/s", returns=lambda: kind[Zone], streamed=True)
        got = zones._request(endpoint)
        if not inspect.isawaitable(got):
            with got.parse() as stream:
                return got.status_code, next(stream).id

        async def wait() -> Any:
            response = await got
            async with await response.parse() as stream:
                return response.status_code, (await anext(stream)).id

        return wait()

    server.will(endless)
    assert call(use, mode=mode) == (200, "a")


def test_the_server_is_told_which_media_types_are_accepted(
    call: Call, server: Server
) -> None:
    server.will(streamed(), streamed())
    call(items)
    call(lambda zones: items(zones, options={"headers": {"accept": "x/y"}}))
    assert [seen.headers["accept"] for seen in server.seen] == [
        "text/event-stream, application/x-ndjson, application/json;q=0.9",
        "x/y",
    ]


@pytest.mark.parametrize(
    "kind", ["application/x-ndjson", "application/jsonl", "Application/JSON; x=y"]
)
def test_lines_of_json_are_known_by_their_media_type(
    kind: str, call: Call, server: Server
) -> None:
    server.will(streamed(b'{"id":', b'"a"}\n\n{"id": "b"}', kind=kind))
    assert [zone.id for zone in call(items)] == ["a", "b"]


def test_a_body_without_a_media_type_is_taken_for_events(
    call: Call, server: Server
) -> None:
    server.will(answer(200, A, content_type=""))
    assert [zone.id for zone in call(items)] == ["a"]


def test_a_compressed_stream_is_decompressed(call: Call, server: Server) -> None:
    import gzip

    step = answer(
        200, gzip.compress(A), content_encoding="gzip", content_type="text/event-stream"
    )
    server.will(step)
    assert [zone.id for zone in call(items)] == ["a"]


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("text/html", b"<html>", "neither a stream of events nor of JSON lines"),
        ("text/event-stream", b"data: {\n\n", "Invalid JSON: EOF"),
        ("text/event-stream", b"data: []\n\n", "valid dict|object"),
        ("text/event-stream", b"data\n\n", "Invalid JSON: EOF"),
        ("text/event-stream", b"data: " + b"[" * 100_000 + b"\n\n", "recursion"),
        ("application/x-ndjson", b'{"id": "\xff"}\n', "Invalid JSON"),
        ("application/json", b'{\n"id": "a"\n}', "Invalid JSON: EOF"),
    ],
    ids=["HTML", "half", "a list", "no data", "deep", "no UTF-8", "lines of one value"],
)
def test_what_cannot_be_decoded_is_a_typed_error(
    kind: str, body: bytes, words: str, call: Call, server: Server
) -> None:
    server.will(answer(200, body, content_type=kind, x_request_id="r1"))
    with pytest.raises(APIResponseValidationError, match=words) as caught:
        call(items)
    assert caught.value.status_code == 200
    assert caught.value.request_id == "r1"
    assert "(GET /s, request id r1" in str(caught.value)


def test_a_foreign_model_is_refused_and_the_response_closed(
    call: Call, server: Server
) -> None:
    import pydantic

    class Plain(pydantic.BaseModel):
        id: str

    server.will(streamed(A))
    with pytest.raises(TypeError, match="must subclass our base model type"):
        call(lambda zones: items(zones, cast_to=Plain))


RULES = (
    EventRule("done", data_starts_with="[DONE]"),
    EventRule("error", event_types=("error",), error_property="error"),
    EventRule("yield", event_types=(None, "zone"), error_property="error"),
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (A + b"data: [DONE]\n\n" + B, ["a"]),
        (b"event: ping\ndata: x\n\nevent: zone\n" + A, ["a"]),
        (b'data: {"id": "a", "error": null}\n\n', ["a"]),
    ],
    ids=["done", "types", "no error"],
)
def test_rules_say_what_events_mean(
    body: bytes, expected: list[str], call: Call, server: Server
) -> None:
    server.will(streamed(body))
    found = call(items, settings=settings(streaming=RULES))
    assert [zone.id for zone in found] == expected


def test_without_rules_every_event_is_an_item(call: Call, server: Server) -> None:
    server.will(streamed(b"event: error\n" + A + b"data: [DONE]\n\n"))
    *found, error = call(ids)
    assert found == ["a"]
    assert isinstance(error, APIResponseValidationError)


@pytest.mark.parametrize(
    ("event", "body"),
    [
        (b'data: {"error": {"message": "busy"}}\n\n', {"message": "busy"}),
        (b'event: error\ndata: {"error": "busy"}\n\n', "busy"),
        (b'event: error\ndata: {"reason": "busy"}\n\n', {"reason": "busy"}),
        (b"event: error\ndata: busy \xff\n\n", "busy \ufffd"),
        (b"event: error\ndata\n\n", None),
    ],
    ids=["by property", "by both", "by type", "text", "nothing said"],
)
def test_an_error_in_the_stream_is_raised(
    event: bytes, body: object, call: Call, server: Server
) -> None:
    server.will(streamed(A, event, B))
    with pytest.raises(APIStatusError) as caught:
        call(items, settings=settings(streaming=RULES))
    assert type(caught.value) is APIStatusError
    assert caught.value.body == body
    assert "GET /s" in str(caught.value)


def test_an_envelope_that_says_failure_is_raised(call: Call, server: Server) -> None:
    body = {"success": False, "errors": [{"code": 7, "message": "no"}]}
    server.will(answer(200, body))
    with pytest.raises(APIStatusError) as caught:
        call(items)
    assert caught.value.errors[0].message == "no"


def test_strict_clients_are_strict_about_items(call: Call, server: Server) -> None:
    server.will(streamed(b'data: {"id": 7}\n\n'))
    with pytest.raises(APIResponseValidationError, match="id"):
        call(items, _strict_response_validation=True)


@pytest.mark.parametrize("end", ["cut", "reset"])
@pytest.mark.parametrize("rest", [b"", b"data: {", b'data: {"id": "c"}\n'])
def test_a_stream_that_breaks_off_never_just_ends(
    end: str, rest: bytes, call: Call, server: Server
) -> None:
    server.will(streamed(A, B, *filter(None, [rest]), end=end))
    *found, error = call(ids)
    assert found == ["a", "b"]
    assert type(error) is APIConnectionError
    assert "broke off" in str(error)
    assert len(server.seen) == 1


def test_a_body_shorter_than_announced_is_an_error(call: Call, server: Server) -> None:
    def short(connection: socket.socket, seen: Seen) -> bool:
        head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
        connection.sendall(head + b"content-length: 100\r\n\r\n" + A)
        return False

    server.will(short)
    *found, error = call(ids)
    assert found == ["a"]
    assert type(error) is APIConnectionError


def test_silence_is_a_time_out(call: Call, server: Server) -> None:
    server.will(streamed(A, 1.0, B))
    *found, error = call(ids, timeout=0.2)
    assert found == ["a"]
    assert type(error) is APITimeoutError


def test_a_stream_may_last_longer_than_the_time_out(call: Call, server: Server) -> None:
    server.will(streamed(*[A, 0.1] * 5))
    assert call(ids, timeout=0.3) == ["a"] * 5


def test_an_error_status_is_the_usual_error(call: Call, server: Server) -> None:
    server.will(answer(503), answer(404, {"errors": [{"code": 1, "message": "gone"}]}))
    with pytest.raises(NotFoundError) as caught:
        call(items)
    assert caught.value.errors[0].message == "gone"
    assert len(caught.value.attempts) == 2


def test_a_call_is_tried_again_before_its_stream_begins(
    call: Call, server: Server
) -> None:
    server.will(answer(503), streamed(A))
    assert [zone.id for zone in call(items)] == ["a"]


@pytest.mark.parametrize("line", [b"data: x\n", b"x" * 64])
def test_an_endless_event_is_refused(line: bytes, call: Call, server: Server) -> None:
    server.will(streamed(A, *[line * 1000] * 20))
    *found, error = call(ids, _policies=Policies(largest_body=100_000))
    assert found == ["a"]
    assert type(error) is APIConnectionError
    assert "larger than 100000 bytes" in str(error)


def test_a_stream_may_be_larger_than_any_body(call: Call, server: Server) -> None:
    server.will(streamed(*[A * 10] * 50))
    assert len(call(items, _policies=Policies(largest_body=1000))) == 500


def test_a_stream_that_was_read_gives_its_connection_back(
    call: Call, server: Server
) -> None:
    def twice(zones: Any) -> Any:
        if isinstance(zones, Zones):
            return items(zones) + items(zones)

        async def wait() -> Any:
            return await items(zones) + await items(zones)

        return wait()

    server.will(streamed(A), streamed(B))
    assert [zone.id for zone in call(twice)] == ["a", "b"]
    assert len({seen.connection for seen in server.seen}) == 1


def test_a_call_written_as_one_value_can_stream(call: Call, server: Server) -> None:
    from generator.runtime.wire.options import FinalRequestOptions

    def stream(zones: Any) -> Any:
        options = FinalRequestOptions(method="get", url="/s")
        got = zones._client.request(Zone, options, stream=True)
        return list(got) if not inspect.isawaitable(got) else listed(got)

    async def listed(got: Any) -> list[Any]:
        return [item async for item in await got]

    server.will(streamed(A, B))
    assert [zone.id for zone in call(stream)] == ["a", "b"]


def test_memory_stays_flat(server: Server) -> None:
    event = b'data: {"id": "%s"}\n\n' % (b"x" * 1000)
    server.will(streamed(*[event * 50] * 400))
    with sync_client(server.url) as client:
        stream = client.get("/s", cast_to=Zone, stream=True)
        next(stream)
        tracemalloc.start()
        count = sum(1 for _ in stream)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert count == 400 * 50 - 1  # 20 MB
    assert peak < 2_000_000


def leave_a_loop(stream: Any) -> Any:
    for _ in stream:
        break
    return stream


def leave_with_an_error(stream: Any) -> Any:
    with suppress(ZeroDivisionError):
        for _ in stream:
            raise ZeroDivisionError
    return stream


def leave_a_block(stream: Any) -> Any:
    with stream:
        next(stream)
    return stream


def close(stream: Any) -> Any:
    next(stream)
    stream.close()
    stream.close()
    return stream


def close_at_once(stream: Any) -> Any:
    stream.close()
    return stream


def close_in_a_loop(stream: Any) -> Any:
    for _ in stream:
        stream.close()
    return stream


def drop(stream: Any) -> None:
    next(stream)


def drop_at_once(stream: Any) -> None:
    pass


SYNC_WAYS = [
    leave_a_loop,
    leave_with_an_error,
    leave_a_block,
    close,
    close_at_once,
    close_in_a_loop,
    drop,
    drop_at_once,
]


@pytest.mark.parametrize("leave", SYNC_WAYS)
def test_an_abandoned_stream_closes_its_response(
    leave: Callable[[Any], Any], server: Server
) -> None:
    server.will(endless)
    gc.disable()  # references alone must do
    try:
        with sync_client(server.url) as client:
            stream = leave(client.get("/s", cast_to=Zone, stream=True))
            assert server.open_connections == 0
            if stream is not None:
                assert stream.response.is_closed
                assert list(stream) == []
    finally:
        gc.enable()


async def leave_an_async_loop(stream: Any) -> Any:
    async for _ in stream:
        break
    return stream


async def leave_async_with_an_error(stream: Any) -> Any:
    with suppress(ZeroDivisionError):
        async for _ in stream:
            raise ZeroDivisionError
    return stream


async def leave_an_async_block(stream: Any) -> Any:
    async with stream:
        await anext(stream)
    return stream


async def close_async(stream: Any) -> Any:
    await anext(stream)
    await stream.close()
    await stream.close()
    return stream


async def close_async_at_once(stream: Any) -> Any:
    await stream.close()
    return stream


async def close_in_an_async_loop(stream: Any) -> Any:
    async for _ in stream:
        await stream.close()
    return stream


async def drop_async(stream: Any) -> None:
    await anext(stream)


async def drop_async_at_once(stream: Any) -> None:
    pass


async def cancel(stream: Any) -> Any:
    async def read() -> None:
        async for _ in stream:
            pass

    task = asyncio.create_task(read())
    await asyncio.sleep(PAUSE)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    return stream


async def time_out(stream: Any) -> Any:
    with suppress(TimeoutError):
        async with asyncio.timeout(PAUSE):
            async for _ in stream:
                pass
    return stream


ASYNC_WAYS = [
    leave_an_async_loop,
    leave_async_with_an_error,
    leave_an_async_block,
    close_async,
    close_async_at_once,
    close_in_an_async_loop,
    drop_async,
    drop_async_at_once,
    cancel,
    time_out,
]


@asynccontextmanager
async def client_of(kind: str, url: str) -> AsyncIterator[Any]:
    """A client on either transport."""
    if kind == "httpx2":
        async with async_client(url) as client:
            yield client
    else:
        async with (
            DefaultAioHttpClient() as http_client,
            async_client(url, http_client=http_client) as client,
        ):
            yield client


@pytest.mark.parametrize("kind", ["httpx2", "aiohttp"])
@pytest.mark.parametrize("leave", ASYNC_WAYS)
def test_an_abandoned_async_stream_closes_its_response(
    leave: Callable[[Any], Any], kind: str, server: Server
) -> None:
    async def main() -> None:
        async with client_of(kind, server.url) as client:
            stream = await leave(await client.get("/s", cast_to=Zone, stream=True))
            await asyncio.sleep(PAUSE)
            assert await asyncio.to_thread(lambda: server.open_connections) == 0
            assert len(asyncio.all_tasks()) == 1
            if stream is not None:
                assert stream.response.is_closed
                assert [item async for item in stream] == []

    server.will(endless)
    gc.disable()
    try:
        asyncio.run(main())
    finally:
        gc.enable()


@pytest.mark.parametrize("kind", ["httpx2", "aiohttp"])
def test_a_stream_is_closed_while_another_task_reads(kind: str, server: Server) -> None:
    async def main() -> list[Any]:
        async with client_of(kind, server.url) as client:
            stream = await client.get("/s", cast_to=Zone, stream=True)

            async def read() -> list[Any]:
                found: list[Any] = []
                with suppress(APIConnectionError):
                    async for item in stream:
                        found.append(item.id)
                return found

            task = asyncio.create_task(read())
            await asyncio.sleep(PAUSE)
            await stream.close()
            return await asyncio.wait_for(task, 1)

    server.will(streamed(A, 0.5, B))
    assert asyncio.run(main()) == ["a"]


def test_a_program_that_ends_with_an_open_stream_says_nothing(server: Server) -> None:
    program = f"""
from tests.runtime.acme import sync_client
stream = sync_client({server.url!r}).get("/s", cast_to=object, stream=True)
next(stream)
"""
    server.will(endless)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_stream_is_made_from_any_response(server: Server) -> None:
    request = httpx2.Request("GET", "http://x.test/s")
    with sync_client(server.url) as client:
        response = httpx2.Response(200, content=A + B, request=request)
        with Stream[Zone](cast_to=Zone, response=response, client=client) as stream:
            assert next(stream).id == "a"
            assert [zone.id for zone in stream] == ["b"]


def test_streams_are_not_loaded_by_calls_without_one(server: Server) -> None:
    program = f"""
import sys
from tests.runtime.acme import sync_client
with sync_client({server.url!r}) as client:
    client.get("/x", cast_to=object)
print(*(name for name in sys.modules if "stream" in name and "generator" in name))
"""
    server.will(answer(200, {}))
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout.split() == []
    assert done.returncode == 0
