"""The one place where Python identifiers are born."""

from .assign import assign
from .types import arguments_type
from .words import Casing
from .files import portable_name
from .table import Module, NameTable, PageNames, ResourceNames, TypeName

__all__ = [
    "Casing",
    "Module",
    "NameTable",
    "PageNames",
    "ResourceNames",
    "TypeName",
    "arguments_type",
    "assign",
    "portable_name",
]
