"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._boats_async import AsyncBoatsResource as AsyncBoatsResource
    from ._boats_modes import (
        AsyncBoatsResourceWithRawResponse as AsyncBoatsResourceWithRawResponse,
    )
    from ._boats_modes import (
        AsyncBoatsResourceWithStreamingResponse as AsyncBoatsResourceWithStreamingResponse,
    )
    from ._harbours_async import AsyncHarboursResource as AsyncHarboursResource
    from ._harbours_modes import (
        AsyncHarboursResourceWithRawResponse as AsyncHarboursResourceWithRawResponse,
    )
    from ._harbours_modes import (
        AsyncHarboursResourceWithStreamingResponse as AsyncHarboursResourceWithStreamingResponse,
    )
    from .boats import BoatsResource as BoatsResource
    from ._boats_modes import (
        BoatsResourceWithRawResponse as BoatsResourceWithRawResponse,
    )
    from ._boats_modes import (
        BoatsResourceWithStreamingResponse as BoatsResourceWithStreamingResponse,
    )
    from .harbours import HarboursResource as HarboursResource
    from ._harbours_modes import (
        HarboursResourceWithRawResponse as HarboursResourceWithRawResponse,
    )
    from ._harbours_modes import (
        HarboursResourceWithStreamingResponse as HarboursResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncBoatsResource": "._boats_async",
            "AsyncBoatsResourceWithRawResponse": "._boats_modes",
            "AsyncBoatsResourceWithStreamingResponse": "._boats_modes",
            "AsyncHarboursResource": "._harbours_async",
            "AsyncHarboursResourceWithRawResponse": "._harbours_modes",
            "AsyncHarboursResourceWithStreamingResponse": "._harbours_modes",
            "BoatsResource": ".boats",
            "BoatsResourceWithRawResponse": "._boats_modes",
            "BoatsResourceWithStreamingResponse": "._boats_modes",
            "HarboursResource": ".harbours",
            "HarboursResourceWithRawResponse": "._harbours_modes",
            "HarboursResourceWithStreamingResponse": "._harbours_modes",
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
