"""Exists for migrated programs and tests."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core.compat.model_functions import cached_property as cached_property
    from .._core.compat.model_functions import ConfigDict as ConfigDict
    from .._core.compat.model_functions import field_get_default as field_get_default
    from .._core.compat.model_functions import field_outer_type as field_outer_type
    from .._core.compat.model_functions import get_args as get_args
    from .._core.compat.model_functions import get_model_config as get_model_config
    from .._core.compat.model_functions import get_model_fields as get_model_fields
    from .._core.compat.model_functions import get_origin as get_origin
    from .._core.compat.model_functions import is_literal_type as is_literal_type
    from .._core.compat.model_functions import is_typeddict as is_typeddict
    from .._core.compat.model_functions import is_union as is_union
    from .._core.compat.model_functions import model_copy as model_copy
    from .._core.compat.model_functions import model_dump as model_dump
    from .._core.compat.model_functions import model_json as model_json
    from .._core.compat.model_functions import model_parse as model_parse
    from .._core.compat.model_functions import parse_date as parse_date
    from .._core.compat.model_functions import parse_datetime as parse_datetime
    from .._core.compat.model_functions import parse_obj as parse_obj
    from .._core.compat.model_functions import PYDANTIC_V1 as PYDANTIC_V1
    from .._core.compat.model_functions import PYDANTIC_V2 as PYDANTIC_V2
    from .._core.compat.model_functions import (
        typed_cached_property as typed_cached_property,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "cached_property": ".._core.compat.model_functions",
            "ConfigDict": ".._core.compat.model_functions",
            "field_get_default": ".._core.compat.model_functions",
            "field_outer_type": ".._core.compat.model_functions",
            "get_args": ".._core.compat.model_functions",
            "get_model_config": ".._core.compat.model_functions",
            "get_model_fields": ".._core.compat.model_functions",
            "get_origin": ".._core.compat.model_functions",
            "is_literal_type": ".._core.compat.model_functions",
            "is_typeddict": ".._core.compat.model_functions",
            "is_union": ".._core.compat.model_functions",
            "model_copy": ".._core.compat.model_functions",
            "model_dump": ".._core.compat.model_functions",
            "model_json": ".._core.compat.model_functions",
            "model_parse": ".._core.compat.model_functions",
            "parse_date": ".._core.compat.model_functions",
            "parse_datetime": ".._core.compat.model_functions",
            "parse_obj": ".._core.compat.model_functions",
            "PYDANTIC_V1": ".._core.compat.model_functions",
            "PYDANTIC_V2": ".._core.compat.model_functions",
            "typed_cached_property": ".._core.compat.model_functions",
        },
    )

__all__ = [
    "cached_property",
    "ConfigDict",
    "field_get_default",
    "field_outer_type",
    "get_args",
    "get_model_config",
    "get_model_fields",
    "get_origin",
    "is_literal_type",
    "is_typeddict",
    "is_union",
    "model_copy",
    "model_dump",
    "model_json",
    "model_parse",
    "parse_date",
    "parse_datetime",
    "parse_obj",
    "PYDANTIC_V1",
    "PYDANTIC_V2",
    "typed_cached_property",
]
