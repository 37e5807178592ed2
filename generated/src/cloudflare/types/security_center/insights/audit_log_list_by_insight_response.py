"""The type AuditLogListByInsightResponse."""

from datetime import datetime
from typing import Literal

from ...._core import BaseModel

__all__ = ["AuditLogListByInsightResponse"]


class AuditLogListByInsightResponse(BaseModel):
    """A single change to an insight."""

    id: str | None = None
    """Identifies the entry. A UUID of version 7, so identifiers sort by time."""

    changed_at: datetime | None = None
    """When the change was made."""

    changed_by: str | None = None
    """Who made the change, either a user's identifier or `system` for automation."""

    current_value: str | None = None
    """What the field holds since the change, null where it was emptied."""

    field_changed: Literal["status", "user_classification"] | None = None
    """Which field of the insight was changed."""

    issue_id: str | None = None
    """The insight that was changed."""

    previous_value: str | None = None
    """What the field held until the change, null where it was empty."""

    rationale: str | None = None
    """Why the change was made, if a reason was given."""

    zone_id: int | None = None
    """The zone of the insight, left out unless the insight concerns a zone."""
