"""Compares the meaning of two definitions: classes by their members, aliases by what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..published import Named
from ..words import letters
from .calls import Calls, Texts
from .changes import Change, Kind
from .definitions import PROTOCOLS
from .hints import Outside, shown
from .model import Alias, Class, Constant, Definition, Field, Function, Member
from .pairs import Pairs
from .relation import Relation, Types
from .surface import is_resource

_UNNAMED_BASES = frozenset("Generic Protocol TypedDict ABC object NamedTuple".split())
"""What a class may inherit from without a difference for programs."""
_INTERNAL = frozenset(("model_config", "client"))

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
        texts = Texts.of(old.hint, meaning)
        more_values = relation is Relation.WIDER and self._types.differ_in_values_only(
            old.hint, meaning
        )
        is_subclass = isinstance(new, Class) and relation is Relation.NARROWER
        is_taken = before in self._pairs.old.received or is_subclass
        is_given = before in self._pairs.old.sent or not is_taken
        yield Change(
            kind=Kind.TYPE_MEANING,
            owner=owner,
            old=texts.old,
            new=texts.new,
            compatible=(not is_given or relation is Relation.WIDER)
            and (not is_taken or relation is Relation.NARROWER or more_values),
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
        kept = {*new.ancestors(after), *new.bases_outside(after)}
        kept_names = {base.name for base in kept}
        for base in old.ancestors(before)[1:]:
            counterpart = self._pairs.to_new.get(base)
            if base in old.paths and counterpart not in kept:
                yield Change(kind=Kind.BASE_REMOVED, owner=owner, old=shown(base))
        for base in dict.fromkeys(old.bases_outside(before)):
            is_type = base.name not in _UNNAMED_BASES
            if is_type and base not in kept and not _is_marker(base):
                is_elsewhere = base.name in kept_names
                yield Change(
                    kind=Kind.BASE_REMOVED,
                    owner=owner,
                    old=shown(base, full=True),
                    new=_same_name(base, new.bases_outside(after)) if is_elsewhere else "",
                )

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
        for name, member in new.items():
            if name not in known and name not in PROTOCOLS | _INTERNAL:
                if not _is_way(name, member):
                    yield _added(owner, name, member, given=given)

    def _member(
        self, owner: str, name: str, now: str, old: Member, new: Member, given: bool
    ) -> Iterator[Change]:
        places = {"old_place": old.place, "new_place": new.place}
        if now != name:
            yield Change(
                kind=Kind.FIELD_RENAMED,
                owner=owner,
                subject=name,
                old=name,
                new=now,
                **places,
            )
        if isinstance(old, Function) and isinstance(new, Function):
            if name not in PROTOCOLS:
                label = owner if name == "__init__" else f"{owner}.{name}"
                yield from self._calls.changes(label, old, new)
        elif isinstance(old, Field) and isinstance(new, Field):
            for change in self._field(owner, name, old, new, given):
                yield replace(change, **places)
        else:
            words = {True: "method", False: "attribute"}
            yield Change(
                kind=Kind.FIELD_TYPE,
                owner=owner,
                subject=name,
                old=words[isinstance(old, Function)],
                new=words[isinstance(new, Function)],
                **places,
            )

    def _field(
        self, owner: str, name: str, old: Field, new: Field, given: bool
    ) -> Iterator[Change]:
        relation = self._types.relation(old.hint, new.hint)
        if relation is not Relation.SAME:
            texts = Texts.of(old.hint, new.hint)
            is_kept = relation is (Relation.WIDER if given else Relation.NARROWER)
            if relation is Relation.WIDER and not given:
                is_kept = self._types.differ_in_values_only(old.hint, new.hint)
            yield Change(
                kind=Kind.FIELD_TYPE,
                owner=owner,
                subject=name,
                old=texts.old,
                new=texts.new,
                compatible=is_kept,
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
    return Change(
        kind=Kind.FIELD_REMOVED if isinstance(member, Field) else Kind.METHOD_REMOVED,
        owner=owner if isinstance(member, Field) else f"{owner}.{name}",
        subject=name if isinstance(member, Field) else "",
        old=shown(member.hint) if isinstance(member, Field) else "",
        old_place=member.place,
    )


def _added(owner: str, name: str, member: Member, *, given: bool) -> Change:
    is_field = isinstance(member, Field)
    is_required = given and is_field and member.required
    return Change(
        kind=Kind.FIELD_ADDED if is_field else Kind.METHOD_ADDED,
        owner=owner if is_field else f"{owner}.{name}",
        subject=name if is_field else "",
        new=(shown(member.hint) if is_field else "")
        + (" (required)" if is_required else ""),
        new_place=member.place,
        compatible=not is_required,
    )


def _same_name(base: Outside, others: Iterator[Outside]) -> str:
    return next((shown(o, full=True) for o in others if o.name == base.name), "")


def _is_marker(base: Outside) -> bool:
    return not base.module and base.name[:1].isupper() and not base.name.endswith(
        ("Error", "Exception")
    )


def _word(definition: Definition | None) -> str:
    return type(definition).__name__.lower()


def _place(definition: Definition | None):  # type: ignore[no-untyped-def]
    return definition.place if definition is not None else None
