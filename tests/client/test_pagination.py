"""Walking the pages of a list: items, pages, single steps, and where the walk ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.client.stub import ENTRY_IDS, PAGE_SIZE, Answer, Stub

if TYPE_CHECKING:
    from cloudflare import Cloudflare
    from cloudflare.resources.security_center.insights import AuditLogsResource


def test_iterating_over_a_page_gives_the_items_of_all_pages(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    page = audit_logs.list_by_insight("issue_id", account_id="account_id")
    assert [entry.id for entry in page] == ENTRY_IDS
    cursors = [request.query.get("cursor") for request in stub.requests]
    assert cursors == [None, "after-10", "after-20"]


def test_a_list_sends_one_request_until_iterated_further(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    page = audit_logs.list(zone_id="zone_id")
    assert len(stub.requests) == 1
    entries = iter(page)
    for _ in range(PAGE_SIZE):
        next(entries)
    assert len(stub.requests) == 1
    assert next(entries).id == ENTRY_IDS[PAGE_SIZE]
    assert len(stub.requests) == 2


def test_iter_pages_gives_this_page_and_all_that_follow(
    audit_logs: AuditLogsResource,
) -> None:
    pages = list(audit_logs.list(account_id="account_id").iter_pages())
    assert [len(page.result) for page in pages] == [10, 10, 4]


def test_get_next_page_reaches_the_last_page(audit_logs: AuditLogsResource) -> None:
    page = audit_logs.list(account_id="account_id", per_page=20)
    info = page.next_page_info()
    assert page.has_next_page()
    assert info is not None
    assert dict(info.params) == {"cursor": "after-20"}
    last = page.get_next_page()
    assert type(last) is type(page)
    assert [entry.id for entry in last.result] == ENTRY_IDS[20:]
    assert not last.has_next_page()
    assert last.next_page_info() is None
    with pytest.raises(RuntimeError, match=r"^No next page expected; please check"):
        last.get_next_page()


def test_every_page_is_asked_for_with_the_options_of_the_first_call(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    page = audit_logs.list_by_insight(
        "issue_id",
        zone_id="zone_id",
        order="desc",
        extra_headers={"X-Team": "blue"},
        extra_query={"trace": "1"},
    )
    assert len(list(page)) == len(ENTRY_IDS)
    for request in stub.requests:
        assert (
            request.path == "/zones/zone_id/security-center/insights/issue_id/audit-log"
        )
        assert request.query["order"] == "desc"
        assert request.query["trace"] == "1"
        assert request.headers["x-team"] == "blue"


def test_iteration_can_resume_from_a_cursor(audit_logs: AuditLogsResource) -> None:
    rest = audit_logs.list(account_id="account_id", cursor="after-20")
    assert [entry.id for entry in rest] == ENTRY_IDS[20:]


@pytest.mark.parametrize(
    ("limit", "max_pages", "count", "requests"),
    [(3, None, 3, 1), (10, None, 10, 1), (11, None, 11, 2), (None, 2, 20, 2)],
)
def test_iteration_can_be_bounded(
    audit_logs: AuditLogsResource,
    stub: Stub,
    limit: int | None,
    max_pages: int | None,
    count: int,
    requests: int,
) -> None:
    page = audit_logs.list(account_id="account_id")
    items = list(page.items(limit=limit, max_pages=max_pages))
    assert [entry.id for entry in items] == ENTRY_IDS[:count]
    assert len(stub.requests) == requests


def test_an_empty_page_with_a_cursor_is_not_the_end(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    stub.script(Answer(200, {"result": [], "result_info": {"cursor": "after-20"}}))
    page = audit_logs.list(account_id="account_id")
    assert page.has_next_page()
    assert [entry.id for entry in page] == ENTRY_IDS[20:]


def test_a_repeated_cursor_is_an_error(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    from cloudflare import PaginationLoopError

    circle = [
        Answer(200, {"result": [{"id": "x"}], "result_info": {"cursor": cursor}})
        for cursor in ("a", "b", "a")
    ]
    stub.script(*circle)
    with pytest.raises(PaginationLoopError, match="'a'"):
        list(audit_logs.list(account_id="account_id"))


def test_a_page_is_of_a_real_class_for_its_items(audit_logs: AuditLogsResource) -> None:
    from cloudflare.pagination import AsyncCursorPagination, SyncCursorPagination
    from cloudflare.types.security_center.insights import (
        AuditLogListByInsightResponse,
        AuditLogListResponse,
    )

    page = audit_logs.list_by_insight("issue_id", account_id="account_id")
    this: type = SyncCursorPagination[AuditLogListByInsightResponse]
    other: type = SyncCursorPagination[AuditLogListResponse]
    assert isinstance(page, SyncCursorPagination)
    assert isinstance(page, this)
    assert not isinstance(page, other)
    assert not isinstance(page, AsyncCursorPagination)
    assert all(isinstance(e, AuditLogListByInsightResponse) for e in page.result)


def test_a_page_knows_its_result_info_and_keeps_the_rest_of_the_envelope(
    audit_logs: AuditLogsResource,
) -> None:
    page = audit_logs.list(account_id="account_id")
    assert page.result_info is not None
    assert page.result_info.count == PAGE_SIZE
    assert page.result_info.per_page == PAGE_SIZE
    assert page.result_info.cursor == "after-10"
    assert page.model_extra == {"success": True, "errors": [], "messages": []}


def test_an_undescribed_list_can_be_paged_too(client: Cloudflare, stub: Stub) -> None:
    from cloudflare.pagination import SyncCursorPagination
    from cloudflare.types.security_center.insights import AuditLogListResponse

    page = client.get_api_list(
        "/accounts/a/security-center/insights/audit-log",
        model=AuditLogListResponse,
        page=SyncCursorPagination,
        options={"params": {"per_page": 20}},
    )
    kind: type[Any] = SyncCursorPagination[AuditLogListResponse]
    assert isinstance(page, kind)
    assert [entry.id for entry in page] == ENTRY_IDS
    assert [request.query["per_page"] for request in stub.requests] == ["20", "20"]
