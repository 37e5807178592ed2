"""Runs the programs of a row in fresh processes, both sides in turn, and keeps what they print."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from .rows import AtMost, Floor, Row, Side
from .venvs import ROOT, Sides

PROGRAMS = Path(__file__).parent / "programs"
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a row, pair by pair; without a peer its list is empty.

    ``missing`` is what the peer would have needed.
    """

    row: Row
    ours: list[Figures]
    peer: list[Figures]
    floor: list[Figures]
    missing: str = ""

    @property
    def has_failed(self) -> bool:
        """Whether ours ended with an error, so that its figures mean nothing."""
        return any("failed" in figures for figures in self.ours)

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


def measure_all(rows: Iterable[Row], sides: Sides) -> Iterator[Measured]:
    """The figures of rows, one after the other; rows about different figures of the same runs share
    these.

    Raises:
        subprocess.CalledProcessError: a program failed.
    """
    known: dict[tuple[object, ...], Measured] = {}
    for row in rows:
        has_peer = not isinstance(row.target, AtMost)
        arguments = (row.arguments, row.peer_arguments) if has_peer else row.arguments
        runs = (row.side, row.program, arguments, has_peer, row.floor, row.pairs)
        if runs not in known or row.side is not Side.COMPILER:
            known[runs] = measure(row, sides)
        yield replace(known[runs], row=row)


def measure(row: Row, sides: Sides) -> Measured:
    """The figures of a row.

    Raises:
        subprocess.CalledProcessError: a program failed.
    """
    ours: list[Figures] = []
    peer: list[Figures] = []
    floor: list[Figures] = []
    mine, other = sides.ours, sides.peer
    if row.side is Side.LARGE:
        mine, other = sides.large, sides.ours
    has_peer = not isinstance(row.target, AtMost)
    missing = row.peer_needs if has_peer and not _is_there(row.peer_needs) else ""
    is_client = row.side is not Side.COMPILER
    with _server(sides) if is_client else nullcontext("") as url:
        for number in range(row.pairs):
            turns = [(mine, ours, row.arguments)]
            if has_peer and not missing:
                turns.append((other, peer, row.peer_arguments or row.arguments))
            for python, found, arguments in turns if number % 2 == 0 else turns[::-1]:
                given = (url, *arguments) if row.has_server else arguments
                found.append(_run(row.side, python, row.program, given))
            if row.floor is not None:
                floor.append(_floor(row.side, sides.ours, url, row.floor))
    return Measured(row, ours, peer, floor, missing)


def _is_there(program: str) -> bool:
    return not program or shutil.which(program) is not None


def _floor(side: Side, python: Path, url: str, floor: Floor) -> Figures:
    if side is Side.COMPILER:
        return _run(side, python, "floors", (floor.kind,))
    return _run(side, python, "floors", (url, *floor.kind.split()))


def _run(side: Side, python: Path, program: str, arguments: Sequence[str]) -> Figures:
    """The figures that a program prints; those about the compiler run where it does."""
    command: list[Path | str] = [python, PROGRAMS / f"{program}.py", *arguments]
    if side is Side.COMPILER:
        module = f"benchmarks.compiler.{program}"
        command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
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
