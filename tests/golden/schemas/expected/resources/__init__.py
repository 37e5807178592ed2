"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._tracks_async import AsyncTracksResource as AsyncTracksResource
    from ._tracks_modes import (
        AsyncTracksResourceWithRawResponse as AsyncTracksResourceWithRawResponse,
    )
    from ._tracks_modes import (
        AsyncTracksResourceWithStreamingResponse as AsyncTracksResourceWithStreamingResponse,
    )
    from .tracks import TracksResource as TracksResource
    from ._tracks_modes import (
        TracksResourceWithRawResponse as TracksResourceWithRawResponse,
    )
    from ._tracks_modes import (
        TracksResourceWithStreamingResponse as TracksResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncTracksResource": "._tracks_async",
            "AsyncTracksResourceWithRawResponse": "._tracks_modes",
            "AsyncTracksResourceWithStreamingResponse": "._tracks_modes",
            "TracksResource": ".tracks",
            "TracksResourceWithRawResponse": "._tracks_modes",
            "TracksResourceWithStreamingResponse": "._tracks_modes",
        },
    )

__all__ = [
    "AsyncTracksResource",
    "AsyncTracksResourceWithRawResponse",
    "AsyncTracksResourceWithStreamingResponse",
    "TracksResource",
    "TracksResourceWithRawResponse",
    "TracksResourceWithStreamingResponse",
]
