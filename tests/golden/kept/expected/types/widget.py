"""The type Widget."""

from .._core import BaseModel

__all__ = ["Widget"]


class Widget(BaseModel):
    id: str
    color: str
    """As hex."""

    colour: str | None = None
    """Removed from the API, and from this client in 1.6.0; use `color` instead.

    As hex.
    """

    kind: str | None = None
