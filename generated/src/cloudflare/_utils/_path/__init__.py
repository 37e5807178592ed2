"""Exists for migrated programs and tests."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._core.compat.path_templates import path_template as path_template
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "path_template": "..._core.compat.path_templates",
        },
    )

__all__ = [
    "path_template",
]
