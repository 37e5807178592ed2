"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .thing_list_params import ThingListParams as ThingListParams
    from .thing_list_response import ThingListResponse as ThingListResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ThingListParams": ".thing_list_params",
            "ThingListResponse": ".thing_list_response",
        },
    )

__all__ = [
    "ThingListParams",
    "ThingListResponse",
]
