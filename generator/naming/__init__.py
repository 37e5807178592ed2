"""The one place where Python identifiers are made: the IR becomes a table of names.

Stronger claims to a name go first, so adding a schema renames none with a stronger claim. Knows what
has a name, not what is printed with it.
"""

from .assign import assign
from .casing import Casing
from .types import arguments_type, switched_params
from .files import portable_name
from .errors import status_error
from .reserved import PACKAGE_EXPORTS
from .table import (
    Module,
    NameTable,
    PageNames,
    ResourceNames,
    SwitchedParams,
    TypeName,
)

__all__ = [
    "PACKAGE_EXPORTS",
    "status_error",
    "Casing",
    "Module",
    "NameTable",
    "PageNames",
    "ResourceNames",
    "SwitchedParams",
    "TypeName",
    "arguments_type",
    "assign",
    "portable_name",
    "switched_params",
]
