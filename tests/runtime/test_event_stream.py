"""Events and lines of JSON from bytes that are cut anywhere."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.runtime.wire.event_stream import (
    EventDecoder,
    EventStream,
    JsonLines,
    JsonSequence,
    ServerSentEvent,
)
from generator.runtime.wire.limits import TooLarge

MANY = 1_000_000
Event = ServerSentEvent


def decoded(decoder: EventDecoder, pieces: Iterable[bytes]) -> list[ServerSentEvent]:
    """The events of a whole body."""
    found = [event for piece in pieces for event in decoder.feed(piece)]
    return [*found, *decoder.end()]


def events(body: bytes) -> list[ServerSentEvent]:
    return decoded(EventStream(MANY), [body])


def lines(body: bytes) -> list[str]:
    return [event.data for event in decoded(JsonLines(MANY), [body])]


def cut(body: bytes, places: Iterable[int]) -> list[bytes]:
    """A body in pieces, some of which may be empty."""
    marks = [0, *sorted(place % (len(body) + 1) for place in places), len(body)]
    return [body[start:end] for start, end in pairwise(marks)]


EVENTS: dict[str, tuple[bytes, list[Event]]] = {
    "one line": (b"data: a\n\n", [Event(data="a")]),
    "three lines": (b"data: a\ndata: b\ndata: c\n\n", [Event(data="a\nb\nc")]),
    "types": (
        b"event: add\ndata: 1\n\nevent: remove\ndata: 2\n\ndata: 3\n\n",
        [
            Event(event="add", data="1"),
            Event(event="remove", data="2"),
            Event(data="3"),
        ],
    ),
    "an empty type is none": (b"event: a\nevent:\ndata: 1\n\n", [Event(data="1")]),
    "comments": (b": hello\n\ndata: a\n:data: b\n:\n\n", [Event(data="a")]),
    "fields without colon, and an unfinished event": (
        b"data\n\ndata\ndata\n\ndata:",
        [Event(data=""), Event(data="\n")],
    ),
    "one space after the colon is dropped": (
        b"data:a\n\ndata: a\n\ndata:  a\n\ndata:\ta\n\ndata : a\n\n",
        [Event(data="a"), Event(data="a"), Event(data=" a"), Event(data="\ta")],
    ),
    "only the first colon divides": (b"data: a: b\n\n", [Event(data="a: b")]),
    "unknown fields and other case": (
        b"foo: a\nData: b\nDATA\ndata: c\n\n",
        [Event(data="c")],
    ),
    "an event without data is none": (
        b"event: a\nid: 1\n\ndata: b\n\n",
        [Event(data="b", id="1")],
    ),
    "an id stays until there is another": (
        b"data: a\n\nid: 1\ndata: b\n\ndata: c\n\nid\ndata: d\n\nid: 2\n\ndata: e\n\n",
        [
            Event(data="a"),
            Event(data="b", id="1"),
            Event(data="c", id="1"),
            Event(data="d", id=""),
            Event(data="e", id="2"),
        ],
    ),
    "an id with NUL is ignored": (
        b"id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n",
        [Event(data="a", id="1"), Event(data="b", id="1")],
    ),
    "a reconnection time is digits": (
        b"retry: 10\n\ndata: a\n\nretry: 1.5\nretry: -1\nretry:\nretry: 2 \ndata: b\n\n",
        [Event(data="a", retry=10), Event(data="b", retry=10)],
    ),
    "digits of other scripts, and too many": (
        "retry: ١\nretry: ²\ndata: a\n\n".encode()
        + b"retry: "
        + b"9" * 5000
        + b"\ndata: b\n\n",
        [Event(data="a"), Event(data="b")],
    ),
    "line ends of every kind": (
        b"data: a\r\n\r\ndata: b\r\rdata: c\n\ndata: d\n\rdata: e\r\n\ndata: f\r\ndata: g\r\n\r",
        [*(Event(data=letter) for letter in "abcde"), Event(data="f\ng")],
    ),
    "other separators end no line": (
        "data: a\u2028b\x0b\x0c\x1c\x85c\n\n".encode(),
        [Event(data="a\u2028b\x0b\x0c\x1c\x85c")],
    ),
    "one byte order mark is dropped": (
        codecs.BOM_UTF8 + b"data: a\n\n",
        [Event(data="a")],
    ),
    "a second byte order mark is not": (
        codecs.BOM_UTF8 * 2 + b"data: a\n\ndata: b\n\n",
        [Event(data="b")],
    ),
    "a byte order mark further down is not": (
        b"\n" + codecs.BOM_UTF8 + b"data: a\n\ndata: \xef\xbb\xbfb\n\n",
        [Event(data="\ufeffb")],
    ),
    "characters of up to four bytes": (
        "data: aä€😀\n\n".encode(),
        [Event(data="aä€😀")],
    ),
    "bytes that are no UTF-8 are replaced": (
        b"data: \xff\xe2\x82\ndata: \xed\xa0\x80\xf0\x9f\n\n",
        [Event(data="\ufffd\ufffd\n\ufffd\ufffd\ufffd\ufffd")],
    ),
    "an unfinished line": (b"data: a\n\ndata: b", [Event(data="a")]),
    "an unfinished event": (b"data: a\n\ndata: b\n", [Event(data="a")]),
    "nothing": (b"", []),
    "blank lines": (b"\n\r\n\r\r\n\n", []),
}


@pytest.mark.parametrize("name", EVENTS)
def test_events_are_those_of_the_standard(name: str) -> None:
    body, expected = EVENTS[name]
    assert events(body) == expected


@pytest.mark.parametrize("name", EVENTS)
def test_it_does_not_matter_where_events_are_cut(name: str) -> None:
    body, expected = EVENTS[name]
    for place in range(len(body) + 1):
        assert decoded(EventStream(MANY), cut(body, [place])) == expected
    single = [body[i : i + 1] for i in range(len(body))]
    assert decoded(EventStream(MANY), single) == expected


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_an_event_is_given_out_at_its_blank_line_and_no_later(end: bytes) -> None:
    decoder = EventStream(MANY)
    assert list(decoder.feed(b"data: a" + end)) == []
    assert list(decoder.feed(end)) == [Event(data="a")]
    assert list(decoder.feed(b"")) == []
    assert list(decoder.feed(b"data: b" + end + end)) == [Event(data="b")]


TEXT = some.text(
    some.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0")
)
END = some.sampled_from([b"\n", b"\r", b"\r\n"])
NOISE = some.sampled_from(
    [b"", b": comment", b":", b"other: x", b"retry: soon", b"id: \0"]
)


@some.composite
def encoded_events(draw: Callable[[Any], Any]) -> tuple[bytes, list[Event]]:
    """A body with line ends of every kind, and the events in it."""
    body, expected = bytearray(draw(some.sampled_from([b"", codecs.BOM_UTF8]))), []
    last_id = last_retry = None
    for _ in range(draw(some.integers(0, 5))):
        kind = draw(some.none() | TEXT.filter(bool))
        data = draw(some.lists(TEXT, min_size=1, max_size=3))
        known_id, last_id = last_id, draw(some.none() | TEXT) or last_id
        last_retry = draw(some.none() | some.integers(0, 10**9)) or last_retry
        fields = [f"data: {line}".encode() for line in data]
        fields += [] if kind is None else [f"event: {kind}".encode()]
        fields += [] if last_id == known_id else [f"id: {last_id}".encode()]
        fields += [] if last_retry is None else [f"retry: {last_retry}".encode()]
        noise = draw(NOISE)
        fields += [noise] if noise else []
        ends = [draw(END) for _ in range(len(fields) + 1)]
        # CR and LF of two neighbouring ends would be one end.
        if ends[-2] == b"\r" and ends[-1] == b"\n":
            ends[-1] = b"\r"
        for line, end in zip([*fields, b""], ends, strict=True):
            body += line + end
        text = "\n".join(data)
        expected.append(Event(event=kind, data=text, id=last_id, retry=last_retry))
    return bytes(body), expected


@given(encoded_events(), some.lists(some.integers(0, 10_000), max_size=8))
def test_events_survive_any_encoding_and_any_cut(
    stream: tuple[bytes, list[Event]], places: list[int]
) -> None:
    body, expected = stream
    assert decoded(EventStream(MANY), cut(body, places)) == expected


@given(
    some.lists(
        some.sampled_from(
            [b"\r", b"\n", b":", b" ", b"data", b"id", b"\xef\xbb\xbf", b"\xe2", b"x"]
        )
    ),
    some.lists(some.integers(0, 1000), max_size=5),
)
def test_cutting_changes_nothing_whatever_arrives(
    parts: list[bytes], places: list[int]
) -> None:
    body = b"".join(parts)
    assert decoded(EventStream(MANY), cut(body, places)) == events(body)
    assert decoded(JsonLines(MANY), cut(body, places)) == decoded(
        JsonLines(MANY), [body]
    )


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        (b"data: " + b"x" * 100, 50),
        (b"x" * 51, 50),
        (b":" + b"x" * 100 + b"\n", 50),
        (b"data: x\n" * 20, 50),
        (b"data\n" * 20, 50),
    ],
    ids=["data", "no field", "a comment", "lines", "empty lines"],
)
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_an_event_beyond_its_limit_is_refused(
    body: bytes, limit: int, size: int
) -> None:
    pieces = [body[i : i + size] for i in range(0, len(body), size)]
    with pytest.raises(TooLarge, match="larger than 50 bytes"):
        decoded(EventStream(limit), pieces)


def test_the_limit_is_one_of_each_event_not_of_the_stream() -> None:
    body = b"event: abcdefgh\ndata: 0123456789\n\n: a comment\n" * 100
    assert len(decoded(EventStream(30), [body])) == 100
    assert len(decoded(JsonLines(30), [b'{"a": 1}\n' * 100])) == 100


def test_an_endless_line_takes_time_in_proportion() -> None:
    decoder = EventStream(20_000_000)
    for _ in range(100_000):
        assert list(decoder.feed(b"x" * 100)) == []


LINES: dict[str, tuple[bytes, list[str]]] = {
    "lines": (b'{"a":1}\n[2]\n', ['{"a":1}', "[2]"]),
    "CR LF": (b"1\r\n2\r\n", ["1", "2"]),
    "the last line without its end": (b"1\n2", ["1", "2"]),
    "the last line with half of its end": (b"1\r\n2\r", ["1", "2"]),
    "blank lines": (b"\n\r\n1\n  \t\n\n2\n\n", ["1", "2"]),
    "space around": (b" 1 \n", [" 1 "]),
    "characters": ('"ä€😀\u2028"\n"\x85"'.encode(), ['"ä€😀\u2028"', '"\x85"']),
    "escaped line ends": (b'"a\\nb\\r"\n', ['"a\\nb\\r"']),
    "no UTF-8": (b'"\xff"\n1\n', ['"\udcff"', "1"]),
    "nothing": (b"", []),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_are_events_wherever_they_are_cut(name: str) -> None:
    body, expected = LINES[name]
    assert lines(body) == expected
    for place in range(len(body) + 1):
        found = decoded(JsonLines(MANY), cut(body, [place]))
        assert found == [Event(data=line) for line in expected]


JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inner: some.lists(inner, max_size=3)
    | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=5,
)


@given(
    some.lists(some.tuples(JSON, some.sampled_from(["\n", "\r\n", "\n\n"]))),
    some.lists(some.integers(0, 1000), max_size=5),
)
def test_values_survive_any_cut(
    values: list[tuple[Any, str]], places: list[int]
) -> None:
    body = "".join(json.dumps(value) + end for value, end in values).encode()
    found = [event.json() for event in decoded(JsonLines(MANY), cut(body, places))]
    assert found == [value for value, _ in values]


@pytest.mark.parametrize("body", [b"x" * 51, b"1\n" + b"x" * 51 + b"\n"])
def test_a_line_beyond_its_limit_is_refused(body: bytes) -> None:
    with pytest.raises(TooLarge, match="a line is larger than 50 bytes"):
        decoded(JsonLines(50), [body])


def test_an_event_gives_its_data_as_json() -> None:
    assert Event(data='{"a": [1, null]}').json() == {"a": [1, None]}
    for bad in ("", "{", "NaN", "[" * 100_000):
        with pytest.raises(ValueError, match=r"JSON|EOF|recursion|expected"):
            Event(data=bad).json()


def test_an_event_that_sent_nothing_else_has_nothing_else() -> None:
    assert Event() == Event(event=None, data="", id=None, retry=None)
    assert repr(Event(data="a")) == (
        "ServerSentEvent(event=None, data='a', id=None, retry=None)"
    )


def test_a_limit_may_be_reached() -> None:
    two = b"data: 1234\n\n" * 2  # eleven bytes a line, its end included
    assert [e.data for e in decoded(EventStream(11), [two])] == ["1234", "1234"]
    assert [e.data for e in decoded(JsonLines(7), [b"123456\n"])] == ["123456"]


def test_several_lines_of_data_may_reach_the_limit_together() -> None:
    body = b"data: 1\ndata: 2\n\n" * 2
    assert [e.data for e in decoded(EventStream(14), [body])] == ["1\n2", "1\n2"]
    with pytest.raises(TooLarge):
        decoded(EventStream(13), [body])


def test_a_reconnection_time_has_eighteen_digits_at_most() -> None:
    body = b"retry: %s\ndata: x\n\n"
    for digits, expected in ((18, int("9" * 18)), (19, None)):
        (event,) = decoded(EventStream(100), [body % (b"9" * digits)])
        assert event.retry == expected


# JSON text sequences (RFC 7464)


@pytest.mark.parametrize("place", range(12))
def test_a_text_of_a_sequence_ends_where_the_next_begins(place: int) -> None:
    body = b'\x1e{"a":\n 1}\n\x1e2\n\x1e\x1e'
    found = decoded(JsonSequence(MANY), cut(body, [place]))
    assert [event.json() for event in found] == [{"a": 1}, 2]


def test_a_text_of_a_sequence_has_a_limit() -> None:
    assert len(decoded(JsonSequence(3), [b"\x1e123"] * 100)) == 100
    with pytest.raises(TooLarge):
        decoded(JsonSequence(3), [b"\x1e12", b"34"])


def test_bytes_of_a_sequence_that_are_no_text_are_left_to_the_decoder() -> None:
    first, last = decoded(JsonSequence(MANY), [b"\x1e\xff\n\x1e\xfe"])
    assert (first.data, last.data) == ("\udcff", "\udcfe")
