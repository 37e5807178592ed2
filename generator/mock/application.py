"""The mock as a function: a request in, a described response out.

It holds no state but the scenario: what is written is not kept, so every response follows from the
request and the description alone.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from urllib.parse import quote

from msgspec import Struct
from werkzeug.datastructures import Headers
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from ..config import SdkConfig
from ..openapi import Described, Operation
from .contents import json_bytes
from .negotiation import Preference, choose, find_json, headers_of, name_of
from .credentials import Credentials
from .errors import body_of
from .origins import Origins
from .paging import Paging
from .refusal import Refusal
from .requests import Checks
from .routes import Match, Routes
from .samples import NoSample, Sampler
from .scenario import Scenario, Step
from .schemas import Direction, Schemas

MOST_BODY = 100 * 2**20
"""Bytes of the largest body of a request."""
_VISIBLE = "".join(map(chr, range(0x21, 0x7F)))
"""What a query holds as it is; other bytes count as if they were percent-encoded."""


class Exchange(Struct, frozen=True):
    """A response, and a few words for the log on what was answered or what was wrong."""

    response: Response
    note: str


class Mock:
    """Answers as the API does that a description describes."""

    def __init__(
        self,
        described: Described,
        config: SdkConfig | None = None,
        *,
        items: int = 250,
        scenario: Iterable[Step] = (),
        origins: Iterable[str] = (),
    ) -> None:
        """A list that is paged has ``items`` items; pages of ``origins`` may ask, beside those of
        this machine."""
        self._config = config
        self._scenario = Scenario(scenario)
        self.origins = Origins(origins)
        self._sampler = Sampler(Schemas(described, Direction.RESPONSE))
        self._checks = Checks(Schemas(described, Direction.REQUEST))
        self._paging = Paging(config, self._sampler, items)
        self.routes = Routes(described.description)
        self.credentials = Credentials(described.description)

    def exchange(self, request: Request) -> Exchange:
        """The response to a request; a fault of the mock itself is a 500 that says what it is."""
        request.max_content_length = MOST_BODY
        request.query_string = quote(request.query_string, _VISIBLE).encode()
        try:
            answered = self._routed(request)
        except Exception as error:
            fault = f"the mock failed: {type(error).__name__}: {str(error)[:200]}"
            answered = self._refused(Refusal(500, fault), None)
        answered.response.headers.update(self.origins.headers(request))
        return answered

    def _routed(self, request: Request) -> Exchange:
        if self.origins.is_preflight(request):
            return Exchange(Response(status=204), "CORS preflight")
        operation: Operation | None = None
        try:
            matches = self.routes.find(
                request.method.lower(),
                raw_path(request),
                request.query_string.decode("latin-1"),
            )
            operation = matches[0].operation
            step = self._scenario.next(f"{operation.verb} {operation.path}")
            if step is not None:
                time.sleep(step.delay)
                if step.status is not None:
                    return _scripted(step, step.status)
            return self._first(matches, request)
        except Refusal as refusal:
            return self._refused(refusal, operation)
        except NoSample as error:
            return self._refused(Refusal(500, str(error)), operation)
        except HTTPException as error:
            words = error.description or "malformed request"
            return self._refused(Refusal(error.code or 400, words), operation)

    def _first(self, matches: list[Match], request: Request) -> Exchange:
        """The answer of the first operation that takes the request.

        Raises:
            Refusal: none does; why the first one does not.
        """
        refusals: list[Refusal] = []
        for match in matches:
            try:
                return self._answered(match, request)
            except Refusal as refusal:
                refusals.append(refusal)
        raise refusals[0]

    def _answered(self, match: Match, request: Request) -> Exchange:
        operation = match.operation
        self.credentials.check(operation, request)
        query = {**request.args, **self._checks.parameters(match, request)}
        preference = Preference.of(request)
        choice = choose(operation, request, preference)
        body, note = choice.body(self._sampler, preference), name_of(operation)
        headers = Headers([*headers_of(choice, self._sampler)])
        if preference == Preference():
            page = self._paging.page(operation, choice, body, query)
            if page is not None:
                body, note = page.body, f"{note}: {page.window}"
                for name, value in page.headers.items():
                    headers.remove(name)
                    headers.extend({name: value} if value is not None else {})
        response = Response(
            choice.content(body, self._sampler),
            choice.status,
            content_type=choice.content_type(self._sampler),
        )
        response.headers.update(headers)
        if preference != Preference():
            response.headers["Preference-Applied"] = request.headers["Prefer"]
        return Exchange(response, note)

    def _refused(self, refusal: Refusal, operation: Operation | None) -> Exchange:
        """The described response for a refusal's status, with the words of the refusal in it."""
        choice = find_json(operation, refusal.status) if operation else None
        media_type, body = body_of(refusal, choice, self._sampler, self._config)
        response = Response(json_bytes(body), refusal.status, content_type=media_type)
        response.headers.extend(refusal.headers)
        return Exchange(response, str(refusal))


def _scripted(step: Step, status: int) -> Exchange:
    response = Response(status=status)
    if step.body is not None:
        content = json_bytes(step.body)
        response = Response(content, status, content_type="application/json")
    for name, value in step.headers.items():
        response.headers[name] = value
    return Exchange(response, "from the scenario")


def raw_path(request: Request) -> str:
    """The path as it was sent, percent-encoding and all."""
    raw = str(request.environ.get("REQUEST_URI") or request.path)
    return raw.partition("?")[0]
