"""Whether a request is one that the description allows, and what its parameters mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MIMEAccept
from werkzeug.wrappers import Request

from ..openapi import (
    Body,
    Location,
    MediaType,
    Operation,
    Parameter,
    Schema,
)
from ..source.document import Value
from .negotiation import accepts
from .json_text import parse_json
from .layers import Layers
from .refusal import Refusal
from .routes import Match
from .schemas import Problem, Schemas
from .styles import ABSENT, Pairs, Styles

_NOT_PARAMETERS = {"accept", "content-type", "authorization"}
"""Headers that descriptions may list and that mean nothing there (OpenAPI 3.1, 4.8.12.2)."""


@dataclass(frozen=True, slots=True)
class Checks:
    """Holds requests against the schemas of what travels to the server."""

    schemas: Schemas

    def parameters(self, match: Match, request: Request) -> Mapping[str, Value]:
        """The values of the query parameters that were sent.

        Raises:
            Refusal: 400 for what is wrong with parameters or body, 415 for a body of another
                media type than those described.
        """
        problems: list[Problem] = []
        values: dict[str, Value] = {}
        for parameter in match.operation.parameters:
            if (
                parameter.location is Location.HEADER
                and parameter.name.lower() in _NOT_PARAMETERS
            ):
                continue
            value = self._value(parameter, match, request)
            problems += self._problems(parameter, value)
            if parameter.location is Location.QUERY and value is not ABSENT:
                values[parameter.name] = value
        problems += self._body_problems(match.operation, request)
        if problems:
            raise Refusal(400, *problems)
        return values

    def _value(self, parameter: Parameter, match: Match, request: Request) -> Value:
        styles = Styles(self.schemas)
        match parameter.location:
            case Location.PATH:
                raw = match.variables.get(parameter.name)
                return ABSENT if raw is None else styles.from_path(parameter, raw)
            case Location.HEADER:
                return styles.from_header(
                    parameter, request.headers.get(parameter.name)
                )
            case Location.COOKIE:
                pairs = pairs_of(request.headers.get("Cookie", "").replace("; ", "&"))
            case Location.QUERYSTRING:
                raw = request.query_string.decode("latin-1")
                return styles.from_query_string(parameter, pairs_of(raw), raw)
            case _:
                pairs = pairs_of(request.query_string.decode("latin-1"))
        return styles.from_pairs(parameter, pairs)

    def _problems(self, parameter: Parameter, value: Value) -> Iterator[Problem]:
        place = (parameter.location.value, parameter.name)
        words = f"the {parameter.location.value} parameter '{parameter.name}'"
        if value is ABSENT:
            # A path parameter that the template does not have is the description's fault.
            if parameter.required and parameter.location is not Location.PATH:
                yield Problem(place, f"{words} is missing")
        elif parameter.schema is not None:
            for found in self.schemas.problems([parameter.schema], value):
                yield Problem((*place, *found.tokens), f"{words}: {found.message}")

    def _body_problems(
        self, operation: Operation, request: Request
    ) -> Iterator[Problem]:
        body = operation.body
        if body is None:
            return
        if not request.content_length and not request.headers.get("Transfer-Encoding"):
            if body.required:
                yield Problem(("body",), "the request has no body")
            return
        media = _media(body, request)
        schema = media.schema
        if "json" in request.mimetype:
            try:
                value = parse_json(request.get_data())
            except ValueError as error:
                yield Problem(("body",), f"the body is not JSON: {error}")
                return
        elif schema is not None and request.mimetype in (
            "application/x-www-form-urlencoded",
            "multipart/form-data",
        ):
            value = self._form(schema, request)
        else:
            return
        for found in self.schemas.problems([schema], value) if schema else ():
            yield Problem(("body", *found.tokens), f"the body: {found.message}")

    def _form(self, schema: Schema, request: Request) -> Value:
        """The fields of a form as an object; for a schema a file is a text.

        Raises:
            Refusal: 400, a part has no name.
        """
        if request.mimetype == "multipart/form-data":
            pairs = [*request.form.items(multi=True)]
            pairs += [(name, "") for name in request.files]
            if not all(isinstance(name, str) for name, _ in pairs):
                raise Refusal(400, Problem(("body",), "a part of the body has no name"))
            decoded = True
        else:
            pairs = list(pairs_of(request.get_data().decode("latin-1")))
            decoded = False
        return _members(schema, pairs, Styles(self.schemas), decoded=decoded)


def pairs_of(raw: str) -> Pairs:
    """The names and values of a query string, as they were sent."""
    parts = (part.partition("=") for part in raw.split("&") if part)
    return [(name, value) for name, _, value in parts]


def _members(schema: Schema, pairs: Pairs, styles: Styles, *, decoded: bool) -> Value:
    layers = Layers.of(styles.description, schema)
    # Fields of a multipart body are not percent-encoded; a cookie is decoded but for the "+".
    location = Location.COOKIE if decoded else Location.QUERY
    found: dict[str, Value] = {}
    for name in layers.properties():
        inner = layers.property(name)
        if inner is None:
            continue
        stated = inner.schemas[0]
        parameter = Parameter(
            origin=stated.origin,
            name=name,
            location=location,
            required=False,
            schema=stated,
            style="form",
            explode=True,
        )
        value = styles.from_pairs(parameter, pairs)
        if value is not ABSENT:
            found[name] = value
    return found


def _media(body: Body, request: Request) -> MediaType:
    """The described media type of a body that matches the one sent; the closest match wins.

    Raises:
        Refusal: 415, no media type matches.
    """
    described = {media.essence: media for media in body.content}
    sent = request.mimetype or "application/octet-stream"
    fitting = [name for name in described if accepts(MIMEAccept([(name, 1)]), sent)]
    if not fitting:
        known = ", ".join(described) or "none"
        message = f"a body of {sent} is not described, only {known}"
        raise Refusal(415, message, headers={"Accept": known})
    return described[min(fitting, key=lambda name: name.count("*"))]
