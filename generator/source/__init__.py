"""From text to located values: YAML or JSON read as JSON, and typed getters that report.

Knows files, URLs and positions; knows neither OpenAPI nor the configuration format.
"""

from .address import Address, Input, StandardInput, input_of
from .document import Document, Value
from .load import load_document, load_text, shown
from .pointer import Pointer, escaped
from .reader import Reader
from .url import Url

__all__ = [
    "Address",
    "Document",
    "Input",
    "Pointer",
    "Reader",
    "StandardInput",
    "Url",
    "Value",
    "escaped",
    "input_of",
    "load_document",
    "load_text",
    "shown",
]
