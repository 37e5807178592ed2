"""Types of shared."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .error_data import ErrorData as ErrorData
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "ErrorData": ".error_data",
        },
    )

__all__ = [
    "ErrorData",
]
