"""Which response a request gets: status, media type, and the value of the body.

The caller may choose with ``Prefer: code=404, example=name, dynamic=true`` (the header is that of
RFC 7240; the preferences are the ones that mock servers commonly understand).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_dict_header
from werkzeug.wrappers import Request

from ..openapi import (
    EVENT_FIELDS,
    Carried,
    MediaType,
    Operation,
    Response,
    Schema,
    is_events,
    is_name,
)
from ..source.document import Value
from .contents import content_type, encoded, held, item_schema, json_text
from .layers import Layers
from .refusal import Refusal
from .samples import Sampler

_OURS = {"content-type", "content-length", "transfer-encoding", "connection", "date"}
"""Headers that follow from how the body is sent."""
_SOME_TEXT = "text"
"""What is sent where any text or bytes will do."""
_FINAL_STATUS = re.compile("[2-5][0-9][0-9]")
"""A 1xx status is not the end of a response (RFC 9110, 15.2)."""


class Preference(Struct, frozen=True):
    """What the caller wants: a status, a named example, a value made from the schema."""

    code: int | None = None
    example: str | None = None
    dynamic: bool = False

    @classmethod
    def of(cls, request: Request) -> Preference:
        """The preferences of a request.

        Raises:
            Refusal: 400, the code is not a valid status.
        """
        stated = parse_dict_header(request.headers.get("Prefer", "").replace(";", ","))
        code = stated.get("code")
        if code is not None and not _FINAL_STATUS.fullmatch(code):
            raise Refusal(400, f"Prefer: code={code} is not a valid status")
        return cls(
            int(code) if code else None,
            stated.get("example"),
            stated.get("dynamic") == "true",
        )


class Choice(Struct, frozen=True):
    """A described response, chosen for a request; ``media=None``: it has no body."""

    status: int
    response: Response
    media: MediaType | None = None

    @property
    def schema(self) -> Schema | None:
        """The schema of the body."""
        return self.media.schema if self.media else None

    @property
    def is_json(self) -> bool:
        """Whether the body is JSON."""
        return self.media is not None and self.media.is_json

    def examples(self) -> Mapping[str, Value]:
        """The examples of the body by name; a single one is called ``example``."""
        return self.media.examples if self.media else {}

    def body(self, sampler: Sampler, preference: Preference) -> Value:
        """The value of the body: the example asked for, the first that matches, or one made up.

        Raises:
            Refusal: 404, no example has this name.
            NoSample: nothing was found that matches the schema.
        """
        examples = self.examples()
        if preference.example is not None:
            if preference.example not in examples:
                known = ", ".join(examples) or "none"
                message = f"no example is named '{preference.example}', only {known}"
                raise Refusal(404, message)
            return examples[preference.example]
        media = self.media
        if media is None:
            return None
        kind = held(media, sampler.description)
        if kind is Carried.STREAM:
            return self._items(media, sampler)
        for value in () if preference.dynamic else examples.values():
            if self.schema is None or sampler.accepts(self.schema, value):
                return value
        if self.schema is None:
            return None if kind is Carried.JSON else _SOME_TEXT
        value = sampler.sample(self.schema)
        is_value = kind is not Carried.BYTES or isinstance(value, str)
        return value if is_value else _SOME_TEXT

    def _items(self, media: MediaType, sampler: Sampler) -> list[Value]:
        """Two items of a stream."""
        schema = item_schema(media, sampler.description)
        item = _SOME_TEXT if schema is None else sampler.sample(schema)
        if schema is not None and isinstance(item, dict) and is_events(media.essence):
            data = _document_in(schema, item, sampler)
            item = item if data is None else {**item, "data": data}
        return [item, item]

    def content(self, value: Value, sampler: Sampler) -> bytes:
        """The body as bytes."""
        if self.media is None:
            return b""
        return encoded(value, self.media, held(self.media, sampler.description))

    def content_type(self, sampler: Sampler) -> str | None:
        """The media type to send."""
        if self.media is None:
            return None
        return content_type(self.media, held(self.media, sampler.description))


def _document_in(schema: Schema, event: Value, sampler: Sampler) -> str | None:
    """The document that the data of an event is said to be (``contentSchema``); None if it is none."""
    layers = Layers.of(sampler.description, schema)
    while (choice := layers.choice()) is not None:
        fitting = (m for m in choice.members if sampler.accepts(m, event))
        layers = layers.choosing(choice, next(fitting, choice.members[0]))
    data, names = layers.property("data"), layers.properties()
    if data is None or "data" not in names or not EVENT_FIELDS.issuperset(names):
        return None
    documents = (s.content_schema for s in data.schemas if s.content_schema)
    found = next(documents, None)
    return None if found is None else json_text(sampler.sample(found))


def choose(operation: Operation, request: Request, preference: Preference) -> Choice:
    """The response that a request gets: the preferred one, else the lowest success.

    Raises:
        Refusal: 404 for a status that is not described, 406 where no media type is acceptable.
    """
    if preference.code is None:
        response = operation.success
        if response is None:
            return Choice(204, _nothing(operation))
        status = _status(response.status)
    else:
        status = preference.code
        response = _described(operation, status)
        if response is None:
            known = ", ".join(r.status for r in operation.responses) or "none"
            raise Refusal(404, f"a response {status} is not described, only {known}")
    return _negotiated(Choice(status, response), request)


def _nothing(operation: Operation) -> Response:
    """The response of an operation for which no success is described."""
    return Response(
        origin=operation.origin, status="204", description=None, content=(), headers=()
    )


def _described(operation: Operation, status: int) -> Response | None:
    """The response of a status: its own, that of its class, or the default one (OpenAPI 3.1,
    4.8.16)."""
    responses = {response.status.upper(): response for response in operation.responses}
    wanted = (str(status), f"{status // 100}XX", "DEFAULT")
    return next((responses[key] for key in wanted if key in responses), None)


def find_json(operation: Operation, status: int) -> Choice | None:
    """The described response of a status, if its body is JSON."""
    response = _described(operation, status)
    if response is None:
        return None
    choices = (Choice(status, response, media) for media in response.content)
    return next((choice for choice in choices if choice.is_json), None)


def _status(key: str) -> int:
    """The status to send for an entry: 200 for ``2XX`` and for the default one."""
    return int(key.upper().replace("X", "0")) if key[:1].isdigit() else 200


def _negotiated(choice: Choice, request: Request) -> Choice:
    """The choice in a media type that the caller accepts, JSON where that is possible."""
    described = choice.response.content
    if not described:
        return choice
    offers = [
        Choice(choice.status, choice.response, media)
        for media in sorted(described, key=_json_first)
    ]
    usable = [offer for offer in offers if _accepts(request.accept_mimetypes, offer)]
    if usable:
        return usable[0]
    if choice.status >= 400:
        return offers[0]
    raise Refusal(
        406,
        f"the response is {', '.join(media.name for media in described)}, "
        "which Accept rules out",
    )


def accepts(accepted: MIMEAccept, media_type: str) -> bool:
    """Whether a media type is accepted; a text that is not a media type never is."""
    try:
        return bool(accepted.quality(media_type))
    except ValueError:
        return False


def _accepts(accepted: MIMEAccept, offer: Choice) -> bool:
    stated = offer.media.name if offer.media else ""
    if not accepted or "*" in stated or not is_name(stated):
        return True
    return any(accepts(accepted, n) for n in (stated, stated.partition(";")[0].strip()))


def _json_first(media: MediaType) -> tuple[bool, str]:
    return "json" not in media.name.lower(), media.name


def headers_of(choice: Choice, sampler: Sampler) -> Iterator[tuple[str, str]]:
    """The headers that the response describes, with values that their schemas accept."""
    for header in choice.response.headers:
        if header.name.lower() in _OURS:
            continue
        value = header.example
        if value is None and header.schema is not None:
            value = sampler.sample(header.schema, header.name)
        if isinstance(value, (str, int, float)):
            text = str(value).lower() if isinstance(value, bool) else str(value)
            if text.isprintable() and text.isascii():
                yield header.name, text


def name_of(operation: Operation) -> str:
    """The name of an operation: its operationId, else its verb and path."""
    return operation.operation_id or str(operation)
