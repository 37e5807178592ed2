"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .cats import AsyncCatsResource as AsyncCatsResource
    from .cats import (
        AsyncCatsResourceWithRawResponse as AsyncCatsResourceWithRawResponse,
    )
    from .cats import (
        AsyncCatsResourceWithStreamingResponse as AsyncCatsResourceWithStreamingResponse,
    )
    from .cats import CatsResource as CatsResource
    from .cats import CatsResourceWithRawResponse as CatsResourceWithRawResponse
    from .cats import (
        CatsResourceWithStreamingResponse as CatsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncCatsResource": ".cats",
            "AsyncCatsResourceWithRawResponse": ".cats",
            "AsyncCatsResourceWithStreamingResponse": ".cats",
            "CatsResource": ".cats",
            "CatsResourceWithRawResponse": ".cats",
            "CatsResourceWithStreamingResponse": ".cats",
        },
    )

__all__ = [
    "AsyncCatsResource",
    "AsyncCatsResourceWithRawResponse",
    "AsyncCatsResourceWithStreamingResponse",
    "CatsResource",
    "CatsResourceWithRawResponse",
    "CatsResourceWithStreamingResponse",
]
