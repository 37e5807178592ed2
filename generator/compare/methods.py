"""Compares the two trees of resources: what programs reach from the client by attributes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from msgspec.structs import replace

from ..diagnostics import Place
from ..published import Named
from ..words import letters
from .calls import Calls
from .changes import Change, Kind
from .model import Class, Function
from .pairs import Pairs
from .surface import Surface

_CLIENT = "client"
_VARIABLE = re.compile(r"\{[^{}]*\}")


class Tree:
    """The resources and methods of one client of one side, by their dotted attributes."""

    def __init__(self, surface: Surface, root: Named) -> None:
        self.surface = surface
        self.resources = surface.tree(root)
        self.methods = {
            f"{path}.{name}": holder
            for path, owner in self.resources.items()
            for name, holder in surface.methods(owner).items()
            if name != "__init__"
        }

    def function(self, path: str) -> Function:
        """The method of a path."""
        found = self.surface.member(self.methods[path], path.rpartition(".")[2])
        assert isinstance(found, Function)
        return found

    def route(self, path: str) -> tuple[str, str] | None:
        """The verb and path of the request of a method."""
        return self.surface.route(self.methods[path], path.rpartition(".")[2])

    def place(self, path: str) -> Place | None:
        """Where the class of a resource is."""
        definition = self.surface.definition(self.resources[path])
        return definition.place if isinstance(definition, Class) else None

    def below(self, path: str) -> list[str]:
        """The methods of a resource and those below it."""
        return [name for name in self.methods if name.startswith(f"{path}.")]


class Trees:
    """The trees of both sides, and which method is which: by its name, or by its request."""

    def __init__(self, old: Tree, new: Tree, known: Mapping[str, str]) -> None:
        """``known`` are the new paths of methods that another client has too."""
        self.old, self.new = old, new
        self._known = known

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The new path of each method that both sides have."""
        found = {path: path for path in self.old.methods if path in self.new.methods}
        for before, after in self._known.items():
            if before in self.old.methods and after in self.new.methods:
                found.setdefault(before, after)
        gone = [path for path in self.old.methods if path not in found]
        taken = {*found.values()}
        come = [path for path in self.new.methods if path not in taken]
        for key in (self._letters, self._request):
            mine, theirs = key(self.old, gone), key(self.new, come)
            for request, paths in mine.items():
                others = theirs.get(request, [])
                if len(paths) == len(others) == 1:
                    found[paths[0]] = others[0]
            gone = [path for path in gone if path not in found]
            taken = {*found.values()}
            come = [path for path in come if path not in taken]
        return found

    def are_same(self, before: str, after: str) -> bool:
        """Whether a method is written in equal modules on both sides."""
        one, other = self.old.methods[before], self.new.methods[after]
        old, new = self.old.surface, self.new.surface
        text = old.text(one.module)
        return before == after and one == other and text == new.text(other.module)

    @staticmethod
    def _letters(tree: Tree, paths: list[str]) -> dict[object, list[str]]:
        found: dict[object, list[str]] = {}
        for path in paths:
            found.setdefault(tuple(map(letters, path.split("."))), []).append(path)
        return found

    @staticmethod
    def _request(tree: Tree, paths: list[str]) -> dict[object, list[str]]:
        found: dict[object, list[str]] = {}
        for path in paths:
            route = tree.route(path)
            if route is not None:
                verb, url = route
                found.setdefault((verb, _VARIABLE.sub("{}", url)), []).append(path)
        return found

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """The new paths of resources that have another, of which all methods have the same names."""
        found: dict[str, str] = {}
        for path in self.old.resources:
            own = [m for m in self.old.methods if m.rpartition(".")[0] == path]
            targets = {self.paths[m].rpartition(".")[0] for m in own if m in self.paths}
            if path not in self.new.resources and own and len(targets) == 1:
                target = next(iter(targets))
                same = all(
                    self.paths.get(m) == f"{target}.{m.rpartition('.')[2]}" for m in own
                )
                if same and target not in self.old.resources:
                    found[path] = target
        return found


