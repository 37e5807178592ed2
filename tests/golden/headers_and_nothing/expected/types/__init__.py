"""Types of the client."""

from typing import TYPE_CHECKING

from .._core.lazy import exports

if TYPE_CHECKING:
    from .bucket_check_params import BucketCheckParams as BucketCheckParams
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "BucketCheckParams": ".bucket_check_params",
        },
    )

__all__ = [
    "BucketCheckParams",
]
