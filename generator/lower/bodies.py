"""Bodies of requests become arguments: the properties of an object, or one value; and how they are
written.

Part of lowering. Of several media types one is taken: JSON where there is a choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import assert_never

from .. import openapi
from ..diagnostics import Report
from ..ir import (
    Alias,
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
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
    WholeBody,
    without_null,
)
from .bounds import bounds_of, example_of
from .order import in_order
from .schemas import SchemaLowering
from .use import Use

WHOLE = "body"
"""The argument that is a whole body."""

LoweredBody = tuple[Body, tuple[BodyArgument, ...]]


@dataclass(frozen=True, slots=True)
class BodyLowering:
    """Lowers the bodies of requests; ``sent`` lowers the types of what callers give."""

    sent: SchemaLowering
    report: Report

    def lower(self, stated: openapi.Body, method: MethodId) -> LoweredBody | None:
        """The body and the arguments that go into it; None if no media type is described."""
        media = min(stated.content, key=_preference, default=None)
        if media is None:
            return None
        self.sent.losses.unread(media.origin, media.unread)
        if _is_multipart(media):
            return self._form(stated, media, method, MultipartBody)
        if media.essence == openapi.FORM:
            return self._form(stated, media, method, FormBody)
        if _is_json(media):
            return self._json(stated, media, method)
        return self._raw(stated, media, method)

    def _json(
        self, stated: openapi.Body, media: openapi.MediaType, method: MethodId
    ) -> LoweredBody:
        fields = self._fields(media, method)
        arguments: tuple[BodyArgument, ...] = tuple(
            _argument(BodyField, field, media) for field in fields
        )
        if not fields:
            ref = self._whole_type(media, method)
            if isinstance(ref, Scalar) and ref.kind is ScalarKind.BINARY:
                return self._raw(stated, media, method)
            arguments = (self._whole(stated, media, ref),)
        sent = openapi.JSON if "*" in media.essence else media.name
        return (
            JsonBody(media_type=sent, required=_required(stated, arguments)),
            arguments,
        )

    def _form(
        self,
        stated: openapi.Body,
        media: openapi.MediaType,
        method: MethodId,
        kind: type[FormBody] | type[MultipartBody],
    ) -> LoweredBody:
        arguments: tuple[BodyArgument, ...] = tuple(
            self._part(field, media, kind) for field in self._fields(media, method)
        )
        if not arguments:
            arguments = (self._whole(stated, media, self._fields_type(media, method)),)
        body = kind(
            media_type=media.essence,
            required=_required(stated, arguments),
            encodings=_encodings(media),
        )
        return body, arguments

    def _fields_type(self, media: openapi.MediaType, method: MethodId) -> TypeRef:
        """The type of a form without properties: a mapping, whatever else is described."""
        ref = self._whole_type(media, method)
        plain = self._behind(ref)
        if not isinstance(plain, (Scalar, Literals, ListOf)):
            return ref
        self.report.warning(
            "L010",
            media.origin.place,
            f"the schema of a form describes no fields, so its fields may be any: {media.name}",
            help="describe an object, or another media type",
        )
        return MapOf(Unknown())

    def _behind(self, ref: TypeRef) -> TypeRef:
        """The type that is behind a name and besides null."""
        ref = without_null(ref)
        found = self.sent.types.get(ref.target) if isinstance(ref, Ref) else None
        return self._behind(found.type) if isinstance(found, Alias) else ref

    def _part(
        self, field: Field, media: openapi.MediaType, kind: type[Body]
    ) -> BodyArgument:
        if kind is MultipartBody and _holds_bytes(field.type):
            return _argument(FileField, field, media, _as_file(field.type))
        return _argument(BodyField, field, media)

    def _raw(
        self, stated: openapi.Body, media: openapi.MediaType, method: MethodId
    ) -> LoweredBody:
        ref = self._whole_type(media, method)
        is_text = media.essence.startswith("text/") and (
            isinstance(ref, (Scalar, Literals, Unknown))
        )
        shown: TypeRef = Scalar(ScalarKind.STRING if is_text else ScalarKind.CONTENT)
        argument = self._whole(stated, media, shown)
        sent = openapi.BYTES if "*" in media.essence else media.name
        return RawBody(media_type=sent, required=stated.required), (argument,)

    def _fields(self, media: openapi.MediaType, method: MethodId) -> tuple[Field, ...]:
        if media.schema is None:
            return ()
        return self.sent.fields_of(media.schema, Use(_id(method), method))

    def _whole_type(self, media: openapi.MediaType, method: MethodId) -> TypeRef:
        if media.schema is None:
            return Unknown()
        step = Step(StepKind.PROPERTY, WHOLE)
        return self.sent.type_of(media.schema, Use(_id(method), method, (step,)))

    def _whole(
        self, stated: openapi.Body, media: openapi.MediaType, ref: TypeRef
    ) -> WholeBody:
        schema, example = media.schema, in_order(media.example)
        target = self.sent.target(schema) if schema is not None else None
        described = target.description if target is not None else None
        bounds = bounds_of(schema, target) if schema and target else ()
        if example is None and schema is not None and target is not None:
            example = example_of(schema, target)
        return WholeBody(
            wire_name=WHOLE,
            type=ref,
            description=stated.description or described,
            example=example,
            bounds=bounds,
            required=stated.required,
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
        required=field.required,
    )


def _id(method: MethodId) -> TypeId:
    return TypeId(f"#/methods/{'/'.join((*method.resource, method.name))}/body")


def _required(stated: openapi.Body, arguments: tuple[BodyArgument, ...]) -> bool:
    """Whether a body is always sent. Where an object in it has properties that it needs, so it is,
    even if the description forgets to say so."""
    return stated.required or any(argument.required for argument in arguments)


def _preference(media: openapi.MediaType) -> tuple[int, str]:
    """JSON before forms before bytes before text, and by name among equals."""
    if media.essence == openapi.JSON:
        rank = 0
    elif _is_json(media):
        rank = 1
    elif _is_multipart(media):
        rank = 2
    elif media.essence == openapi.FORM:
        rank = 3
    else:
        rank = 4 if media.essence == openapi.BYTES else 5
    return rank, media.name


def _is_multipart(media: openapi.MediaType) -> bool:
    return media.essence.startswith("multipart/")


def _is_json(media: openapi.MediaType) -> bool:
    """Whether a value is sent as JSON: also where any media type will do, for anything but text."""
    if media.is_json:
        return True
    schema = media.schema
    return media.essence == "*/*" and schema is not None and schema.types != ("string",)


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
        case Literals() | MapOf() | Ref() | Unknown() | PageItem():
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
        case Scalar() | Literals() | MapOf() | Ref() | Unknown() | PageItem():
            return ref
    assert_never(ref)
