"""The command line: ``python -m generator``, or ``clientwright`` where it is installed.

Reads arguments, runs the pipeline, shows what it reports, and chooses the exit code. Decides nothing
about the output: it may import every package, and none imports it. A command imports what it needs
when it runs, so that help and runs without work do not wait for the compiler.
"""

from .main import main

__all__ = ["main"]
