"""Types of shared."""

from typing import TYPE_CHECKING

from ..._core.lazy import exports

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
