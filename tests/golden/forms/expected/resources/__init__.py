"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._charges_async import AsyncChargesResource as AsyncChargesResource
    from ._charges_modes import (
        AsyncChargesResourceWithRawResponse as AsyncChargesResourceWithRawResponse,
    )
    from ._charges_modes import (
        AsyncChargesResourceWithStreamingResponse as AsyncChargesResourceWithStreamingResponse,
    )
    from ._files_async import AsyncFilesResource as AsyncFilesResource
    from ._files_modes import (
        AsyncFilesResourceWithRawResponse as AsyncFilesResourceWithRawResponse,
    )
    from ._files_modes import (
        AsyncFilesResourceWithStreamingResponse as AsyncFilesResourceWithStreamingResponse,
    )
    from ._notes_async import AsyncNotesResource as AsyncNotesResource
    from ._notes_modes import (
        AsyncNotesResourceWithRawResponse as AsyncNotesResourceWithRawResponse,
    )
    from ._notes_modes import (
        AsyncNotesResourceWithStreamingResponse as AsyncNotesResourceWithStreamingResponse,
    )
    from .charges import ChargesResource as ChargesResource
    from ._charges_modes import (
        ChargesResourceWithRawResponse as ChargesResourceWithRawResponse,
    )
    from ._charges_modes import (
        ChargesResourceWithStreamingResponse as ChargesResourceWithStreamingResponse,
    )
    from .files import FilesResource as FilesResource
    from ._files_modes import (
        FilesResourceWithRawResponse as FilesResourceWithRawResponse,
    )
    from ._files_modes import (
        FilesResourceWithStreamingResponse as FilesResourceWithStreamingResponse,
    )
    from .notes import NotesResource as NotesResource
    from ._notes_modes import (
        NotesResourceWithRawResponse as NotesResourceWithRawResponse,
    )
    from ._notes_modes import (
        NotesResourceWithStreamingResponse as NotesResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncChargesResource": "._charges_async",
            "AsyncChargesResourceWithRawResponse": "._charges_modes",
            "AsyncChargesResourceWithStreamingResponse": "._charges_modes",
            "AsyncFilesResource": "._files_async",
            "AsyncFilesResourceWithRawResponse": "._files_modes",
            "AsyncFilesResourceWithStreamingResponse": "._files_modes",
            "AsyncNotesResource": "._notes_async",
            "AsyncNotesResourceWithRawResponse": "._notes_modes",
            "AsyncNotesResourceWithStreamingResponse": "._notes_modes",
            "ChargesResource": ".charges",
            "ChargesResourceWithRawResponse": "._charges_modes",
            "ChargesResourceWithStreamingResponse": "._charges_modes",
            "FilesResource": ".files",
            "FilesResourceWithRawResponse": "._files_modes",
            "FilesResourceWithStreamingResponse": "._files_modes",
            "NotesResource": ".notes",
            "NotesResourceWithRawResponse": "._notes_modes",
            "NotesResourceWithStreamingResponse": "._notes_modes",
        },
    )

__all__ = [
    "AsyncChargesResource",
    "AsyncChargesResourceWithRawResponse",
    "AsyncChargesResourceWithStreamingResponse",
    "AsyncFilesResource",
    "AsyncFilesResourceWithRawResponse",
    "AsyncFilesResourceWithStreamingResponse",
    "AsyncNotesResource",
    "AsyncNotesResourceWithRawResponse",
    "AsyncNotesResourceWithStreamingResponse",
    "ChargesResource",
    "ChargesResourceWithRawResponse",
    "ChargesResourceWithStreamingResponse",
    "FilesResource",
    "FilesResourceWithRawResponse",
    "FilesResourceWithStreamingResponse",
    "NotesResource",
    "NotesResourceWithRawResponse",
    "NotesResourceWithStreamingResponse",
]
