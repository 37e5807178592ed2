"""The table: figures, ratios beside their targets, and what they were measured with."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

from .rows import AtMost, Faster, Row, Smaller
from .runner import Measured

NEAR = 1.15
"""How near to its floor a row may be instead of meeting its target."""

HEAD = """# Results

Written by `make bench`. Each ratio is the median of pairs of fresh processes, one of each side, run in turn; the spread is
their least and greatest ratio, where there was more than one pair. CPU time is that of the client's process alone; the server is another one.

"""


def verdict(measured: Measured) -> str:
    """Whether a row meets its target."""
    ratio, target = measured.ratio, measured.row.target
    match target:
        case Faster(times):
            met = ratio is not None and ratio >= times
        case Smaller(share):
            met = ratio is not None and ratio > 0 and 1 / ratio <= share
        case AtMost(much):
            met = measured.our_figure <= much
    if met:
        return "met"
    floor = measured.floor_figure
    if floor is not None and measured.our_figure <= NEAR * floor:
        return "near the floor"
    return "missed"


def table(results: Iterable[Measured]) -> str:
    """The rows as Markdown."""
    lines = [
        "| row | ours | peer | ratio | spread | target | floor | |",
        "| --- | ---: | ---: | ---: | --- | --- | --- | --- |",
    ]
    lines += [_line(measured) for measured in results]
    return "\n".join(lines) + "\n"


def machine() -> str:
    """The machine, in a line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}"
    )


def results_page(
    results: Iterable[Measured], ours: Mapping[str, str], peer: Mapping[str, str]
) -> str:
    """The whole page."""
    named = (
        *("cloudflare", "pydantic", "httpx2", "httptools", "httpx", "h11"),
        *("aiohttp", "mypy"),
    )
    versions = "\n".join(
        f"- {side}: " + ", ".join(f"{n} {found[n]}" for n in named if n in found)
        for side, found in (("ours", ours), ("the peer", peer))
    )
    return f"{HEAD}- machine: {machine()}\n{versions}\n\n{table(results)}"


def _line(measured: Measured) -> str:
    row, ratios = measured.row, measured.ratios
    peer = _shown(measured.peer_figure, row) if measured.peer_figure is not None else ""
    ratio = f"{measured.ratio:.3g}" if measured.ratio is not None else ""
    spread = f"{ratios[0]:.3g} to {ratios[-1]:.3g}" if len(ratios) > 1 else ""
    floor = ""
    if row.floor is not None and measured.floor_figure:
        floor = f"{row.floor.name}: {_shown(measured.floor_figure, row)}"
    cells = (
        row.name,
        _shown(measured.our_figure, row),
        peer,
        ratio,
        spread,
        _target(row),
        floor,
        verdict(measured),
    )
    return f"| {' | '.join(cells)} |"


def _target(row: Row) -> str:
    match row.target:
        case Faster(times):
            return f"≥ {times:g} ×"
        case Smaller(share):
            return f"≤ {share:g} of {'the small one' if row.is_large else 'the peer'}'s"
        case AtMost(much):
            return f"≤ {_shown(much, row)}"


def _shown(figure: float, row: Row) -> str:
    """A figure with its unit."""
    if isinstance(row.target, AtMost) and row.target.of:
        return f"{figure:.2f} × the {row.target.of}"
    if row.figure == "memory":
        return f"{figure / 2**20:.2f} MB" if abs(figure) >= 2**16 else f"{figure:.0f} B"
    for scale, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if abs(figure) >= scale:
            return f"{figure / scale:.3g} {unit}"
    return f"{figure * 1e9:.0f} ns"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
