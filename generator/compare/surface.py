"""One side of a comparison: a package whose definitions are read when they are asked for."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cached_property

from ..diagnostics import Place, Report
from ..published import Module, Modules, Named, Sources
from .definitions import Members, read_definition
from .facts import Facts, read_facts
from .hints import Applied, Hint, Outside, named_in
from .model import Alias, Class, Constant, Definition, Exports, Field, Function, Member

_MOST_ANCESTORS = 200
_FURTHEST = 16
"""So many aliases are followed from a name to its class."""
_MOST_RESOURCES = 10_000


class SyntaxTrees:
    """The syntax trees of modules by their text: a module that both sides have is parsed once."""

    def __init__(self) -> None:
        self._known: dict[str, ast.Module] = {}

    def parse(self, text: str) -> ast.Module:
        """The tree of a module, which nothing changes; raises as ``ast.parse`` does."""
        if text not in self._known:
            self._known[text] = ast.parse(text)
        return self._known[text]


class Surface:
    """A package as programs see it."""

    def __init__(self, sources: Sources, trees: SyntaxTrees, report: Report) -> None:
        self.name = sources.name
        self.modules = Modules(
            sources.name, sources.files, sources.root, report, parse=trees.parse
        )
        self._files = sources.files
        self._recorded, self._report = sources.recorded, report
        self._definitions: dict[Named, Definition | None] = {}
        self._owners: dict[Named, Mapping[str, Named]] = {}
        self._ancestors: dict[Named, list[Named]] = {}

    def definition(self, id: Named) -> Definition | None:
        """What is defined under a name; None if it is nothing that programs use."""
        if id not in self._definitions:
            module = self.modules.module(id.module)
            node = module.defined.get(id.name) if module else None
            self._definitions[id] = (
                read_definition(id.name, node, module, self.modules)
                if module is not None and node is not None
                else None
            )
        return self._definitions[id]

    def meaning(self, id: Named) -> Definition | None:
        """What is defined under a name; of another name for a constant, the constant."""
        found = self.definition(id)
        if isinstance(found, Alias) and isinstance(found.hint, Named):
            following = self.definition(found.hint)
            return following if isinstance(following, Constant) else found
        return found

    def owners(self, id: Named) -> Mapping[str, Named]:
        """The names of the members of a class, also of those that it inherits inside the package, each
        with the class that has it."""
        if id not in self._owners:
            found: dict[str, Named] = {}
            for owner in self.ancestors(id):
                definition = self.definition(owner)
                if isinstance(definition, Class):
                    for name in definition.members:
                        found.setdefault(name, owner)
            self._owners[id] = found
        return self._owners[id]

    def members(self, id: Named) -> Mapping[str, Member]:
        """The members of a class, also those that it inherits inside the package."""
        found = {n: self.member(o, n) for n, o in self.owners(id).items()}
        return {n: m for n, m in found.items() if m is not None}

    def member(self, owner: Named, name: str) -> Member | None:
        """A member that a class itself declares."""
        definition = self.definition(owner)
        return definition.members.get(name) if isinstance(definition, Class) else None

    def methods(self, id: Named) -> Mapping[str, Named]:
        """The names of the methods of a class, each with the class that has it."""
        return {n: o for n, o in self.owners(id).items() if self._is_method(o, n)}

    def _is_method(self, owner: Named, name: str) -> bool:
        definition = self.definition(owner)
        members = definition.members if isinstance(definition, Class) else None
        return isinstance(members, Members) and members.is_method(name)

    def ancestors(self, id: Named) -> list[Named]:
        """A class and those that it inherits from, of the package, nearest first."""
        if id not in self._ancestors:
            found = [id]
            level = [id]
            while level and len(found) < _MOST_ANCESTORS:
                bases = (map(_class_of, self._bases(owner)) for owner in level)
                every = dict.fromkeys(base for some in bases for base in some)
                level = [b for b in every if isinstance(b, Named) and b not in found]
                found += level
            self._ancestors[id] = found
        return self._ancestors[id]

    def bases_outside(self, id: Named) -> Iterator[Outside]:
        """What a class inherits from that the package does not define."""
        for owner in self.ancestors(id):
            for base in map(_class_of, self._bases(owner)):
                if isinstance(base, Outside):
                    yield base

    def _bases(self, id: Named) -> tuple[Hint, ...]:
        found = self.definition(id)
        return found.bases if isinstance(found, Class) else ()

    def same_text(self, id: Named, other: Surface) -> bool:
        """Whether a class and what it inherits from are written in equal modules on both sides."""
        return all(
            self.text(owner.module) == other.text(owner.module)
            for owner in self.ancestors(id)
        )

    def text(self, module: str) -> str | None:
        """The source of a module."""
        path = module.replace(".", "/")
        found = self._files.get(f"{path}.py")
        return found or self._files.get(f"{path}/__init__.py".removeprefix("/"))

    def is_written_like(self, other: Surface) -> bool:
        """Whether the modules of both sides are equal, but for the version."""
        mine, theirs = (
            {path: text for path, text in files.items() if path != "_version.py"}
            for files in (self._files, other._files)
        )
        return mine == theirs

    @property
    def version(self) -> str | None:
        """The version that the package gives itself in ``_version``."""
        module = self.modules.module("_version")
        match module.defined.get("__version__") if module else None:
            case ast.Assign(value=ast.Constant(value=str() as version)):
                return version
            case ast.AnnAssign(value=ast.Constant(value=str() as version)):
                return version
            case _:
                return None

    @cached_property
    def facts(self) -> Facts | None:
        """What the package records of itself that its code does not show, if it does."""
        return read_facts(self._recorded, self._report)

    @cached_property
    def exports(self) -> Exports:
        """Everything that can be imported without a private name in its path."""
        paths: dict[str, Named | None] = {}
        modules: dict[str, Place] = {}
        for path in sorted(self._files):
            parts = path.removesuffix(".py").removesuffix("__init__").rstrip("/")
            name = parts.replace("/", ".")
            if not path.endswith(".py") or _is_private(name):
                continue
            module = self.modules.module(name)
            if module is not None:
                modules[name] = module.place(module.tree)
                for exported in _exported(module):
                    found = self.modules.resolve(module, exported)
                    if found is None or found.name:
                        paths[f"{name}.{exported}" if name else exported] = found
        return Exports(paths=paths, modules=modules)

    @cached_property
    def paths(self) -> Mapping[Named, tuple[str, ...]]:
        """The paths from which each definition can be imported, the shortest first."""
        found: dict[Named, list[str]] = {}
        for path, id in self.exports.paths.items():
            if id is not None:
                found.setdefault(id, []).append(path)
        return {
            id: tuple(sorted(paths, key=lambda p: (p.count("."), p)))
            for id, paths in found.items()
        }

    @cached_property
    def clients(self) -> tuple[Named | None, Named | None]:
        """The classes of the client without and with ``await``."""
        return self._client("Client"), self._client("AsyncClient")

    def _client(self, name: str) -> Named | None:
        found = self.exports.paths.get(name)
        module = self.modules.module("_client")
        if found is None and module is not None:
            found = self.modules.resolve(module, name)
        for _ in range(_FURTHEST):
            definition = self.definition(found) if found else None
            if isinstance(definition, Class):
                return found
            following = getattr(definition, "hint", None)
            found = following if isinstance(following, Named) else None
        return None

    def tree(self, root: Named) -> Mapping[str, Named]:
        """The resources that hang on a client: their dotted attributes and classes, parents first."""
        found: dict[str, Named] = {}
        waiting: list[tuple[str, Named, frozenset[Named]]] = [("", root, frozenset())]
        while waiting and len(found) < _MOST_RESOURCES:
            path, owner, above = waiting.pop(0)
            methods = self.methods(owner)
            for name, holder in self.owners(owner).items():
                member = self.member(holder, name) if name not in methods else None
                child = member.hint if isinstance(member, Field) else None
                if not isinstance(child, Named) or child in above:
                    continue
                if is_resource(name, child):
                    dotted = f"{path}.{name}" if path else name
                    found[dotted] = child
                    waiting.append((dotted, child, above | {child}))
        return found

    @property
    def sent(self) -> frozenset[Named]:
        """The types that programs pass: those in the arguments of methods, and what is in them."""
        return self._roles[0]

    @property
    def received(self) -> frozenset[Named]:
        """The types that methods return, and what is in them."""
        return self._roles[1]

    @cached_property
    def _roles(self) -> tuple[frozenset[Named], frozenset[Named]]:
        sent: set[Named] = set()
        received: set[Named] = set()
        for root in filter(None, self.clients):
            for owner in (root, *self.tree(root).values()):
                for name, holder in self.methods(owner).items():
                    function = self.member(holder, name)
                    if isinstance(function, Function):
                        for argument in function.signature.arguments:
                            sent.update(named_in(argument.hint))
                        received.update(named_in(function.signature.result))
        return self._with_parts(sent), self._with_parts(received)

    def _with_parts(self, ids: set[Named]) -> frozenset[Named]:
        waiting = list(ids)
        while waiting:
            definition = self.definition(waiting.pop())
            hints = [definition.hint] if isinstance(definition, Alias) else []
            if isinstance(definition, Class):
                fields = definition.members.values()
                hints = [f.hint for f in fields if isinstance(f, Field)]
                hints += definition.bases
            for id in {id for hint in hints for id in named_in(hint)} - ids:
                ids.add(id)
                waiting.append(id)
        return frozenset(ids)

    def route(self, owner: Named, method: str) -> tuple[str, str] | None:
        """The verb and path of the request that a method makes, as far as its body tells."""
        from .routes import read_route

        for id in self.ancestors(owner):
            module = self.modules.module(id.module)
            node = module.defined.get(id.name) if module else None
            if module is not None and isinstance(node, ast.ClassDef):
                found = read_route(node, method, module, self.modules)
                if found is not None:
                    return found
        return None


def is_resource(name: str, child: Named) -> bool:
    """Whether an attribute of a client or resource is a further resource."""
    return child.module.startswith("resources") and not name.startswith("with_")


def _class_of(hint: Hint) -> Hint:
    return hint.generic if isinstance(hint, Applied) else hint


def _is_private(name: str) -> bool:
    return any(part.startswith("_") for part in name.split("."))


def _exported(module: Module) -> list[str]:
    """The names that a module gives to others: those of ``__all__``, and what it imports under its own
    name (``from a import b as b``); without ``__all__`` what it defines."""
    listed: list[str] | None = None
    found: list[str] = []
    for node in module.statements():
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value) | (
                ast.AugAssign(target=ast.Name(id="__all__"), value=value)
            ):
                if isinstance(value, ast.List | ast.Tuple):
                    names = (e.value for e in value.elts if isinstance(e, ast.Constant))
                    texts = [name for name in names if isinstance(name, str)]
                    listed = [*(listed or ()), *texts]
            case ast.ImportFrom(names=aliases):
                found += [a.name for a in aliases if a.asname == a.name]
            case _:
                pass
    if listed is None:
        listed = [name for name in module.defined if not name.startswith("_")]
    return [
        name
        for name in dict.fromkeys((*listed, *found))
        if not _is_variable(module.defined.get(name))
    ]


def _is_variable(node: ast.stmt | None) -> bool:
    """Whether a statement makes a type variable."""
    match node:
        case ast.Assign(
            value=ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name))
        ):
            return name in ("TypeVar", "ParamSpec", "TypeVarTuple")
        case _:
            return False
