"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._kites_async import AsyncKitesResource as AsyncKitesResource
    from ._kites_modes import (
        AsyncKitesResourceWithRawResponse as AsyncKitesResourceWithRawResponse,
    )
    from ._kites_modes import (
        AsyncKitesResourceWithStreamingResponse as AsyncKitesResourceWithStreamingResponse,
    )
    from .kites import KitesResource as KitesResource
    from ._kites_modes import (
        KitesResourceWithRawResponse as KitesResourceWithRawResponse,
    )
    from ._kites_modes import (
        KitesResourceWithStreamingResponse as KitesResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncKitesResource": "._kites_async",
            "AsyncKitesResourceWithRawResponse": "._kites_modes",
            "AsyncKitesResourceWithStreamingResponse": "._kites_modes",
            "KitesResource": ".kites",
            "KitesResourceWithRawResponse": "._kites_modes",
            "KitesResourceWithStreamingResponse": "._kites_modes",
        },
    )

__all__ = [
    "AsyncKitesResource",
    "AsyncKitesResourceWithRawResponse",
    "AsyncKitesResourceWithStreamingResponse",
    "KitesResource",
    "KitesResourceWithRawResponse",
    "KitesResourceWithStreamingResponse",
]
