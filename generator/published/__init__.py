"""An existing package read as its public surface, without running it.

The one reader of other people's Python. Knows no description, and nothing of what is generated.
"""

from .calls import read_call
from .index import CLIENT, SHARED
from .model import (
    Call,
    Carrier,
    Client,
    Definition,
    EventRule,
    Field,
    Method,
    Option,
    Package,
    PageClass,
    PageField,
    Parameter,
    Resource,
)
from .modules import Module, Modules, statements
from .read import read_package
from .source import Recorded, Sources, find_package, sources_in
from .shapes import (
    Anything,
    Applied,
    ListOf,
    MapOf,
    Named,
    Null,
    OneOf,
    Scalar,
    Shape,
    UnionOf,
    members,
    named_in,
)

__all__ = [
    "CLIENT",
    "SHARED",
    "Anything",
    "Applied",
    "Call",
    "Carrier",
    "Client",
    "Definition",
    "EventRule",
    "Field",
    "ListOf",
    "MapOf",
    "Method",
    "Module",
    "Modules",
    "Named",
    "Null",
    "OneOf",
    "Option",
    "Package",
    "PageClass",
    "PageField",
    "Parameter",
    "Recorded",
    "Resource",
    "Scalar",
    "Shape",
    "Sources",
    "UnionOf",
    "find_package",
    "members",
    "named_in",
    "read_call",
    "read_package",
    "sources_in",
    "statements",
]
