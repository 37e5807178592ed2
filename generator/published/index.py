"""The index of a package (api.md): which types are listed for which resource."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..words import letters
from .model import Resource

SHARED = ("$shared",)
"""The resource of types that several resources share."""

CLIENT = ("$client",)
"""The resource of the methods that the client itself has."""

_HEADING = re.compile(r"(#{1,6}) +(.+?)\s*")
_IMPORT = re.compile(r"from\s+[\w.]+\s+import\s+(\((?:[^()]*)\)|[^\n(]+)")
_METHOD = re.compile(r">client\.([\w.]*?)\.?<a ")


def read_index(
    texts: Iterable[str], resources: Iterable[Resource]
) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The types that each resource lists, in the order of the index."""
    by_path = {resource.path: resource for resource in resources}
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for text in texts:
        for titles, section in _sections(text):
            methods = _METHOD.search(section)
            path = tuple(methods[1].split(".")) if methods and methods[1] else None
            if methods and not methods[1]:
                path = CLIENT
            elif path not in by_path:
                path = _path(titles, by_path)
            names = tuple(_imported(section))
            if path is not None and names:
                found[path] = (*found.get(path, ()), *names)
    return found


def _sections(text: str) -> Iterable[tuple[tuple[str, ...], str]]:
    """The parts of a text under its headings, each with the titles that lead to it."""
    titles: list[str] = []
    lines: list[str] = []
    for line in text.splitlines():
        heading = _HEADING.fullmatch(line)
        if heading is None:
            lines.append(line)
            continue
        yield tuple(titles), "\n".join(lines)
        lines = []
        depth = len(heading[1])
        titles = [*titles[: depth - 1], heading[2]]
    yield tuple(titles), "\n".join(lines)


def _path(
    titles: tuple[str, ...], by_path: Mapping[tuple[str, ...], Resource]
) -> tuple[str, ...] | None:
    """The resource that titles name, one for each level."""
    if titles == ("Shared Types",):
        return SHARED
    wanted = tuple(map(letters, titles))
    return next((p for p in by_path if tuple(map(letters, p)) == wanted), None)


def _imported(section: str) -> Iterable[str]:
    for match in _IMPORT.finditer(section):
        for name in match[1].strip("()").split(","):
            word = name.split("#")[0].strip().partition(" as ")[0]
            if word.isidentifier():
                yield word
