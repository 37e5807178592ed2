"""A mock on a free port of this machine, answering in a thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread
from types import MappingProxyType

from generator.mock import Mock, bind


@contextmanager
def served(
    mock: Mock,
    log: list[str] | None = None,
    site: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[str]:
    """The address of a mock that answers until the block is left; ``log`` gets its lines, ``site`` is
    served beside it."""
    server = bind(mock, "127.0.0.1", 0, None if log is None else log.append, site)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.close()
        thread.join()
