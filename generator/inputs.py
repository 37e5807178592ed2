"""What a run is asked to work on: where its documents are, not what is in them.

Loads no other part of the generator, so that a command line can be read, and a run without work
can end, before there is a compiler.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from .openapi import Reach
    from .source import Input

INFERRED = "inferred stainless.yml"
"""What findings call a configuration that is in no file."""


class Inputs(Struct, frozen=True):
    """What a client is made from: a description with its overlays, a configuration, and where the
    references of the description may lead besides: into the folder ``root``, which is the
    description's own if absent, and to ``hosts``. Without a configuration one is inferred.
    """

    description: Input
    config: Path | None
    root: Path | None = None
    hosts: frozenset[str] = frozenset()
    overlays: tuple[Input, ...] = ()

    @property
    def reach(self) -> Reach:
        """Where references may lead, for those who follow them."""
        from .openapi import Reach

        return Reach(self.root, self.hosts)
