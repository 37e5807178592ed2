"""Parameters of security_center.insights.audit_logs.list."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypedDict

from ...._core import MethodOptions, Omit

__all__ = ["AuditLogListParams"]


class AuditLogListParams(TypedDict, total=False):
    account_id: str
    """The account to work on. Give either this or `zone_id`."""

    zone_id: str
    """The zone to work on. Give either this or `account_id`."""

    before: str | datetime
    """Keep only changes made earlier than this moment, written as in RFC 3339."""

    changed_by: str
    """Keep only changes made by this actor."""

    cursor: str
    """Where to go on reading: the `cursor` in the `result_info` of the page before, handed
    back unread.
    """

    field_changed: Literal["status", "user_classification"]
    """Keep only changes to this field."""

    order: Literal["asc", "desc"]
    """Which end of the log comes first, the oldest (`asc`) or the newest (`desc`)."""

    per_page: int
    """How many entries a page may hold."""

    since: str | datetime
    """Keep only changes made at this moment or later, written as in RFC 3339."""


class AuditLogListArguments(MethodOptions, total=False):
    """What ``list`` takes beside what decides its overload."""

    before: str | datetime | Omit
    changed_by: str | Omit
    cursor: str | Omit
    field_changed: Literal["status", "user_classification"] | Omit
    order: Literal["asc", "desc"] | Omit
    per_page: int | Omit
    since: str | datetime | Omit
