"""A folder of files that lasts as long as a ``with``, for what can read files only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from .tree import UnsafePath


@contextmanager
def scratch_folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder that holds the files.

    Raises:
        UnsafePath: one of the paths leads out of it.
    """
    with TemporaryDirectory(prefix="clientwright-") as name:
        folder = Path(name).resolve()
        for path, content in files.items():
            file = folder / path
            if not file.resolve().is_relative_to(folder):
                raise UnsafePath(f"the path {path!r} leads out of its folder")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield folder
