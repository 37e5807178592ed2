"""The configuration of an existing package, recovered from its public surface and a description.

Knows neither the disk nor the IR.
"""

from .configuration import UNKNOWN, recovered

__all__ = ["UNKNOWN", "recovered"]
