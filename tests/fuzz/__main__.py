"""Damages descriptions for minutes: ``python -m tests.fuzz --minutes 5``, or one again: ``--seed N``.

What went wrong is printed with the seed that repeats it; its inputs are kept in a folder.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.fuzz.attempt import attempt, bases, import_faults

BATCH = 25
"""How many clients one process imports."""


class Session:
    """Counts what was tried; prints and keeps what went wrong."""

    def __init__(self, keep: Path) -> None:
        self.keep = keep
        self.tried = self.made = 0
        self.faults: Counter[str] = Counter()
        self._waiting: dict[int, Mapping[str, str]] = {}

    def run(self, seed: int, descriptions: list[Any]) -> None:
        """Try one case."""
        with tempfile.TemporaryDirectory() as folder:
            outcome = attempt(seed, descriptions, Path(folder))
            self.tried += 1
            if outcome.fault is not None:
                shutil.copytree(folder, self.keep / str(seed), dirs_exist_ok=True)
                self._fault(f"seed {seed} ({self.keep / str(seed)}):\n{outcome.fault}")
        if outcome.files:
            self.made += 1
            self._waiting[seed] = outcome.files
        if len(self._waiting) >= BATCH:
            self.import_waiting()

    def import_waiting(self) -> None:
        """Import the clients that were made since the last time."""
        with tempfile.TemporaryDirectory() as folder:
            for line in import_faults(self._waiting, Path(folder)):
                self._fault(line.removeprefix(folder))
        self._waiting.clear()

    def _fault(self, text: str) -> None:
        print(f"{text}\n", flush=True)
        self.faults[text.strip().rsplit("\n", 1)[-1].rpartition("\t")[2]] += 1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--start", type=int, default=time.time_ns() // 1000 % 10**9)
    parser.add_argument("--seed", type=int, help="only this case")
    kept = Path(tempfile.gettempdir()) / "fuzz"
    parser.add_argument("--keep", type=Path, default=kept)
    args = parser.parse_args()
    descriptions, session = bases(), Session(args.keep)
    if args.seed is not None:
        session.run(args.seed, descriptions)
    end = time.monotonic() + args.minutes * 60 * (args.seed is None)
    seed = args.start
    while time.monotonic() < end:
        session.run(seed, descriptions)
        seed += 1
    session.import_waiting()
    faults = session.faults
    print(
        f"{session.tried} descriptions, {session.made} clients, {faults.total()} faults"
    )
    for words, count in faults.most_common():
        print(f"{count:6}  {words}")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