class Methods:
    """Compares what is called from the client."""

    def __init__(self, pairs: Pairs, calls: Calls) -> None:
        self._calls = calls
        self.trees: list[Trees] = []
        known: Mapping[str, str] = {}
        for one, other in zip(pairs.old.clients, pairs.new.clients, strict=True):
            if one is not None and other is not None:
                trees = Trees(Tree(pairs.old, one), Tree(pairs.new, other), known)
                self.trees.append(trees)
                known = trees.paths

    def functions(self) -> Iterator[tuple[Function, Function]]:
        """The methods that both sides have."""
        for trees in self.trees:
            for before, after in trees.paths.items():
                if not trees.are_same(before, after):
                    yield trees.old.function(before), trees.new.function(after)

    def changes(self) -> Iterator[Change]:
        """What differs; what is the same with and without ``await`` is one change."""
        seen: set[tuple[object, ...]] = set()
        for number, trees in enumerate(self.trees):
            for change in self._changes(trees):
                key = (change.kind, change.owner, change.subject)
                if key not in seen:
                    seen.add(key)
                    note = change.note or ("of the async client" if number else "")
                    yield replace(change, note=note)

    def _changes(self, trees: Trees) -> Iterator[Change]:
        yield from _resources(trees)
        for before, after in trees.paths.items():
            if trees.are_same(before, after):
                continue
            old, new = trees.old.function(before), trees.new.function(after)
            if before != after and not _is_moved_along(before, after, trees):
                yield Change(
                    kind=Kind.METHOD_RENAMED,
                    owner=f"{_CLIENT}.{before}",
                    old=before,
                    new=after,
                    old_place=old.place,
                    new_place=new.place,
                )
            yield from self._calls.changes(f"{_CLIENT}.{before}", old, new)
            yield from _route(before, after, trees)


def _route(before: str, after: str, trees: Trees) -> Iterator[Change]:
    """Whether a method makes another request; the names of variables make no difference."""
    routes = trees.old.route(before), trees.new.route(after)
    if routes[0] is None or routes[1] is None:
        return
    old, new = (" ".join(route) for route in (routes[0], routes[1]))
    if _VARIABLE.sub("{}", old) != _VARIABLE.sub("{}", new):
        yield Change(
            kind=Kind.ROUTE,
            owner=f"{_CLIENT}.{before}",
            old=old,
            new=new,
            old_place=trees.old.function(before).place,
            new_place=trees.new.function(after).place,
            compatible=True,
        )


def _is_moved_along(before: str, after: str, trees: Trees) -> bool:
    """Whether a method has another path only because its resource has one."""
    resource, _, name = before.rpartition(".")
    return trees.renamed.get(resource) == after.rpartition(".")[0] and after.endswith(
        f".{name}"
    )


def _resources(trees: Trees) -> Iterator[Change]:
    old, new = trees.old, trees.new
    for path, target in trees.renamed.items():
        above = path.rpartition(".")[0]
        if trees.renamed.get(above) != target.rpartition(".")[0]:
            yield Change(
                kind=Kind.RESOURCE_RENAMED,
                owner=f"{_CLIENT}.{path}",
                old=path,
                new=target,
                old_place=old.place(path),
                new_place=new.place(target),
            )
    yield from _alone(old, new, trees.paths, trees.renamed, is_added=False)
    paths, renamed = {*trees.paths.values()}, {*trees.renamed.values()}
    yield from _alone(new, old, paths, renamed, is_added=True)


def _alone(
    tree: Tree,
    other: Tree,
    paths: Collection[str],
    renamed: Collection[str],
    *,
    is_added: bool,
) -> Iterator[Change]:
    """What only one side has: whole resources, then methods of others. ``paths`` are methods that
    the other side has too, ``renamed`` are resources that are called differently there.
    """
    methods = [path for path in tree.methods if path not in paths]
    known = {*methods}
    resources = _topmost(
        [
            path
            for path in tree.resources
            if path not in other.resources
            and path not in renamed
            and known.issuperset(tree.below(path))
        ]
    )
    yield from (_whole(tree, path, is_added=is_added) for path in resources)
    for path in methods:
        if not any(path.startswith(f"{resource}.") for resource in resources):
            place = tree.function(path).place
            yield Change(
                kind=Kind.METHOD_ADDED if is_added else Kind.METHOD_REMOVED,
                owner=f"{_CLIENT}.{path}",
                old_place=None if is_added else place,
                new_place=place if is_added else None,
                compatible=is_added,
            )


def _topmost(paths: list[str]) -> list[str]:
    known = {*paths}
    return [path for path in paths if path.rpartition(".")[0] not in known]


def _whole(tree: Tree, path: str, *, is_added: bool) -> Change:
    names = [name.removeprefix(f"{path}.") for name in tree.below(path)]
    place, text = tree.place(path), ", ".join(names)
    return Change(
        kind=Kind.RESOURCE_ADDED if is_added else Kind.RESOURCE_REMOVED,
        owner=f"{_CLIENT}.{path}",
        old="" if is_added else text,
        new=text if is_added else "",
        old_place=None if is_added else place,
        new_place=place if is_added else None,
        compatible=is_added,
    )
