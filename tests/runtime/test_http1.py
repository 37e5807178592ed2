"""HTTP/1.1 without sockets: h11 is the judge of what goes out, and of what arrived."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import h11
import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.http.http1 import (
    LARGEST_HEAD,
    Head,
    Http1,
    State,
    checked,
    framed,
)

Answer = tuple[int, bytes, list[tuple[bytes, bytes]], bytes, bool]
"""Status, reason, headers, body, and whether another request may follow."""


def asked(method: str = "GET", target: bytes = b"/") -> Http1:
    """A connection on which a request has been sent."""
    connection = Http1()
    connection.head_of(method, target, [(b"Host", b"h")])
    connection.end()
    return connection


def answer_of(connection: Http1, pieces: list[bytes], *, ends: bool = False) -> Answer:
    """The answer that pieces of bytes are, and the end of the connection after them."""
    arrivals = iter([*pieces, *([b""] if ends else [])])
    while (head := connection.head()) is None:
        connection.receive(next(arrivals))
    body = b""
    while (piece := connection.piece()) != b"":
        if piece is None:
            connection.receive(next(arrivals))
        else:
            body += piece
    for late in arrivals:
        connection.receive(late)
    assert isinstance(head, Head)
    return head.status, head.reason, head.headers, body, connection.state is State.IDLE


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Bytes in pieces."""
    ends = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[a:b] for a, b in pairwise(ends)]


NAMES = st.from_regex(r"X-[A-Za-z0-9-]{1,8}", fullmatch=True).map(str.encode)
VALUES = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=12)
BODIES = st.binary(max_size=200)
PLACES = st.lists(st.integers(0, 2000), max_size=8)


