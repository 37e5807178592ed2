"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .shapes import AsyncShapesResource as AsyncShapesResource
    from .shapes import (
        AsyncShapesResourceWithRawResponse as AsyncShapesResourceWithRawResponse,
    )
    from .shapes import (
        AsyncShapesResourceWithStreamingResponse as AsyncShapesResourceWithStreamingResponse,
    )
    from .shapes import ShapesResource as ShapesResource
    from .shapes import ShapesResourceWithRawResponse as ShapesResourceWithRawResponse
    from .shapes import (
        ShapesResourceWithStreamingResponse as ShapesResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncShapesResource": ".shapes",
            "AsyncShapesResourceWithRawResponse": ".shapes",
            "AsyncShapesResourceWithStreamingResponse": ".shapes",
            "ShapesResource": ".shapes",
            "ShapesResourceWithRawResponse": ".shapes",
            "ShapesResourceWithStreamingResponse": ".shapes",
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
