"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .kite_list_params import KiteListParams as KiteListParams
    from .kite_query_params import KiteQueryParams as KiteQueryParams
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "KiteListParams": ".kite_list_params",
            "KiteQueryParams": ".kite_query_params",
        },
    )

__all__ = [
    "KiteListParams",
    "KiteQueryParams",
]
