"""Models of the imaginary API; annotations are not postponed, as in generated models."""

from datetime import datetime
from typing import Literal

from generator.runtime.decode.models import BaseModel


class Problem(BaseModel):
    code: int
    message: str


class Zone(BaseModel):
    id: str
    size: int | None = None
    changed_at: datetime | None = None
    status: Literal["active", "paused"] | None = None
