"""The table: figures, ratios beside their targets, and what they were measured with."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path
from statistics import median

from .rows import AtMost, Faster, Row, Side, Smaller
from .runner import Measured

NEAR = 1.15
"""How near to its floor a row may be instead of meeting its target."""

HEAD = """# Results

Written by `make bench`. Each ratio is the median of pairs of fresh processes, one of each side, run in turn; the spread is
their least and greatest ratio, where there was more than one pair.
"""
CLIENT = """Against the official client. CPU time is that of the client's process alone; the server is another one.
"""
GENERATOR = """Against other generators, each as a whole process with all that it starts: CPU time is that of user and system, memory
the peak of the largest process, other times are on the clock. What they write goes to memory, where there is such a file
system: that of a disk may take longer than a generator. openapi-python-client has `literal_enums: true` set,
openapi-generator `-g python --skip-validate-spec`, datamodel-code-generator (which makes models only) formats with ruff. A
peer that ends with an error is compared by the time until then. Three dangling references of cloudflare-2023-08 are repaired
first. An exponent is the slope of a straight line through the logarithms of sizes and figures, by least squares, above
what a description of size 1 takes; beside it are the figures of the smallest and of the largest size.
"""


def verdict(measured: Measured) -> str:
    """Whether a row meets its target."""
    if measured.has_failed:
        return "ours fails"
    if measured.missing:
        return f"no peer: {measured.missing} is missing"
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


def client_section(
    results: Iterable[Measured], ours: Mapping[str, str], peer: Mapping[str, str]
) -> str:
    """What was measured of the client."""
    named = (
        *("cloudflare", "pydantic", "httpx2", "httptools", "httpx", "h11"),
        *("aiohttp", "mypy"),
    )
    sides = f"- ours: {_versions(ours, named)}\n- the peer: {_versions(peer, named)}\n"
    return f"{CLIENT}\n- machine: {machine()}\n{sides}\n{table(results)}"


def generator_section(results: Iterable[Measured], peers: Mapping[str, str]) -> str:
    """What was measured of the compiler."""
    named = (
        *("openapi-python-client", "openapi-generator-cli"),
        *("datamodel-code-generator", "ruff"),
    )
    sides = f"- peers: {_versions(peers, named)}\n"
    return f"{GENERATOR}\n- machine: {machine()}\n{sides}\n{table(results)}"


def results_page(page: str, found: Mapping[str, str]) -> str:
    """The page with the sections that were measured; the others are as they were."""
    _, *parts = page.split("\n## The ")
    sections = {**dict(part.split("\n\n", 1) for part in parts), **found}
    texts = (f"\n## The {name}\n\n{text.strip()}\n" for name, text in sections.items())
    return HEAD + "".join(texts)


def _versions(found: Mapping[str, str], named: Iterable[str]) -> str:
    return ", ".join(f"{name} {found[name]}" for name in named if name in found)


def _line(measured: Measured) -> str:
    row, ratios = measured.row, measured.ratios
    ratio = f"{measured.ratio:.3g}" if measured.ratio is not None else ""
    spread = f"{ratios[0]:.3g} to {ratios[-1]:.3g}" if len(ratios) > 1 else ""
    cells = (
        row.name,
        _ours(measured),
        _peer(measured),
        ratio,
        spread,
        _target(row),
        _floor(measured),
        verdict(measured),
    )
    return f"| {' | '.join(cells)} |"


def _ours(measured: Measured) -> str:
    row, figure = measured.row, _shown(measured.our_figure, measured.row)
    if not _is_plain(row):
        return figure
    sizes = [found for key, found in measured.ours[0].items() if _is_size(key, row)]
    return f"{figure} ({_scaled(sizes[0], row)} to {_scaled(sizes[-1], row)})"


def _is_size(key: str, row: Row) -> bool:
    return key.startswith(f"{row.figure} ")


def _peer(measured: Measured) -> str:
    if measured.peer_figure is None:
        return ""
    figure = _shown(measured.peer_figure, measured.row)
    failed = any("failed" in figures for figures in measured.peer)
    return f"fails after {figure}" if failed else figure


def _floor(measured: Measured) -> str:
    floor = measured.row.floor
    if floor is None or not measured.floor_figure:
        return ""
    text = f"{floor.name}: {_shown(measured.floor_figure, measured.row)}"
    medians = (median(found[part] for found in measured.floor) for part in floor.parts)
    parts = " + ".join(_shown(figure, measured.row) for figure in medians)
    return f"{text} ({parts})" if parts else text


def _target(row: Row) -> str:
    match row.target:
        case Faster(times):
            return f"≥ {times:g} ×"
        case Smaller(share):
            return f"≤ {share:g} of {'the small one' if row.side is Side.LARGE else 'the peer'}'s"
        case AtMost(much):
            return f"≤ {_shown(much, row)}"


def _shown(figure: float, row: Row) -> str:
    """A figure with its unit."""
    if isinstance(row.target, AtMost) and row.target.of:
        return f"{figure:.2f} × the {row.target.of}"
    return f"{figure:.2f}" if _is_plain(row) else _scaled(figure, row)


def _is_plain(row: Row) -> bool:
    return isinstance(row.target, AtMost) and row.target.is_plain


def _scaled(figure: float, row: Row) -> str:
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
