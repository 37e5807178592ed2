"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
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
