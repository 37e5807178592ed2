"""Dataclasses whose methods are written when the first of them is called.

The standard library compiles six methods of each class when its module is loaded, which was a quarter of a
small run; it calls those of a third of the classes. Knows nothing of the rest.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

_BY_VALUE = ("__eq__", "__hash__")
_WRITTEN = ("__init__", "__repr__", *_BY_VALUE)
_GUARDS = ("__setattr__", "__delattr__")
_OWN = (*_WRITTEN, *_GUARDS, "__post_init__", "__getstate__", "__setstate__")
"""What a class that defines it gets from the standard library at once."""


def _dataclass(
    *, frozen: bool = False, slots: bool = False, **options: bool
) -> Callable[[type], type]:
    """The decorator of the standard library; frozen classes with slots get their methods later."""
    at_once = dataclasses.dataclass(frozen=frozen, slots=slots, **options)
    if not (frozen and slots and options.keys() <= {"eq", "kw_only"}):
        return at_once

    def decorate(cls: type) -> type:
        is_plain = cls.__bases__ == (object,) and vars(cls).keys().isdisjoint(_OWN)
        return _with_methods_later(cls, **options) if is_plain else at_once(cls)

    return decorate


def _with_methods_later(
    cls: type, *, eq: bool = True, kw_only: bool = False
) -> type[Any]:
    bare = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=True, kw_only=kw_only
    )
    made: Any = bare(cls)
    made.__dataclass_params__ = _PARAMS[eq]
    names = _WRITTEN if eq else tuple(n for n in _WRITTEN if n not in _BY_VALUE)
    for name in names:
        setattr(made, name, _written_later(made, name, names))
    made.__setattr__, made.__delattr__ = _no_change, _no_deletion
    made.__getstate__, made.__setstate__ = _state, _set_state
    return made


def _written_later(cls: type, name: str, names: Iterable[str]) -> Callable[..., Any]:
    """A method that has all of them written, and calls the one that takes its place."""

    def method(self: object, *args: object, **kwargs: object) -> object:
        fields = [(f.name, object, _copy(f)) for f in dataclasses.fields(cls)]
        full = dataclasses.make_dataclass(cls.__name__, fields, frozen=True)
        for each in names:
            setattr(cls, each, vars(full)[each])
        return vars(cls)[name](self, *args, **kwargs)

    return method


def _copy(field: dataclasses.Field[Any]) -> Any:
    return dataclasses.field(
        default=field.default,
        default_factory=field.default_factory,
        init=field.init,
        repr=field.repr,
        hash=field.hash,
        compare=field.compare,
        kw_only=bool(field.kw_only),
    )


def _no_change(_: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deletion(_: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


@dataclasses.dataclass(frozen=True, slots=True)
class _ByValue:
    """Its parameters are those of every class that is compared by value."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class _ByIdentity:
    """Its parameters are those of every class that is not."""


_PARAMS: dict[bool, Any] = {
    eq: vars(cls)["__dataclass_params__"]
    for eq, cls in ((True, _ByValue), (False, _ByIdentity))
}

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass
