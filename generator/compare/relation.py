"""How a type of one side relates to its counterpart: the same, wider, narrower, or another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from msgspec import Struct

from ..published import Named
from .hints import (
    ANYTHING,
    Applied,
    Either,
    Hint,
    Other,
    Outside,
    Several,
    Values,
    Variable,
    either,
)
from .model import Alias
from .pairs import Pairs
from .surface import Surface

_MOST_PARTS = 2_000
"""So many parts of a type are compared; aliases within aliases can be endless, or multiply."""
_NARROWER = {
    "bool": frozenset(("int", "float")),
    "int": frozenset(("float",)),
    "list": frozenset("Sequence Iterable Collection SequenceNotStr".split()),
    "tuple": frozenset("Sequence Iterable Collection SequenceNotStr".split()),
    "set": frozenset("Iterable Collection".split()),
    "Sequence": frozenset("Iterable Collection".split()),
    "SequenceNotStr": frozenset("Sequence Iterable Collection".split()),
    "Collection": frozenset(("Iterable",)),
    "Iterator": frozenset(("Iterable",)),
    "Generator": frozenset(("Iterator", "Iterable")),
    "dict": frozenset(("Mapping", "MutableMapping")),
    "MutableMapping": frozenset(("Mapping",)),
    "datetime": frozenset(("date",)),
    "bytes": frozenset(("Buffer",)),
}
"""Types of the language, with those that each value of them belongs to as well."""


class Relation(Enum):
    """What the new type is, compared with the old one."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    OTHER = "another"


class NewValues(Struct, frozen=True):
    """The values of an enumeration that are gone and those that have come, as they are written."""

    gone: str
    come: str


class Types:
    """Compares hints of the two sides, which call the same type by different names."""

    def __init__(self, pairs: Pairs) -> None:
        self._pairs = pairs
        self._known: dict[tuple[bool, bool, Hint], Hint] = {}
        self._is_forward = True
        self.elsewhere: dict[tuple[str, str], set[str]] = {}
        """Modules outside of the packages whose types have taken the place of those of another module,
        each pair with the names of the types."""

    def relation(self, old: Hint, new: Hint) -> Relation:
        """What the new hint is, compared with the old one."""
        if old == new and isinstance(old, Outside | Values | Variable):
            return Relation.SAME
        if self._of(old, is_old=True) == self._of(new, is_old=False):
            return Relation.SAME
        before = self._of(old, is_old=True, expand=True)
        after = self._of(new, is_old=False, expand=True)
        self._is_forward = True
        wider = self._within(before, after)
        self._is_forward = False
        narrower = self._within(after, before)
        if wider and narrower:
            return Relation.SAME
        if wider or narrower:
            return Relation.WIDER if wider else Relation.NARROWER
        return Relation.OTHER

    def _note(self, one: str, other: str, name: str) -> None:
        """Keep which module a type of a module elsewhere comes from on the new side."""
        if one != other:
            key = (one, other) if self._is_forward else (other, one)
            self.elsewhere.setdefault(key, set()).add(name)

    def values(self, old: Hint, new: Hint) -> NewValues | None:
        """The literal values that two hints do not share; None if they differ in other things, or
        have no value in common."""
        before = self._of(old, is_old=True, expand=True)
        after = self._of(new, is_old=False, expand=True)
        mine, theirs = frozenset(_values_in(before)), frozenset(_values_in(after))
        is_same = mine == theirs or not mine & theirs
        if is_same or _open(before) != _open(after):
            return None
        return NewValues(_listed(mine - theirs), _listed(theirs - mine))

    def _of(self, hint: Hint, *, is_old: bool, expand: bool = False) -> Hint:
        """A hint with the names of the new side; with ``expand``, aliases are what they mean."""
        key = is_old, expand, hint
        if key not in self._known:
            surface = self._pairs.old if is_old else self._pairs.new
            names = _Names(self._pairs, surface, is_old=is_old, expand=expand)
            self._known[key] = names.translated(hint, frozenset())
        return self._known[key]

    def _within(self, one: Hint, other: Hint) -> bool:
        """Whether every value of one type belongs to another."""
        if one == other or other in ANYTHING:
            return True
        match one, other:
            case Either(members), _:
                return all(self._within(member, other) for member in members)
            case Values(values), Either(members) if len(values) > 1:
                return all(
                    self._within(Values(frozenset((value,))), other) for value in values
                )
            case _, Either(members):
                return any(self._within(one, member) for member in members)
            case Values(values), Values(others):
                return values <= others
            case Values(values), Outside("", name):
                return all(_belongs(value, name) for value in values)
            case Applied(generic, arguments), Applied(other_generic, others):
                return (
                    self._within(generic, other_generic)
                    and len(arguments) == len(others)
                    and all(map(self._within, arguments, others))
                )
            case Applied(generic, _), Outside() | Named():
                return self._within(generic, other)
            case Named(), Named():
                return other in self._pairs.new.ancestors(one)
            case Named(), Outside():
                bases = self._pairs.new.bases_outside(one)
                return any(self._within(base, other) for base in bases)
            case Outside(module, name), Outside(wider_module, wider):
                if name == wider and module and wider_module:
                    self._note(module, wider_module, name)
                    return True
                return wider in _NARROWER.get(name, ())
            case (Variable(), Outside("", "Self")) | (Outside("", "Self"), Variable()):
                return True
            case _:
                return False


