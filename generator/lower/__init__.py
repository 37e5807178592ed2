"""From the model of a description and the configuration to the IR: what the SDK is.

Asks the typed model; knows neither its files nor how it is written, and gives nothing a Python
name.
"""

from .api import lower
from .pages import Pagination

__all__ = ["Pagination", "lower"]
