"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._things_async import AsyncThingsResource as AsyncThingsResource
    from ._things_modes import (
        AsyncThingsResourceWithRawResponse as AsyncThingsResourceWithRawResponse,
    )
    from ._things_modes import (
        AsyncThingsResourceWithStreamingResponse as AsyncThingsResourceWithStreamingResponse,
    )
    from .things import ThingsResource as ThingsResource
    from ._things_modes import (
        ThingsResourceWithRawResponse as ThingsResourceWithRawResponse,
    )
    from ._things_modes import (
        ThingsResourceWithStreamingResponse as ThingsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncThingsResource": "._things_async",
            "AsyncThingsResourceWithRawResponse": "._things_modes",
            "AsyncThingsResourceWithStreamingResponse": "._things_modes",
            "ThingsResource": ".things",
            "ThingsResourceWithRawResponse": "._things_modes",
            "ThingsResourceWithStreamingResponse": "._things_modes",
        },
    )

__all__ = [
    "AsyncThingsResource",
    "AsyncThingsResourceWithRawResponse",
    "AsyncThingsResourceWithStreamingResponse",
    "ThingsResource",
    "ThingsResourceWithRawResponse",
    "ThingsResourceWithStreamingResponse",
]
