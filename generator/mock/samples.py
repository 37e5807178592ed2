"""Values made from schemas: from the examples in them, else from types and bounds.

Always the same value for the same schema, and always one that matches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from ..openapi import Description, Schema
from ..source.document import Value
from ..sample import Range, texts_matching
from . import texts
from .layers import Choice, Layers
from .schemas import Schemas
from .variety import unlike

_MOST_NODES = 1_000
_DEEPEST = 40
_MOST_ITEMS = 1_000


class NoSample(Exception):
    """No value that matches was found for a schema: the text says which, and what to do."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        super().__init__(
            f"no value found that matches the schema at {schema.origin.place} "
            f"#{schema.origin.pointer}: give it an example"
        )


class Sampler:
    """Makes values for the schemas of a description."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas

        self._known: dict[str, Value] = {}

    @property
    def description(self) -> Description:
        """The description whose schemas are sampled."""
        return self._schemas.description

    def accepts(self, schema: Schema, value: Value) -> bool:
        """Whether a value matches a schema."""
        return self._schemas.matches([schema], value)

    def sample(self, schema: Schema, name: str = "") -> Value:
        """A value that matches a schema; ``name`` is what the value is called.

        Raises:
            NoSample: none was found.
        """
        if schema.id not in self._known:
            self._known[schema.id] = self._sample(schema, name)
        return self._known[schema.id]

    def _sample(self, schema: Schema, name: str) -> Value:
        layers = Layers.of(self.description, schema)
        for draft in (_Draft(self._schemas), _Draft(self._schemas, is_lean=True)):
            try:
                value = draft.value(layers, name)
            except _Impossible:
                continue
            if self.accepts(schema, value):
                return value
        raise NoSample(schema)


class _Impossible(Exception):
    """No value exists: an endless cycle, or a contradiction."""


class _Draft:
    """One attempt; a lean one omits everything optional, as does one that grew large."""

    def __init__(self, schemas: Schemas, *, is_lean: bool = False) -> None:
        self._schemas = schemas
        self._is_lean = is_lean
        self._nodes = 0
        self._around: list[frozenset[str]] = []
        self._makers: dict[str, Callable[[Layers, str], Value]] = {
            "object": self._object,
            "array": self._array,
            "string": self._string,
            "integer": self._integer,
            "number": self._number,
            "boolean": lambda _layers, _name: True,
            "null": lambda _layers, _name: None,
        }

    def value(self, layers: Layers, name: str) -> Value:
        """A value for the layers.

        Raises:
            _Impossible: no value was found.
        """
        self._nodes += 1
        if layers.is_impossible or layers.key in self._around:
            raise _Impossible
        for example in self._examples(layers):
            return example
        if len(self._around) > _DEEPEST:
            raise _Impossible
        self._around.append(layers.key)
        try:
            return self._made(layers, name)
        finally:
            self._around.pop()

    def _examples(self, layers: Layers) -> Iterator[Value]:
        """The values that the layers state themselves, as far as they match."""
        for example in layers.examples():
            if self._schemas.matches(layers.schemas, example):
                yield example

    def _made(self, layers: Layers, name: str) -> Value:
        for value in self._candidates(layers, name):
            return value
        raise _Impossible

    def _candidates(self, layers: Layers, name: str) -> Iterator[Value]:
        """Values of each member of a choice in the layers, or else those that a chosen member states
        and those of each type that the layers allow."""
        choice = layers.choice()
        if choice is not None:
            yield from self._chosen(layers, choice, name)
            return
        if layers.settled:
            yield from self._examples(layers)
        for kind in layers.types:
            with suppress(_Impossible):
                yield self._makers[kind](layers, name)

    def _chosen(self, layers: Layers, choice: Choice, name: str) -> Iterator[Value]:
        for member in sorted(choice.members, key=partial(_is_null, layers)):
            tag = choice.tag(member, layers.description)
            for value in self._candidates(layers.choosing(choice, member), name):
                for tried in (
                    *_tagged(value, tag),
                    *_unlike_siblings(value, layers, choice),
                ):
                    if self._schemas.matches(layers.schemas, tried):
                        yield tried
                        break

    @property
    def _skips_optional(self) -> bool:
        return self._is_lean or self._nodes > _MOST_NODES

    def _object(self, layers: Layers, _: str) -> Value:
        required = layers.required()
        value: dict[str, Value] = {}
        most = layers.bound("maxProperties", min)
        names = [*required, *(n for n in layers.properties() if n not in required)]
        for name in sorted(names, key=_position(layers.properties())):
            is_needed = name in required
            if not is_needed and (
                self._skips_optional or (most is not None and len(names) > most)
            ):
                continue
            inner = layers.property(name)
            if inner is not None and self._schemas.travels(inner.schemas):
                self._enter(value, name, inner, is_needed=is_needed)
            elif is_needed and inner is None:
                raise _Impossible
        self._fill(value, layers)
        return value

    def _enter(
        self, into: dict[str, Value], name: str, layers: Layers, *, is_needed: bool
    ) -> None:
        try:
            into[name] = self.value(layers, name)
        except _Impossible:
            if is_needed:
                raise

    def _fill(self, value: dict[str, Value], layers: Layers) -> None:
        """Add entries to a map: one to show its form, more where so many are asked for."""
        fewest = int(layers.bound("minProperties", max) or 0)
        is_map = not layers.properties() and bool(
            layers.values("additional_properties")
            or any(layers.values("pattern_properties"))
        )
        wanted = max(fewest, int(is_map and not self._skips_optional))
        for name in _keys(layers):
            if len(value) >= min(wanted, _MOST_ITEMS):
                return
            inner = layers.property(name)
            if name not in value and inner is not None:
                self._enter(value, name, inner, is_needed=fewest > 0)

    def _array(self, layers: Layers, name: str) -> Value:
        fewest = int(layers.bound("minItems", max) or 0)
        most = layers.bound("maxItems", min)
        prefix = max((len(p) for p in layers.values("prefix_items")), default=0)
        wanted = max(fewest, 0 if self._skips_optional else max(1, prefix))
        is_set = True in layers.values("uniqueItems")
        found: list[Value] = []
        for index in range(
            min(wanted, _MOST_ITEMS, _MOST_ITEMS if most is None else int(most))
        ):
            item = layers.items(index)
            try:
                value = self.value(item, _singular(name))
            except _Impossible:
                if len(found) < fewest:
                    raise
                break
            if is_set and value in found:
                value = self._other(item, value, found)
            found.append(value)
        return found

    def _other(self, layers: Layers, value: Value, taken: list[Value]) -> Value:
        """A value that is not taken yet, for a list whose items all differ."""
        for tried in (*layers.examples(), *unlike(value, layers, len(taken))):
            if tried not in taken and self._schemas.matches(layers.schemas, tried):
                return tried
        raise _Impossible

    def _string(self, layers: Layers, name: str) -> Value:
        for text in texts.candidates(layers, name):
            if self._schemas.matches(layers.schemas, text):
                return text
        raise _Impossible

    def _integer(self, layers: Layers, _: str) -> Value:
        return _there(_range(layers).nearest(step=1))

    def _number(self, layers: Layers, _: str) -> Value:
        return _there(_range(layers).nearest(step=0))


def _range(layers: Layers) -> Range:
    return Range(
        minimum=layers.bound("minimum", max),
        maximum=layers.bound("maximum", min),
        exclusive_minimum=layers.bound("exclusiveMinimum", max),
        exclusive_maximum=layers.bound("exclusiveMaximum", min),
        multiples_of=layers.numbers("multipleOf"),
    )


def _there(number: float | None) -> float:
    if number is None:
        raise _Impossible
    return number


def _tagged(value: Value, tag: tuple[str, str] | None) -> Iterator[Value]:
    """The value with the discriminator set, and as it is."""
    if tag is not None and isinstance(value, dict):
        yield {**value, tag[0]: tag[1]}
    yield value


def _unlike_siblings(value: Value, layers: Layers, choice: Choice) -> Iterator[Value]:
    """The value with entries that the other members of a choice do not allow."""
    siblings = [Layers.of(layers.description, member) for member in choice.members]
    names = dict.fromkeys(name for each in siblings for name in each.properties())
    odd: tuple[Value, ...] = (None, "odd", 0.5, [], {})
    for name in names if isinstance(value, dict) else ():
        yield from ({**value, name: entry} for entry in odd)


def _keys(layers: Layers) -> Iterator[str]:
    for schema in layers.schemas:
        if schema.property_names is not None:
            names = Layers.of(layers.description, schema.property_names)
            yield from texts.candidates(names, "key")
        for pattern in schema.pattern_properties:
            yield from texts_matching(pattern)
    yield "key"
    yield from (f"key_{number}" for number in range(2, _MOST_ITEMS))


def _position(names: list[str]) -> Callable[[str], int]:
    places = {name: index for index, name in enumerate(names)}
    return lambda name: places.get(name, len(places))


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and len(name) > 1 else name


def _is_null(layers: Layers, member: Schema) -> bool:
    return Layers.of(layers.description, member).types == ("null",)
