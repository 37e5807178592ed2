"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._class__async import AsyncClassResource as AsyncClassResource
    from ._class__modes import (
        AsyncClassResourceWithRawResponse as AsyncClassResourceWithRawResponse,
    )
    from ._class__modes import (
        AsyncClassResourceWithStreamingResponse as AsyncClassResourceWithStreamingResponse,
    )
    from .class_ import ClassResource as ClassResource
    from ._class__modes import (
        ClassResourceWithRawResponse as ClassResourceWithRawResponse,
    )
    from ._class__modes import (
        ClassResourceWithStreamingResponse as ClassResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncClassResource": "._class__async",
            "AsyncClassResourceWithRawResponse": "._class__modes",
            "AsyncClassResourceWithStreamingResponse": "._class__modes",
            "ClassResource": ".class_",
            "ClassResourceWithRawResponse": "._class__modes",
            "ClassResourceWithStreamingResponse": "._class__modes",
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
