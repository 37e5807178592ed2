"""Packages whose names are imported when they are first used (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


def exports(
    package: str, sources: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The ``__getattr__`` and ``__dir__`` of a package that exports names lazily.

    ``sources`` says where each name comes from: ``.module`` (the same name there),
    ``.module:name``, or ``.module:`` for the module itself. A name that was looked up once is an
    ordinary attribute from then on.
    """

    def __getattr__(name: str) -> Any:
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
