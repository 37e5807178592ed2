"""Runs the programs of a row in fresh processes, both sides in turn, and keeps what they print."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .rows import AtMost, Row
from .venvs import Sides

PROGRAMS = Path(__file__).parent / "programs"
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a row, pair by pair; without a peer its list is empty."""

    row: Row
    ours: list[Figures]
    peer: list[Figures]
    floor: list[Figures]

    @property
    def our_figure(self) -> float:
        """The median of ours; for a target in other units, in these."""
        return median(self._ours())

    @property
    def peer_figure(self) -> float | None:
        """The median of the peer's."""
        return median(f[self.row.figure] for f in self.peer) if self.peer else None

    @property
    def floor_figure(self) -> float | None:
        """The median of the floor's."""
        return median(f[self.row.figure] for f in self.floor) if self.floor else None

    @property
    def ratios(self) -> list[float]:
        """How many times ours goes into the peer's, pair by pair, the least first."""
        theirs = [figures[self.row.figure] for figures in self.peer]
        pairs = zip(self._ours(), theirs, strict=True) if theirs else ()
        return sorted(their / our for our, their in pairs)

    @property
    def ratio(self) -> float | None:
        """The median of the ratios."""
        return median(self.ratios) if self.peer else None

    def _ours(self) -> list[float]:
        target, figure = self.row.target, self.row.figure
        unit = target.of if isinstance(target, AtMost) else ""
        return [f[figure] / (f[unit] if unit else 1) for f in self.ours]


def measure(row: Row, sides: Sides) -> Measured:
    """The figures of a row.

    Raises:
        subprocess.CalledProcessError: a program failed.
    """
    ours: list[Figures] = []
    peer: list[Figures] = []
    floor: list[Figures] = []
    mine, other = sides.ours, sides.peer
    if row.is_large:
        mine, other = sides.large, sides.ours
    with _server(sides) as url:
        for number in range(row.pairs):
            turns = [(mine, ours, row.arguments)]
            if not isinstance(row.target, AtMost):
                turns.append((other, peer, row.peer_arguments or row.arguments))
            for python, found, arguments in turns if number % 2 == 0 else turns[::-1]:
                given = (url, *arguments) if row.has_server else arguments
                found.append(_run(python, row.program, given))
            if row.floor is not None:
                floor.append(_run(sides.ours, "floors", (url, *row.floor.kind.split())))
    return Measured(row, ours, peer, floor)


def _run(python: Path, program: str, arguments: Sequence[str]) -> Figures:
    done = subprocess.run(
        [python, PROGRAMS / f"{program}.py", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


@contextmanager
def _server(sides: Sides) -> Iterator[str]:
    """The address of a server in a process of its own."""
    command = [sides.ours, Path(__file__).with_name("server.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/client/v4"
        finally:
            process.terminate()


def progress(text: str) -> None:
    """Show progress on a terminal."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
