"""Whether a request is one that the description allows, and what its parameters mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from werkzeug.datastructures import MIMEAccept
from werkzeug.wrappers import Request

from ..openapi import Body, Location, MediaType, Operation, Parameter
from ..source.document import Value
from .bodies import Bodies
from .negotiation import accepts
from .refusal import Refusal
from .routes import Match
from .schemas import Problem, Schemas
from .styles import ABSENT, Styles, pairs_of

_NOT_PARAMETERS = {"accept", "content-type", "authorization"}
"""Headers that descriptions may list and that mean nothing there (OpenAPI 3.1, 4.8.12.2)."""


class Checks(Struct, frozen=True):
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
            is_missing = parameter.location is not Location.PATH and not self._is_null(
                parameter
            )
            if parameter.required and is_missing:
                yield Problem(place, f"{words} is missing")
        elif parameter.schema is not None:
            for found in self.schemas.problems([parameter.schema], value):
                yield Problem((*place, *found.tokens), f"{words}: {found.message}")

    def _is_null(self, parameter: Parameter) -> bool:
        """Whether a parameter that is not there is null, which no text spells."""
        schema, matches = parameter.schema, self.schemas.matches
        if schema is None:
            return False
        return matches([schema], None) and not matches([schema], "")

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
        for sent in Bodies(self.schemas).values(_media(body, request), request):
            for found in self.schemas.problems([sent.schema], sent.value):
                place = ("body", *sent.tokens, *found.tokens)
                yield Problem(place, f"the body: {found.message}")


def _media(body: Body, request: Request) -> MediaType:
    """The described media type of a body that matches the one sent: the same with its parameters,
    else the closest match.

    Raises:
        Refusal: 415, no media type matches.
    """
    sent = request.mimetype or "application/octet-stream"
    whole = _plain(request.content_type or "")
    fitting = [m for m in body.content if accepts(MIMEAccept([(m.essence, 1)]), sent)]
    if not fitting:
        known = ", ".join(media.name for media in body.content) or "none"
        message = f"a body of {sent} is not described, only {known}"
        raise Refusal(415, message, headers={"Accept": known})
    return min(
        fitting,
        key=lambda m: (_plain(m.name) != whole, m.essence.count("*"), ";" in m.name),
    )


def _plain(name: str) -> str:
    """The name of a media type without spaces, in lower case."""
    return name.replace(" ", "").lower()
