"""Types of shared_params."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .state import State as State
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "State": ".state",
        },
    )

__all__ = [
    "State",
]
