"""One valid value for each type of an API: small, always the same, of the right type.

Reads the IR; knows neither names nor where a value is shown.
"""

from .numbers import Range
from .patterns import matching as texts_matching
from .responses import ResponseSample, response_samples
from .values import argument_sample

__all__ = [
    "Range",
    "ResponseSample",
    "argument_sample",
    "response_samples",
    "texts_matching",
]
