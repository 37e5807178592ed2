"""The one place where Python identifiers are born."""

from .assign import assign
from .table import NameTable, PageNames, ResourceNames, TypeName

__all__ = ["NameTable", "PageNames", "ResourceNames", "TypeName", "assign"]
