"""Regenerates a description step by step, and compares what ``diff`` says with what breaks.

``python -m tests.history DESCRIPTION`` makes the changes itself (``--seed``, ``--steps``); with several
descriptions, each is the next version of the one before.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.history.mutations import KINDS, Mutation, mutated
from tests.history.oracle import Step, disagreements, stepped
from tests.history.steps import made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("descriptions", nargs="+", type=Path, metavar="DESCRIPTION")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--steps", type=int, default=len(KINDS))
    options = parser.parse_args()
    first, *later = [_loaded(path) for path in options.descriptions]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if later:
            steps = list(_versions([first, *later], folder))
        else:
            steps = list(_mutations(first, options.seed, options.steps, folder))
        found = list(disagreements(steps, folder))
    print("\n".join([*found, f"{len(steps)} steps, {len(found)} disagreements"]))
    return 1 if found else 0


def _loaded(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def _mutations(first: Any, seed: int, count: int, folder: Path) -> Iterator[Step]:
    """Single changes of one description, of each kind in turn."""
    base = made(first, folder)
    if base is None:
        raise SystemExit("no client can be made of the description")
    kinds = list(KINDS)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        mutation = mutated(kind, Random(f"{seed} {number}"), first)
        if mutation is not None:
            step = stepped(base, mutation, folder)
            if step is not None:
                yield step


def _versions(versions: list[Any], folder: Path) -> Iterator[Step]:
    """From each version to the next, of which nothing is known but the descriptions."""
    for before, after in pairwise(versions):
        base = made(before, folder)
        if base is not None:
            step = stepped(base, Mutation("version", ("",), after), folder)
            if step is not None:
                yield step


if __name__ == "__main__":
    raise SystemExit(main())