class _Names:
    """Translates the hints of one side to the names of the new one."""

    def __init__(
        self, pairs: Pairs, surface: Surface, *, is_old: bool, expand: bool
    ) -> None:
        self._pairs = pairs
        self._surface = surface
        self._is_old = is_old
        self._expand = expand
        self._room = _MOST_PARTS

    def translated(self, hint: Hint, above: frozenset[Named]) -> Hint:
        """The hint; ``above`` are the aliases that it is part of."""
        self._room -= 1
        if self._room < 0:
            return Other("…")
        match hint:
            case Named():
                meaning = self._surface.definition(hint) if self._expand else None
                if isinstance(meaning, Alias) and hint not in above:
                    return self.translated(meaning.hint, above | {hint})
                return self._name(hint)
            case Either(members):
                return either(tuple(self.translated(m, above) for m in members))
            case Applied(generic, arguments):
                inner = tuple(self.translated(a, above) for a in arguments)
                return Applied(self.translated(generic, above), inner)
            case Several(items):
                return Several(tuple(self.translated(i, above) for i in items))
            case Outside() | Values() | Variable() | Other():
                return hint

    def _name(self, id: Named) -> Hint:
        known = self._pairs.to_new if self._is_old else self._pairs.to_old
        if id in known:
            return known[id] if self._is_old else id
        if id not in self._surface.paths:
            return Outside("", id.name)  # private: known by its name alone
        return Outside("old", f"{id.module}.{id.name}") if self._is_old else id


def _belongs(value: str, name: str) -> bool:
    """Whether a literal, as it is written, is a value of a type of the language."""
    if value[:1] in "'\"":
        return name == "str"
    if value in ("True", "False"):
        return name in ("bool", "int")
    return name in ("int", "float") and value.lstrip("-").isdigit()


def _listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))


def _values_in(hint: Hint) -> Iterator[str]:
    """The literal values in a hint."""
    match hint:
        case Values(values):
            yield from values
        case Either(members):
            for member in members:
                yield from _values_in(member)
        case Applied(_, arguments):
            for argument in arguments:
                yield from _values_in(argument)
        case Several(items):
            for item in items:
                yield from _values_in(item)
        case Named() | Outside() | Variable() | Other():
            pass


def _open(hint: Hint) -> Hint:
    """A hint without the literal values in it."""
    match hint:
        case Values():
            return Values(frozenset())
        case Either(members):
            return either(tuple(map(_open, members)))
        case Applied(generic, arguments):
            return Applied(_open(generic), tuple(map(_open, arguments)))
        case Several(items):
            return Several(tuple(map(_open, items)))
        case Named() | Outside() | Variable() | Other():
            return hint
