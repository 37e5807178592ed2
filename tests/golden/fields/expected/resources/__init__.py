"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._pets_async import AsyncPetsResource as AsyncPetsResource
    from ._pets_modes import (
        AsyncPetsResourceWithRawResponse as AsyncPetsResourceWithRawResponse,
    )
    from ._pets_modes import (
        AsyncPetsResourceWithStreamingResponse as AsyncPetsResourceWithStreamingResponse,
    )
    from .pets import PetsResource as PetsResource
    from ._pets_modes import PetsResourceWithRawResponse as PetsResourceWithRawResponse
    from ._pets_modes import (
        PetsResourceWithStreamingResponse as PetsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncPetsResource": "._pets_async",
            "AsyncPetsResourceWithRawResponse": "._pets_modes",
            "AsyncPetsResourceWithStreamingResponse": "._pets_modes",
            "PetsResource": ".pets",
            "PetsResourceWithRawResponse": "._pets_modes",
            "PetsResourceWithStreamingResponse": "._pets_modes",
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
