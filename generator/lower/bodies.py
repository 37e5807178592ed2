"""Bodies of requests become arguments: the properties of an object, or one value; and how they are
written.

Part of lowering.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from .. import openapi
from ..config import MethodConfig, SdkConfig
from ..diagnostics import Report
from ..ir import (
    Body,
    BodyArgument,
    BodyField,
    Field,
    FieldEncoding,
    FileField,
    FormBody,
    JsonBody,
    ListOf,
    Literals,
    MapOf,
    MethodId,
    MultipartBody,
    Nullable,
    PageItem,
    RawBody,
    Ref,
    Scalar,
    ScalarKind,
    Step,
    StepKind,
    TupleOf,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
    WholeBody,
    behind,
)
from .body_kinds import BodyKind, body_kinds
from .body_media import chosen_media, is_json, is_multipart
from .bounds import bounds_of, example_of
from .choices import required_groups
from .order import in_order
from .schemas import SchemaLowering
from .unions import joined
from .use import Use

WHOLE = "body"
"""The argument that is a whole body, unless the configuration names it."""

_LISTS_IN_FORMS = ("brackets", "indices")
"""Ways to write a list in a query that say how it is written in a form, too."""


class LoweredVariant(Struct, frozen=True):
    """One of several kinds of objects that a body may be, and the arguments that go into it."""

    kind: BodyKind
    arguments: tuple[BodyArgument, ...]


class LoweredBody(Struct, frozen=True):
    """A body and the arguments that go into it; ``variants`` are the kinds of objects that it may be,
    where there are several."""

    body: Body
    arguments: tuple[BodyArgument, ...]
    variants: tuple[LoweredVariant, ...] = ()


class BodyLowering(Struct, frozen=True):
    """Lowers the bodies of requests; ``sent`` lowers the types of what callers give."""

    sent: SchemaLowering
    config: SdkConfig
    report: Report

    def lower(
        self, stated: openapi.Body, method: MethodId, entry: MethodConfig
    ) -> LoweredBody | None:
        """The body and the arguments that go into it; None if no media type is described."""
        media = chosen_media(stated, self.sent.target, self.report)
        if media is None:
            return None
        self.sent.losses.unread(media.origin, media.unread)
        return _MediaLowering(
            self.sent, self.config, self.report, stated, media, method, entry.body
        ).lower()


class _MediaLowering(Struct, frozen=True):
    """Lowers one media type of the body of one method; ``whole`` is the configured argument that
    takes the whole body."""

    sent: SchemaLowering
    config: SdkConfig
    report: Report
    stated: openapi.Body
    media: openapi.MediaType
    method: MethodId
    whole: str | None

    def lower(self) -> LoweredBody:
        """The body and the arguments that go into it."""
        if is_multipart(self.media):
            return self._multipart()
        if self.media.essence == openapi.FORM:
            return self._form()
        return self._json() if is_json(self.media) else self._raw()

    def _json(self) -> LoweredBody:
        media = self.media
        arguments, variants = self._values()
        if not arguments and not self._is_empty():
            ref = self._whole_type()
            if isinstance(ref, Scalar) and ref.kind is ScalarKind.BINARY:
                return self._raw()
            arguments = (self._whole(ref),)
        sent = openapi.JSON if "*" in media.essence else media.name
        body = JsonBody(
            media_type=sent,
            required=self._required(arguments),
            needs=self._needs(arguments),
        )
        return LoweredBody(body, arguments, variants)

    def _form(self) -> LoweredBody:
        arguments, variants = self._values()
        if not arguments and not self._is_empty():
            arguments = (self._whole(self._fields_type()),)
        body = FormBody(
            media_type=self.media.essence,
            required=self._required(arguments),
            needs=self._needs(arguments),
            encodings=_encodings(self.media),
            arrays=self._usual_arrays(),
        )
        return LoweredBody(body, arguments, variants)

    def _multipart(self) -> LoweredBody:
        arguments: tuple[BodyArgument, ...] = tuple(map(self._part, self._fields()))
        if not arguments and not self._is_empty():
            arguments = (self._whole(self._fields_type()),)
        body = MultipartBody(
            media_type=self.media.essence,
            required=self._required(arguments),
            needs=self._needs(arguments),
            encodings=_encodings(self.media),
            arrays=self.config.form_array_format or self._usual_arrays(),
            objects=self.config.form_nested_format,
        )
        return LoweredBody(body, arguments)

    def _fields_type(self) -> TypeRef:
        """The type of a form without properties: a mapping, whatever else is described."""
        ref = self._whole_type()
        target = self.sent.target(self.media.schema) if self.media.schema else None
        is_object = target is None or not target.types or "object" in target.types
        plain = behind(self.sent.types, ref)
        if is_object and not isinstance(plain, (Scalar, Literals, ListOf)):
            return ref
        self.report.warning(
            "L010",
            self.media.origin.place,
            f"the schema of a form describes no fields, so its fields may be any: {self.media.name}",
            help="describe an object, or another media type",
        )
        return MapOf(Unknown())

    def _part(self, field: Field) -> BodyArgument:
        if _holds_bytes(field.type):
            return _argument(FileField, field, self.media, _as_file(field.type))
        return _argument(BodyField, field, self.media)

    def _raw(self) -> LoweredBody:
        media, ref = self.media, self._whole_type()
        is_text = media.essence.startswith("text/") and (
            isinstance(ref, (Scalar, Literals, Unknown))
        )
        shown = Scalar(ScalarKind.STRING if is_text else ScalarKind.CONTENT)
        sent = openapi.BYTES if "*" in media.essence else media.name
        body = RawBody(media_type=sent, required=self.stated.required)
        return LoweredBody(body, (self._whole(shown),))

    def _values(
        self,
    ) -> tuple[tuple[BodyArgument, ...], tuple[LoweredVariant, ...]]:
        """The properties as arguments, and those of each kind of object that the body may be.

        A model that is a union has a type of its own for callers, as in published packages.
        """
        if self.media.schema is None or self.whole is not None:
            return (), ()
        each = tuple(
            LoweredVariant(
                kind,
                tuple(_argument(BodyField, field, self.media) for field in kind.fields),
            )
            for kind in body_kinds(self.sent, self.media.schema, self._use)
        )
        if len(each) < 2:
            return (each[0].arguments if each else ()), ()
        self.sent.want(self.media.schema)
        return merged([variant.arguments for variant in each]), each

    def _fields(self) -> tuple[Field, ...]:
        if self.media.schema is None:
            return ()
        return self.sent.fields_of(self.media.schema, self._use)

    @property
    def _use(self) -> Use:
        holder = "/".join((*self.method.resource, self.method.name))
        return Use(TypeId(f"#/methods/{holder}/body"), self.method)

    def _usual_arrays(self) -> str:
        """How lists in forms are written if nothing says it: as in queries that name each item."""
        arrays = self.config.array_format
        return arrays if arrays in _LISTS_IN_FORMS else "repeat"

    def _is_empty(self) -> bool:
        """Whether nothing can be in the body: an object without properties that allows no other."""
        if self.media.schema is None:
            return False
        schema = self.sent.target(self.media.schema)
        extra = schema.additional_properties
        return (
            schema.types == ("object",)
            and not schema.nullable
            and extra is not None
            and extra.always is False
            and not (schema.properties or schema.pattern_properties)
            and not (schema.all_of or schema.any_of or schema.one_of)
        )

    def _required(self, arguments: tuple[BodyArgument, ...]) -> bool:
        """Whether a body is always sent. Where an object in it has properties that it needs, so it
        is, even if the description forgets to say so."""
        return self.stated.required or any(a.required for a in arguments)

    def _needs(
        self, arguments: tuple[BodyArgument, ...]
    ) -> tuple[tuple[str, ...], ...]:
        """The groups of properties of which a request has all of one, with others where it must have
        more properties."""
        if self.media.schema is None or any(
            isinstance(a, WholeBody) for a in arguments
        ):
            return ()
        schema = self.sent.target(self.media.schema)
        names = [argument.wire_name for argument in arguments]
        groups = required_groups(self.sent.description, schema)
        known = [group for group in groups if set(group) <= set(names)]
        fewest = schema.bounds.get("minProperties")
        if not isinstance(fewest, int) or isinstance(fewest, bool) or fewest < 1:
            return tuple(known)
        return tuple(
            tuple(dict.fromkeys((*group, *names)))[: max(fewest, len(group))]
            for group in known or [()]
        )

    def _whole_type(self) -> TypeRef:
        if self.media.schema is None:
            return Unknown()
        step = Step(StepKind.PROPERTY, self.whole or WHOLE)
        return self.sent.type_of(self.media.schema, replace(self._use, steps=(step,)))

    def _whole(self, ref: TypeRef) -> WholeBody:
        schema, example = self.media.schema, in_order(self.media.example)
        target = self.sent.target(schema) if schema is not None else None
        described = target.description if target is not None else None
        bounds = bounds_of(schema, target) if schema and target else ()
        if example is None and schema is not None and target is not None:
            example = example_of(schema, target)
        return WholeBody(
            wire_name=self.whole or WHOLE,
            type=ref,
            description=self.stated.description or described,
            example=example,
            bounds=bounds,
            required=self.stated.required,
        )


def merged(kinds: Sequence[Sequence[BodyArgument]]) -> tuple[BodyArgument, ...]:
    """The arguments of all kinds of objects that a body may be; those that each of them needs are
    required."""
    found: dict[str, list[BodyArgument]] = {}
    for kind in kinds:
        for argument in kind:
            found.setdefault(argument.wire_name, []).append(argument)
    return tuple(
        replace(
            same[0],
            type=joined([argument.type for argument in same]),
            description=next((a.description for a in same if a.description), None),
            required=len(same) == len(kinds) and all(a.required for a in same),
        )
        for same in found.values()
    )


def _argument(
    kind: type[BodyField] | type[FileField],
    field: Field,
    media: openapi.MediaType,
    ref: TypeRef | None = None,
) -> BodyField | FileField:
    shown = media.example if isinstance(media.example, Mapping) else {}
    example = in_order(shown.get(field.wire_name))
    return kind(
        wire_name=field.wire_name,
        type=field.type if ref is None else ref,
        description=field.description,
        deprecated=field.deprecated,
        example=field.example if example is None else example,
        bounds=field.bounds,
        hint=field.hint,
        required=field.required,
    )


def _encodings(media: openapi.MediaType) -> Mapping[str, FieldEncoding]:
    return MappingProxyType(
        {
            name: FieldEncoding(found.style, found.explode, found.media_type)
            for name, found in sorted(media.encodings.items())
        }
    )


def _holds_bytes(ref: TypeRef) -> bool:
    """Whether a part of a form is a file, or a list of files."""
    match ref:
        case Scalar(kind=kind):
            return kind is ScalarKind.BINARY
        case ListOf(inner) | Nullable(inner):
            return _holds_bytes(inner)
        case UnionOf(members):
            return any(map(_holds_bytes, members))
        case Literals() | TupleOf() | MapOf() | Ref() | Unknown() | PageItem():
            return False
    assert_never(ref)


def _as_file(ref: TypeRef) -> TypeRef:
    match ref:
        case Scalar(kind=ScalarKind.BINARY):
            return Scalar(ScalarKind.FILE)
        case ListOf(inner):
            return ListOf(_as_file(inner))
        case Nullable(inner):
            return Nullable(_as_file(inner))
        case UnionOf(members):
            return UnionOf(tuple(dict.fromkeys(map(_as_file, members))))
        case (
            Scalar() | Literals() | TupleOf() | MapOf() | Ref() | Unknown() | PageItem()
        ):
            return ref
    assert_never(ref)
