"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._shapes_async import AsyncShapesResource as AsyncShapesResource
    from ._shapes_modes import (
        AsyncShapesResourceWithRawResponse as AsyncShapesResourceWithRawResponse,
    )
    from ._shapes_modes import (
        AsyncShapesResourceWithStreamingResponse as AsyncShapesResourceWithStreamingResponse,
    )
    from .shapes import ShapesResource as ShapesResource
    from ._shapes_modes import (
        ShapesResourceWithRawResponse as ShapesResourceWithRawResponse,
    )
    from ._shapes_modes import (
        ShapesResourceWithStreamingResponse as ShapesResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncShapesResource": "._shapes_async",
            "AsyncShapesResourceWithRawResponse": "._shapes_modes",
            "AsyncShapesResourceWithStreamingResponse": "._shapes_modes",
            "ShapesResource": ".shapes",
            "ShapesResourceWithRawResponse": "._shapes_modes",
            "ShapesResourceWithStreamingResponse": "._shapes_modes",
        },
    )

__all__ = [
    "AsyncShapesResource",
    "AsyncShapesResourceWithRawResponse",
    "AsyncShapesResourceWithStreamingResponse",
    "ShapesResource",
    "ShapesResourceWithRawResponse",
    "ShapesResourceWithStreamingResponse",
]
