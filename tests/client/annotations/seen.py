"""What a type checker tells the users of the client; checked, never run."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal, assert_type

import httpx2

import cloudflare
from cloudflare import (
    APIResponse,
    AsyncAPIResponse,
    AsyncCloudflare,
    Cloudflare,
    Omit,
    omit,
)
from cloudflare.pagination import AsyncCursorPagination, SyncCursorPagination
from cloudflare.types.shared import ErrorData
from cloudflare.types.security_center.insights import (
    AuditLogListByInsightParams,
    AuditLogListByInsightResponse,
    AuditLogListResponse,
)

Entry = AuditLogListByInsightResponse
Page = SyncCursorPagination[AuditLogListByInsightResponse]
AsyncPage = AsyncCursorPagination[AuditLogListByInsightResponse]

client = Cloudflare(api_token=None, timeout=httpx2.Timeout(5), max_retries=1)
audit_logs = client.security_center.insights.audit_logs
page = audit_logs.list_by_insight(issue_id="issue_id", account_id="account_id")

assert_type(page, Page)
assert_type(page.result, list[Entry])
assert_type(audit_logs.list(zone_id="z").result[0], AuditLogListResponse)


def listed_errors() -> None:
    try:
        audit_logs.list(zone_id="z")
    except cloudflare.RateLimitError as error:
        assert_type(error.errors, list[ErrorData])
        assert_type(error.errors[0].message, str | None)
        assert_type(error.request, httpx2.Request)
    except cloudflare.APIStatusError as error:
        assert_type(error.errors, list[ErrorData])
    except cloudflare.APIError as error:
        assert_type(error.errors, list[ErrorData])
        assert_type(error.request, httpx2.Request)


def fields(entry: Entry) -> None:
    assert_type(page.result[0].changed_at, datetime | None)
    assert_type(entry.id, str | None)
    assert_type(entry.changed_by, str | None)
    assert_type(entry.current_value, str | None)
    assert_type(entry.field_changed, Literal["status", "user_classification"] | None)
    assert_type(entry.issue_id, str | None)
    assert_type(entry.previous_value, str | None)
    assert_type(entry.rationale, str | None)
    assert_type(entry.zone_id, int | None)
    assert_type(entry.to_dict(), dict[str, object])
    assert_type(entry.to_json(), str)
    assert_type(entry.model_extra, dict[str, Any] | None)
    assert_type(entry.model_fields_set, set[str])


def pages() -> None:
    for entry in page:
        assert_type(entry, Entry)
    for each in page.iter_pages():
        assert_type(each, Page)
    assert_type(page.get_next_page(), Page)
    assert_type(page.has_next_page(), bool)
    info = page.next_page_info()
    if info is not None:
        assert_type(info.url, str | None)
    assert_type(page.items(limit=3), Iterator[Entry])
    if page.result_info is not None:
        assert_type(page.result_info.cursor, str | None)
        assert_type(page.result_info.count, int | None)


def arguments(moment: datetime, forwarded: str | Omit) -> None:
    audit_logs.list_by_insight(
        "issue_id", zone_id="z", before=moment, since="2026-01-31"
    )
    audit_logs.list_by_insight("issue_id", zone_id="z", account_id=omit, order="asc")
    audit_logs.list(
        account_id="a",
        cursor=forwarded,
        field_changed=omit,
        per_page=5,
        extra_headers={"X-A": "b", "X-C": omit},
        extra_query={"a": 1},
        extra_body={"b": 2},
        timeout=None,
    )
    params: AuditLogListByInsightParams = {"account_id": "a", "before": moment}
    assert_type(params.get("order"), Literal["asc", "desc"] | None)


def responses() -> None:
    raw = audit_logs.with_raw_response.list_by_insight("issue_id", account_id="a")
    assert_type(raw, APIResponse[Page])
    assert_type(raw.parse(), Page)
    assert_type(raw.parse(to=bytes), bytes)
    assert_type(raw.headers, httpx2.Headers)
    assert_type(raw.status_code, int)
    with audit_logs.with_streaming_response.list_by_insight(
        "i", zone_id="z"
    ) as response:
        assert_type(response, APIResponse[Page])
        assert_type(response.parse().result[0].changed_at, datetime | None)
        assert_type(response.iter_bytes(), Iterator[bytes])
    raw = client.with_raw_response.security_center.insights.audit_logs.list_by_insight(
        "issue_id", account_id="a"
    )
    assert_type(raw, APIResponse[Page])


def clients() -> None:
    assert_type(client.with_options(max_retries=5, deadline=10.0), Cloudflare)
    assert_type(client.copy(timeout=3), Cloudflare)
    assert_type(client.is_closed(), bool)
    with Cloudflare() as entered:
        assert_type(entered, Cloudflare)
    assert_type(cloudflare.Client(), Cloudflare)


def errors(error: cloudflare.APIStatusError) -> None:
    assert_type(error.status_code, int)
    assert_type(error.response, httpx2.Response)
    assert_type(error.message, str)


async def asynchronously() -> None:
    async with AsyncCloudflare() as entered:
        assert_type(entered, AsyncCloudflare)
        audit_logs = entered.security_center.insights.audit_logs
        page = await audit_logs.list_by_insight("issue_id", account_id="a")
        assert_type(page, AsyncPage)
        assert_type(await page.get_next_page(), AsyncPage)
        async for entry in audit_logs.list_by_insight("issue_id", zone_id="z"):
            assert_type(entry, Entry)
        async for entry in page:
            assert_type(entry, Entry)
        async for each in page.iter_pages():
            assert_type(each, AsyncPage)
        raw = await audit_logs.with_raw_response.list_by_insight("i", account_id="a")
        assert_type(raw, AsyncAPIResponse[AsyncPage])
        assert_type(await raw.parse(), AsyncPage)
        async with audit_logs.with_streaming_response.list_by_insight(
            "issue_id", zone_id="z"
        ) as response:
            assert_type(response, AsyncAPIResponse[AsyncPage])
            assert_type((await response.parse()).result[0].zone_id, int | None)
        assert_type(entered.with_options(timeout=3), AsyncCloudflare)
