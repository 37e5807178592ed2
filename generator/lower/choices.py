"""A ``oneOf`` or ``anyOf`` beside other keywords: what else holds is part of each variant.

Part of lowering. The choice may be the schema's own or that of a part of its ``allOf``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ..ir import FORMATS
from ..openapi import ABSENT, Description, Origin, Schema
from .kinds import kinds_of
from .meaning import extends, meaning_of
from .once import once

_NUMBERS = {"integer", "number"}


class Choice(Struct, frozen=True):
    """The variants of a ``oneOf`` or ``anyOf``; ``holder`` is the schema that has it.

    ``common`` is what every variant has besides, if anything.
    """

    key: str
    holder: Schema
    variants: tuple[Schema, ...]
    common: Schema | None


def choice_of(description: Description, schema: Schema) -> Choice | None:
    """The first choice of a schema that decides about its type."""
    if not _holds_choice(description, schema):
        return None
    return _first_choice(description, schema)


def _holds_choice(description: Description, schema: Schema) -> bool:
    """Whether a schema or a part of its ``allOf`` has a choice: most have none, and need no search."""
    if not schema.all_of:
        return _decides(schema.one_of) or _decides(schema.any_of)
    known = description.answers.setdefault(_holds_choice, {})
    if schema not in known:
        known |= _search(description, schema, known)
    found: bool = known[schema]
    return found


def _search(
    description: Description, schema: Schema, known: Mapping[Schema, bool]
) -> Mapping[Schema, bool]:
    """Whether a schema and each of its parts hold a choice, by those that are known."""
    users: dict[Schema, list[Schema]] = {schema: []}
    waiting, holders = [schema], list[Schema]()
    while waiting:
        part = waiting.pop()
        if known.get(part) or _decides(part.one_of) or _decides(part.any_of):
            holders.append(part)
        for member in () if part in known else part.all_of:
            meaning = meaning_of(description, member)
            if meaning is not None:
                if meaning.schema not in users:
                    users[meaning.schema] = []
                    waiting.append(meaning.schema)
                users[meaning.schema].append(part)
    found = dict.fromkeys(users, False)
    while holders:
        holder = holders.pop()
        if not found[holder]:
            found[holder] = True
            holders += users[holder]
    return found


@once
def _first_choice(description: Description, schema: Schema) -> Choice | None:
    return _choice(description, schema, (schema.id,), {schema.id})


def _choice(
    description: Description, schema: Schema, around: tuple[str, ...], seen: set[str]
) -> Choice | None:
    """``around`` are the schemas from the outermost to this one, ``seen`` all that were searched."""
    if _decides(schema.one_of) and _is_open(description, schema, schema.one_of):
        rest = replace(schema, one_of=(), discriminator=None)
        return Choice("oneOf", schema, schema.one_of, _common(rest, "oneOf"))
    if _decides(schema.any_of) and _is_open(description, schema, schema.any_of):
        rest = replace(schema, any_of=(), discriminator=None)
        return Choice("anyOf", schema, schema.any_of, _common(rest, "anyOf"))
    for index, member in enumerate(schema.all_of):
        meaning = meaning_of(description, member)
        if meaning is None or meaning.schema.id in seen:
            continue
        target = meaning.schema
        seen.add(target.id)
        found = _choice(description, target, (*around, target.id), seen)
        if found is None or _lists(description, found, around):
            continue
        inner = () if found.common is None else (found.common,)
        others = (*schema.all_of[:index], *inner, *schema.all_of[index + 1 :])
        common = _common(replace(schema, all_of=others), "allOf")
        return Choice(found.key, found.holder, found.variants, common)
    return None


def required_groups(
    description: Description, schema: Schema
) -> tuple[tuple[str, ...], ...]:
    """The properties that each variant requires, of a choice that decides about nothing else."""
    for stated in _with_parts(description, schema, set()):
        for variants in (stated.one_of, stated.any_of):
            groups = tuple(variant.required for variant in variants)
            if groups and all(groups) and not _decides(variants):
                return groups
    return ()


def _with_parts(
    description: Description, schema: Schema, seen: set[str]
) -> Iterator[Schema]:
    """A schema and those that ``allOf`` adds to it."""
    seen.add(schema.id)
    yield schema
    for member in schema.all_of:
        meaning = meaning_of(description, member)
        if meaning is not None and meaning.schema.id not in seen:
            yield from _with_parts(description, meaning.schema, seen)


def variant_of(
    description: Description, schema: Schema, choice: Choice, index: int
) -> Schema:
    """A variant with what else the schema says."""
    variant = choice.variants[index]
    if choice.common is None:
        typed = variant.types or variant.ref or variant.all_of
        whole = variant if typed else replace(variant, types=schema.types)
        return _with_format(whole, choice.holder.format)
    if variant.types == ("null",) or extends(description, variant, choice.holder.id):
        return variant
    origin = schema.origin
    pointer = origin.pointer / choice.key / str(index) / "allOf"
    return Schema(
        origin=Origin(origin.file, pointer, origin.document),
        all_of=(choice.common, variant),
        description=variant.description,
    )


def _with_format(variant: Schema, format: str | None) -> Schema:
    """A variant with the format beside the choice, which means the values that are strings."""
    is_text = "string" in variant.types and format in FORMATS
    is_listed = variant.enum is not None or variant.const is not ABSENT
    if not is_text or is_listed or variant.format is not None:
        return variant
    return replace(variant, format=format)


def _decides(variants: tuple[Schema, ...]) -> bool:
    """Whether variants differ in more than which properties they require."""
    return any(
        variant.ref is not None
        or variant.types
        or variant.properties
        or variant.enum is not None
        or variant.const is not ABSENT
        or variant.items
        or variant.additional_properties
        or variant.format
        or variant.all_of
        or variant.any_of
        or variant.one_of
        for variant in variants
    )


def _is_open(
    description: Description, schema: Schema, variants: tuple[Schema, ...]
) -> bool:
    """Whether the type that a schema states leaves a choice: no object is one of a list."""
    if not schema.types:
        return True
    stated = {*schema.types}
    stated |= set() if stated.isdisjoint(_NUMBERS) else _NUMBERS
    meanings = (meaning_of(description, variant) for variant in variants)
    return any(
        not kinds or not kinds.isdisjoint(stated)
        for found in meanings
        for kinds in [_kinds(found.schema) if found else set[str]()]
    )


def _kinds(schema: Schema) -> set[str]:
    """The types that a schema states or implies; none if it may be any."""
    implied = ("object",) if schema.properties else ()
    kinds = kinds_of(schema) or implied
    return {*kinds, "null"} if schema.nullable else {*kinds}


def _common(schema: Schema, key: str) -> Schema | None:
    """What remains of a schema without the choice under a key, if it says more than the kind."""
    says = (
        schema.properties
        or schema.required
        or schema.all_of
        or schema.pattern_properties
        or (schema.additional_properties and not schema.additional_properties.is_plain)
        or _decides(schema.one_of)
        or _decides(schema.any_of)
    )
    if not says:
        return None
    origin = schema.origin
    own = Origin(origin.file, origin.pointer / key, origin.document)
    return replace(schema, origin=own)


def _lists(description: Description, choice: Choice, ids: tuple[str, ...]) -> bool:
    """Whether a choice is between schemas of which one is being put together."""
    meanings = (meaning_of(description, variant) for variant in choice.variants)
    return any(found is not None and found.schema.id in ids for found in meanings)
