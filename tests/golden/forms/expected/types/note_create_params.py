"""Parameters of notes.create."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["NoteCreateParams"]


class NoteCreateParams(TypedDict, total=False):
    body: Required[str]
