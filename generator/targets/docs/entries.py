"""Parameters and fields as the entries of a list: type, bounds, values, words, and what is inside."""

from __future__ import annotations

import json
from collections.abc import Iterable

from msgspec import Struct


from ...surface import (
    Argument,
    Direction,
    Field,
    Location,
    Method,
    Model,
    Named,
    Nullable,
    Property,
    Sdk,
    TypeExpression,
    TypeName,
)
from .abouts import AboutView, Printed, TypeView, about, counted, facts, type_view
from .inside import Variant, all_fields, anchored, open_places, variants
from .places import MANY, Places
from .shell import Link
from .text import NOTHING, RichText, Verbatim, printable, rich, verbatim
from .type_texts import TypeTexts

_MOST = 40
"""How much room the objects inside others take on a page together, in entries."""
_FILES = ("FileTypes", "Content")
"""Types of the run-time library that a guide explains."""


class VariantView(Struct, frozen=True):
    """One of the objects that a value may be. ``tag`` is what tells it apart, such as ``type: "a"``;
    the anchor is there where fields are."""

    anchor: str
    type: TypeView
    tag: Verbatim
    description: RichText
    fields: tuple[EntryView, ...]
    summary: str


class InsideView(Struct, frozen=True):
    """What is inside a type: the fields of its object, or the objects that it may be."""

    summary: str
    fields: tuple[EntryView, ...]
    variants: tuple[VariantView, ...]


class EntryView(Struct, frozen=True):
    """A parameter or field at an anchor of a page."""

    anchor: str
    about: Printed
    inside: InsideView


NOTHING_INSIDE = InsideView("", (), ())


