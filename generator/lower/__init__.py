"""From description and configuration to the IR: what the SDK is, with no name of Python in it.

Asks the typed model of the description; knows neither its files nor how it is written down.
"""

from .api import lower
from .pages import Pagination

__all__ = ["Pagination", "lower"]
