"""Responses become results: what a successful call returns.

The first status of success with a body decides, or all have their say: then the statuses with JSON
make one type together.
"""

from __future__ import annotations

from collections.abc import Collection
from http import HTTPStatus

from msgspec import Struct
from msgspec.structs import replace

from .. import openapi
from ..config import MethodConfig
from ..diagnostics import Report
from ..ir import (
    Argument,
    BinaryResult,
    BodyField,
    MethodResult,
    ModelResult,
    NoResult,
    PageResult,
    QueryArgument,
    ResourcePath,
    Result,
    Scalar,
    ScalarKind,
    SwitchedResult,
    TextResult,
    TypeRef,
    Unknown,
    without_null,
)
from ..openapi import Carried
from .kinds import kinds_of
from .responses import VALUES, ResponseBody, bodies_in, accepted_types
from .pages import Pagination
from .schemas import SchemaLowering
from .streams import StreamLowering, is_switch
from .unions import joined, or_null
from .unwrapping import Unwrapping
from .use import Use, root_use

_NOTHING = Scalar(ScalarKind.NULL)


class ResultLowering(Struct, frozen=True):
    """Lowers the responses of one operation, which is the method ``entry`` of ``resource``."""

    schemas: SchemaLowering
    pages: Pagination
    unwrapping: Unwrapping
    report: Report
    resource: ResourcePath
    entry: MethodConfig
    operation: openapi.Operation
    is_united: bool
    """Whether all statuses of success have their say, or the first one that has a body."""

    def result(self, arguments: Collection[Argument]) -> Result:
        """What the method returns when it takes these arguments."""
        if self.operation.verb == "head":
            return (
                NoResult()
            )  # whatever is described: HEAD has no body (RFC 9110, 9.3.2)
        config, responses = self.entry.streaming, self.operation.successes
        as_values = (*VALUES, Carried.STREAM) if config is False else VALUES
        values = bodies_in(responses, as_values, self.schemas)
        if not self.is_united and not any(body.held for body in values):
            json = (Carried.JSON,)
            values = bodies_in(responses, json, self.schemas, as_described=True)
        streamed = bodies_in(responses, (Carried.STREAM,), self.schemas)
        has_value = any(body.held for body in values)
        has_stream = any(body.held for body in streamed) and config is not False
        self._report_losses(values)
        streams = StreamLowering(self.schemas, self.resource, self.entry)
        if (config and config.switch is None) or (has_stream and not has_value):
            self._report_losses(streamed)
            return streams.result(streamed)
        switch = self._switch(arguments, is_described=has_stream)
        value = self._value(values, arguments)
        if switch is None:
            return value
        if isinstance(value, NoResult):
            value = ModelResult(Unknown())
        if isinstance(value, ModelResult):
            self._report_losses(streamed)
            return SwitchedResult(switch, value, streams.result(streamed))
        if config:
            self._report_misfit("it returns no JSON without a stream")
        return value

    def _switch(
        self, arguments: Collection[Argument], *, is_described: bool
    ) -> str | None:
        """The wire name of the argument that asks for a stream instead of a value."""
        config = self.entry.streaming
        if not config:
            is_known = is_described and is_switch("stream", arguments)
            return "stream" if is_known else None
        if config.switch is None or is_switch(config.switch, arguments):
            return config.switch
        self._report_misfit(f"it has no boolean argument '{config.switch}'")
        return None

    def _report_misfit(self, problem: str) -> None:
        assert self.entry.streaming
        self.report.warning(
            "C018",
            self.entry.streaming.place,
            f"'{self.operation}' does not stream: {problem}",
            help="correct the method's 'streaming', or remove it",
        )

    def _value(
        self, bodies: list[ResponseBody], arguments: Collection[Argument]
    ) -> Result:
        """What is returned without a stream."""
        first = next((body for body in bodies if body.held), None)
        is_json = first is not None and first.held is Carried.JSON
        queried = {a.wire_name for a in arguments if isinstance(a, QueryArgument)}
        in_body = {a.wire_name for a in arguments if isinstance(a, BodyField)}
        chosen = self.pages.choose(
            self.entry,
            self.operation,
            queried | in_body,
            first.schema if first and is_json else None,
        )
        if first is None:
            return NoResult()
        if chosen is not None:
            config, items = chosen
            origin = MethodResult(self.resource, self._name)
            use = root_use(self._id("items"), origin)
            item = self._named(self.schemas.type_of(items, use), items, use)
            is_sent = any(
                name in in_body and (config.is_sent_in_body or name not in queried)
                for name in config.params
            )
            accept = accepted_types([first])
            return PageResult(config.name, item, first.example, accept, is_sent)
        if first.held is Carried.BYTES:
            return BinaryResult(accepted_types(bodies))
        alike = self._alike(first, bodies)
        if is_json:
            return self._model(alike, first.example)
        if first.schema is not None:
            text = Scalar(ScalarKind.STRING)
            self._named(text, first.schema, self._use("response", "response"))
        return TextResult(accepted_types(alike), first.example)

    @property
    def _name(self) -> str:
        """The method that types are named after: the one that an alias stands for."""
        return self.entry.alias_of or self.entry.name

    def _id(self, part: str) -> str:
        return f"#/methods/{'/'.join(self.resource)}/{self._name}/{part}"

    def _alike(
        self, first: ResponseBody, bodies: list[ResponseBody]
    ) -> list[ResponseBody]:
        """The responses that are held as the first one, and those without a body."""
        for body in bodies:
            if body.held not in (first.held, None):
                names = ", ".join(media.name for media in body.media)
                self.report.warning(
                    "L005",
                    body.response.origin.place,
                    f"the response {body.response.status} of '{self.operation}' is not decoded: "
                    f"it is {names}, unlike the response {first.response.status}",
                    help="read it with with_raw_response, or describe one kind of media type",
                )
        return [body for body in bodies if body.held in (first.held, None)]

    def _model(self, bodies: list[ResponseBody], example: object) -> ModelResult:
        """The type of the first response, or the union of those that all have: the type of the
        lowest status has the method's name, the others add their status to it."""
        if not self.is_united:
            return self._first(bodies, example)
        distinct: list[ResponseBody] = []
        for body in bodies:
            if body.held and all(body.content != d.content for d in distinct):
                distinct.append(body)
        is_optional = any(body.held is None for body in bodies)
        if len(distinct) == 1:
            return self._one(distinct[0], bodies, example, is_optional=is_optional)
        types = [self._type(b.schema, b, is_first=b is distinct[0]) for b in distinct]
        ref = joined(types)
        contents = [body.content for body in distinct]
        statuses = tuple(
            (
                body.response.status,
                types[contents.index(body.content)] if body.held else _NOTHING,
            )
            for body in bodies
        )
        return ModelResult(
            or_null(ref) if is_optional else ref,
            example,
            accepted_types(bodies),
            statuses,
        )

    def _first(self, bodies: list[ResponseBody], example: object) -> ModelResult:
        """The type of the first response with a body. A status that can have none gives nothing, and
        one whose body is of another kind any value."""
        first = next(body for body in bodies if body.held)
        statuses: list[tuple[str, TypeRef]] = []
        for body in bodies:
            if body.held is None or not body.response.has_body:
                statuses.append((body.response.status, _NOTHING))
            elif self._is_other_kind(body, first):
                statuses.append((body.response.status, Unknown()))
        found = self._one(first, bodies, example, is_optional=False)
        return replace(found, statuses=tuple(statuses))

    def _is_other_kind(self, body: ResponseBody, first: ResponseBody) -> bool:
        """Whether no value can be of both bodies, as far as their types say."""
        both = [
            set(kinds_of(self.schemas.target(schema)))
            for schema in (body.schema, first.schema)
            if schema is not None
        ]
        return len(both) == 2 and all(both) and both[0].isdisjoint(both[1])

    def _one(
        self,
        body: ResponseBody,
        bodies: list[ResponseBody],
        example: object,
        *,
        is_optional: bool,
    ) -> ModelResult:
        """The one type that the responses with a body have, or that of what they wrap."""
        unwrapped = self.unwrapping.choose(self.entry, body.schema)
        name, schema = unwrapped or (None, body.schema)
        known = self.unwrapping.returned
        if name is not None and schema is not None and schema.id in known:
            ref = known[schema.id]  # named after the first method that returns it
        else:
            ref = self._type(schema, body, is_first=True)
        if name is not None and schema is not None:
            known.setdefault(schema.id, ref)
        return ModelResult(
            or_null(ref) if is_optional else ref,
            example,
            accepted_types(bodies),
            unwrapped=name,
        )

    def _type(
        self, schema: openapi.Schema | None, body: ResponseBody, *, is_first: bool
    ) -> TypeRef:
        if schema is None:
            return Unknown()
        status = body.response.status
        use_id = "response" if is_first else f"response/{status}"
        part = "response" if is_first else f"{_phrase(status)} response"
        use = self._use(use_id, part)
        found = self.schemas.type_of(schema, use)
        named = self._named(found, schema, use)
        is_text = isinstance(found, Scalar) and found.kind is ScalarKind.STRING
        return found if is_text else named

    def _use(self, use_id: str, part: str) -> Use:
        origin = MethodResult(self.resource, self._name, part)
        return root_use(self._id(use_id), origin)

    def _named(self, ref: TypeRef, schema: openapi.Schema, use: Use) -> TypeRef:
        """The name of a result that is a number or a text; published surfaces have one for each,
        although a method that returns a text says ``str``."""
        inner = without_null(ref)
        if not isinstance(inner, Scalar) or inner.kind is ScalarKind.NULL:
            return ref
        return self.schemas.alias(ref, schema, use)

    def _report_losses(self, bodies: Collection[ResponseBody]) -> None:
        losses = self.schemas.losses
        for body in bodies:
            losses.unread(body.response.origin, body.response.unread)
            for media in body.media:
                losses.unread(media.origin, media.unread)


def _phrase(status: str) -> str:
    """The reason phrase of a status (RFC 9110, 15), such as ``Accepted``."""
    try:
        return HTTPStatus(int(status)).phrase
    except ValueError:
        return f"Status {status}"
