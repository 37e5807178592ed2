"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._cats_async import AsyncCatsResource as AsyncCatsResource
    from ._cats_modes import (
        AsyncCatsResourceWithRawResponse as AsyncCatsResourceWithRawResponse,
    )
    from ._cats_modes import (
        AsyncCatsResourceWithStreamingResponse as AsyncCatsResourceWithStreamingResponse,
    )
    from .cats import CatsResource as CatsResource
    from ._cats_modes import CatsResourceWithRawResponse as CatsResourceWithRawResponse
    from ._cats_modes import (
        CatsResourceWithStreamingResponse as CatsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncCatsResource": "._cats_async",
            "AsyncCatsResourceWithRawResponse": "._cats_modes",
            "AsyncCatsResourceWithStreamingResponse": "._cats_modes",
            "CatsResource": ".cats",
            "CatsResourceWithRawResponse": "._cats_modes",
            "CatsResourceWithStreamingResponse": "._cats_modes",
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
