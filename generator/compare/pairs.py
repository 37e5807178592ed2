"""Which definition of one side is which of the other: by a common import path, or renamed.

A type is renamed if the two are used at the same place (the result of a method, a field) and have
most of their members in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..published import Named
from ..words import letters
from .hints import Applied, Hint, alternatives
from .model import Alias, Class, Function
from .surface import Surface


class Pairs:
    """Definitions of the old side with their counterparts on the new one."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self.old, self.new = old, new
        self.to_new: dict[Named, Named] = {}
        self.to_old: dict[Named, Named] = {}
        self.renamed: dict[Named, Named] = {}
        self._fresh: list[tuple[Named, Named]] = []
        paths = old.exports.paths
        for path in sorted(paths, key=lambda p: (p.count("."), p)):
            self._pair(paths[path], new.exports.paths.get(path))
        for id in old.paths:
            if id not in self.to_new and new.definition(id) is not None:
                self._pair(id, id)

    def _pair(self, old: Named | None, new: Named | None) -> bool:
        if old is None or new is None or old in self.to_new or new in self.to_old:
            return False
        self.to_new[old], self.to_old[new] = new, old
        self._fresh.append((old, new))
        return True

    def learn(self, calls: Iterable[tuple[Function, Function]]) -> None:
        """Find renamed types: from the methods that both sides have, then from the fields of what is
        known to be the same, and at last from names that differ in case alone."""
        for before, after in calls:
            self._align_functions(before, after)
        self._follow()
        self._pair_by_letters()
        self._pair_moved()
        self._follow()
        self._pair_dictionaries()

    def _follow(self) -> None:
        while self._fresh:
            before, after = self._fresh.pop()
            if before == after and self.old.same_text(before, self.new):
                continue
            one, other = self.old.definition(before), self.new.definition(after)
            if isinstance(one, Alias) and isinstance(other, Alias):
                self._align(one.hint, other.hint)
            if isinstance(one, Class) and isinstance(other, Class):
                for name, member in one.members.items():
                    counterpart = other.members.get(name)
                    if isinstance(member, Function):
                        if isinstance(counterpart, Function):
                            self._align_functions(member, counterpart)
                    elif counterpart and not isinstance(counterpart, Function):
                        self._align(member.hint, counterpart.hint)

    def _align_functions(self, before: Function, after: Function) -> None:
        self._align(before.signature.result, after.signature.result)
        hints = {a.name: a.hint for a in after.signature.arguments}
        for argument in before.signature.arguments:
            if argument.name in hints:
                self._align(argument.hint, hints[argument.name])

    def _align(self, before: Hint, after: Hint) -> None:
        """Pair what stands at the same place of two hints."""
        match before, after:
            case Named(), Named():
                if self._is_free(before, after) and self._is_similar(before, after):
                    self._pair(before, after)
                    if after in self.new.paths:
                        self.renamed[before] = after
                return
            case Applied(one, arguments), Applied(other, others):
                self._align(one, other)
                if len(arguments) == len(others):
                    for inner, counterpart in zip(arguments, others, strict=True):
                        self._align(inner, counterpart)
                return
            case _:
                pass
        mine, theirs = alternatives(before), alternatives(after)
        known = {self.to_new.get(m, m) if isinstance(m, Named) else m for m in mine}
        left = [m for m in mine if self._known(m) not in theirs]
        right = [m for m in theirs if m not in known]
        if len(left) == len(right) == 1 and (left[0], right[0]) != (before, after):
            self._align(left[0], right[0])

    def _known(self, hint: Hint) -> Hint:
        return self.to_new.get(hint, hint) if isinstance(hint, Named) else hint

    def _is_free(self, before: Named, after: Named) -> bool:
        """Whether both can be imported, or the new one has the same name and no longer can, and
        neither has a counterpart."""
        return (
            before not in self.to_new
            and after not in self.to_old
            and before in self.old.paths
            and (after in self.new.paths or before.name == after.name)
        )

    def _is_similar(self, before: Named, after: Named) -> bool:
        one, other = self.old.definition(before), self.new.definition(after)
        if isinstance(one, Class) and isinstance(other, Class):
            if letters(before.name) == letters(after.name):
                return True
            mine, theirs = _field_names(one), _field_names(other)
            return 2 * len(mine & theirs) >= max(len(mine), len(theirs), 1)
        return isinstance(one, Alias) and isinstance(other, Alias)

    def _pair_by_letters(self) -> None:
        """Pair what is called the same but for case, in the same package."""
        new = _by_letters(self.new.paths, self.to_old)
        for id, key in _by_letters_inverse(self.old.paths, self.to_new).items():
            found = new.get(key)
            if found is not None and self._is_kind(id, found):
                if self._pair(id, found):
                    self.renamed[id] = found

    def _pair_moved(self) -> None:
        """Pair what only one module of each side has under a name, if it is much alike."""
        new = _by_name(id for id in self.new.paths if id not in self.to_old)
        for name, ids in _by_name(
            id for id in self.old.paths if id not in self.to_new
        ).items():
            found = new.get(name, [])
            if len(ids) == len(found) == 1 and self._is_alike(ids[0], found[0]):
                if self._pair(ids[0], found[0]):
                    self.renamed[ids[0]] = found[0]

    def _is_alike(self, before: Named, after: Named) -> bool:
        one, other = self.old.definition(before), self.new.definition(after)
        if isinstance(one, Class) and isinstance(other, Class):
            mine, theirs = _field_names(one), _field_names(other)
            return 2 * len(mine & theirs) >= max(len(mine), len(theirs))
        return isinstance(one, Function) and isinstance(other, Function)

    def _is_kind(self, before: Named, after: Named) -> bool:
        one, other = self.old.definition(before), self.new.definition(after)
        return type(one) is type(other)

    def _pair_dictionaries(self) -> None:
        """Pair the types of arguments that no annotation mentions, by their keys."""
        new = self._dictionaries(self.new, self.to_old)
        for keys, ids in self._dictionaries(self.old, self.to_new).items():
            found = new.get(keys, [])
            if len(ids) == len(found) == 1 and len(keys) > 1:
                if self._pair(ids[0], found[0]):
                    self.renamed[ids[0]] = found[0]

    @staticmethod
    def _dictionaries(
        surface: Surface, known: Mapping[Named, Named]
    ) -> dict[frozenset[str], list[Named]]:
        found: dict[frozenset[str], list[Named]] = {}
        for id in surface.paths:
            definition = surface.definition(id) if id not in known else None
            if isinstance(definition, Class) and definition.is_dictionary:
                found.setdefault(_field_names(definition), []).append(id)
        return found


def _by_name(ids: Iterable[Named]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for id in ids:
        found.setdefault(id.name, []).append(id)
    return found


def _field_names(definition: Class) -> frozenset[str]:
    return frozenset(definition.members)


def _by_letters(
    paths: Mapping[Named, tuple[str, ...]], known: Mapping[Named, Named]
) -> dict[tuple[str, ...], Named]:
    return {
        key: id for id, key in reversed(_by_letters_inverse(paths, known).items())
    }


def _by_letters_inverse(
    paths: Mapping[Named, tuple[str, ...]], known: Mapping[Named, Named]
) -> dict[Named, tuple[str, ...]]:
    return {
        id: tuple(map(letters, found[0].split(".")))
        for id, found in paths.items()
        if id not in known
    }
