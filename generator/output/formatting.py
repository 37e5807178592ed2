"""Python text in black's style: one pinned mode, independent of local settings.

Part of the output phase; takes text and returns text. Settings files are never read: not of this
project, of the output folder or of the user.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache as once
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from .format_cache import FormatCache
from .syntax import BrokenOutput, check_python

if TYPE_CHECKING:
    from black.mode import Mode

BLACK_VERSION = version("black")
LINE_LENGTH = 88
_STYLE = f"{BLACK_VERSION}-{LINE_LENGTH}-py311-compiled"
_BYTES_FOR_A_POOL = 300_000
"""Less than this is formatted sooner than a second process is up: black does 0.2 MB a second."""
_BYTES_IN_A_BATCH = 50_000

Batch = list[tuple[str, str]]
Progress = Callable[[int, int], None]


def default_cache() -> Path:
    """The folder for formatted files below the user's cache folder; it need not exist."""
    return platformdirs.user_cache_path("clientwright") / "format"


def format_python(source: str, name: str) -> str:
    """``source``, the file ``name``, in black's style, and sure to compile.

    Raises:
        BrokenOutput: it is not Python.
    """
    import black  # takes 0.1 s, which a run that finds everything in the cache saves

    try:
        formatted = black.format_str(source, mode=_mode())
    except Exception as error:
        check_python(source, name)  # says where, which black does not
        problem = str(error).partition("\n")[0]
        raise BrokenOutput(name, 0, "Python", problem) from error
    check_python(formatted, name)
    return formatted


@once
def _mode() -> Mode:
    from black.mode import Mode, TargetVersion

    return Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})


def format_tree(
    files: Mapping[str, str],
    *,
    cache: Path | None,
    progress: Progress | None = None,
) -> dict[str, str]:
    """All files by path, those that end in ``.py`` formatted; raises BrokenOutput.

    ``cache`` is a folder that remembers results, None for none; ``progress`` is told how many
    Python files are done, of how many.
    """
    known = FormatCache(cache / _STYLE if cache else None)
    python = {path: text for path, text in files.items() if path.endswith(".py")}
    formatted: dict[str, str] = {}
    for path, text in python.items():
        found = known.get(text)
        if found is not None:
            formatted[path] = found
    missing = [(path, text) for path, text in python.items() if path not in formatted]
    if progress:
        progress(len(formatted), len(python))
    for batch in _format_all(missing):
        for path, text in batch:
            known.put(python[path], text)
            formatted[path] = text
        if progress:
            progress(len(formatted), len(python))
    known.prune()
    return {path: formatted.get(path, text) for path, text in files.items()}


def _format_all(files: Batch) -> Iterator[Batch]:
    """The files formatted, batch by batch; in other processes where that is worth their start."""
    batches = list(_batches(files))
    size = sum(len(text) for _, text in files)
    workers = min(_processors(), len(batches))
    done = 0
    if workers > 1 and size > _BYTES_FOR_A_POOL:
        try:
            for batch in _in_processes(batches, workers):
                yield batch
                done += 1
        except (BrokenProcessPool, OSError, ImportError):
            pass  # no processes to be had here: this one does the rest
    yield from map(_format_batch, batches[done:])


def _batches(files: Batch) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for path, text in files:
        batch.append((path, text))
        size += len(text)
        if size > _BYTES_IN_A_BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(batches: Iterable[Batch], workers: int) -> Iterator[Batch]:
    """Formatted batches in their order; fresh processes, since a fork copies locks and threads."""
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_ignore_interrupts,
    )
    try:
        yield from pool.map(_format_batch, batches)
    finally:
        pool.shutdown(cancel_futures=True)


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the parent, which stops the pool; a worker would print a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _format_batch(batch: Batch) -> Batch:
    return [(path, format_python(text, path)) for path, text in batch]
