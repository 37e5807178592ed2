"""From two sides to what differs between them for a program."""

from __future__ import annotations

from collections.abc import Iterator

from ..published import Named
from ..words import letters
from .calls import Calls
from .changes import Change, Kind
from .fact_changes import FactChanges
from .imports import import_changes
from .methods import Methods
from .model import Class
from .pairs import Pairs
from .relation import Types
from .surface import Surface
from .types import Definitions

_FIELD_OF_ARGUMENT = {
    Kind.FIELD_REMOVED: Kind.ARGUMENT_REMOVED,
    Kind.FIELD_RENAMED: Kind.ARGUMENT_RENAMED,
    Kind.FIELD_ADDED: Kind.ARGUMENT_ADDED,
    Kind.FIELD_TYPE: Kind.ARGUMENT_TYPE,
    Kind.FIELD_REQUIRED: Kind.ARGUMENT_REQUIRED,
    Kind.FIELD_OPTIONAL: Kind.ARGUMENT_OPTIONAL,
    Kind.ENUM_NARROWED: Kind.ARGUMENT_ENUM_NARROWED,
    Kind.ENUM_WIDENED: Kind.ARGUMENT_ENUM_WIDENED,
}


def compare(old: Surface, new: Surface) -> list[Change]:
    """What differs for programs between two sides; empty if they are the same."""
    pairs = Pairs(old, new)
    types = Types(pairs)
    calls = Calls(types)
    methods = Methods(pairs, calls)
    pairs.learn(methods.functions())
    found = list(methods.changes())
    resources = {id for t in methods.trees for id in t.old.resources.values()}
    definitions = Definitions(pairs, types, calls)
    found += _definitions(pairs, definitions, resources, found)
    gone = {
        _arguments_of(c.owner)
        for c in found
        if c.kind in (Kind.METHOD_REMOVED, Kind.METHOD_RENAMED)
    }
    found += (
        change
        for change in import_changes(pairs, methods.trees)
        if change.kind is not Kind.TYPE_REMOVED or not _belongs_to(change.owner, gone)
    )
    found += [
        Change(
            kind=Kind.OUTSIDE_TYPES,
            owner=f"{before} ({', '.join(sorted(names))})",
            old=before,
            new=after,
        )
        for (before, after), names in sorted(types.elsewhere.items())
    ]
    before, after = old.facts, new.facts
    if before is not None and after is not None:
        paths = {a: b for trees in methods.trees for a, b in trees.paths.items()}
        names = {
            _recorded(id): (old.paths[id][0], _recorded(counterpart))
            for id, counterpart in pairs.to_new.items()
        }
        found += FactChanges(before, after).changes(paths, names)
    if not found and not old.is_written_like(new):
        found.append(Change(kind=Kind.INTERNALS, owner=old.name, compatible=True))
    return found


def _definitions(
    pairs: Pairs, definitions: Definitions, resources: set[Named], known: list[Change]
) -> Iterator[Change]:
    """What differs in types and functions that can be imported. The keys of a dictionary that is the
    arguments of a method change with them, and are not repeated."""
    told = {(c.kind, c.subject, c.old, c.new) for c in known}
    seen: set[tuple[object, ...]] = set()
    for before, after in pairs.to_new.items():
        if before in resources or _is_view(before) or _same(pairs, before, after):
            continue
        owner = pairs.old.paths[before][0]
        arguments = _is_arguments(pairs, before)
        for change in definitions.changes(owner, before, after):
            kind = _FIELD_OF_ARGUMENT.get(change.kind)
            if arguments and (kind, change.subject, change.old, change.new) in told:
                continue
            key = (
                change.kind,
                change.subject,
                change.old,
                change.new,
                change.old_place,
                change.new_place,
            )
            if change.old_place is None or key not in seen:
                seen.add(key)
                yield change


def _recorded(id: Named) -> str:
    """The name of a type in what a side records."""
    return f"{id.module}.{id.name}"


def _arguments_of(method: str) -> tuple[str, str]:
    """The package of the type of a method's arguments, and how its name ends."""
    *resource, name = method.split(".")[1:]
    return ".".join(("types", *resource[:-1])), f"{letters(name)}params"


def _belongs_to(path: str, arguments: set[tuple[str, str]]) -> bool:
    """Whether a type is that of the arguments of a method, which goes with it."""
    package, _, name = path.rpartition(".")
    end = letters(name)
    return any(p == package and end.endswith(e) for p, e in arguments)


def _same(pairs: Pairs, before: Named, after: Named) -> bool:
    return before.module == after.module and pairs.old.same_text(before, pairs.new)


def _is_view(id: Named) -> bool:
    """Whether a class shows a resource with other results; it changes with the resource."""
    return id.name.endswith(
        ("WithRawResponse", "WithStreamingResponse", "WithStreamedResponse")
    )


def _is_arguments(pairs: Pairs, id: Named) -> bool:
    definition = pairs.old.definition(id)
    is_dictionary = isinstance(definition, Class) and definition.is_dictionary
    return is_dictionary and id not in pairs.old.sent
