"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .boats import AsyncBoatsResource as AsyncBoatsResource
    from .boats import (
        AsyncBoatsResourceWithRawResponse as AsyncBoatsResourceWithRawResponse,
    )
    from .boats import (
        AsyncBoatsResourceWithStreamingResponse as AsyncBoatsResourceWithStreamingResponse,
    )
    from .harbours import AsyncHarboursResource as AsyncHarboursResource
    from .harbours import (
        AsyncHarboursResourceWithRawResponse as AsyncHarboursResourceWithRawResponse,
    )
    from .harbours import (
        AsyncHarboursResourceWithStreamingResponse as AsyncHarboursResourceWithStreamingResponse,
    )
    from .boats import BoatsResource as BoatsResource
    from .boats import BoatsResourceWithRawResponse as BoatsResourceWithRawResponse
    from .boats import (
        BoatsResourceWithStreamingResponse as BoatsResourceWithStreamingResponse,
    )
    from .harbours import HarboursResource as HarboursResource
    from .harbours import (
        HarboursResourceWithRawResponse as HarboursResourceWithRawResponse,
    )
    from .harbours import (
        HarboursResourceWithStreamingResponse as HarboursResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncBoatsResource": ".boats",
            "AsyncBoatsResourceWithRawResponse": ".boats",
            "AsyncBoatsResourceWithStreamingResponse": ".boats",
            "AsyncHarboursResource": ".harbours",
            "AsyncHarboursResourceWithRawResponse": ".harbours",
            "AsyncHarboursResourceWithStreamingResponse": ".harbours",
            "BoatsResource": ".boats",
            "BoatsResourceWithRawResponse": ".boats",
            "BoatsResourceWithStreamingResponse": ".boats",
            "HarboursResource": ".harbours",
            "HarboursResourceWithRawResponse": ".harbours",
            "HarboursResourceWithStreamingResponse": ".harbours",
        },
    )

__all__ = [
    "AsyncBoatsResource",
    "AsyncBoatsResourceWithRawResponse",
    "AsyncBoatsResourceWithStreamingResponse",
    "AsyncHarboursResource",
    "AsyncHarboursResourceWithRawResponse",
    "AsyncHarboursResourceWithStreamingResponse",
    "BoatsResource",
    "BoatsResourceWithRawResponse",
    "BoatsResourceWithStreamingResponse",
    "HarboursResource",
    "HarboursResourceWithRawResponse",
    "HarboursResourceWithStreamingResponse",
]
