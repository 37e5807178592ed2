"""Requests that no honest client sends: each gets a response below 500 and a line in the log.

All of them were found by sending random requests to the mock.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx2
import pytest
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from generator.mock import Mock
from generator.mock.listener import MOST_CONNECTIONS
from tests.mock.conftest import Workshop, operation, parameter, serving

DEEP = 100_000
DIGITS = 5_000
TREE = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "inner": {"$ref": "#/components/schemas/Tree"},
    },
}
REF = {"$ref": "#/components/schemas/Tree"}
PARAMETERS = [
    parameter("size", "query", {"type": "integer"}),
    parameter("tree", "query", REF, style="deepObject"),
    {
        "name": "document",
        "in": "query",
        "content": {"application/json": {"schema": REF}},
    },
    parameter("X-Tree", "header", {"type": "object"}),
    parameter("level", "cookie", {"type": "integer"}),
]
CONTENT = {
    name: {"schema": REF}
    for name in (
        "application/json",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
    )
}


@pytest.fixture(scope="module")
def log() -> list[str]:
    return []


@pytest.fixture(scope="module")
def client(
    tmp_path_factory: pytest.TempPathFactory, log: list[str]
) -> Iterator[httpx2.Client]:
    workshop = Workshop(tmp_path_factory.mktemp("mock"))
    paths = {
        "/trees": {
            "get": operation(REF, parameters=PARAMETERS),
            "post": operation(REF, requestBody={"required": True, "content": CONTENT}),
        },
        "/trees/{id}": {
            "get": operation(
                REF, parameters=[parameter("id", "path", {"type": "integer"})]
            )
        },
    }
    described = workshop.described(paths, components={"schemas": {"Tree": TREE}})
    with serving(Mock(described), log) as client:
        yield client


def sent(client: httpx2.Client, raw: bytes) -> bytes:
    """The bytes of the response to the bytes of a request."""
    url = client.base_url
    with socket.create_connection((url.host, url.port), timeout=5) as connection:
        connection.sendall(raw)
        received = b""
        while part := connection.recv(65_536):
            received += part
    return received


def request(target: bytes, *headers: bytes) -> bytes:
    lines = [
        b"GET " + target + b" HTTP/1.1",
        b"Host: x",
        b"Connection: close",
        *headers,
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def posted(client: httpx2.Client, media_type: str, body: bytes) -> httpx2.Response:
    return client.post("/trees", content=body, headers={"Content-Type": media_type})


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"[" * DEEP, "nested too deeply"),
        (b'{"name":' * 900 + b"{}" + b"}" * 900, "nested too deeply"),
        (b"NaN", "NaN is not a JSON number"),
        (b'{"inner": -Infinity}', "-Infinity is not a JSON number"),
        (b'"\\ud800"', "half of a surrogate pair"),
        (b'{"\\udfff": 1}', "half of a surrogate pair"),
        (b'{"name": "\xed\xa0\x80"}', "can't decode"),
        (b'{"name": "\xff"}', "can't decode"),
        (b"\x00", "not JSON"),
        (b"9" * DIGITS, "more than 4300 digits"),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_a_body_that_is_not_json_is_refused_with_the_reason(
    body: bytes, reason: str, client: httpx2.Client, log: list[str]
) -> None:
    before = len(log)
    response = posted(client, "application/json", body)
    assert response.status_code == 400
    assert reason in response.json()["detail"]
    assert len(log) == before + 1
    assert reason in log[-1]


@pytest.mark.parametrize(
    ("media_type", "body", "status"),
    [
        (
            "multipart/form-data; boundary=x",
            b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n",
            400,
        ),
        ("json", b"{}", 415),
        ("text", b"{}", 415),
        ("*/json", b"{}", 415),
        (";;;", b"{}", 415),
    ],
    ids=ascii,
)
def test_a_malformed_form_or_media_type_is_refused(
    media_type: str, body: bytes, status: int, client: httpx2.Client, log: list[str]
) -> None:
    before = len(log)
    assert posted(client, media_type, body).status_code == status
    assert len(log) == before + 1


@pytest.mark.parametrize(
    "raw",
    [
        request(b"//trees?size=\xff"),
        request(b"//[?x=\xb2"),
        request(b"http://[/trees"),
        request(b"/trees/%22%5Cud800%22"),
        request(b"/trees/" + b"9" * DIGITS),
        request(b"/trees/%00%ff%"),
        request(b'/trees?document="\\ud800"'),
        request(b"/trees?document=" + b"[" * DIGITS),
        request(b"/trees?document=NaN"),
        request(b"/trees?tree" + b"[inner]" * 2_000 + b"=1"),
        request(b"/trees?size=%22%5Cud800%22"),
        request(b"/trees?size=" + b"9" * DIGITS),
        request(b"/trees", b"X-Tree: " + b'{"a":' * DIGITS),
        request(b"/trees", b"Cookie: level=" + b"9" * DIGITS),
        request(b"/trees", b"Content-Length: " + b"9" * DIGITS),
        request(b"/trees", b"Content-Length: -1"),
        request(b"/trees", b"Prefer: code=100"),
        request(b"/trees", b"Prefer: code=000"),
        request(b"/trees", b"Accept: text;q=nan", b"Prefer: example=\xff"),
        request(b"/trees", b"Transfer-Encoding: chunked") + b"zz\r\n\r\n",
    ],
    ids=lambda raw: ascii(raw)[5:45],
)
def test_a_hostile_request_gets_a_response_and_a_line_in_the_log(
    raw: bytes, client: httpx2.Client, log: list[str]
) -> None:
    before = len(log)
    status = int(sent(client, raw).split(b" ", 2)[1])
    assert 200 <= status < 500
    assert len(log) == before + 1
    assert str(status) in log[-1]
    assert len(log[-1]) < 1_000
    assert "\n" not in log[-1]


def test_a_cursor_that_is_not_ours_starts_at_the_front(workshop: Workshop) -> None:
    page = {
        "type": "object",
        "properties": {
            "result": {"type": "array", "items": {"type": "object"}},
            "next": {"type": ["string", "null"]},
        },
    }
    purposes = {
        "request": {"after": ("string", "next_cursor_param")},
        "response": {
            "result": ("array", "items"),
            "next": ("string", "next_cursor_field"),
        },
    }
    scheme = {
        side: {
            name: {"type": kind, "x-stainless-pagination-property": {"purpose": p}}
            for name, (kind, p) in named.items()
        }
        for side, named in purposes.items()
    }
    config = workshop.config(
        pagination=[{"name": "pages", "type": "cursor", **scheme}],
        resources={
            "things": {
                "methods": {"list": {"endpoint": "get /things", "paginated": "pages"}}
            }
        },
    )
    entry = operation(
        page, parameters=[parameter("after", "query", {"type": "string"})]
    )
    described = workshop.described({"/things": {"get": entry}})
    with serving(Mock(described, config)) as client:
        first = client.get("/things").json()
        assert first["next"]
        for cursor in ("after-" + "9" * DIGITS, "after-²", "after--5", "9" * DIGITS):
            response = client.get("/things", params={"after": cursor})
            assert response.json() == first


def test_an_example_that_utf_8_cannot_encode_is_escaped(workshop: Workshop) -> None:
    entry = operation()
    content = entry["responses"]["200"]["content"]
    content["application/json"]["examples"] = {"half": {"value": "\ud800"}}
    content["text/plain"] = {"examples": {"half": {"value": "\ud800"}}}
    with serving(Mock(workshop.described({"/a": {"get": entry}}))) as client:
        wanted = {"Prefer": "example=half"}
        assert client.get("/a", headers=wanted).content == b'"\\ud800"'
        text = client.get("/a", headers={**wanted, "Accept": "text/plain"})
        assert text.content == b"?"


def test_a_fault_of_the_mock_itself_is_a_500_that_says_so(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    mock = Mock(workshop.described({"/a": {"get": operation()}}))

    def broken(*_: object) -> object:
        raise ZeroDivisionError("x" * 10_000)

    monkeypatch.setattr(mock.credentials, "check", broken)
    exchange = mock.exchange(Request(EnvironBuilder("/a").get_environ()))
    body = json.loads(exchange.response.get_data())
    assert exchange.response.status_code == 500
    assert body["detail"].startswith("the mock failed: ZeroDivisionError: xxx")
    assert exchange.note == body["detail"]
    assert len(exchange.note) < 300


@contextmanager
def half_open(client: httpx2.Client, raw: bytes, count: int) -> Iterator[None]:
    """Connections whose clients stop in the middle of a request."""
    with ExitStack() as stack:
        for _ in range(count):
            connection = socket.create_connection(
                (client.base_url.host, client.base_url.port), timeout=5
            )
            stack.enter_context(connection)
            connection.sendall(raw)
        yield


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"GET /tr",
        b"GET /trees HTTP/1.1\r\nHost:",
        b"POST /trees HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{",
    ],
    ids=["nothing", "line", "headers", "body"],
)
@pytest.mark.parametrize("count", [100, 2 * MOST_CONNECTIONS])
def test_half_open_connections_do_not_keep_others_waiting(
    raw: bytes, count: int, client: httpx2.Client
) -> None:
    with half_open(client, raw, count):
        for _ in range(3):
            with httpx2.Client(
                base_url=client.base_url, timeout=5, trust_env=False
            ) as other:
                assert other.get("/trees").status_code == 200


def test_a_connection_that_is_answered_is_not_closed_for_a_new_one(
    tmp_path: Path,
) -> None:
    workshop = Workshop(tmp_path)
    described = workshop.described({"/slow": {"get": operation({"const": "done"})}})
    steps = workshop.scenario("- {endpoint: get /slow, delay: 1}")
    assert not isinstance(steps, str)
    with serving(Mock(described, scenario=steps)) as client:
        url = client.base_url
        with socket.create_connection((url.host, url.port), timeout=10) as slow:
            slow.sendall(request(b"/slow"))
            with half_open(client, b"", 2 * MOST_CONNECTIONS):
                received = b""
                while part := slow.recv(65_536):
                    received += part
    assert received.endswith(b'"done"')
