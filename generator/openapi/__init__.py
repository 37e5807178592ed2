"""What a description says: its files with references resolved, versions and checks."""

from .cursor import Cursor
from .documents import DocumentSet
from .refs import load_description
from .upgrade import check_version, upgrade
from .validate import validate

__all__ = [
    "Cursor",
    "DocumentSet",
    "check_version",
    "load_description",
    "upgrade",
    "validate",
]
