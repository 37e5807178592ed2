"""Where the custom code of a former client belongs in a client of ours.

A place is found by the name of the definition that the lines are in: by its import path or its use
(``compare``), by its name in the module of the same name, or else the module or file itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from ..compare import Matching, Surface, SyntaxTrees
from ..diagnostics import Report
from ..published import Named, Sources
from .checkout import Checkout, modules_of
from .history import Commit
from .hunks import Hunk
from .outline import Definition, line_of, name_at, outline


class Fit(Enum):
    """How a place fits lines: it is the same definition, the class that inherits it, or what would hold
    it, which lacks it."""

    SAME = "same"
    INHERITED = "inherited"
    LACKING = "lacking"


class Counterpart(Struct, frozen=True):
    """A place in our client: a file, a line and what begins there; without a name the whole file."""

    file: str
    line: int
    name: str
    fit: Fit


class Located(Struct, frozen=True):
    """The custom lines in one definition of a former file, with its counterpart if there is one."""

    path: str
    name: str
    hunks: tuple[Hunk, ...]
    counterpart: Counterpart | None

    @property
    def commits(self) -> tuple[Commit, ...]:
        """The commits that the lines come from, the owner's first."""
        found = dict.fromkeys(commit for hunk in self.hunks for commit in hunk.commits)
        return tuple(sorted(found, key=lambda c: (c.by_generator, -c.time, c.hash)))


class Counterparts:
    """Finds counterparts in ``tree``, a client that ``generate`` would write; ``package`` is the folder
    of its package."""

    def __init__(
        self, checkout: Checkout, tree: Mapping[str, bytes], package: str
    ) -> None:
        report, trees = Report(), SyntaxTrees()
        self._checkout, self._tree, self._package = checkout, tree, package
        name, modules = package.rpartition("/")[2], modules_of(package, tree)
        ours = Sources(name, package, modules, {})
        self._new = Surface(ours, trees, report)
        self._matching = Matching(Surface(checkout.sources, trees, report), self._new)
        self._outlines: dict[str, list[Definition]] = {}

    def located(self, hunks: Iterable[Hunk]) -> list[Located]:
        """Hunks by the definitions that they are in, in order."""
        found: dict[tuple[str, str], list[Hunk]] = {}
        for hunk in hunks:
            for name, part in self._parts(hunk):
                found.setdefault((hunk.path, name), []).append(part)
        return [
            Located(path, name, tuple(parts), self.find(path, name))
            for (path, name), parts in found.items()
        ]

    def find(self, path: str, name: str) -> Counterpart | None:
        """The counterpart of a definition of a former file, empty for the file itself."""
        start = f"{self._checkout.package}/"
        if path.startswith(start) and path.endswith(".py") and name:
            module = path.removeprefix(start).removesuffix(".py")
            module = module.removesuffix("__init__").rstrip("/").replace("/", ".")
            found = self._definition(module, name)
            if found is not None:
                return found
        return self._in_file(self.moved(path), name)

    def moved(self, path: str) -> str:
        """The path of a former file in our client."""
        start = f"{self._checkout.package}/"
        if path.startswith(start):
            return f"{self._package}/{path.removeprefix(start)}"
        return path

    def _parts(self, hunk: Hunk) -> list[tuple[str, Hunk]]:
        """A hunk cut where another definition begins."""
        definitions = [] if hunk.is_file else self._former(hunk.path)
        if hunk.is_file or not hunk.lines:
            return [(name_at(definitions, hunk.line), hunk)]
        found: list[tuple[str, list[int]]] = []
        for number, text in enumerate(hunk.lines):
            if not text.strip() and found:
                continue
            name = name_at(definitions, hunk.line + number)
            if not found or found[-1][0] != name:
                found.append((name, []))
            found[-1][1].append(number)
        parts: list[tuple[str, Hunk]] = []
        for position, (name, numbers) in enumerate(found):
            first, last = numbers[0], numbers[-1]
            removed = hunk.removed if not position else hunk.removed and 0
            part = Hunk(
                hunk.path,
                hunk.line + first,
                hunk.lines[first : last + 1],
                removed,
                hunk.commits,
            )
            parts.append((name, part))
        return parts

    def _former(self, path: str) -> list[Definition]:
        file = self._checkout.files[path]
        return self._outline(f"former {path}", path, file.data)

    def _outline(self, key: str, path: str, data: bytes) -> list[Definition]:
        if key not in self._outlines:
            text = data.decode("utf-8-sig", "replace") if path.endswith(".py") else ""
            self._outlines[key] = outline(text)
        return self._outlines[key]

    def _definition(self, module: str, name: str) -> Counterpart | None:
        """The counterpart of a definition in the package."""
        first, _, member = name.partition(".")
        owner = Named(module, first)
        method = self._matching.method(owner, member)
        if method is not None:
            return self._place(*method)
        after = self._matching.definition(owner) or self._of_same_name(module, first)
        if after is None:
            return None
        found = self._place(after, member)
        if found is None or found.fit is Fit.SAME:
            return found
        inherits = any(
            other is not None and other.fit is Fit.SAME
            for id in self._new.ancestors(after)[1:]
            for other in (self._place(id, member),)
        )
        return replace(found, fit=Fit.INHERITED) if inherits else found

    def _of_same_name(self, module: str, name: str) -> Named | None:
        """What the module of the same name calls so, also if it is defined elsewhere."""
        found = self._new.modules.module(module)
        return self._new.modules.resolve(found, name) if found is not None else None

    def _place(self, id: Named, member: str) -> Counterpart | None:
        path = f"{self._package}/{id.module.replace('.', '/')}.py"
        return self._in_file(path, f"{id.name}.{member}" if member else id.name)

    def _in_file(self, wanted: str, name: str) -> Counterpart | None:
        """A definition in a file of ours, or what holds it, or the file."""
        path = self._file_of(wanted)
        if path is None:
            return None
        definitions = self._outline(path, path, self._tree[path])
        holder = name
        while holder:
            line = line_of(definitions, holder)
            if line is not None:
                fit = Fit.SAME if holder == name else Fit.LACKING
                return Counterpart(path, line, holder, fit)
            holder = holder.rpartition(".")[0]
        return Counterpart(path, 0, "", Fit.LACKING if name else Fit.SAME)

    def _file_of(self, path: str) -> str | None:
        """A file of ours, a module also where it is a package."""
        package = path.removesuffix(".py") + "/__init__.py"
        return next((p for p in (path, package) if p in self._tree), None)
