"""Calls of ``client.security_center.insights.audit_logs`` against a mock of the API."""

from __future__ import annotations

import pytest

from cloudflare import AsyncCloudflare, Cloudflare, pagination, types


class TestSync:
    def test_list(self, client: Cloudflare) -> None:
        page = client.security_center.insights.audit_logs.list(account_id="account_id")
        assert isinstance(page, pagination.SyncCursorPagination)
        assert all(
            isinstance(item, types.security_center.insights.AuditLogListResponse)
            for item in page.items(max_pages=2)
        )

    def test_list_by_insight(self, client: Cloudflare) -> None:
        page = client.security_center.insights.audit_logs.list_by_insight(
            issue_id="issue_id", account_id="account_id"
        )
        assert isinstance(page, pagination.SyncCursorPagination)
        assert all(
            isinstance(
                item, types.security_center.insights.AuditLogListByInsightResponse
            )
            for item in page.items(max_pages=2)
        )


@pytest.mark.anyio
class TestAsync:
    async def test_list(self, async_client: AsyncCloudflare) -> None:
        page = await async_client.security_center.insights.audit_logs.list(
            account_id="account_id"
        )
        assert isinstance(page, pagination.AsyncCursorPagination)
        assert all(
            [
                isinstance(item, types.security_center.insights.AuditLogListResponse)
                async for item in page.items(max_pages=2)
            ]
        )

    async def test_list_by_insight(self, async_client: AsyncCloudflare) -> None:
        page = await async_client.security_center.insights.audit_logs.list_by_insight(
            issue_id="issue_id", account_id="account_id"
        )
        assert isinstance(page, pagination.AsyncCursorPagination)
        assert all(
            [
                isinstance(
                    item, types.security_center.insights.AuditLogListByInsightResponse
                )
                async for item in page.items(max_pages=2)
            ]
        )
