"""From bytes to located values: loading, references, versions and validation of descriptions."""

from .cursor import Cursor
from .document import Document
from .load import load_document
from .pointer import Pointer
from .refs import DocumentSet, load_description
from .upgrade import check_version, upgrade
from .validate import validate

__all__ = [
    "Cursor",
    "Document",
    "DocumentSet",
    "Pointer",
    "check_version",
    "load_description",
    "load_document",
    "upgrade",
    "validate",
]
