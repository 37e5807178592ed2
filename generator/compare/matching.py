"""Which definition and which method of one package is which of another."""

from __future__ import annotations

from functools import cached_property

from ..published import Named
from .calls import Calls
from .methods import Methods
from .pairs import Pairs
from .relation import Types
from .surface import Surface


class Matching:
    """The counterparts of the definitions and methods of an old side on a new one."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self._pairs = Pairs(old, new)
        self._methods = Methods(self._pairs, Calls(Types(self._pairs)))
        self._pairs.learn(self._methods.functions())

    def definition(self, id: Named) -> Named | None:
        """What has the place of a definition that can be imported; None without one."""
        return self._pairs.to_new.get(id)

    def method(self, owner: Named, name: str) -> tuple[Named, str] | None:
        """The class and name of the method that has the place of a resource's; None without one."""
        return self._by_owner.get((owner, name))

    @cached_property
    def _by_owner(self) -> dict[tuple[Named, str], tuple[Named, str]]:
        found: dict[tuple[Named, str], tuple[Named, str]] = {}
        for trees in self._methods.trees:
            for before, after in trees.paths.items():
                key = trees.old.methods[before], before.rpartition(".")[2]
                value = trees.new.methods[after], after.rpartition(".")[2]
                found.setdefault(key, value)
        return found
