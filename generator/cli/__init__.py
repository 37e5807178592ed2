"""The command line: ``python -m generator``, or ``clientwright`` where it is installed."""

from .main import main

__all__ = ["main"]
