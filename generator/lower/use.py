"""Where schemas are used: the ids of those places, and how they are reached.

Part of lowering; knows no schema.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


from ..ir import MethodId, Origin, Step, StepKind, TypeId, Within


class Use(Struct, frozen=True):
    """Where a schema is used: the id of that place, and how it is reached from a root type.

    ``origin`` is set at a root, whose type gets its own name. What ``is_part`` of a union has none.
    """

    id: TypeId
    root: TypeId | MethodId
    steps: tuple[Step, ...] = ()
    origin: Origin | None = None
    is_part: bool = False

    def into(self, kind: StepKind, path: str, name: str = "") -> Use:
        """The use one step further in."""
        return Use(TypeId(self.id + path), self.root, (*self.steps, Step(kind, name)))

    def part(self, path: str) -> Use:
        """The use of a union inside another one, which has the variants of both."""
        return replace(self, id=TypeId(self.id + path), origin=None, is_part=True)

    def called(self, name: str | None) -> Use:
        """The use of a type that wants a name of its own; a root has one."""
        if name is None or self.origin is not None:
            return self
        return replace(self, steps=(Step(StepKind.VARIANT, name),))

    @property
    def owner(self) -> Origin:
        """What the type at this place exists for."""
        return self.origin or Within(self.root, self.steps)


def root_use(use_id: str, origin: Origin | None) -> Use:
    """The use of a schema at a root."""
    return Use(TypeId(use_id), TypeId(use_id), (), origin)
