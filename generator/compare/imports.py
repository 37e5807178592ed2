"""Compares what can be imported: types that are gone, renamed or added, and other ways to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Place
from ..published import Named
from .changes import Change, Kind
from .methods import Trees
from .model import Definition
from .pairs import Pairs
from .surface import Surface

_COMPANION = re.compile(
    r"(Async)?(\w+?)(WithRawResponse|WithStreamingResponse|WithStreamedResponse)?"
)


def import_changes(pairs: Pairs, trees: list[Trees]) -> Iterator[Change]:
    """What a program can no longer import, or can import besides."""
    gone = _resource_names(pairs.old, [t.old.resources for t in trees])
    come = _resource_names(pairs.new, [t.new.resources for t in trees])
    lost_modules: dict[str, list[str]] = {}
    for path, id in pairs.old.exports.paths.items():
        is_there = path in pairs.new.exports.paths or path in pairs.new.exports.modules
        if is_there or id in pairs.renamed:
            continue
        if id is None or id in pairs.to_new:
            module, _, name = path.rpartition(".")
            if module in pairs.new.exports.modules or not module:
                yield _lost_import(pairs, path, id)
            else:
                lost_modules.setdefault(module, []).append(name)
    for module, names in lost_modules.items():
        yield _lost_module(pairs, module, names)
    yield from _types(pairs, gone=gone, come=come)


def _types(pairs: Pairs, *, gone: set[str], come: set[str]) -> Iterator[Change]:
    for before, after in pairs.renamed.items():
        yield Change(
            kind=Kind.TYPE_RENAMED,
            owner=pairs.old.paths[before][0],
            old=pairs.old.paths[before][0],
            new=pairs.new.paths[after][0],
            old_place=_place(pairs.old, before),
            new_place=_place(pairs.new, after),
        )
    yield from _lost_types(
        pairs,
        [
            id
            for id, paths in pairs.old.paths.items()
            if id not in pairs.to_new
            and _of_resource(id) not in gone
            and not any(path in pairs.new.exports.modules for path in paths)
        ],
    )
    for id, paths in pairs.new.paths.items():
        if id not in pairs.to_old and _of_resource(id) not in come:
            yield Change(
                kind=Kind.TYPE_ADDED,
                owner=paths[0],
                new_place=_place(pairs.new, id),
                compatible=True,
            )


def _lost_types(pairs: Pairs, lost: list[Named]) -> Iterator[Change]:
    """Types that are gone: those nested in the module of another one with it, and those of a module
    or folder that is gone with that."""
    roots = {id.module: id for id in lost if not _missing(pairs, id)}
    nested: dict[Named, list[str]] = {}
    folders: dict[str, list[Named]] = {}
    for id in lost:
        missing = _missing(pairs, id)
        if missing and id.module in roots:
            nested.setdefault(roots[id.module], []).append(id.name)
        elif missing:
            folders.setdefault(missing, []).append(id)
    for id in lost:
        if not _missing(pairs, id):
            yield Change(
                kind=Kind.TYPE_REMOVED,
                owner=pairs.old.paths[id][0],
                old=f"with {', '.join(nested[id])}" if id in nested else "",
                old_place=_place(pairs.old, id),
            )
    for folder, ids in folders.items():
        paths = (pairs.old.paths[id][0].removeprefix(f"{folder}.") for id in ids)
        yield Change(
            kind=Kind.MODULE_REMOVED,
            owner=folder,
            old=", ".join(paths),
            old_place=_place(pairs.old, ids[0]),
        )


def _missing(pairs: Pairs, id: Named) -> str:
    """The outermost module on the way to a type that the new side has not; empty if all are there."""
    path = pairs.old.paths[id][0]
    parts = path.split(".")[:-1]
    for end in range(1, len(parts) + 1):
        module = ".".join(parts[:end])
        if module not in pairs.new.exports.modules:
            return module
    return ""


def _lost_import(pairs: Pairs, path: str, id: Named | None) -> Change:
    """A path that leads nowhere, to what can be imported from elsewhere, or not any more."""
    others = pairs.new.paths.get(pairs.to_new[id], ()) if id is not None else ()
    return Change(
        kind=Kind.IMPORT_REMOVED,
        owner=path,
        new=others[0] if others else "",
        old_place=_place(pairs.old, id) if id is not None else None,
    )


def _lost_module(pairs: Pairs, module: str, names: list[str]) -> Change:
    ids = [pairs.old.exports.paths[f"{module}.{name}"] for name in names]
    counterparts = [pairs.to_new[id] for id in ids if id is not None]
    homes = [pairs.new.paths.get(id, ("",))[0] for id in counterparts]
    packages = dict.fromkeys(path.rpartition(".")[0] for path in homes if path)
    return Change(
        kind=Kind.MODULE_REMOVED,
        owner=module,
        old=", ".join(names),
        new=", ".join(packages),
        old_place=pairs.old.exports.modules.get(module),
    )


def _resource_names(
    surface: Surface, trees: list[dict[str, Named]] | list[object]
) -> set[str]:
    """The names of the classes of resources, which go and come with them."""
    found: set[str] = set()
    for resources in trees:
        for id in getattr(resources, "values")():
            name = _of_resource(id)
            if name:
                found.add(name)
    return found


def _of_resource(id: Named) -> str:
    """The name of the resource whose class or view a class is, with the folder that it is in."""
    if not id.module.startswith("resources"):
        return ""
    match = _COMPANION.fullmatch(id.name)
    return match[2] if match else ""


def _place(surface: Surface, id: Named) -> Place | None:
    definition: Definition | None = surface.definition(id)
    return definition.place if definition is not None else None
