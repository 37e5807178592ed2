"""The resource security_center.insights.audit_logs, asynchronous."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, overload

from .... import pagination
from ...._core import AsyncResource, Omit, not_given, omit
from ...._core.cached import cached_property
from ....types.security_center import insights
from .audit_logs import _LIST, _LIST_BY_INSIGHT

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from typing import Unpack
    from ...._core import AsyncPaginator, Body, Headers, NotGiven, Query
    from ....types.security_center.insights.audit_log_list_by_insight_params import (
        AuditLogListByInsightArguments,
    )
    from ....types.security_center.insights.audit_log_list_params import (
        AuditLogListArguments,
    )
    from ._audit_logs_modes import (
        AsyncAuditLogsResourceWithRawResponse,
        AsyncAuditLogsResourceWithStreamingResponse,
    )

__all__ = ["AsyncAuditLogsResource"]


class AsyncAuditLogsResource(AsyncResource):
    """The history of insights, who changed what and when."""

    @cached_property
    def with_raw_response(self) -> AsyncAuditLogsResourceWithRawResponse:
        """View of ``audit_logs`` whose methods return the raw ``APIResponse``."""
        from ._audit_logs_modes import AsyncAuditLogsResourceWithRawResponse

        return AsyncAuditLogsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAuditLogsResourceWithStreamingResponse:
        """View of ``audit_logs`` whose methods return before the body is read."""
        from ._audit_logs_modes import AsyncAuditLogsResourceWithStreamingResponse

        return AsyncAuditLogsResourceWithStreamingResponse(self)

    @overload
    def list(
        self,
        *,
        account_id: str,
        zone_id: Omit = omit,
        **arguments: Unpack[AuditLogListArguments],
    ) -> AsyncPaginator[
        insights.AuditLogListResponse,
        pagination.AsyncCursorPagination[insights.AuditLogListResponse],
    ]: ...
    @overload
    def list(
        self,
        *,
        zone_id: str,
        account_id: Omit = omit,
        **arguments: Unpack[AuditLogListArguments],
    ) -> AsyncPaginator[
        insights.AuditLogListResponse,
        pagination.AsyncCursorPagination[insights.AuditLogListResponse],
    ]: ...
    def list(
        self,
        *,
        account_id: str | Omit = omit,
        zone_id: str | Omit = omit,
        before: str | datetime | Omit = omit,
        changed_by: str | Omit = omit,
        cursor: str | Omit = omit,
        field_changed: Literal["status", "user_classification"] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        per_page: int | Omit = omit,
        since: str | datetime | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        insights.AuditLogListResponse,
        pagination.AsyncCursorPagination[insights.AuditLogListResponse],
    ]:
        """Returns the recorded changes of status and classification for every Security
        Center insight of an account or a zone.

        Args:
            account_id: The account to work on. Give either this or `zone_id`.
            zone_id: The zone to work on. Give either this or `account_id`.
            before: Keep only changes made earlier than this moment, written as in
                RFC 3339.
            changed_by: Keep only changes made by this actor.
            cursor: Where to go on reading: the `cursor` in the `result_info` of the
                page before, handed back unread.
            field_changed: Keep only changes to this field.
            order: Which end of the log comes first, the oldest (`asc`) or the
                newest (`desc`).
            per_page: How many entries a page may hold.
            since: Keep only changes made at this moment or later, written as in RFC
                3339.

        Raises:
            ValueError: not exactly one of ``account_id`` and ``zone_id`` is given.
            CloudflareError: the call failed; its subclasses say how.
        """
        return self._list(
            _LIST,
            account_id=account_id,
            zone_id=zone_id,
            before=before,
            changed_by=changed_by,
            cursor=cursor,
            field_changed=field_changed,
            order=order,
            per_page=per_page,
            since=since,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @overload
    def list_by_insight(
        self,
        issue_id: str,
        *,
        account_id: str,
        zone_id: Omit = omit,
        **arguments: Unpack[AuditLogListByInsightArguments],
    ) -> AsyncPaginator[
        insights.AuditLogListByInsightResponse,
        pagination.AsyncCursorPagination[insights.AuditLogListByInsightResponse],
    ]: ...
    @overload
    def list_by_insight(
        self,
        issue_id: str,
        *,
        zone_id: str,
        account_id: Omit = omit,
        **arguments: Unpack[AuditLogListByInsightArguments],
    ) -> AsyncPaginator[
        insights.AuditLogListByInsightResponse,
        pagination.AsyncCursorPagination[insights.AuditLogListByInsightResponse],
    ]: ...
    def list_by_insight(
        self,
        issue_id: str,
        *,
        account_id: str | Omit = omit,
        zone_id: str | Omit = omit,
        before: str | datetime | Omit = omit,
        changed_by: str | Omit = omit,
        cursor: str | Omit = omit,
        field_changed: Literal["status", "user_classification"] | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        per_page: int | Omit = omit,
        since: str | datetime | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        insights.AuditLogListByInsightResponse,
        pagination.AsyncCursorPagination[insights.AuditLogListByInsightResponse],
    ]:
        """Returns the recorded changes of status and classification for a single Security
        Center insight.

        Args:
            issue_id: The insight whose history is wanted.
            account_id: The account to work on. Give either this or `zone_id`.
            zone_id: The zone to work on. Give either this or `account_id`.
            before: Keep only changes made earlier than this moment, written as in
                RFC 3339.
            changed_by: Keep only changes made by this actor.
            cursor: Where to go on reading: the `cursor` in the `result_info` of the
                page before, handed back unread.
            field_changed: Keep only changes to this field.
            order: Which end of the log comes first, the oldest (`asc`) or the
                newest (`desc`).
            per_page: How many entries a page may hold.
            since: Keep only changes made at this moment or later, written as in RFC
                3339.

        Raises:
            ValueError: ``issue_id`` is empty, or not exactly one of ``account_id``
                and ``zone_id`` is given.
            CloudflareError: the call failed; its subclasses say how.
        """
        return self._list(
            _LIST_BY_INSIGHT,
            issue_id=issue_id,
            account_id=account_id,
            zone_id=zone_id,
            before=before,
            changed_by=changed_by,
            cursor=cursor,
            field_changed=field_changed,
            order=order,
            per_page=per_page,
            since=since,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
