"""Compares two functions: what a call may be given, and what it returns."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..words import letters
from .changes import Change, Kind
from ..published import Named
from .hints import Applied, Hint, Outside, shown
from .model import Argument, Function, Signature
from .relation import NewValues, Relation, Types

_EXCHANGES = (Kind.ARGUMENT_REMOVED, Kind.ARGUMENT_ADDED)
_MANY = 4
"""From so many arguments on that are gone or required, a function has another signature."""
_GIVEN = frozenset((Relation.SAME, Relation.WIDER))
_TAKEN = frozenset((Relation.SAME, Relation.NARROWER))


class Texts(Struct, frozen=True):
    """Two hints as a reader sees them, with modules if they are not told apart without."""

    old: str
    new: str

    @classmethod
    def of(cls, old: Hint, new: Hint) -> Texts:
        """The texts of two hints that differ."""
        before, after = shown(old), shown(new)
        if before == after:
            before, after = shown(old, full=True), shown(new, full=True)
        return cls(before, after)


class Calls:
    """Compares functions with the types of two sides."""

    def __init__(self, types: Types) -> None:
        self._types = types

    def changes(self, owner: str, old: Function, new: Function) -> Iterator[Change]:
        """What differs for the callers of a function; other arguments altogether are one change."""
        found = list(self._changes(owner, old, new))
        exchanged = [c for c in found if c.kind in _EXCHANGES and not c.compatible]
        if len(exchanged) >= _MANY:
            gone = [c.subject for c in exchanged if c.kind is Kind.ARGUMENT_REMOVED]
            come = [c.subject for c in exchanged if c.kind is Kind.ARGUMENT_ADDED]
            found = [
                Change(
                    kind=Kind.SIGNATURE,
                    owner=owner,
                    old=", ".join(gone),
                    new=", ".join(come),
                ),
                *(c for c in found if c not in exchanged),
            ]
        for change in found:
            yield replace(change, old_place=old.place, new_place=new.place)

    def _changes(self, owner: str, old: Function, new: Function) -> Iterator[Change]:
        renamed = self._renamed(old.signature, new.signature)
        yield from self._arguments(owner, old.signature, new.signature, renamed)
        yield from _order(owner, old.signature, new.signature, renamed)
        results = list(self._result(owner, old.signature.result, new.signature.result))
        yield from results
        if not results and old.is_async != new.is_async:
            words = {True: "awaited", False: "not awaited"}
            yield Change(
                kind=Kind.AWAIT,
                owner=owner,
                old=words[old.is_async],
                new=words[new.is_async],
            )
        if old.is_deprecated != new.is_deprecated:
            kind = Kind.DEPRECATED if new.is_deprecated else Kind.NOT_DEPRECATED
            yield Change(kind=kind, owner=owner, compatible=True)
        is_kept = all(result.compatible for result in results)
        if is_kept and not self._keeps_overloads(old, new):
            yield Change(
                kind=Kind.OVERLOADS,
                owner=owner,
                old=_results(old),
                new=_results(new),
                note="the type of the result no longer follows from the arguments",
            )

    def _renamed(self, old: Signature, new: Signature) -> dict[str, str]:
        """The new names of arguments that are called differently: but for case, or in the place of the
        only one that is missing."""
        mine = {a.name: a for a in old.arguments}
        theirs = {a.name: a for a in new.arguments}
        gone = [a for name, a in mine.items() if name not in theirs]
        come = [a for name, a in theirs.items() if name not in mine]
        found: dict[str, str] = {}
        for argument in gone:
            same = [b for b in come if letters(b.name) == letters(argument.name)]
            if not same and len(gone) == len(come) == 1:
                same = [b for b in come if self._is_like(argument, b, old, new)]
            if len(same) == 1 and same[0].name not in found.values():
                found[argument.name] = same[0].name
        return found

    def _is_like(
        self, one: Argument, other: Argument, old: Signature, new: Signature
    ) -> bool:
        """Whether an argument stands where another one did, with its type."""
        before, after = (
            [a.name for a in s.arguments if a.positional] for s in (old, new)
        )
        if one.positional and other.positional:
            is_there = before.index(one.name) == after.index(other.name)
        else:
            is_there = one.positional == other.positional
        relation = self._types.relation(one.hint, other.hint)
        return is_there and one.required == other.required and relation is Relation.SAME

    def _arguments(
        self, owner: str, old: Signature, new: Signature, renamed: dict[str, str]
    ) -> Iterator[Change]:
        theirs = {a.name: a for a in new.arguments}
        for argument in old.arguments:
            found = theirs.get(renamed.get(argument.name, argument.name))
            if found is not None:
                yield from self._argument(owner, argument, found)
            elif not new.any_keyword or argument.positional:
                yield Change(
                    kind=Kind.ARGUMENT_REMOVED,
                    owner=owner,
                    subject=argument.name,
                    old=shown(argument.hint),
                )
        known = {renamed.get(a.name, a.name) for a in old.arguments}
        for argument in new.arguments:
            if argument.name not in known:
                yield Change(
                    kind=Kind.ARGUMENT_ADDED,
                    owner=owner,
                    subject=argument.name,
                    new=shown(argument.hint)
                    + (" (required)" if argument.required else ""),
                    compatible=not argument.required,
                )

    def _argument(self, owner: str, old: Argument, new: Argument) -> Iterator[Change]:
        name = old.name
        if new.name != name:
            yield Change(
                kind=Kind.ARGUMENT_RENAMED,
                owner=owner,
                subject=name,
                old=name,
                new=new.name,
            )
        relation = self._types.relation(old.hint, new.hint)
        values = self._types.values(old.hint, new.hint)
        if values is not None and relation is not Relation.SAME:
            kinds = Kind.ARGUMENT_ENUM_NARROWED, Kind.ARGUMENT_ENUM_WIDENED
            yield from enum_changes(owner, name, values, kinds=kinds)
        elif relation is not Relation.SAME:
            texts = Texts.of(old.hint, new.hint)
            yield Change(
                kind=Kind.ARGUMENT_TYPE,
                owner=owner,
                subject=name,
                old=texts.old,
                new=texts.new,
                compatible=relation in _GIVEN,
            )
        if old.required != new.required:
            yield Change(
                kind=Kind.ARGUMENT_REQUIRED if new.required else Kind.ARGUMENT_OPTIONAL,
                owner=owner,
                subject=name,
                compatible=not new.required,
            )
        if old.positional != new.positional:
            kind = Kind.ARGUMENT_POSITIONAL if new.positional else Kind.ARGUMENT_KEYWORD
            yield Change(
                kind=kind, owner=owner, subject=name, compatible=new.positional
            )
        if old.default != new.default and None not in (old.default, new.default):
            yield Change(
                kind=Kind.ARGUMENT_DEFAULT,
                owner=owner,
                subject=name,
                old=old.default or "",
                new=new.default or "",
            )

    def _result(self, owner: str, old: Hint, new: Hint) -> Iterator[Change]:
        relation = self._types.relation(old, new)
        if relation is Relation.SAME:
            return
        values = self._types.values(old, new)
        if values is not None:
            yield from enum_changes(owner, "", values, is_sent=False)
            return
        texts = Texts.of(old, new)
        before, after = _page(old), _page(new)
        is_kept = relation in _TAKEN
        is_paged = before is not None and after is not None and not is_kept
        if before is not None and after is not None and is_paged:
            is_paged = self._types.relation(before, after) is not Relation.SAME
        yield Change(
            kind=Kind.PAGINATION if is_paged else Kind.RESULT_TYPE,
            owner=owner,
            old=texts.old,
            new=texts.new,
            compatible=is_kept,
        )

    def _keeps_overloads(self, old: Function, new: Function) -> bool:
        """Whether each result that an overload promises is promised by one of the new side."""
        offered = [s.result for s in new.overloads] or [new.signature.result]
        return all(
            any(self._types.relation(s.result, result) in _TAKEN for result in offered)
            for s in old.overloads
        )


def enum_changes(
    owner: str,
    subject: str,
    values: NewValues,
    *,
    kinds: tuple[Kind, Kind] = (Kind.ENUM_NARROWED, Kind.ENUM_WIDENED),
    is_sent: bool = True,
) -> Iterator[Change]:
    """Values that an enumeration has lost and gained: programs that receive them only, and do not
    send them, meet neither."""
    narrowed, widened = kinds
    if values.gone:
        yield Change(
            kind=narrowed,
            owner=owner,
            subject=subject,
            old=values.gone,
            compatible=not is_sent,
        )
    if values.come:
        yield Change(
            kind=widened,
            owner=owner,
            subject=subject,
            new=values.come,
            compatible=True,
        )


def _page(hint: Hint) -> Hint | None:
    """The class of a page; None if a result is no page."""
    match hint:
        case Applied(
            Named(name="AsyncPaginator") | Outside(name="AsyncPaginator"), args
        ):
            return _page(args[-1])
        case Applied(Named(module="pagination") as page, _):
            return page
        case _:
            return None


def _order(
    owner: str, old: Signature, new: Signature, renamed: dict[str, str]
) -> Iterator[Change]:
    """Whether arguments that are given by position are in another place."""
    before = [a.name for a in old.arguments if a.positional]
    after = [a.name for a in new.arguments if a.positional]
    kept = [renamed.get(name, name) for name in before]
    common = [name for name in kept if name in after]
    if after[: len(common)] != common:
        yield Change(
            kind=Kind.ARGUMENT_ORDER,
            owner=owner,
            old=", ".join(before),
            new=", ".join(after),
        )


def _results(function: Function) -> str:
    signatures = function.overloads or (function.signature,)
    return "; ".join(dict.fromkeys(shown(s.result) for s in signatures))