@given(
    status=st.sampled_from([200, 201, 204, 304, 404, 429, 500, 599]),
    reason=st.sampled_from([b"", b"OK", b"Not Found"]),
    headers=st.lists(st.tuples(NAMES, VALUES.map(lambda v: v.strip().encode()))),
    body=BODIES,
    framing=st.sampled_from(["length", "chunked", "close"]),
    interim=st.integers(0, 2),
    places=PLACES,
)
def test_an_answer_is_read_as_h11_wrote_it(
    status: int,
    reason: bytes,
    headers: list[tuple[bytes, bytes]],
    body: bytes,
    framing: str,
    interim: int,
    places: list[int],
) -> None:
    if status in (204, 304):
        body, framing = b"", "none"
    server = h11.Connection(h11.SERVER)
    server.receive_data(b"GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    server.next_event()
    server.next_event()
    framed = {
        "length": [(b"Content-Length", str(len(body)).encode())],
        "chunked": [(b"Transfer-Encoding", b"chunked")],
        "close": [(b"Connection", b"close")],
    }.get(framing, [])
    wire = b"HTTP/1.1 103 Early Hints\r\nX-Early: yes\r\n\r\n" * interim
    wire += (
        server.send(
            h11.Response(status_code=status, reason=reason, headers=[*headers, *framed])
        )
        or b""
    )
    wire += server.send(h11.Data(data=body)) or b""
    wire += server.send(h11.EndOfMessage()) or b""
    found = answer_of(asked(), cut(wire, places))
    sent = [(name.lower(), value) for name, value in headers]
    got = [(n.lower(), v) for n, v in found[2] if n.lower().startswith(b"x-")]
    assert (found[0], found[1], got, found[3]) == (status, reason, sent, body)
    assert found[4] is (framing != "close")


@given(
    bodies=st.lists(BODIES, min_size=1, max_size=3),
    chunks=st.booleans(),
    places=PLACES,
)
def test_requests_follow_each_other_and_a_server_reads_them(
    bodies: list[bytes], *, chunks: bool, places: list[int]
) -> None:
    connection, server = Http1(), h11.Connection(h11.SERVER)
    for body in bodies:
        framing = (
            (b"Transfer-Encoding", b"chunked")
            if chunks
            else (b"Content-Length", b"%d" % len(body))
        )
        wire = connection.head_of("POST", b"/x?y=z", [(b"Host", b"h"), framing])
        wire += b"".join(connection.data(piece) for piece in cut(body, places))
        server.receive_data(wire + connection.end())
        request = server.next_event()
        assert isinstance(request, h11.Request)
        assert (request.method, request.target) == (b"POST", b"/x?y=z")
        arrived = b""
        while isinstance(event := server.next_event(), h11.Data):
            arrived += bytes(event.data)
        assert arrived == body
        assert isinstance(event, h11.EndOfMessage)
        back = server.send(h11.Response(status_code=200, headers=[framing])) or b""
        back += server.send(h11.Data(data=body)) or b""
        back += server.send(h11.EndOfMessage()) or b""
        assert answer_of(connection, cut(back, places))[3:] == (body, True)
        server.start_next_cycle()


OK = b"HTTP/1.1 200 OK\r\n"
LENGTH = b"Content-Length: 3\r\n"
GOOD: dict[str, tuple[bytes, bool]] = {
    "lines that end with LF alone": (
        b"HTTP/1.1 200 OK\nContent-Length: 3\n\nabc",
        True,
    ),
    "a length beside chunks": (
        OK + b"Transfer-Encoding: chunked\r\nContent-Length: 9\r\n\r\n"
        b"3\r\nabc\r\n0\r\n\r\n",
        True,
    ),
    "chunks with an extension, headers after them": (
        OK
        + b"Transfer-Encoding: Chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nX-Late: y\r\n\r\n",
        True,
    ),
    "spaces after the size of a chunk": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n3  \r\nabc\r\n0 \r\n\r\n",
        True,
    ),
    "several chunks at once": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\n\r\n",
        True,
    ),
    "no reason": (b"HTTP/1.1 200\r\n" + LENGTH + b"\r\nabc", True),
    "white space around a value": (OK + b"Content-Length:  3  \r\n\r\nabc", True),
    "HTTP/1.0": (b"HTTP/1.0 200 OK\r\n" + LENGTH + b"\r\nabc", False),
    "HTTP/1.0 that stays": (
        b"HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + LENGTH + b"\r\nabc",
        True,
    ),
    "a connection that closes": (
        OK + b"Connection: close\r\n" + LENGTH + b"\r\nabc",
        False,
    ),
    "more than was asked for": (OK + LENGTH + b"\r\nabcHTTP/1.1 200", False),
    "rubbish after it": (OK + LENGTH + b"\r\nabc\0\0\0", False),
    "an interim answer that closes": (
        b"HTTP/1.1 103 Early\r\nConnection: close\r\n\r\n" + OK + LENGTH + b"\r\nabc",
        True,
    ),
    "an interim answer of HTTP/1.0": (
        b"HTTP/1.0 100 Continue\r\n\r\n" + OK + LENGTH + b"\r\nabc",
        True,
    ),
    "more after a connection that closes": (
        OK + b"Connection: close\r\n" + LENGTH + b"\r\nabc" + OK + b"\r\n",
        False,
    ),
    "many interim answers": (
        b"HTTP/1.1 100 Continue\r\n\r\n" * 50 + OK + LENGTH + b"\r\nabc",
        True,
    ),
}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("step", [1, 7, 10_000])
def test_what_servers_send_is_understood(name: str, step: int) -> None:
    wire, stays = GOOD[name]
    pieces = [wire[at : at + step] for at in range(0, len(wire), step)]
    status, _, headers, body, ready = answer_of(asked(), pieces)
    assert (status, body, ready) == (200, b"abc", stays)
    assert not any(n == b"X-Late" or v != v.strip() for n, v in headers)


