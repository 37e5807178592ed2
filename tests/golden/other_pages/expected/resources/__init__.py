"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .things import AsyncThingsResource as AsyncThingsResource
    from .things import (
        AsyncThingsResourceWithRawResponse as AsyncThingsResourceWithRawResponse,
    )
    from .things import (
        AsyncThingsResourceWithStreamingResponse as AsyncThingsResourceWithStreamingResponse,
    )
    from .things import ThingsResource as ThingsResource
    from .things import ThingsResourceWithRawResponse as ThingsResourceWithRawResponse
    from .things import (
        ThingsResourceWithStreamingResponse as ThingsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncThingsResource": ".things",
            "AsyncThingsResourceWithRawResponse": ".things",
            "AsyncThingsResourceWithStreamingResponse": ".things",
            "ThingsResource": ".things",
            "ThingsResourceWithRawResponse": ".things",
            "ThingsResourceWithStreamingResponse": ".things",
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
