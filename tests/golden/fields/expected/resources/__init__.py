"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .pets import AsyncPetsResource as AsyncPetsResource
    from .pets import (
        AsyncPetsResourceWithRawResponse as AsyncPetsResourceWithRawResponse,
    )
    from .pets import (
        AsyncPetsResourceWithStreamingResponse as AsyncPetsResourceWithStreamingResponse,
    )
    from .pets import PetsResource as PetsResource
    from .pets import PetsResourceWithRawResponse as PetsResourceWithRawResponse
    from .pets import (
        PetsResourceWithStreamingResponse as PetsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncPetsResource": ".pets",
            "AsyncPetsResourceWithRawResponse": ".pets",
            "AsyncPetsResourceWithStreamingResponse": ".pets",
            "PetsResource": ".pets",
            "PetsResourceWithRawResponse": ".pets",
            "PetsResourceWithStreamingResponse": ".pets",
        },
    )

__all__ = [
    "AsyncPetsResource",
    "AsyncPetsResourceWithRawResponse",
    "AsyncPetsResourceWithStreamingResponse",
    "PetsResource",
    "PetsResourceWithRawResponse",
    "PetsResourceWithStreamingResponse",
]