@given(BODIES, PLACES)
def test_a_body_without_a_length_ends_with_the_connection(
    body: bytes, places: list[int]
) -> None:
    wire = OK + b"X-A: b\r\n\r\n" + body
    found = answer_of(asked(), cut(wire, places), ends=True)
    assert found[3:] == (body, False)


def test_a_body_may_be_longer_than_any_head() -> None:
    body = b"x" * (3 * LARGEST_HEAD)
    wire = OK + b"Content-Length: %d\r\n\r\n" % len(body) + body
    pieces = [wire[at : at + 65536] for at in range(0, len(wire), 65536)]
    assert answer_of(asked(), pieces)[3:] == (body, True)


def test_a_connection_knows_where_it_is_in_its_life() -> None:
    connection = Http1()
    states = [connection.state]
    connection.head_of("POST", b"/", [(b"Host", b"h"), (b"Content-Length", b"1")])
    states.append(connection.state)
    connection.data(b"x")
    connection.end()
    states.append(connection.state)
    for piece in (OK + LENGTH + b"\r\na", b"bc"):
        connection.receive(piece)
        states.append(connection.state)
    assert states == [
        *(State.NEW, State.SENDING, State.AWAITING, State.READING, State.IDLE)
    ]


def test_a_reason_may_arrive_in_pieces() -> None:
    connection = asked()
    for piece in (b"HTTP/1.1 200 Not", b" quite", b" all right\r\n\r\n"):
        connection.receive(piece)
    head = connection.head()
    assert head is not None
    assert head.reason == b"Not quite all right"


def test_white_space_after_a_value_is_none_of_it() -> None:
    wire = OK + b"X-A: \t bX \t\r\n" + LENGTH + b"\r\nabc"
    assert answer_of(asked(), [wire])[2][0] == (b"X-A", b"bX")


@pytest.mark.parametrize("version", [b"HTTP/1.0", b"HTTP/1.1"])
def test_the_version_is_known(version: bytes) -> None:
    connection = asked()
    connection.receive(version + b" 200 OK\r\n\r\n")
    assert connection.head() == Head(200, b"OK", version, [])


