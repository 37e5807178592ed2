"""Names inside what a caller gives, as they are on the wire: prepared once for each type.

A typed dictionary says with ``WireName`` where a key is called otherwise. A key that it does not
have stays as it is, so a value that has the names of the wire already is sent unchanged.
"""

from __future__ import annotations

import sys
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import (
    Annotated,
    Any,
    Literal,
    Required,
    TypeVar,
    Union,
    get_args,
    get_origin,
    is_typeddict,
)

from .encodings import Base64UrlText

Converter = Callable[[Any], Any]
MarkT = TypeVar("MarkT")


class WireName:
    """The name that a key has on the wire: ``from_date: Annotated[str, WireName("fromDate")]``."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


def converters_of(arguments: Any) -> Mapping[str, Converter]:
    """What turns the values of arguments into what is sent, by argument; only those that need it.

    ``arguments`` is a typed dictionary with a key for each, or a union of those of several calls,
    in which an argument may have several types.
    """
    build = _Build()
    hints: dict[str, list[Any]] = {}
    for typed in typing.get_args(arguments) or (arguments,):
        for name, hint in typing.get_type_hints(typed, include_extras=True).items():
            kinds = hints.setdefault(name, [])
            if hint not in kinds:
                kinds.append(hint)
    found = {name: build.choice(kinds) for name, kinds in hints.items()}
    return {name: convert for name, convert in found.items() if convert is not None}


class _Keys:
    """Renames the keys of one kind of typed dictionary, and what is in them."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.inner: dict[str, Converter] = {}
        self.known: set[str] = set()
        self.literals: dict[str, tuple[object, ...]] = {}

    def __call__(self, value: Any) -> Any:
        if not _is_map(value):
            return value
        names, inner = self.names, self.inner
        return {
            names.get(key, key): inner[key](entry) if key in inner else entry
            for key, entry in value.items()
        }

    @property
    def is_needed(self) -> bool:
        return bool(self.names or self.inner)

    def fit(self, value: Mapping[str, Any]) -> int:
        """How well a value fits: keys that are known here, less those that are not."""
        for name, allowed in self.literals.items():
            if name in value and value[name] not in allowed:
                return -len(value) - 1
        known = len(value.keys() & self.known)
        return 2 * known - len(value)


class _Items:
    """Converts every item of a list."""

    def __init__(self, item: Converter) -> None:
        self.item = item

    def __call__(self, value: Any) -> Any:
        if not _is_list(value):
            return value
        return [self.item(item) for item in value]


class _Places:
    """Converts the items of a tuple, each by its place."""

    def __init__(self, places: list[Converter | None]) -> None:
        self.places = places

    def __call__(self, value: Any) -> Any:
        if not _is_list(value):
            return value
        items = list(value)
        for index, (item, convert) in enumerate(zip(items, self.places, strict=False)):
            items[index] = item if convert is None else convert(item)
        return items


class _Values:
    """Converts every value of a map."""

    def __init__(self, entry: Converter) -> None:
        self.entry = entry

    def __call__(self, value: Any) -> Any:
        if not _is_map(value):
            return value
        return {key: self.entry(entry) for key, entry in value.items()}


class _Choice:
    """Converts a value by the member of a union that it fits best, the first of equals."""

    def __init__(self, keys: list[_Keys], others: list[Converter]) -> None:
        self.keys = keys
        self.others = others

    def __call__(self, value: Any) -> Any:
        if _is_map(value) and self.keys:
            return max(self.keys, key=lambda keys: keys.fit(value))(value)
        for convert in self.others:
            converted = convert(value)
            if converted is not value:
                return converted
        return value


def _is_map(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_list(value: object) -> bool:
    single = (str, bytes, Mapping)
    return isinstance(value, Iterable) and not isinstance(value, single)


class _Build:
    """Makes converters of types; each typed dictionary once, so that it may contain itself.

    One that is still being made counts as needed: a key of another name may follow.
    """

    def __init__(self) -> None:
        self._known: dict[Any, _Keys] = {}
        self._open: set[Any] = set()

    def converter(self, hint: Any) -> Converter | None:
        """The converter of a type; None where a value is sent as it is."""
        encoder = _mark(hint, Base64UrlText)
        if encoder is not None:
            return encoder
        hint = _bare(hint)
        if is_typeddict(hint):
            keys = self._keys(hint)
            return keys if keys.is_needed or hint in self._open else None
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return self.choice(arguments)
        if not arguments or not isinstance(origin, type):
            return None
        if origin is tuple:
            places = [self.converter(argument) for argument in arguments]
            return _Places(places) if any(places) else None
        inner = self.converter(arguments[-1])
        if inner is None:
            return None
        return _Values(inner) if issubclass(origin, Mapping) else _Items(inner)

    def choice(self, members: Iterable[Any]) -> Converter | None:
        """The converter of a value of one of several types."""
        flat = list(_flat(members))
        converters = [c for c in map(self.converter, flat) if c is not None]
        if not converters:
            return None
        keys = [self._keys(member) for member in flat if is_typeddict(member)]
        others = [c for c in converters if not isinstance(c, _Keys)]
        return converters[0] if len(flat) == 1 else _Choice(keys, others)

    def _keys(self, typed: Any) -> _Keys:
        if typed in self._known:
            return self._known[typed]
        keys = self._known[typed] = _Keys()
        self._open.add(typed)
        hints = typing.get_type_hints(typed, include_extras=True)
        for name, hint in hints.items():
            wire_name = _wire_name(hint) or name
            if wire_name != name:
                keys.names[name] = wire_name
            keys.known |= {name, wire_name}
            bare = _bare(hint)
            if get_origin(bare) is Literal:
                keys.literals |= dict.fromkeys((name, wire_name), get_args(bare))
            convert = self.converter(hint)
            if convert is not None:
                keys.inner |= dict.fromkeys((name, wire_name), convert)
        self._open.remove(typed)
        return keys


def _wire_name(hint: Any) -> str | None:
    found = _mark(hint, WireName)
    return None if found is None else found.name


def _mark(hint: Any, kind: type[MarkT]) -> MarkT | None:
    """The mark of a kind that annotates a type."""
    while get_origin(hint) in (Annotated, Required):
        marks = get_args(hint)[1:]
        found = next((mark for mark in marks if isinstance(mark, kind)), None)
        if found is not None:
            return found
        hint = get_args(hint)[0]
    return None


def _bare(hint: Any) -> Any:
    """The type without what is said about it, behind its aliases."""
    while True:
        if hasattr(hint, "__value__"):
            hint = _aliased(hint)
        elif get_origin(hint) in (Annotated, Required):
            hint = get_args(hint)[0]
        else:
            return hint


def _aliased(alias: Any) -> Any:
    """What an alias stands for, which may be written as a text."""
    value = alias.__value__
    if not isinstance(value, str):
        return value
    names = vars(sys.modules[alias.__module__])
    holder = types.SimpleNamespace(__annotations__={"value": value})
    return typing.get_type_hints(holder, dict(names), include_extras=True)["value"]


def _flat(members: Iterable[Any]) -> Iterable[Any]:
    """The members of a union and of the unions among them, without None."""
    for stated in members:
        is_marked = _mark(stated, Base64UrlText) is not None
        member = stated if is_marked else _bare(stated)
        if get_origin(member) in (Union, types.UnionType):
            yield from _flat(get_args(member))
        elif member is not type(None):
            yield member
