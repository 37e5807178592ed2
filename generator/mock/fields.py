"""Fields read back from text: ``a[b][0]=1`` as an object with a list of a number in it.

Neither a query nor a form says what is a list, an object or a number. The schema does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..openapi import Schema
from ..source.document import Value
from .json_text import parse_json
from .layers import Layers
from .schemas import Schemas

_STEPS = re.compile(r"\[([^\[\]]*)\]|\.([^.\[\]]+)")
_DEEPEST = 50

Entry = tuple[tuple[str, ...], str]
"""The keys that lead into a field, and the decoded text that is there: ``a[b][]=1`` is a text at
``("b", "")`` of the field ``a``."""


def below(field: str, name: str) -> tuple[str, ...] | None:
    """The keys by which a name such as ``a[b]`` or ``a.b`` leads into a field; None if it leads
    elsewhere. The field's own name has no keys."""
    if not name.startswith(field):
        return None
    rest, position, keys = name[len(field) :], 0, list[str]()
    while position < len(rest):
        step = _STEPS.match(rest, position)
        if step is None or len(keys) == _DEEPEST:
            return None
        keys.append(step[1] if step[1] is not None else step[2])
        position = step.end()
    return tuple(keys)


class Fields:
    """Reads fields by what the schemas say."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

    def shape(self, layers: Layers) -> str:
        """Whether a value is an "object", an "array" or a "scalar"."""
        choice = layers.choice()
        if choice is not None:
            members = [Layers.of(layers.description, m) for m in choice.members]
            shapes = [self.shape(member) for member in members]
            return next((s for s in ("array", "object") if s in shapes), "scalar")
        types = layers.types
        if len(types) > 2:
            return "scalar"
        return next((kind for kind in ("array", "object") if kind in types), "scalar")

    def scalar(self, text: str, layers: Layers) -> Value:
        """The text itself, or the JSON value that it spells where the schema wants that."""
        if self._schemas.matches(layers.schemas, text):
            return text
        try:
            value = parse_json(text)
        except ValueError:
            return text
        if self._schemas.matches(layers.schemas, value):
            return value
        is_text = isinstance(value, (dict, list)) or "string" in layers.types
        return text if is_text else value

    def value(self, entries: Sequence[Entry], layers: Layers) -> Value:
        """The value of a field."""
        shape, names = self.shape(layers), [keys[0] for keys, _ in entries if keys]
        is_list = bool(names) and all(not n or n.isdigit() for n in names)
        if shape == "scalar" and is_list:
            shape = "array"
        if not names and (shape != "array" or _is_json_list(entries)):
            return self.scalar(entries[0][1], layers)
        if shape == "array":
            layers = self._of_list(layers)
            return [
                self.value(item, layers.items(index))
                for index, item in enumerate(_items(entries))
            ]
        layers = self.settled(layers, names)
        grouped: dict[str, list[Entry]] = {}
        for keys, text in entries:
            if keys:
                grouped.setdefault(keys[0], []).append((keys[1:], text))
        return {
            name: self.value(inner, self.property(layers, name))
            for name, inner in grouped.items()
        }

    def property(self, layers: Layers, name: str) -> Layers:
        """The layers of a property; empty ones where it may not be there."""
        return layers.property(name) or Layers.of(layers.description)

    def settled(self, layers: Layers, names: Collection[str]) -> Layers:
        """The layers of an object with properties of these names: of a choice, those of the member
        that describes most of them."""

        def described(member: Schema) -> int:
            known = Layers.of(layers.description, member)
            missing = sum(name not in names for name in known.required())
            return len(set(known.properties()).intersection(names)) - missing

        while (choice := layers.choice()) is not None:
            layers = layers.choosing(choice, max(choice.members, key=described))
        return layers

    def _of_list(self, layers: Layers) -> Layers:
        """The layers of a list: of a choice, those of the first member that is one."""

        def is_other(member: Schema) -> bool:
            return self.shape(Layers.of(layers.description, member)) != "array"

        while (choice := layers.choice()) is not None:
            layers = layers.choosing(choice, min(choice.members, key=is_other))
        return layers


def _is_json_list(entries: Sequence[Entry]) -> bool:
    return len(entries) == 1 and entries[0][1].lstrip().startswith("[")


def _items(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of each item of a list: by their number or, without one, until a key would be
    there twice."""
    items: list[list[Entry]] = []
    numbered: dict[str, list[Entry]] = {}
    started: set[tuple[str, ...]] | None = None
    for keys, text in entries:
        if keys and keys[0].isdigit():
            if keys[0] not in numbered:
                items.append(numbered.setdefault(keys[0], []))
            numbered[keys[0]].append((keys[1:], text))
            continue
        inner = keys[1:] if keys and not keys[0] else keys
        if not inner:
            items.append([((), text)])
            continue
        if started is None or (inner in started and inner[-1]):
            started = set()
            items.append([])
        started.add(inner)
        items[-1].append((inner, text))
    return items