BAD: dict[str, bytes] = {
    "another protocol": b"SSH-2.0-OpenSSH_9.9\r\n",
    "HTTP/2 in the first line": b"HTTP/2.0 200 OK\r\n\r\n",
    "HTTP/0.9": b"HTTP/0.9 200 OK\r\n\r\n",
    "a protocol nobody asked for": (
        b"HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nabc"
    ),
    "a status of two digits": b"HTTP/1.1 99 OK\r\n\r\n",
    "a status of no kind": b"HTTP/1.1 099 OK\r\n\r\n",
    "two lengths": OK + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "a length below zero": OK + b"Content-Length: -3\r\n\r\n",
    "a length that is no number": OK + b"Content-Length: abc\r\n\r\n",
    "a coding nobody asked for": OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n",
    "a coding that ends with the connection": OK + b"Transfer-Encoding: gzip\r\n\r\n",
    "codings on two lines": (
        OK + b"Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    ),
    "a name with a space": OK + b"X A: b\r\n\r\n",
    "a control character": OK + b"X-A: b\0c\r\n\r\n",
    "a chunk without a size": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    "a chunk that is too long": OK + b"Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n",
    "endless headers": OK + b"X-A: b\r\n" * (LARGEST_HEAD // 8 + 1),
    "an endless header": OK + b"X-A: " + b"b" * LARGEST_HEAD,
    "endless interim answers": b"HTTP/1.1 100 Continue\r\n\r\n" * (LARGEST_HEAD // 24),
    "an endless extension of a chunk": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n3;" + b"a" * (2 * LARGEST_HEAD)
    ),
    "endless headers after the body": (
        OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n" + b"X-A: b\r\n" * LARGEST_HEAD
    ),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("step", [1000, 65536])
def test_what_no_server_may_send_is_the_peers_fault(name: str, step: int) -> None:
    connection, wire = asked(), BAD[name]
    pieces = [wire[at : at + step] for at in range(0, len(wire), step)]
    with pytest.raises(httpx2.RemoteProtocolError) as caught:
        answer_of(connection, pieces)
    assert str(caught.value)
    assert connection.state is not State.IDLE


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("another protocol", "Expected HTTP/"),
        ("two lengths", "Content-Length"),
        ("a protocol nobody asked for", "status 101"),
        ("a coding nobody asked for", "^a transfer encoding that is not chunked$"),
        ("endless headers", f"more than {LARGEST_HEAD} bytes"),
    ],
)
def test_the_error_says_what_is_wrong(name: str, words: str) -> None:
    with pytest.raises(httpx2.RemoteProtocolError, match=words):
        asked().receive(BAD[name])


@pytest.mark.parametrize(
    ("wire", "words"),
    [
        (b"", "without sending a response"),
        (OK, "middle of a response's head"),
        (OK + LENGTH + b"\r\nab", "complete message body"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "message body"),
    ],
)
def test_a_connection_that_ends_too_early_is_the_peers_fault(
    wire: bytes, words: str
) -> None:
    connection = asked()
    if wire:
        connection.receive(wire)
    with pytest.raises(httpx2.RemoteProtocolError, match=words):
        connection.receive(b"")
    assert connection.state is not State.IDLE


@pytest.mark.parametrize("length", [b"Content-Length: 9\r\n", b""])
def test_the_answer_to_a_head_request_has_no_body(length: bytes) -> None:
    connection = asked("HEAD")
    assert answer_of(connection, [OK + length + b"\r\n"])[3] == b""
    if length:
        assert connection.state is State.IDLE
        connection.head_of("GET", b"/", [(b"Host", b"h")])
        connection.end()
        wire = OK + LENGTH + b"\r\nabc"
        assert answer_of(connection, [wire])[3:] == (b"abc", True)


@pytest.mark.parametrize("step", [1, 10_000])
def test_a_body_after_the_answer_to_a_head_request_is_nobodys(step: int) -> None:
    wire = OK + LENGTH + b"\r\nabc"
    pieces = [wire[at : at + step] for at in range(0, len(wire) - 3, step)]
    pieces[-1:] = [pieces[-1] + b"abc"]  # in one piece with the end of the head
    assert answer_of(asked("HEAD"), pieces)[3:] == (b"", False)


CALLED = ["message_begin", "status", "header", "headers_complete", "message_complete"]


@pytest.mark.parametrize("called", CALLED)
def test_what_the_handler_of_a_signal_raises_is_not_the_peers_fault(
    called: str,
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    wire = OK + LENGTH + b"\r\nabc"
    connection = asked()
    setattr(connection, f"on_{called}", interrupted)
    with pytest.raises(KeyboardInterrupt):
        connection.receive(wire)
    assert connection.state is State.CLOSED
    connection = asked()
    setattr(connection, f"on_{called}", interrupted)
    try:
        raise ValueError("handled while the call is made")
    except ValueError:
        with pytest.raises(RuntimeError, match=r"^interrupted while a response"):
            connection.receive(wire)
    assert connection.state is State.CLOSED


def test_a_signal_after_the_answer_leaves_no_connection_for_another() -> None:
    connection = asked()
    begin, begun = connection.on_message_begin, list[None]()

    def interrupted() -> None:
        begun.append(None)
        if len(begun) == 2:
            raise KeyboardInterrupt
        begin()

    vars(connection)["on_message_begin"] = interrupted
    with pytest.raises(KeyboardInterrupt):
        connection.receive(OK + LENGTH + b"\r\nabc" + OK)
    assert connection.state is not State.IDLE


def test_the_words_are_there_while_another_exception_is_handled() -> None:
    try:
        raise ValueError("handled while the call is made")
    except ValueError:
        with pytest.raises(httpx2.RemoteProtocolError, match="status 101"):
            asked().receive(b"HTTP/1.1 101 Switching\r\n\r\n")


def test_a_connection_whose_request_is_not_sent_to_its_end_carries_no_other() -> None:
    connection = Http1()
    connection.head_of("POST", b"/", [(b"Content-Length", b"9")])
    connection.data(b"abc")
    wire = b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n"
    assert answer_of(connection, [wire])[0] == 413
    assert connection.state is not State.IDLE


@pytest.mark.parametrize(
    ("method", "target", "headers", "words"),
    [
        ("GET /", b"/", [], "method"),
        ("", b"/", [], "method"),
        ("GET", b"/ HTTP/1.1\r\nX: y", [], "target"),
        ("GET", b"", [], "target"),
        ("GET", b"/", [(b"X A", b"secret")], "X A"),
        ("GET", b"/", [(b"", b"secret")], "header"),
        ("GET", b"/", [(b"X-A", b"secret\r\nX-B: c")], "X-A"),
        ("GET", b"/", [(b"X-A", b" secret")], "X-A"),
        ("GET", b"/", [(b"X-A", b"secret\0")], "X-A"),
        ("POST", b"/", [(b"Content-Length", b"secret")], "how long"),
        ("POST", b"/", [(b"Content-Length", b"9" * 19)], "how long"),
        ("POST", b"/", [(b"Content-Length", b"")], "how long"),
        ("POST", b"/", [(b"Content-Length", b"3"), (b"content-length", b"3")], "more"),
        ("POST", b"/", [(b"Transfer-Encoding", b"chunked")] * 2, "more than one"),
        ("GET", b"/", [(b"Host", b"a"), (b"HOST", b"secret")], "more than one"),
        ("POST", b"/", [(b"Transfer-Encoding", b"secret")], "how long"),
        (
            "POST",
            b"/",
            [(b"Content-Length", b"3"), (b"Transfer-Encoding", b"chunked")],
            "how long",
        ),
    ],
)
def test_what_cannot_be_sent_is_refused(
    method: str, target: bytes, headers: Any, words: str
) -> None:
    with pytest.raises(httpx2.LocalProtocolError, match=words) as caught:
        Http1().head_of(method, target, headers)
    assert "secret" not in str(caught.value)


def test_a_body_is_as_long_as_its_head_says() -> None:
    connection = Http1()
    connection.head_of("POST", b"/", [(b"Content-Length", b"3")])
    assert connection.data(b"ab") == b"ab"
    with pytest.raises(httpx2.LocalProtocolError, match="shorter"):
        connection.end()
    with pytest.raises(httpx2.LocalProtocolError, match="longer"):
        connection.data(b"cd")
    assert connection.state is not State.IDLE


def test_a_length_of_eighteen_digits_is_one() -> None:
    assert checked([(b"Content-Length", b"9" * 18)]).length == 10**18 - 1


def test_the_host_comes_first() -> None:
    known = checked([(b"X-A", b"b"), (b"Host", b"h"), (b"X-B", b"c")])
    assert known.data == b"Host: h\r\nX-A: b\r\nX-B: c\r\n"


@pytest.mark.parametrize(
    ("length", "line"),
    [(7, b"Content-Length: 7\r\n"), (None, b"Transfer-Encoding: chunked\r\n")],
)
def test_the_same_headers_go_with_bodies_of_any_length(
    length: int | None, line: bytes
) -> None:
    known = framed(checked([(b"Host", b"h")]), length)
    assert (known.data, known.length) == (b"Host: h\r\n" + line, length)


def test_a_piece_of_nothing_does_not_end_a_body_in_chunks() -> None:
    connection = Http1()
    connection.head_of("POST", b"/", [(b"Transfer-Encoding", b"chunked")])
    assert connection.data(b"") == b""
    assert connection.data(b"abc") + connection.end() == b"3\r\nabc\r\n0\r\n\r\n"
