"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .class_ import AsyncClassResource as AsyncClassResource
    from .class_ import (
        AsyncClassResourceWithRawResponse as AsyncClassResourceWithRawResponse,
    )
    from .class_ import (
        AsyncClassResourceWithStreamingResponse as AsyncClassResourceWithStreamingResponse,
    )
    from .class_ import ClassResource as ClassResource
    from .class_ import ClassResourceWithRawResponse as ClassResourceWithRawResponse
    from .class_ import (
        ClassResourceWithStreamingResponse as ClassResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncClassResource": ".class_",
            "AsyncClassResourceWithRawResponse": ".class_",
            "AsyncClassResourceWithStreamingResponse": ".class_",
            "ClassResource": ".class_",
            "ClassResourceWithRawResponse": ".class_",
            "ClassResourceWithStreamingResponse": ".class_",
        },
    )

__all__ = [
    "AsyncClassResource",
    "AsyncClassResourceWithRawResponse",
    "AsyncClassResourceWithStreamingResponse",
    "ClassResource",
    "ClassResourceWithRawResponse",
    "ClassResourceWithStreamingResponse",
]
