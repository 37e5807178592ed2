"""Compares the meaning of two definitions: classes by their members, aliases by what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from ..diagnostics import Place
from ..published import Named
from ..words import letters
from .calls import Calls, Texts, enum_changes
from .changes import Change, Kind
from .definitions import PROTOCOLS
from .hints import Outside, shown
from .model import Alias, Class, Constant, Definition, Field, Function, Member
from .pairs import Pairs
from .relation import Relation, Types
from .surface import is_resource

_INTERNAL = frozenset(("model_config", "client"))
"""Members that serve a class itself, not those who use it."""

_PYDANTIC = Outside("pydantic", "BaseModel")

Members = Mapping[str, Member]


class Definitions:
    """Compares pairs of definitions."""

    def __init__(self, pairs: Pairs, types: Types, calls: Calls) -> None:
        self._pairs = pairs
        self._types = types
        self._calls = calls

    def changes(self, owner: str, before: Named, after: Named) -> Iterator[Change]:
        """What differs between two definitions that are the same for programs."""
        old = self._pairs.old.meaning(before)
        new = self._pairs.new.meaning(after)
        for change in self._changes(owner, before, after, old, new):
            if change.old_place is None and change.new_place is None:
                change = replace(change, old_place=_place(old), new_place=_place(new))
            yield change

    def _changes(
        self,
        owner: str,
        before: Named,
        after: Named,
        old: Definition | None,
        new: Definition | None,
    ) -> Iterator[Change]:
        match old, new:
            case Class(), Class():
                yield from self._classes(owner, before, after, old, new)
            case Alias(), Alias() | Class():
                yield from self._aliases(owner, before, after, old, new)
            case Class(), Alias(hint=Named() as target) if target != before:
                following = self._pairs.new.definition(target)
                yield from self._changes(owner, before, target, old, following)
            case Class(), Alias():
                yield Change(
                    kind=Kind.TYPE_KIND, owner=owner, old="class", new=shown(new.hint)
                )
            case Function(), Function():
                yield from self._calls.changes(owner, old, new)
            case Constant(), Constant():
                pass
            case None, _:
                pass
            case _:
                if new is not None and type(old) is not type(new):
                    yield Change(
                        kind=Kind.TYPE_KIND,
                        owner=owner,
                        old=_word(old),
                        new=_word(new),
                    )

    def _aliases(
        self,
        owner: str,
        before: Named,
        after: Named,
        old: Alias,
        new: Alias | Class,
    ) -> Iterator[Change]:
        meaning = new.hint if isinstance(new, Alias) else after
        relation = self._types.relation(old.hint, meaning)
        if relation is Relation.SAME:
            return
        is_subclass = isinstance(new, Class) and relation is Relation.NARROWER
        is_taken = before in self._pairs.old.received or is_subclass
        is_given = before in self._pairs.old.sent or not is_taken
        values = self._types.values(old.hint, meaning)
        if values is not None:
            yield from enum_changes(owner, "", values, is_sent=is_given)
            return
        texts = Texts.of(old.hint, meaning)
        yield Change(
            kind=Kind.TYPE_MEANING,
            owner=owner,
            old=texts.old,
            new=texts.new,
            compatible=(not is_given or relation is Relation.WIDER)
            and (not is_taken or relation is Relation.NARROWER),
        )

    def _classes(
        self, owner: str, before: Named, after: Named, old: Class, new: Class
    ) -> Iterator[Change]:
        if old.is_dictionary != new.is_dictionary:
            words = {True: "dictionary", False: "class"}
            yield Change(
                kind=Kind.TYPE_KIND,
                owner=owner,
                old=words[old.is_dictionary],
                new=words[new.is_dictionary],
            )
            return
        yield from self._bases(owner, before, after)
        yield from self.members(
            owner,
            self._pairs.old.members(before),
            self._pairs.new.members(after),
            given=old.is_dictionary,
            is_model=_PYDANTIC in self._pairs.old.bases_outside(before)
            and _PYDANTIC in self._pairs.new.bases_outside(after),
        )

    def _bases(self, owner: str, before: Named, after: Named) -> Iterator[Change]:
        old, new = self._pairs.old, self._pairs.new
        kept = new.ancestors(after)
        outside = list(new.bases_outside(after))
        for base in old.ancestors(before)[1:]:
            if base in old.paths and self._pairs.to_new.get(base) not in kept:
                yield Change(kind=Kind.BASE_REMOVED, owner=owner, old=shown(base))
        for other in dict.fromkeys(old.bases_outside(before)):
            is_kept = any(
                self._types.relation(other, found) is Relation.SAME for found in outside
            )
            if not is_kept and not _is_marker(other):
                name = shown(other, full=True)
                yield Change(kind=Kind.BASE_REMOVED, owner=owner, old=name)

    def members(
        self, owner: str, old: Members, new: Members, *, given: bool, is_model: bool
    ) -> Iterator[Change]:
        """What differs between the members of two classes; ``given`` are those of a dictionary that
        programs pass. If it ``is_model``, both are models of pydantic."""
        renamed = _renamed(old, new)
        for name, member in old.items():
            found = new.get(renamed.get(name, name))
            if name.startswith("model_") and found is None and is_model:
                continue  # pydantic has it, whose names these are
            if name in _INTERNAL or _is_way(name, member):
                continue
            if found is None:
                yield _removed(owner, name, member)
            else:
                yield from self._member(
                    owner, name, renamed.get(name, name), member, found, given
                )
        known = {renamed.get(name, name) for name in old}
        known |= PROTOCOLS | _INTERNAL
        for name, member in new.items():
            if name not in known and not _is_way(name, member):
                yield _added(owner, name, member, given=given)

    def _member(
        self, owner: str, name: str, now: str, old: Member, new: Member, given: bool
    ) -> Iterator[Change]:
        for change in self._changed_member(owner, name, now, old, new, given):
            is_placed = change.old_place is not None
            yield (
                change
                if is_placed
                else replace(change, old_place=old.place, new_place=new.place)
            )

    def _changed_member(
        self, owner: str, name: str, now: str, old: Member, new: Member, given: bool
    ) -> Iterator[Change]:
        if now != name:
            yield Change(
                kind=Kind.FIELD_RENAMED, owner=owner, subject=name, old=name, new=now
            )
        if isinstance(old, Function) and isinstance(new, Function):
            if name not in PROTOCOLS:
                label = owner if name == "__init__" else f"{owner}.{name}"
                yield from self._calls.changes(label, old, new)
        elif isinstance(old, Field) and isinstance(new, Field):
            yield from self._field(owner, name, old, new, given)
        else:
            words = {True: "method", False: "attribute"}
            yield Change(
                kind=Kind.FIELD_TYPE,
                owner=owner,
                subject=name,
                old=words[isinstance(old, Function)],
                new=words[isinstance(new, Function)],
            )

    def _field(
        self, owner: str, name: str, old: Field, new: Field, given: bool
    ) -> Iterator[Change]:
        relation = self._types.relation(old.hint, new.hint)
        values = self._types.values(old.hint, new.hint)
        if values is not None and relation is not Relation.SAME:
            yield from enum_changes(owner, name, values, is_sent=given)
        elif relation is not Relation.SAME:
            texts = Texts.of(old.hint, new.hint)
            yield Change(
                kind=Kind.FIELD_TYPE,
                owner=owner,
                subject=name,
                old=texts.old,
                new=texts.new,
                compatible=relation is (Relation.WIDER if given else Relation.NARROWER),
            )
        if given and old.required != new.required:
            yield Change(
                kind=Kind.FIELD_REQUIRED if new.required else Kind.FIELD_OPTIONAL,
                owner=owner,
                subject=name,
                compatible=not new.required,
            )


def _is_way(name: str, member: Member) -> bool:
    """Whether a member leads to a resource or another view of one; the tree of resources has them."""
    if name in ("with_raw_response", "with_streaming_response"):
        return True
    return (
        isinstance(member, Field)
        and isinstance(member.hint, Named)
        and is_resource(name, member.hint)
    )


def _renamed(old: Members, new: Members) -> dict[str, str]:
    """The new names of members that are called the same but for case."""
    come: dict[str, list[str]] = {}
    for name in new:
        if name not in old and not name.startswith("__"):
            come.setdefault(letters(name), []).append(name)
    found: dict[str, str] = {}
    for name in old:
        same = come.get(letters(name), []) if name not in new else []
        if len(same) == 1 and same[0] not in found.values():
            found[name] = same[0]
    return found


def _removed(owner: str, name: str, member: Member) -> Change:
    if isinstance(member, Function):
        return Change(
            kind=Kind.METHOD_REMOVED, owner=f"{owner}.{name}", old_place=member.place
        )
    return Change(
        kind=Kind.FIELD_REMOVED,
        owner=owner,
        subject=name,
        old=shown(member.hint),
        old_place=member.place,
    )


def _added(owner: str, name: str, member: Member, *, given: bool) -> Change:
    if isinstance(member, Function):
        return Change(
            kind=Kind.METHOD_ADDED,
            owner=f"{owner}.{name}",
            new_place=member.place,
            compatible=True,
        )
    is_required = given and member.required
    return Change(
        kind=Kind.FIELD_ADDED,
        owner=owner,
        subject=name,
        new=f"{shown(member.hint)}{' (required)' if is_required else ''}",
        new_place=member.place,
        compatible=not is_required,
    )


def _is_marker(base: Outside) -> bool:
    return (
        not base.module
        and base.name[:1].isupper()
        and not base.name.endswith(("Error", "Exception"))
    )


def _word(definition: Definition | None) -> str:
    return type(definition).__name__.lower()


def _place(definition: Definition | None) -> Place | None:
    return definition.place if definition is not None else None
