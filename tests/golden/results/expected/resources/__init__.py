"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._reports_async import AsyncReportsResource as AsyncReportsResource
    from ._reports_modes import (
        AsyncReportsResourceWithRawResponse as AsyncReportsResourceWithRawResponse,
    )
    from ._reports_modes import (
        AsyncReportsResourceWithStreamingResponse as AsyncReportsResourceWithStreamingResponse,
    )
    from .reports import ReportsResource as ReportsResource
    from ._reports_modes import (
        ReportsResourceWithRawResponse as ReportsResourceWithRawResponse,
    )
    from ._reports_modes import (
        ReportsResourceWithStreamingResponse as ReportsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncReportsResource": "._reports_async",
            "AsyncReportsResourceWithRawResponse": "._reports_modes",
            "AsyncReportsResourceWithStreamingResponse": "._reports_modes",
            "ReportsResource": ".reports",
            "ReportsResourceWithRawResponse": "._reports_modes",
            "ReportsResourceWithStreamingResponse": "._reports_modes",
        },
    )

__all__ = [
    "AsyncReportsResource",
    "AsyncReportsResourceWithRawResponse",
    "AsyncReportsResourceWithStreamingResponse",
    "ReportsResource",
    "ReportsResourceWithRawResponse",
    "ReportsResourceWithStreamingResponse",
]
