"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._widgets_async import AsyncWidgetsResource as AsyncWidgetsResource
    from ._widgets_modes import (
        AsyncWidgetsResourceWithRawResponse as AsyncWidgetsResourceWithRawResponse,
    )
    from ._widgets_modes import (
        AsyncWidgetsResourceWithStreamingResponse as AsyncWidgetsResourceWithStreamingResponse,
    )
    from .widgets import WidgetsResource as WidgetsResource
    from ._widgets_modes import (
        WidgetsResourceWithRawResponse as WidgetsResourceWithRawResponse,
    )
    from ._widgets_modes import (
        WidgetsResourceWithStreamingResponse as WidgetsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncWidgetsResource": "._widgets_async",
            "AsyncWidgetsResourceWithRawResponse": "._widgets_modes",
            "AsyncWidgetsResourceWithStreamingResponse": "._widgets_modes",
            "WidgetsResource": ".widgets",
            "WidgetsResourceWithRawResponse": "._widgets_modes",
            "WidgetsResourceWithStreamingResponse": "._widgets_modes",
        },
    )

__all__ = [
    "AsyncWidgetsResource",
    "AsyncWidgetsResourceWithRawResponse",
    "AsyncWidgetsResourceWithStreamingResponse",
    "WidgetsResource",
    "WidgetsResourceWithRawResponse",
    "WidgetsResourceWithStreamingResponse",
]
