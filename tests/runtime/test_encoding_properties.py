"""What goes out for any arguments: another reader gets the same values back, and nothing else."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import h11
import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.runtime.wire.request import WireRequest
from generator.runtime.http.exchange import Opener
from generator.runtime.wire.headers import add_headers, wire_headers
from generator.runtime.http.http1 import Http1, checked, framed
from generator.runtime.wire.query import encode_query
from generator.runtime.wire.sources import BytesSource
from generator.runtime.wire.urls import fill_path

TEXTS = st.text(max_size=20)
SCALARS = TEXTS | st.integers() | st.booleans()
TIMEOUT = httpx2.Timeout(1)


def plain(value: object) -> str:
    """A scalar as JSON writes it, without quotes."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(st.dictionaries(TEXTS.filter(bool), SCALARS, max_size=5))
def test_a_query_is_read_back(params: dict[str, object]) -> None:
    query = encode_query(params)
    assert query.isascii()
    assert not set(query) & set(' #<>"\r\n')
    found = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query))
    assert found == [(name, plain(value)) for name, value in params.items()]


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_lists_are_read_back(items: list[str]) -> None:
    for arrays, names in (
        ("repeat", ["a"] * len(items)),
        ("brackets", ["a[]"] * len(items)),
        ("indices", [f"a[{index}]" for index in range(len(items))]),
    ):
        query = encode_query({"a": items}, array_format=arrays)  # type: ignore[arg-type]
        assert parse_qsl(query, keep_blank_values=True) == list(
            zip(names, items, strict=True)
        )


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=3))
def test_an_argument_stays_one_segment(values: list[str]) -> None:
    template = "".join(f"/x/{{p{index}}}" for index in range(len(values)))
    arguments = {f"p{index}": value for index, value in enumerate(values)}
    if any(unquote(value) in (".", "..") for value in values):
        with pytest.raises(ValueError, match="dot-segment"):
            fill_path(template, arguments)
        return
    path = fill_path(template, arguments)
    assert [unquote(part) for part in path.split("/")[2::2]] == values
    assert urlsplit(f"https://h{path}").path == path


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_header_is_sent_as_it_is_or_refused(name: str, value: str) -> None:
    headers: Any = {}
    is_token = bool(name) and all(c.isalnum() or c in "!#$%&'*+-.^_`|~" for c in name)
    is_text = all(c == "\t" or " " <= c <= "~" for c in value)
    if not (name.isascii() and is_token and is_text):
        with pytest.raises(ValueError, match="header"):
            add_headers(headers, {name: value})
        return
    add_headers(headers, {name: value})
    sent, _ = wire_headers(headers)
    ((sent_name, sent_value),) = sent.items()
    assert (sent_name, sent_value) == (name, value)
    assert not set(sent_name + sent_value) & set("\r\n\0")


PATHS = st.text("aZ09._~!$&'()*+,;=:@/%2Ff -é[]\"", max_size=24)


@given(PATHS, st.none() | st.text("aZ09._~&=+-%2F '\"[]é", max_size=24))
def test_a_url_goes_out_as_httpx2_would_send_it(path: str, query: str | None) -> None:
    url = f"https://api.acme.test:8443/{path}" + ("" if query is None else f"?{query}")
    expected = httpx2.URL(url)
    exchange = Opener(checked, framed).open(_request(url=url), None, TIMEOUT)
    assert exchange.target == expected.raw_path
    assert (exchange.origin.host, exchange.origin.port) == ("api.acme.test", 8443)


NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,8}", fullmatch=True)
VALUES = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=12)


@given(
    st.dictionaries(NAMES, VALUES.map(str.strip), max_size=5),
    st.sampled_from(["GET", "POST", "PUT"]),
    st.none() | st.binary(max_size=40),
)
def test_a_request_is_read_back_by_a_server(
    headers: dict[str, str], method: str, body: bytes | None
) -> None:
    framing = {"host", "content-length", "transfer-encoding", "connection", "expect"}
    given_headers = {n: v for n, v in headers.items() if n.lower() not in framing}
    unique = {name.lower(): (name, value) for name, value in given_headers.items()}
    sent = dict(unique.values())
    source = None if body is None else BytesSource(body)
    request = _request(method=method, headers=sent, body=source)
    exchange = Opener(checked, framed).open(request, body, TIMEOUT)
    server = h11.Connection(h11.SERVER)
    connection = Http1()
    wire = connection.head_of(method, exchange.target, exchange.headers)
    wire += connection.data(body or b"") + connection.end()
    server.receive_data(wire)
    arrived = server.next_event()
    assert isinstance(arrived, h11.Request)
    found = {n.decode(): v.decode() for n, v in arrived.headers}
    assert {n: found[n] for n in unique} == {n: v for n, (_, v) in unique.items()}
    assert found["host"] == "api.acme.test"
    pieces = []
    while isinstance(event := server.next_event(), h11.Data):
        pieces.append(bytes(event.data))
    assert b"".join(pieces) == (body or b"")
    assert isinstance(event, h11.EndOfMessage)
    assert exchange.show().headers.raw  # the request as it is shown has headers too
    assert exchange.show().content == (body or b"")


def _request(**changes: Any) -> WireRequest:
    usual: dict[str, Any] = {
        "method": "GET",
        "url": "https://api.acme.test/v1/x",
        "headers": {},
        "body": None,
        "timeout": 1.0,
        "seconds_left": None,
    }
    return WireRequest(**usual | changes)