class EntryWriter(Struct, frozen=True):
    """Puts parameters and fields into entries for the page at a path; ``root`` leads from it to the
    top of the site."""

    sdk: Sdk
    places: Places
    types: TypeTexts
    root: str
    path: str

    @property
    def room(self) -> int:
        """The room for what is inside others on a page, in entries; in a large API each type is shown
        once."""
        return _MOST if len(self.sdk.types) <= MANY else 0

    def parameters(self, method: Method) -> tuple[EntryView, ...]:
        """The parameters of a method, in the order of its signature."""
        roots = [(_param_anchor(param), param.type) for param in method.arguments]
        opened = open_places(self.sdk, roots, self.room)
        return tuple(self._parameter(param, opened) for param in method.arguments)

    def inside(self, ref: TypeExpression, anchor: str, room: int) -> InsideView:
        """What is inside the values of a type that a page is about; ``room`` is for what is inside
        that again, in entries."""
        among = variants(self.sdk, ref)
        if len(among) == 1:
            return self.object(among[0].model, anchor, room)
        placed = tuple(anchored(anchor, among))
        roots = [(place, Named(variant.model.name)) for place, variant in placed]
        opened = open_places(self.sdk, roots, room)
        return self._listed(placed, opened) if among else NOTHING_INSIDE

    def object(self, model: Model, anchor: str, room: int) -> InsideView:
        """The fields of an object that a page is about, inherited ones first."""
        fields = all_fields(self.sdk, model)
        roots = [(f"{anchor}-{field.name}", field.type) for field in fields]
        opened = open_places(self.sdk, roots, room)
        return self._folded(self._fields(model, anchor, opened))

    def link(self, ref: TypeExpression | None) -> Link:
        """Where a model is documented; an empty link for other types."""
        if not isinstance(ref, Named):
            return Link("", "")
        place = self.places.types[ref.name]
        return Link(ref.name.name, place.path, place.anchor)

    def outline(self, properties: tuple[Property, ...], anchor: str) -> InsideView:
        """The properties of a JSON object without a class."""
        if not properties:
            return NOTHING_INSIDE
        numbered = enumerate(properties, start=1)
        return self._folded(
            tuple(self._property(found, f"{anchor}-{n}") for n, found in numbered)
        )

    def _property(self, found: Property, anchor: str) -> EntryView:
        values = self.types.choices(found.type)
        view = AboutView(
            name=printable(found.wire_name),
            type=self.type(found.type),
            badge="" if found.required else "optional",
            deprecated=False,
            description=rich(found.description),
            facts=facts(found.bounds),
            choice=counted(values),
            values=values,
        )
        return EntryView(anchor, about(view), self.outline(found.inside, anchor))

    def _parameter(self, param: Argument, opened: frozenset[str]) -> EntryView:
        is_choice = param.location is Location.SCOPE
        anchor, values = _param_anchor(param), self.types.choices(param.type)
        view = AboutView(
            name=param.name,
            type=self.type(param.type, is_request=True),
            badge="exactly one" if is_choice else "required" if param.required else "",
            deprecated=param.deprecated,
            description=rich(param.description),
            facts=facts(param.bounds),
            choice=counted(values),
            values=values,
        )
        return EntryView(anchor, about(view), self._inside(param.type, anchor, opened))

    def _fields(
        self, model: Model, anchor: str, opened: frozenset[str]
    ) -> tuple[EntryView, ...]:
        is_request = model.direction is Direction.SENT
        return tuple(
            self._field(field, f"{anchor}-{field.name}", opened, is_request=is_request)
            for field in all_fields(self.sdk, model)
        )

    def _field(
        self, field: Field, anchor: str, opened: frozenset[str], *, is_request: bool
    ) -> EntryView:
        may_lack = not field.required and not isinstance(field.type, Nullable)
        values = self.types.choices(field.type)
        view = AboutView(
            name=field.name,
            type=self.type(
                field.type,
                is_request=is_request,
                or_none=may_lack and not is_request,
            ),
            badge="required" if is_request and field.required else "",
            deprecated=field.deprecated,
            description=rich(field.description),
            facts=facts(field.bounds),
            choice=counted(values),
            values=values,
        )
        return EntryView(anchor, about(view), self._inside(field.type, anchor, opened))

    def _inside(
        self, ref: TypeExpression, anchor: str, opened: frozenset[str]
    ) -> InsideView:
        """What is inside a type, as far as the page has room for it."""
        if anchor not in opened:
            return NOTHING_INSIDE
        among = variants(self.sdk, ref)
        if len(among) == 1:
            return self._folded(self._fields(among[0].model, anchor, opened))
        return self._listed(tuple(anchored(anchor, among)), opened)

    def _listed(
        self, placed: tuple[tuple[str, Variant], ...], opened: frozenset[str]
    ) -> InsideView:
        views = tuple(self._variant(found, place, opened) for place, found in placed)
        return InsideView(_told_apart(found for _, found in placed), (), views)

    def _folded(self, fields: tuple[EntryView, ...]) -> InsideView:
        return InsideView(_count(len(fields), "field"), fields, ())

    def _variant(
        self, variant: Variant, anchor: str, opened: frozenset[str]
    ) -> VariantView:
        model = variant.model
        fields = self._fields(model, anchor, opened) if anchor in opened else ()
        values = " | ".join(map(_json, variant.tags))
        tag = f"{variant.property}: {values}" if values else ""
        return VariantView(
            anchor=anchor,
            type=self.model(model.name),
            tag=verbatim(tag) if tag else NOTHING,
            description=rich(model.description),
            fields=fields,
            summary=_count(len(fields), "field"),
        )

    def type(
        self, ref: TypeExpression, *, is_request: bool = False, or_none: bool = False
    ) -> TypeView:
        """A type as source; each model in it leads to its page."""
        text, targets = self.types.text(ref, is_request=is_request, or_none=or_none)
        links = dict.fromkeys(_FILES, f"{self.root}guides/files.html")
        links |= {target.name: self.href(target) for target in targets}
        return type_view(text, tuple(links.items()))

    def model(self, target: TypeName) -> TypeView:
        """A model by its name, which leads to its page."""
        return type_view(target.name, ((target.name, self.href(target)),))

    def href(self, target: TypeName) -> str:
        """The address of a model."""
        place = self.places.types[target]
        is_here = place.path == self.path
        return (
            place.anchor if is_here else f"{self.root}{place.path}.html{place.anchor}"
        )


def _param_anchor(param: Argument) -> str:
    return f"param-{param.name}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _told_apart(variants: Iterable[Variant]) -> str:
    """How many objects a value may be, and the property that tells, if it is one for all."""
    among = list(variants)
    summary = f"one of {len(among)} types"
    properties = {variant.property for variant in among if variant.property}
    if len(properties) != 1:
        return summary
    return f"{summary}, told apart by {printable(properties.pop())}"
