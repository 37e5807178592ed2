"""The spelling of words that a package shows and that is not the usual one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ..naming import Casing
from ..published import Package, Resource
from ..words import split_words
from .models import FoundModel


def find_casings(package: Package, models: Iterable[FoundModel]) -> dict[str, Any]:
    """An entry for each word that most class names spell in an unusual way."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name, class_name in _pairs(package, models):
        for word, spelling in _spelled(name, class_name):
            spellings[word][spelling] += 1
    usual = Casing()
    found: dict[str, Any] = {}
    for word, counts in sorted(spellings.items()):
        spelling = max(counts, key=lambda s: (counts[s], s))
        if spelling == usual.pascal(word):
            continue
        if spelling in (word.upper(), word.capitalize()):
            found[word] = {"initialism": spelling == word.upper()}
        else:
            found[word] = {"pascal": spelling}
    return found


def _pairs(package: Package, models: Iterable[FoundModel]) -> Iterator[tuple[str, str]]:
    """Names in snake case with the classes that are called the same."""
    for resource in package.every_resource():
        yield resource.path[-1], _class_of(resource)
    for model in models:
        for definition in model.definitions:
            yield model.name, definition.id.name.removesuffix("Param")
    for definition in package.definitions.values():
        if definition.is_root:
            yield definition.id.module.rpartition(".")[2], definition.id.name


def _class_of(resource: Resource) -> str:
    return resource.class_name.removesuffix("Resource")


def _spelled(name: str, class_name: str) -> Iterator[tuple[str, str]]:
    """The words of a name as they are spelled in a class name; nothing if they do not make it."""
    words = split_words(name)
    if "".join(words) != class_name.lower():
        return
    start = 0
    for word in words:
        yield word, class_name[start : start + len(word)]
        start += len(word)
