"""The page of a method: everything that its caller needs, in the order in which it is needed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from ...surface import (
    Credential,
    Method,
    Response,
    ResourcePath,
    Sdk,
)
from ..notation.credentials import OptionName, shown_credential
from .abouts import Printed, facts
from .code import highlight
from .console import ConsoleView, console
from .entries import EntryView, EntryWriter, InsideView
from .places import Places
from .programs import curl_command, program, stream_program, write
from .returns import ReturnView, ReturnWriter
from .navigation import VerbView, verb_view
from .shell import Link, ShellView, Surroundings
from .signatures import CodeView, SignatureWriter
from .text import NOTHING, RichText, Verbatim, fence_of, line, printable, rich, verbatim
from .type_texts import TypeTexts

_LONGEST_EXAMPLE = 12_000
ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "5": "InternalServerError",
}
"""The errors of the run-time library by status, or by its first digit."""


class SchemeView(Struct, frozen=True):
    """A credential: the options that hold it, or for which a token is fetched at ``token_url``, and
    where it is sent; ``name`` is that of the scheme in the description."""

    name: Verbatim
    options: tuple[OptionName, ...]
    token_url: str
    location: str
    example: Verbatim
    description: RichText


class AlternativeView(Struct, frozen=True):
    """Credentials that are sent together; any one alternative is enough."""

    schemes: tuple[SchemeView, ...]


class FailureView(Struct, frozen=True):
    """A described refusal, and the class of the error that it is raised as; ``body`` is what
    ``error.body`` holds, ``model`` the class of ``error.parsed``."""

    status: Verbatim
    error: str
    description: RichText
    headers: tuple[HeaderView, ...]
    body: InsideView
    model: Link


class HeaderView(Struct, frozen=True):
    """A header of a response."""

    name: Verbatim
    description: RichText
    facts: Printed


class ExampleResponse(Struct, frozen=True):
    """A body that the server may send; ``label`` tells it from the others, ``heading`` and
    ``fence`` are what stands above and around it in Markdown."""

    anchor: str
    label: str
    title: str
    heading: str
    fence: str
    language: str
    code: CodeView


class ProgramsView(Struct, frozen=True):
    """The programs of a page; ``curl`` is empty if no command does the same, those of the second half
    where the method has no pages, no stream to ask for, or no headers described."""

    sync: CodeView
    asynchronous: CodeView
    curl: CodeView
    errors: CodeView
    pages: CodeView
    stream: CodeView
    async_stream: CodeView
    headers: CodeView


class MethodPage(Struct, frozen=True):
    """The page of a method."""

    shell: ShellView
    title: str
    heading: str
    verb: VerbView
    url: Verbatim
    server: Verbatim
    call: CodeView
    async_call: CodeView
    deprecated: RichText
    description: RichText
    signature: CodeView
    async_signature: CodeView
    security: tuple[AlternativeView, ...]
    parameters: tuple[EntryView, ...]
    one_of: tuple[str, ...]
    returns: tuple[ReturnView, ...]
    headers: tuple[HeaderView, ...]
    programs: ProgramsView
    responses: tuple[ExampleResponse, ...]
    failures: tuple[FailureView, ...]
    base_error: str
    paged: bool
    console: ConsoleView


NO_CODE = CodeView(highlight("", ""), "")


def error_of(status: str) -> str:
    """The class of the error for a described status, which may be ``4XX`` or ``default``."""
    return ERRORS.get(status) or ERRORS.get(status[:1]) or "APIStatusError"


class MethodPages(Struct, frozen=True):
    """Puts methods into pages."""

    sdk: Sdk
    places: Places
    types: TypeTexts
    surroundings: Surroundings

    def page(self, method: Method, *, within: ResourcePath) -> MethodPage:
        """The page of one method of the resource ``within``."""
        place = self.places.methods[method.path]
        shell = self.surroundings.shell(
            place, ".".join(method.path[-2:]), method.about, within=within
        )
        signatures = SignatureWriter(self.sdk, self.places, shell.root)
        entries = EntryWriter(self.sdk, self.places, self.types, shell.root, shell.path)
        return MethodPage(
            shell=shell,
            title=line(method.title).plain,
            heading=line(method.title).markdown,
            verb=verb_view(method.verb),
            url=verbatim(method.route),
            server=verbatim(method.server) if method.server else NOTHING,
            call=signatures.call(method, is_async=False),
            async_call=signatures.call(method, is_async=True),
            deprecated=line(method.deprecated),
            description=rich(method.description),
            signature=signatures.signature(method, is_async=False),
            async_signature=signatures.signature(method, is_async=True),
            security=self._security(method),
            parameters=entries.parameters(method),
            one_of=tuple(choice.name for choice in method.choices),
            returns=ReturnWriter(signatures, entries).returns(method),
            headers=_headers(method.successes),
            programs=self._programs(method),
            responses=_examples(method),
            failures=tuple(
                FailureView(
                    status=verbatim(found.status),
                    error=error_of(found.status),
                    description=rich(found.description),
                    headers=_headers((found,)),
                    body=entries.outline(found.properties.value, f"error-{number}"),
                    model=entries.link(found.model),
                )
                for number, found in enumerate(method.failures, start=1)
            ),
            base_error=self.sdk.base_error,
            paged=method.is_paged,
            console=console(self.sdk, method, self.surroundings.site.server),
        )

    def _security(self, method: Method) -> tuple[AlternativeView, ...]:
        carried = {c.option: c for c in self.sdk.credentials}
        return tuple(
            AlternativeView(
                tuple(self._scheme(carried[k]) for k in alternative if k in carried)
            )
            for alternative in method.security
            if alternative
        )

    def _scheme(self, scheme: Credential) -> SchemeView:
        shown = shown_credential(self.sdk, scheme)
        return SchemeView(
            name=verbatim(scheme.scheme),
            options=shown.options,
            token_url=shown.token_url,
            location=shown.location,
            example=verbatim(shown.sent),
            description=rich(scheme.description),
        )

    def _programs(self, method: Method) -> ProgramsView:
        view, streamed = program(self.sdk, method), stream_program(self.sdk, method)
        has_headers = any(found.headers for found in method.successes)
        return ProgramsView(
            sync=write(view, "sync"),
            asynchronous=write(view, "async"),
            curl=curl_command(self.sdk, method),
            errors=write(view, "errors"),
            pages=write(view, "pages") if method.is_paged else NO_CODE,
            stream=write(streamed, "sync") if streamed else NO_CODE,
            async_stream=write(streamed, "async") if streamed else NO_CODE,
            headers=write(view, "headers") if has_headers else NO_CODE,
        )


def _examples(method: Method) -> tuple[ExampleResponse, ...]:
    """An example for each status, and for each media type where it has several."""
    samples = method.example.responses.value
    counts = Counter(found.status for found in samples)
    views = []
    for number, found in enumerate(samples, start=1):
        status, media_type = printable(found.status), printable(found.media_type)
        is_text = isinstance(found.value, str) and "json" not in media_type.lower()
        source = str(found.value) if is_text else _json(found.value)
        shown = printable(source)
        if len(shown) > _LONGEST_EXAMPLE:
            shown = f"{shown[:_LONGEST_EXAMPLE]}\n…"
        language = "text" if is_text else "json"
        views.append(
            ExampleResponse(
                anchor=f"response-{number}",
                label=status if counts[found.status] == 1 else f"{status} {media_type}",
                title=f"Response {status}, {media_type}",
                heading=f"{verbatim(status).markdown}, {verbatim(media_type).markdown}",
                fence=fence_of(shown),
                language=language,
                code=CodeView(highlight(shown, language), shown),
            )
        )
    return tuple(views)


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)


def _headers(responses: Sequence[Response]) -> tuple[HeaderView, ...]:
    """The headers of responses; one that several have once, as the first one has it."""
    found = {
        h.name.lower(): h for r in reversed(responses) for h in reversed(r.headers)
    }
    return tuple(
        HeaderView(verbatim(h.name), rich(h.description), facts(h.bounds))
        for h in reversed(found.values())
    )
