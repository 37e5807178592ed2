"""One valid value for each type of an API: small, always the same, of the right type.

Reads the IR; knows neither names nor where a value is shown.
"""

from .numbers import Range
from .patterns import matching as texts_matching
from .values import argument_sample, body_sample

__all__ = ["Range", "argument_sample", "body_sample", "texts_matching"]
