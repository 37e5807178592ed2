"""How CPU time and memory grow with the size of a description.

python -m benchmarks.compiler.growth operations 100 300 1000
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence

from .compile import measured
from .process import Figures
from .tools import OURS


def exponent(sizes: Sequence[float], figures: Sequence[float]) -> float:
    """The slope of a straight line through the logarithms, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(f) for f in figures]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - middle_x) ** 2 for x in xs)


def grown(shape: str, sizes: Sequence[int]) -> Figures:
    """The exponents of what the sizes take more than size 1, which is mostly the start of the
    process: it would hide growth."""
    first, second, *runs = [
        measured(OURS, "generate", "nothing", f"{shape} {size}")
        for size in (1, 1, *sizes)
    ]
    least = {key: min(first[key], second[key]) for key in ("cpu", "memory")}
    found: Figures = {}
    for key in ("cpu", "memory"):
        more = [max(run[key] - least[key], least[key] / 100) for run in runs]
        found[key] = exponent(sizes, more)
        found |= {
            f"{key} {size}": run[key] for size, run in zip(sizes, runs, strict=True)
        }
    if any("failed" in run for run in runs):
        found["failed"] = 1.0
    return found


if __name__ == "__main__":
    print(json.dumps(grown(sys.argv[1], [int(size) for size in sys.argv[2:]])))
