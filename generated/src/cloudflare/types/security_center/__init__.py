"""Types of security_center."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import insights as insights
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "insights": ".insights:",
        },
    )

__all__ = [
    "insights",
]
