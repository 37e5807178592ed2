"""A mock on a free port of this machine, answering in a thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from generator.mock import Mock, bind


@contextmanager
def served(mock: Mock, log: list[str] | None = None) -> Iterator[str]:
    """The address of a mock that answers until the block is left; ``log`` gets its lines."""
    server = bind(mock, "127.0.0.1", 0, None if log is None else log.append)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.close()
        thread.join()
