"""The resource notes, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._notes_async import AsyncNotesResource
    from .notes import NotesResource

__all__ = [
    "NotesResourceWithRawResponse",
    "NotesResourceWithStreamingResponse",
    "AsyncNotesResourceWithRawResponse",
    "AsyncNotesResourceWithStreamingResponse",
]


class NotesResourceWithRawResponse:
    """View of ``notes`` whose methods return the raw ``APIResponse``."""

    def __init__(self, notes: NotesResource) -> None:
        raw = notes._with_mode("raw")
        self.create = returns_raw(raw.create)


class NotesResourceWithStreamingResponse:
    """View of ``notes`` whose methods return before the body is read."""

    def __init__(self, notes: NotesResource) -> None:
        stream = notes._with_mode("stream")
        self.create = returns_stream(stream.create)


class AsyncNotesResourceWithRawResponse:
    """View of ``notes`` whose methods return the raw ``APIResponse``."""

    def __init__(self, notes: AsyncNotesResource) -> None:
        raw = notes._with_mode("raw")
        self.create = async_returns_raw(raw.create)


class AsyncNotesResourceWithStreamingResponse:
    """View of ``notes`` whose methods return before the body is read."""

    def __init__(self, notes: AsyncNotesResource) -> None:
        stream = notes._with_mode("stream")
        self.create = async_returns_stream(stream.create)
