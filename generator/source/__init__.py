"""From text to located values: YAML or JSON read as JSON, and typed getters that report.

Knows files and positions; knows neither OpenAPI nor the configuration format.
"""

from .document import Document, Value
from .load import load_document
from .pointer import Pointer
from .reader import Reader

__all__ = ["Document", "Pointer", "Reader", "Value", "load_document"]
