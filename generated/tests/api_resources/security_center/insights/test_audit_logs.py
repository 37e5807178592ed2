"""Calls of ``client.security_center.insights.audit_logs`` against a mock of the API."""

from __future__ import annotations

import pytest

from cloudflare import AsyncCloudflare, Cloudflare, pagination, types


class TestSync:
    def test_list(self, client: Cloudflare) -> None:
        page = client.security_center.insights.audit_logs.list(account_id="account_id")
        assert isinstance(page, pagination.SyncCursorPagination)
        for item in page.items(max_pages=2):
            assert isinstance(item, types.security_center.insights.AuditLogListResponse)

    def test_list_by_insight(self, client: Cloudflare) -> None:
        page = client.security_center.insights.audit_logs.list_by_insight(
            issue_id="issue_id", account_id="account_id"
        )
        assert isinstance(page, pagination.SyncCursorPagination)
        for item in page.items(max_pages=2):
            assert isinstance(
                item, types.security_center.insights.AuditLogListByInsightResponse
            )


@pytest.mark.anyio
class TestAsync:
    async def test_list(self, async_client: AsyncCloudflare) -> None:
        page = await async_client.security_center.insights.audit_logs.list(
            account_id="account_id"
        )
        assert isinstance(page, pagination.AsyncCursorPagination)
        async for item in page.items(max_pages=2):
            assert isinstance(item, types.security_center.insights.AuditLogListResponse)

    async def test_list_by_insight(self, async_client: AsyncCloudflare) -> None:
        page = await async_client.security_center.insights.audit_logs.list_by_insight(
            issue_id="issue_id", account_id="account_id"
        )
        assert isinstance(page, pagination.AsyncCursorPagination)
        async for item in page.items(max_pages=2):
            assert isinstance(
                item, types.security_center.insights.AuditLogListByInsightResponse
            )
