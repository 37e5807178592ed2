"""Packages whose names are imported when they are first used (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any


class Index:
    """The sources of a package with very many names: parts, each imported when it is needed.

    ``parts`` says by its first name which module holds a part as ``SOURCES``, in order.
    """

    def __init__(self, package: str, parts: Mapping[str, str]) -> None:
        self._package = package
        self._parts = parts

    def get(self, name: str) -> str | None:
        """Where a name comes from."""
        found: str | None = None
        for first, module in self._parts.items():
            if first > name:
                break
            found = module
        return None if found is None else self._sources(found).get(name)

    def __iter__(self) -> Iterator[str]:
        for module in self._parts.values():
            yield from self._sources(module)

    def _sources(self, module: str) -> Mapping[str, str]:
        found: Mapping[str, str] = import_module(module, self._package).SOURCES
        return found


def exports(
    package: str, sources: Mapping[str, str] | Index
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The ``__getattr__`` and ``__dir__`` of a package that exports names lazily.

    ``sources`` says where each name comes from: ``.module`` (the same name there),
    ``.module:name``, or ``.module:`` for the module itself. A name that was looked up once is an
    ordinary attribute from then on.
    """

    def __getattr__(name: str) -> Any:
        if name == "__all__":
            return sorted(sources)
        source = sources.get(name)
        if source is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module_name, colon, attribute = source.partition(":")
        found: Any = import_module(module_name, package)
        if attribute or not colon:
            found = getattr(found, attribute or name)
            _adopt(found, package, renamed=name if attribute else None)
        setattr(sys.modules[package], name, found)
        return found

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *sources})

    return __getattr__, __dir__


def _adopt(found: Any, package: str, *, renamed: str | None) -> None:
    """Have a class that the client's own package exports say so in ``repr`` and in tracebacks.

    An alias does not change its name, only an export under another name (``.module:name``).
    """
    exported = "." not in package and isinstance(found, type)
    if exported and found.__module__.startswith(f"{package}."):
        found.__module__ = package
        if renamed is not None:
            found.__name__ = found.__qualname__ = renamed
