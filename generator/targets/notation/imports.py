"""The imports of one module, collected while its code is rendered."""

from __future__ import annotations

import builtins
from collections import defaultdict
from itertools import chain, count

from msgspec import Struct, field

from ...surface import Module, TypeName

_MEANT = frozenset((*dir(builtins), "annotations"))
"""Names that mean something in a module before it imports anything."""


class ImportView(Struct, frozen=True):
    """One import statement: ``from module import names``, or ``import module`` without names."""

    module: str
    names: tuple[str, ...] = ()


class Imports(Struct):
    """Collects what a module at ``module`` needs; ``package_file`` says that it is a package's
    ``__init__``, from which relative imports start one level lower.

    ``bound`` tells for each name of the module where it comes from, ``aliases`` by which name a
    module is reached; two collectors of one module share them. A name that it has from elsewhere is
    imported under another one.
    """

    module: Module
    package_file: bool = False
    bound: dict[str, TypeName] = field(default_factory=dict)
    aliases: dict[Module, str] = field(default_factory=dict)
    _relative: dict[Module, str] = field(default_factory=dict)
    _plain: set[str] = field(default_factory=set)
    _from: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _local: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def plain(self, module: str, alias: str | None = None) -> str:
        """``import module``, or ``import module as alias``; returns the name to use."""
        renamed = alias is not None and alias != module
        self._plain.add(f"{module} as {alias}" if renamed else module)
        return alias or module

    def name(self, module: str, name: str) -> str:
        """``from module import name`` of another distribution; returns the name."""
        self._from[module].add(name)
        return name

    def local(self, module: Module, name: str) -> str:
        """``from .module import name`` of this package; returns the name to use.

        That is another one where the module has the name already, of its own or from elsewhere.
        Its own names need no import.
        """
        if module == self.module:
            return name
        bound = self._free(module, name)
        self.bound[bound] = TypeName(name, module)
        imported = name if bound == name else f"{name} as {bound}"
        self._local[self.relative(module)].add(imported)
        return bound

    def _free(self, module: Module, name: str) -> str:
        """The name itself, else the name with that of its folder before it."""
        wanted = TypeName(name, module)
        if self.bound.get(name, wanted) == wanted:
            return name
        folder = "_".join(module[1:-1] or module[:1])
        prefix = "".join(word.capitalize() for word in folder.split("_"))
        found = f"{prefix}{name}"
        while self.bound.get(found, wanted) != wanted:
            found = f"{found}_"
        return found

    def module_alias(self, module: Module, shadowed: frozenset[str]) -> str:
        """``from .parent import module``; returns the name by which the module is reached.

        It is the module's own name, unless another module, a class or an attribute has it.
        """
        alias = self.aliases.get(module)
        if alias is None:
            taken = {*shadowed, *self.aliases.values(), *self.bound, *_MEANT}
            long = "_".join(module)
            longer = (long + "_" * underscores for underscores in count())
            alias = next(n for n in chain((module[-1],), longer) if n not in taken)
            self.aliases[module] = alias
        imported = module[-1] if alias == module[-1] else f"{module[-1]} as {alias}"
        self._local[self.relative(module[:-1])].add(imported)
        return alias

    def core(self, name: str) -> str:
        """A public name of the run-time library."""
        return self.local(("_core",), name)

    def relative(self, module: Module) -> str:
        """The relative dotted path from here to a module of the package."""
        if module not in self._relative:
            self._relative[module] = self._from_here(module)
        return self._relative[module]

    def _from_here(self, module: Module) -> str:
        here = self.module if self.package_file else self.module[:-1]
        shared = 0
        while shared < min(len(here), len(module)) and here[shared] == module[shared]:
            shared += 1
        return "." * (len(here) - shared + 1) + ".".join(module[shared:])

    def beyond(self, other: Imports) -> tuple[ImportView, ...]:
        """The imports that another collector of the module does not have."""
        known = {
            (view.module, name)
            for view in (*other.external(), *other.internal())
            for name in view.names
        }
        views = (
            ImportView(
                view.module,
                tuple(name for name in view.names if (view.module, name) not in known),
            )
            for view in (*self.external(), *self.internal())
            if view.names
        )
        plain = (view for view in self.external() if not view.names)
        return (*plain, *(view for view in views if view.names))

    def external(self) -> tuple[ImportView, ...]:
        """Imports of the standard library and of other distributions, in order."""
        plain = [ImportView(module) for module in sorted(self._plain)]
        return (*plain, *_statements(self._from, key=str))

    def internal(self) -> tuple[ImportView, ...]:
        """Imports from this package, the farthest first."""
        return _statements(self._local, key=_distance)


def _statements(names: dict[str, set[str]], key: object) -> tuple[ImportView, ...]:
    assert callable(key)
    return tuple(
        ImportView(module, tuple(sorted(names[module], key=_constants_first)))
        for module in sorted(names, key=key)
    )


def _constants_first(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2, name)


def _distance(module: str) -> tuple[int, str]:
    dots = len(module) - len(module.lstrip("."))
    return (-dots, module)
