"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .folder import Folder as Folder
    from .owner import Owner as Owner
    from .rule_any_response import RuleAnyResponse as RuleAnyResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Folder": ".folder",
            "Owner": ".owner",
            "RuleAnyResponse": ".rule_any_response",
        },
    )

__all__ = [
    "Folder",
    "Owner",
    "RuleAnyResponse",
]
