"""Seconds that the checks of a description take, once it is read.

python -m benchmarks.compiler.checks DESCRIPTION generate|validate
"""

from __future__ import annotations

import json
import sys
import time

from generator.cli.collector import not_collecting
from generator.diagnostics import Report
from generator.openapi import load_description, validate

from .descriptions import path_of
from .process import Figures


def checked(name: str, command: str) -> Figures:
    """The time of the checks that a command does; processes that it starts are waited for."""
    with not_collecting():
        documents = load_description(path_of(name), Report())
        assert documents is not None
        began = time.perf_counter()
        validate(documents, Report(), thorough=command == "validate")
        return {"wall": time.perf_counter() - began}


if __name__ == "__main__":
    print(json.dumps(checked(*sys.argv[1:])))
