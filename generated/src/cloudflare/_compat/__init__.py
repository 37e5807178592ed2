"""Exists for migrated programs and tests."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core.compat.migrated import field_outer_type as field_outer_type
    from .._core.compat.migrated import get_model_fields as get_model_fields
    from .._core.compat.migrated import PYDANTIC_V1 as PYDANTIC_V1
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "field_outer_type": ".._core.compat.migrated",
            "get_model_fields": ".._core.compat.migrated",
            "PYDANTIC_V1": ".._core.compat.migrated",
        },
    )

__all__ = [
    "field_outer_type",
    "get_model_fields",
    "PYDANTIC_V1",
]
