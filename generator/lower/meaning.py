"""What a schema means: the one behind references and behind wrappers that add nothing to its type.

Part of lowering. ``{description, allOf: [{$ref}]}`` is a reference with a description of its own,
``{anyOf: [{$ref}, {type: null}]}`` one that may be null.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..openapi import ABSENT, Description, Origin, Schema

_NULL = ("null",)


class Meaning(Struct, frozen=True):
    """The schema that another one stands for, and the schemas passed on the way.

    ``first`` are those passed before the way goes on as the ``rest`` does: the ways of a chain of
    references share their ends. ``nullable`` says that one of these allows null.
    """

    schema: Schema
    first: tuple[Schema, ...] = ()
    rest: Meaning | None = None
    nullable: bool = False

    @property
    def passed(self) -> Iterator[Schema]:
        """The schemas on the way, in its order."""
        meaning: Meaning | None = self
        while meaning is not None:
            yield from meaning.first
            meaning = meaning.rest


def meaning_of(description: Description, stated: Schema) -> Meaning | None:
    """What a schema means; None if its references lead to nothing."""
    if not _may_wrap(stated):
        return Meaning(stated)
    known = description.answers.setdefault(meaning_of, {})
    if stated not in known:
        _follow(description, stated, (), known)
    found: Meaning | None = known[stated]
    return found


def meaning_among(
    description: Description, stated: Schema, named: Container[str]
) -> Meaning | None:
    """As ``meaning_of``, where a schema whose id is ``named`` stands for itself, except the one
    asked for."""
    if not _may_wrap(stated):
        return Meaning(stated)
    known: dict[Schema, Meaning | None] = {}
    _follow(description, stated, named, known)
    return known[stated]


def _follow(
    description: Description,
    stated: Schema,
    named: Container[str],
    known: dict[Schema, Meaning | None],
) -> None:
    """Add the meanings of a schema and of all on the way to ``known``."""
    way: list[tuple[Schema, Schema]] = []
    seen: set[str] = set()
    schema = stated
    while schema not in known:
        is_named = schema is not stated and schema.id in named
        following = schema if is_named else _following(description, schema)
        if following is schema:
            known[schema] = Meaning(_as_all_of(schema))
        elif following is None or schema.id in seen:
            known[schema] = None
        else:
            seen.add(schema.id)
            way.append((schema, following))
            schema = following
    for schema, following in reversed(way):
        known[schema] = _before(schema, following, known[following])


def _before(schema: Schema, following: Schema, rest: Meaning | None) -> Meaning | None:
    """The meaning of a schema that stands for the ``following`` one."""
    if rest is None:
        return None
    parts = (*schema.all_of, *schema.any_of, *schema.one_of)
    first = (schema, *(part for part in parts if part is not following))
    nullable = rest.nullable or any(s.nullable or s.types == _NULL for s in first)
    return Meaning(rest.schema, first, rest, nullable)


def _may_wrap(schema: Schema) -> bool:
    return bool(schema.ref or schema.all_of or schema.any_of or schema.one_of)


def _following(description: Description, schema: Schema) -> Schema | None:
    """The schema that one only wraps; itself if it says more."""
    if schema.ref is not None:
        if schema.ref.target is None:
            return None
        return schema if _adds(schema) else description.schema(schema.ref.target)
    if (value := _value(schema)) is not None:
        return value
    if not schema.all_of or _adds(schema):
        return schema
    members = [member for member in schema.all_of if _says(member)]
    if len(members) != 1:
        return schema
    rest = (schema, *(member for member in schema.all_of if member is not members[0]))
    return members[0] if _is_whole(members[0], rest) else schema


def _is_whole(member: Schema, rest: Iterable[Schema]) -> bool:
    """Whether a member of an ``allOf`` has its meaning without the types that others state."""
    stated = [schema.types for schema in rest if schema.types]
    if not member.types:
        return member.format is None or not stated
    return all(not set(member.types).isdisjoint(types) for types in stated)


def _value(schema: Schema) -> Schema | None:
    """The one variant of a choice that says nothing but that null is allowed, too."""
    variants = (*schema.any_of, *schema.one_of)
    values = [variant for variant in variants if variant.types != _NULL]
    if len(values) != 1 or len(values) == len(variants) or schema.discriminator:
        return None
    if schema.ref or schema.all_of or _adds_beside_choice(schema):
        return None
    return values[0] if _says(values[0]) or values[0].types else None


def _says(schema: Schema) -> bool:
    """Whether a member of an ``allOf`` says more than which kind of value is meant."""
    return bool(schema.ref or schema.all_of) or _adds(schema)


def _adds(schema: Schema) -> bool:
    """Whether a schema shapes its type beyond ``allOf`` and ``type``."""
    return bool(schema.any_of or schema.one_of) or _adds_beside_choice(schema)


def _adds_beside_choice(schema: Schema) -> bool:
    """Whether a schema shapes its type beyond ``allOf``, ``anyOf``, ``oneOf`` and ``type``."""
    return (
        shapes_object(schema)
        or schema.enum is not None
        or schema.const is not ABSENT
        or schema.always is False
        or bool(schema.items or schema.prefix_items)
        or schema.format is not None
        or bool(schema.extensions.get("x-stainless-any"))
    )


def extends(description: Description, schema: Schema, base: str) -> bool:
    """Whether a schema is, or is composed of, the one with an id."""
    waiting, seen = [schema], set[str]()
    while waiting:
        meaning = meaning_of(description, waiting.pop())
        if meaning is None or meaning.schema.id in seen:
            continue
        seen.add(meaning.schema.id)
        waiting += meaning.schema.all_of
    return base in seen


def shapes_object(schema: Schema) -> bool:
    """Whether a schema says something of the properties of an object."""
    return bool(
        schema.properties
        or schema.required
        or schema.pattern_properties
        or any(map(shapes_object, schema.conditional))
        or (schema.additional_properties and not schema.additional_properties.always)
    )


def _as_all_of(schema: Schema) -> Schema:
    """A schema with a reference beside other keywords as the ``allOf`` that it stands for."""
    if schema.ref is None:
        return schema
    origin = schema.origin
    pointer = origin.pointer / "$ref"
    referring = Schema(
        origin=Origin(origin.file, pointer, origin.document), ref=schema.ref
    )
    return replace(schema, ref=None, all_of=(referring, *schema.all_of))
