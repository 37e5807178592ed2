"""The one place where Python identifiers are born."""

from .assign import assign
from .types import arguments_type
from .files import portable_name
from .reserved import PACKAGE_EXPORTS
from .table import Module, NameTable, PageNames, ResourceNames, TypeName

__all__ = [
    "PACKAGE_EXPORTS",
    "Module",
    "NameTable",
    "PageNames",
    "ResourceNames",
    "TypeName",
    "arguments_type",
    "assign",
    "portable_name",
]
