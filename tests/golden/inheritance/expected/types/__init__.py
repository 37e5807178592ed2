"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .animal import Animal as Animal
    from .cat_any_response import CatAnyResponse as CatAnyResponse
    from .node import Node as Node
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Animal": ".animal",
            "CatAnyResponse": ".cat_any_response",
            "Node": ".node",
        },
    )

__all__ = [
    "Animal",
    "CatAnyResponse",
    "Node",
]
