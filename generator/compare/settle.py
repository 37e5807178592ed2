"""The line of a configuration that makes the new side like the old one, where there is such a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..words import letters, split_words
from .changes import Change, Kind
from .surface import Surface

_PAGE = re.compile(r"((?:Sync|Async)\w+|AsyncPaginator)\[")
_PAGE_CLASS = re.compile(r"\b(?:Sync|Async)(?!Paginator)(\w+)\[")
_VARIABLE = re.compile(r"\{[^{}]*\}")
_COMPONENTS = "#/components/schemas/"
Path = tuple[str, ...]


class Configured(Struct, frozen=True, kw_only=True):
    """What a configuration that made a side says: the id of each resource by its attributes, the
    described path of each request, the schema and the resource of each type by its import path, and
    the pagination scheme of each page class."""

    resources: Mapping[Path, Path]
    routes: Mapping[tuple[str, str], str]
    schemas: Mapping[tuple[str, str], str]
    homes: Mapping[tuple[str, str], Path]
    schemes: Mapping[str, str]


def route_key(verb: str, path: str) -> tuple[str, str]:
    """A request without the names of its variables."""
    return verb.lower(), _VARIABLE.sub("{}", path)


def settled(
    changes: Iterable[Change], old: Surface, new: Surface, configured: Configured
) -> Iterator[Change]:
    """The changes with the lines that settle them."""
    lines = _Lines(old, new, configured)
    for change in changes:
        line = "" if change.compatible else lines.of(change)
        yield replace(change, settles=line) if line else change


class _Lines:
    def __init__(self, old: Surface, new: Surface, configured: Configured) -> None:
        self._old, self._new = old, new
        self._configured = configured
        root = old.clients[0]
        self._tree = old.tree(root) if root is not None else {}

    def of(self, change: Change) -> str:
        """The line for one change; empty if there is none."""
        if change.kind is Kind.TYPE_RENAMED:
            return self._type(change)
        if not change.owner.startswith("client."):
            return ""
        match change.kind:
            case Kind.METHOD_RENAMED | Kind.METHOD_REMOVED:
                return self._method(change.owner)
            case Kind.RESOURCE_REMOVED:
                names = change.old.split(", ")
                lines = (self._method(f"{change.owner}.{name}") for name in names)
                return "; ".join(filter(None, lines))
            case Kind.RESOURCE_RENAMED:
                return f"{self._resource(_attributes(change.owner))}: rename this key from '{change.new}'"
            case Kind.ARGUMENT_ORDER:
                return self._of_method(change.owner, "positional_params", change.old)
            case Kind.ARGUMENT_KEYWORD:
                return self._positional(change)
            case Kind.RESULT_TYPE | Kind.PAGINATION:
                return self._pages(change)
            case _:
                return ""

    def _resource(self, attributes: Path) -> str:
        known = self._configured.resources.get(attributes)
        if known is None and len(attributes) > 1:
            above = self._resource(attributes[:-1])
            return f"{above}.subresources.{attributes[-1]}"
        path = known or attributes
        return "resources." + ".subresources.".join(path or ("$client",))

    def _method(self, owner: str) -> str:
        *attributes, name = _attributes(owner)
        holder = self._tree.get(".".join(attributes))
        request = self._old.route(holder, name) if holder is not None else None
        if request is None:
            return ""
        verb, url = request
        path = self._configured.routes.get(route_key(verb, url))
        if path is None:
            return ""
        return f"{self._resource(tuple(attributes))}.methods.{name}: {verb} {path}"

    def _of_method(self, owner: str, key: str, value: str) -> str:
        *attributes, name = _attributes(owner)
        return f"{self._resource(tuple(attributes))}.methods.{name}.{key}: [{value}]"

    def _positional(self, change: Change) -> str:
        *attributes, name = _attributes(change.owner)
        holder = self._tree.get(".".join(attributes))
        found = self._old.members(holder).get(name) if holder is not None else None
        signature = getattr(found, "signature", None)
        if signature is None:
            return ""
        names = [a.name for a in signature.arguments if a.positional]
        return self._of_method(change.owner, "positional_params", ", ".join(names))

    def _pages(self, change: Change) -> str:
        *attributes, name = _attributes(change.owner)
        key = f"{self._resource(tuple(attributes))}.methods.{name}.paginated"
        was_paged, is_paged = _PAGE.match(change.old), _PAGE.match(change.new)
        if not was_paged:
            return f"{key}: false" if is_paged else ""
        before = _PAGE_CLASS.search(change.old)
        after = _PAGE_CLASS.search(change.new)
        if before is None or (after is not None and before[1] == after[1]):
            return ""
        scheme = self._configured.schemes.get(before[1])
        return f"{key}: {scheme}" if scheme else ""

    def _type(self, change: Change) -> str:
        names = self._new.exports.paths.get(change.new)
        key = (names.module, names.name) if names is not None else ("", "")
        schema = self._configured.schemas.get(key, "")
        old_name = change.old.rpartition(".")[2]
        if letters(old_name) == letters(key[1]):
            return _casing(old_name, key[1])
        if not schema.startswith(_COMPONENTS):
            return ""
        attributes = tuple(change.old.split(".")[1:-1])
        if attributes == ("shared",):
            resource = "resources.$shared"
        elif attributes in self._configured.resources:
            resource = self._resource(attributes)
        else:
            home = self._configured.homes.get(key, ("$shared",))
            resource = "resources." + ".subresources.".join(home)
        model = "_".join(split_words(old_name)).lower()
        return f'{resource}.models.{model}: "{schema}"'


def _attributes(owner: str) -> Path:
    return tuple(owner.split(".")[1:])


def _casing(old: str, new: str) -> str:
    """The casing of the first word that two names spell differently."""
    before, position = "".join(filter(str.isalnum, old)), 0
    after = "".join(filter(str.isalnum, new))
    for word in split_words(new):
        one = before[position : position + len(word)]
        other = after[position : position + len(word)]
        position += len(word)
        if one != other and len(word) > 1:
            if one.isupper() or other.isupper():
                is_initialism = "true" if one.isupper() else "false"
                return f"custom_casings.{word.lower()}: {{initialism: {is_initialism}}}"
            return f"custom_casings.{word.lower()}: {{pascal: {one}}}"
    return ""
