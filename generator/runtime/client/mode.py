"""What the methods of a resource hand back."""

from __future__ import annotations

from typing import Literal

Mode = Literal["parsed", "raw", "stream"]
"""The value, the response read, or the response unread."""
