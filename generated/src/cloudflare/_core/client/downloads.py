"""Bodies that are written to files: whole, or not at all.

The name that a server suggests (``Content-Disposition``, RFC 6266) is never used as a path.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import IO


def write_pieces(path: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write pieces to a file, which is there once the last one has been written.

    Raises:
        OSError: the file cannot be written; what stood there before still does.
    """
    with _replacing(path) as file:
        for piece in pieces:
            file.write(piece)


async def awrite_pieces(
    path: str | os.PathLike[str], pieces: AsyncIterable[bytes]
) -> None:
    """The same for pieces that are waited for; writing does not hold up the event loop."""
    from anyio.to_thread import run_sync

    with _replacing(path) as file:
        async for piece in pieces:
            await run_sync(file.write, piece)


@contextmanager
def _replacing(path: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """A file beside ``path`` that takes its place at the end, and is gone after an error."""
    target = Path(path)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with open(beside, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            os.chmod(beside, target.stat().st_mode)
        os.replace(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
