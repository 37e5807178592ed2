"""Which classes extend which, so that no two modules need each other to define theirs.

Part of lowering.
"""

from __future__ import annotations

from collections import defaultdict

from ..ir import MethodId, TypeId

Root = TypeId | MethodId


class Classes:
    """The models that the classes of each root extend."""

    def __init__(self) -> None:
        self._bases: defaultdict[Root, set[Root]] = defaultdict(set)

    def can_extend(self, root: Root, base: TypeId) -> bool:
        """Whether a class in the module of a root can extend a model; noted if it can.

        The modules of the two must not need each other to define their classes.
        """
        waiting: list[Root] = [base]
        seen = set(waiting)
        while waiting and root != base:
            found = self._bases[waiting.pop()] - seen
            if root in found:
                return False
            seen |= found
            waiting += found
        if root != base:
            self._bases[root].add(base)
        return True
