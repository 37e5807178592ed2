"""Responses as they are: ``with_raw_response`` and ``with_streaming_response``."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.client.stub import ENTRY_IDS, Answer, Stub, failure

if TYPE_CHECKING:
    from cloudflare import AsyncCloudflare, Cloudflare
    from cloudflare.resources.security_center.insights import AuditLogsResource

LINES = Answer(200, b"one\ntwo\n", {"Content-Type": "text/plain"})


def test_a_raw_response_tells_everything_about_the_answer(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    response = audit_logs.with_raw_response.list_by_insight(
        "issue_id", account_id="account_id", order="asc"
    )
    assert response.status_code == 200
    assert response.headers["cf-ray"] == "8a1b2c3d4e5f-FRA"
    assert response.method == "GET"
    assert str(response.url) == f"{stub.url}{stub.last.path}?order=asc"
    assert response.http_version == "HTTP/1.1"
    assert response.elapsed > timedelta(0)
    assert response.retries_taken == 0
    assert response.is_closed
    assert response.http_request.headers["authorization"] == "Bearer token"
    assert response.http_response.status_code == 200
    assert response.json() == json.loads(response.text())
    assert response.read() == response.text().encode()


def test_a_raw_response_is_parsed_as_the_method_would(
    audit_logs: AuditLogsResource,
) -> None:
    from cloudflare.pagination import SyncCursorPagination
    from cloudflare.types.security_center.insights import AuditLogListResponse

    response = audit_logs.with_raw_response.list(account_id="account_id")
    page = response.parse()
    kind: type = SyncCursorPagination[AuditLogListResponse]
    assert isinstance(page, kind)
    assert response.parse() is page
    assert [entry.id for entry in page] == ENTRY_IDS


def test_a_raw_response_is_parsed_as_another_type_where_one_is_asked_for(
    audit_logs: AuditLogsResource,
) -> None:
    import httpx2

    response = audit_logs.with_raw_response.list(account_id="account_id")
    assert response.parse(to=dict[str, Any])["success"] is True
    assert response.parse(to=str) == response.text()
    assert response.parse(to=bytes) == response.read()
    assert response.parse(to=httpx2.Response) is response.http_response


def test_an_empty_body_can_be_read_as_bytes_and_as_text(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    stub.script(Answer(200, b""))
    response = audit_logs.with_raw_response.list(account_id="account_id")
    assert response.parse(to=bytes) == b""
    assert response.parse(to=str) == ""


def test_a_raw_response_counts_retries(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    stub.script(failure(503))
    response = audit_logs.with_raw_response.list(account_id="account_id")
    assert response.retries_taken == 1
    assert stub.last.headers["x-stainless-retry-count"] == "1"


@pytest.mark.parametrize("mode", ["with_raw_response", "with_streaming_response"])
def test_raw_and_streaming_modes_exist_at_every_level(
    client: Cloudflare, stub: Stub, mode: str
) -> None:
    def call(audit_logs: Any) -> int:
        answer = audit_logs.list(account_id="account_id")
        if mode == "with_raw_response":
            return int(answer.status_code)
        with answer as response:
            return int(response.status_code)

    assert call(getattr(client, mode).security_center.insights.audit_logs) == 200
    assert call(getattr(client.security_center, mode).insights.audit_logs) == 200
    assert call(getattr(client.security_center.insights, mode).audit_logs) == 200
    assert call(getattr(client.security_center.insights.audit_logs, mode)) == 200
    assert len(stub.requests) == 4


@pytest.mark.parametrize("mode", ["with_raw_response", "with_streaming_response"])
def test_the_server_is_not_told_about_the_mode(
    audit_logs: AuditLogsResource, stub: Stub, mode: str
) -> None:
    answer = getattr(audit_logs, mode).list(account_id="account_id")
    if mode == "with_streaming_response":
        with answer:
            pass
    assert "x-stainless-raw-response" not in stub.last.headers


def test_a_streamed_response_is_sent_on_entry_and_closed_on_exit(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    manager = audit_logs.with_streaming_response.list(account_id="account_id")
    assert stub.requests == []
    with manager as response:
        assert len(stub.requests) == 1
        assert not response.is_closed
    assert response.is_closed


def test_a_streamed_response_is_closed_when_the_block_raises(
    audit_logs: AuditLogsResource,
) -> None:
    manager = audit_logs.with_streaming_response.list(account_id="account_id")
    with pytest.raises(KeyError), manager as response:
        raise KeyError
    assert response.is_closed


def test_a_streamed_response_can_be_parsed(audit_logs: AuditLogsResource) -> None:
    with audit_logs.with_streaming_response.list(account_id="account_id") as response:
        page = response.parse()
    assert [entry.id for entry in page] == ENTRY_IDS


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (lambda r: b"".join(r.iter_bytes()), b"one\ntwo\n"),
        (lambda r: [len(piece) for piece in r.iter_bytes(3)], [3, 3, 2]),
        (lambda r: "".join(r.iter_text()), "one\ntwo\n"),
        (lambda r: list(r.iter_lines()), ["one", "two"]),
        (lambda r: r.read(), b"one\ntwo\n"),
        (lambda r: r.text(), "one\ntwo\n"),
    ],
)
def test_a_streamed_body_is_read_in_pieces(
    audit_logs: AuditLogsResource,
    stub: Stub,
    read: Callable[[Any], object],
    expected: object,
) -> None:
    stub.script(LINES)
    with audit_logs.with_streaming_response.list(account_id="account_id") as response:
        assert read(response) == expected


@pytest.mark.parametrize("mode", ["with_raw_response", "with_streaming_response"])
def test_an_error_status_is_raised_in_every_mode(
    audit_logs: AuditLogsResource, stub: Stub, mode: str
) -> None:
    from cloudflare import PermissionDeniedError

    stub.script(failure(403, 9109, "not yours"))

    def call() -> None:
        answer = getattr(audit_logs, mode).list(account_id="account_id")
        if mode == "with_streaming_response":
            answer.__enter__()

    with pytest.raises(PermissionDeniedError) as raised:
        call()
    assert raised.value.errors[0].message == "not yours"


def test_wrong_path_arguments_are_refused_in_every_mode(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    with pytest.raises(ValueError, match="Expected a non-empty value"):
        audit_logs.with_raw_response.list_by_insight("", account_id="a")
    manager = audit_logs.with_streaming_response.list_by_insight("", account_id="a")
    with pytest.raises(ValueError, match="Expected a non-empty value"), manager:
        pass
    assert stub.requests == []


Use = Callable[["AsyncCloudflare"], Awaitable[None]]


@pytest.fixture
def use(stub: Stub) -> Callable[[Use], None]:
    """Runs something with an asynchronous client."""
    from cloudflare import AsyncCloudflare

    async def run(something: Use) -> None:
        async with AsyncCloudflare(api_token="token", base_url=stub.url) as client:
            await something(client)

    return lambda something: asyncio.run(run(something))


async def collected(pieces: AsyncIterator[Any]) -> list[Any]:
    return [piece async for piece in pieces]


def test_an_asynchronous_raw_response_is_awaited(use: Callable[[Use], None]) -> None:
    from cloudflare.pagination import AsyncCursorPagination

    async def something(client: AsyncCloudflare) -> None:
        audit_logs = client.security_center.insights.audit_logs
        response = await audit_logs.with_raw_response.list(account_id="account_id")
        page = await response.parse()
        assert isinstance(page, AsyncCursorPagination)
        assert [entry.id async for entry in page] == ENTRY_IDS
        assert (await response.json())["success"] is True
        assert (await response.text()).encode() == await response.read()
        assert await response.parse(to=bytes) == await response.read()

    use(something)


def test_an_asynchronous_streamed_response_is_read_in_pieces(
    use: Callable[[Use], None], stub: Stub
) -> None:
    async def something(client: AsyncCloudflare) -> None:
        streamed = client.with_streaming_response.security_center.insights.audit_logs
        manager = streamed.list(account_id="account_id")
        assert stub.requests == []
        async with manager as response:
            assert not response.is_closed
            page = await response.parse()
            assert page.result[0].id == ENTRY_IDS[0]
        assert response.is_closed
        stub.script(LINES, LINES, LINES)
        async with streamed.list(account_id="account_id") as response:
            assert b"".join(await collected(response.iter_bytes())) == b"one\ntwo\n"
        async with streamed.list(account_id="account_id") as response:
            assert "".join(await collected(response.iter_text())) == "one\ntwo\n"
        async with streamed.list(account_id="account_id") as response:
            assert await collected(response.iter_lines()) == ["one", "two"]

    use(something)
