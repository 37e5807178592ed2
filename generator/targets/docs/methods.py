"""The page of a method: everything that its caller needs, in the order in which it is needed."""

from __future__ import annotations

import json
from dataclasses import dataclass

from ...surface import (
    Carrier,
    Credential,
    Method,
    ResourcePath,
    Sdk,
)
from .code import highlight
from .entries import EntryView, EntryWriter
from .places import Places
from .programs import program, write
from .shell import Link, ShellView, Surroundings
from .signatures import CodeView, SignatureWriter, item_of
from .text import RichText, Verbatim, line, printable, rich, verbatim

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


@dataclass(frozen=True, slots=True)
class SchemeView:
    """A credential: the option that holds it, the variable, and the header that carries it."""

    title: str
    option: str
    variable: str
    location: str
    example: Verbatim
    description: RichText


@dataclass(frozen=True, slots=True)
class AlternativeView:
    """Credentials that are sent together; any one alternative is enough."""

    schemes: tuple[SchemeView, ...]


@dataclass(frozen=True, slots=True)
class FailureView:
    """A described refusal, and the class of the error that it is raised as."""

    status: Verbatim
    error: str
    description: RichText


@dataclass(frozen=True, slots=True)
class ProgramsView:
    """The programs of a page; ``pages`` is empty where the method has no pages."""

    sync: CodeView
    asynchronous: CodeView
    pages: CodeView
    errors: CodeView


@dataclass(frozen=True, slots=True)
class MethodPage:
    """The page of a method."""

    shell: ShellView
    title: str
    heading: str
    verb: str
    url: Verbatim
    call: CodeView
    deprecated: RichText
    description: RichText
    signature: CodeView
    async_signature: CodeView
    security: tuple[AlternativeView, ...]
    parameters: tuple[EntryView, ...]
    one_of: tuple[str, ...]
    returns: CodeView
    item: Link
    fields: tuple[EntryView, ...]
    programs: ProgramsView
    response: CodeView
    failures: tuple[FailureView, ...]
    base_error: str
    paged: bool


def error_of(status: str) -> str:
    """The class of the error for a described status, which may be ``4XX`` or ``default``."""
    return ERRORS.get(status) or ERRORS.get(status[:1]) or "APIStatusError"


@dataclass(frozen=True, slots=True)
class MethodPages:
    """Puts methods into pages."""

    sdk: Sdk
    places: Places
    surroundings: Surroundings

    def page(self, method: Method, *, within: ResourcePath) -> MethodPage:
        """The page of one method of the resource ``within``."""
        place = self.places.methods[method.path]
        shell = self.surroundings.shell(
            place, line(method.title).plain, method.about, within=within
        )
        signatures = SignatureWriter(self.sdk, self.places, shell.root)
        entries = EntryWriter(self.sdk, self.places, shell.root)
        returns = signatures.returns(method, is_async=False)
        item = item_of(method)
        return MethodPage(
            shell=shell,
            title=shell.title,
            heading=line(shell.title).markdown,
            verb=method.verb.upper(),
            url=verbatim(method.route),
            call=signatures.call(method),
            deprecated=line(method.deprecated),
            description=rich(method.description),
            signature=signatures.signature(method, is_async=False),
            async_signature=signatures.signature(method, is_async=True),
            security=self._security(method),
            parameters=entries.parameters(method),
            one_of=tuple(choice.name for choice in method.choices),
            returns=CodeView(
                highlight(returns, "python", signatures.links(method)), returns
            ),
            item=self._item(method),
            fields=entries.fields(self.sdk.definitions[item], "field") if item else (),
            programs=self._programs(method),
            response=self._response(method),
            failures=tuple(
                FailureView(verbatim(f.status), error_of(f.status), rich(f.description))
                for f in method.failures
            ),
            base_error=self.sdk.base_error,
            paged=method.is_paged,
        )

    def _item(self, method: Method) -> Link:
        found = item_of(method)
        if found is None:
            return Link("", "")
        place = self.places.types[found]
        return Link(found.name, place.path, place.anchor)

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
        option = self.sdk.option(scheme.option)
        variable = option.env or ""
        held = f"${variable}" if variable else f"<{option.name}>"
        if scheme.token_url is not None:
            held = "<token>"
        elif scheme.partner is not None:
            partner = self.sdk.option(scheme.partner)
            held = f"base64({held}:${partner.env or partner.name})"
        separator = ": " if scheme.carrier is Carrier.HEADER else "="
        return SchemeView(
            title=line(option.description).plain or scheme.scheme,
            option=option.name,
            variable=variable,
            location=scheme.carrier.value,
            example=verbatim(f"{scheme.wire_name}{separator}{scheme.prefix}{held}"),
            description=rich(scheme.description),
        )

    def _programs(self, method: Method) -> ProgramsView:
        view = program(self.sdk, method)
        pages = write(view, "pages") if view.paged else CodeView(highlight("", ""), "")
        return ProgramsView(
            write(view, "sync"), write(view, "async"), pages, write(view, "errors")
        )

    def _response(self, method: Method) -> CodeView:
        value = method.example.response
        if value is None:
            return CodeView(highlight("", ""), "")
        source = printable(json.dumps(value, indent=2, ensure_ascii=False, default=str))
        if len(source) > _LONGEST_EXAMPLE:
            source = f"{source[:_LONGEST_EXAMPLE]}\n…"
        return CodeView(highlight(source, "json"), source)
