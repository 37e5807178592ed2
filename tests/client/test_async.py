"""The asynchronous client does what the synchronous one does."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import pytest

from tests.client.stub import ENTRY_IDS, Stub, failure

if TYPE_CHECKING:
    from cloudflare import AsyncCloudflare
    from cloudflare.resources.security_center.insights import AsyncAuditLogsResource

Use = Callable[["AsyncAuditLogsResource"], Awaitable[None]]


@pytest.fixture
def use(stub: Stub) -> Callable[[Use], None]:
    """Runs something with the audit logs of an asynchronous client."""

    async def run(something: Use) -> None:
        async with _client(stub) as client:
            await something(client.security_center.insights.audit_logs)

    return lambda something: asyncio.run(run(something))


def _client(stub: Stub) -> AsyncCloudflare:
    from cloudflare import AsyncCloudflare

    return AsyncCloudflare(api_token="token", base_url=stub.url)


def test_await_gives_the_first_page(use: Callable[[Use], None], stub: Stub) -> None:
    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        page = await audit_logs.list_by_insight("issue_id", account_id="account_id")
        assert page.result[0].id == ENTRY_IDS[0]

    use(something)
    (request,) = stub.requests
    assert request.headers["x-stainless-async"] == "async:asyncio"
    assert request.headers["user-agent"].startswith("AsyncCloudflare/Python ")


def test_async_for_gives_the_items_of_all_pages(use: Callable[[Use], None]) -> None:
    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        listed = audit_logs.list_by_insight("issue_id", zone_id="zone_id")
        assert [entry.id async for entry in listed] == ENTRY_IDS
        page = await audit_logs.list(zone_id="zone_id")
        assert [entry.id async for entry in page] == ENTRY_IDS

    use(something)


def test_nothing_is_sent_before_a_list_is_awaited(
    use: Callable[[Use], None], stub: Stub
) -> None:
    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        listed = audit_logs.list(account_id="account_id")
        assert stub.requests == []
        await listed
        await listed
        assert len(stub.requests) == 2

    use(something)


def test_pages_and_single_steps_are_awaited(use: Callable[[Use], None]) -> None:
    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        first = await audit_logs.list(account_id="account_id")
        assert [len(p.result) async for p in first.iter_pages()] == [10, 10, 4]
        assert first.has_next_page()
        assert first.next_page_info() is not None
        second = await first.get_next_page()
        last = await second.get_next_page()
        assert [entry.id for entry in last.result] == ENTRY_IDS[20:]
        with pytest.raises(RuntimeError, match=r"^No next page expected"):
            await last.get_next_page()

    use(something)


def test_a_page_is_of_a_real_class_for_its_items(use: Callable[[Use], None]) -> None:
    from cloudflare.pagination import AsyncCursorPagination, SyncCursorPagination
    from cloudflare.types.security_center import insights

    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        page = await audit_logs.list(account_id="account_id")
        kind: type = AsyncCursorPagination[insights.AuditLogListResponse]
        assert isinstance(page, kind)
        assert not isinstance(page, SyncCursorPagination)

    use(something)


def test_wrong_path_arguments_are_refused_when_the_method_is_called(
    use: Callable[[Use], None],
) -> None:
    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        with pytest.raises(ValueError, match="You must provide either"):
            audit_logs.list()  # type: ignore[call-overload] # what is tested
        with pytest.raises(ValueError, match="Expected a non-empty value"):
            audit_logs.list_by_insight("", account_id="account_id")

    use(something)


def test_an_error_is_raised_where_the_call_is_awaited(
    use: Callable[[Use], None], stub: Stub
) -> None:
    from cloudflare import NotFoundError

    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        listed = audit_logs.list(account_id="account_id")
        with pytest.raises(NotFoundError):
            await listed

    stub.script(failure(404))
    use(something)


def test_concurrent_calls_each_get_their_own_response(
    use: Callable[[Use], None],
) -> None:
    async def something(audit_logs: AsyncAuditLogsResource) -> None:
        issues = [f"issue-{number}" for number in range(20)]
        pages = await asyncio.gather(
            *(audit_logs.list_by_insight(i, account_id="a") for i in issues)
        )
        assert [page.result[0].issue_id for page in pages] == issues

    use(something)


@pytest.mark.filterwarnings(
    # The first loop is over before anybody could close its connection.
    "ignore::ResourceWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)
def test_one_client_works_in_two_event_loops(stub: Stub) -> None:
    client = _client(stub)
    audit_logs = client.security_center.insights.audit_logs

    async def first_id() -> str | None:
        return (await audit_logs.list(account_id="account_id")).result[0].id

    assert [asyncio.run(first_id()), asyncio.run(first_id())] == [ENTRY_IDS[0]] * 2
    assert len(stub.requests) == 2
    asyncio.run(client.close())
    gc.collect()


def test_a_closed_client_refuses_to_send(stub: Stub) -> None:
    client = _client(stub)

    async def close_and_call() -> None:
        await client.close()
        assert client.is_closed()
        await client.security_center.insights.audit_logs.list(account_id="account_id")

    with pytest.raises(RuntimeError, match="has been closed"):
        asyncio.run(close_and_call())
    assert stub.requests == []
