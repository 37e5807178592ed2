"""Signatures of methods: arguments with their annotations, the request options, what is returned."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from msgspec import Struct

from ...surface import (
    Argument,
    BinaryResult,
    Method,
    ModelResult,
    NoResult,
    Page,
    PageResult,
    Result,
    Scalar,
    ScalarKind,
    Sdk,
    StreamResult,
    SwitchedResult,
    TextResult,
    TypeExpression,
    encoding_of,
)
from .annotations import Annotator


class RequestOption(Struct, frozen=True):
    """An argument that every method has."""

    name: str
    annotation: str
    default: str
    description: str


REQUEST_OPTIONS = (
    RequestOption(
        "extra_headers",
        "Headers | None",
        "None",
        "Further headers, which win over all others.",
    ),
    RequestOption("extra_query", "Query | None", "None", "Further query parameters."),
    RequestOption(
        "extra_body", "Body | None", "None", "Further properties of the JSON body."
    ),
    RequestOption(
        "timeout",
        "float | httpx2.Timeout | None | NotGiven",
        "not_given",
        "Seconds for each phase of this call (connect, read, write, pool).",
    ),
)


IDEMPOTENCY_KEY = RequestOption(
    "idempotency_key",
    "str | None",
    "None",
    "The same key for all calls that are to have one effect; otherwise each call has its own.",
)
_SAFE = frozenset(("get", "head", "options", "trace"))


def request_options(sdk: Sdk, method: Method) -> tuple[RequestOption, ...]:
    """The arguments that a method has because every one has them."""
    is_marked = sdk.retries.idempotency_header is not None and method.verb not in _SAFE
    return (*REQUEST_OPTIONS, IDEMPOTENCY_KEY) if is_marked else REQUEST_OPTIONS


class ArgumentView(Struct, frozen=True):
    """An argument; ``default`` is empty where it must be given."""

    name: str
    annotation: str
    default: str


class SignatureView(Struct, frozen=True):
    """A signature: ``keyword`` is ``def`` or ``async def``."""

    keyword: str
    name: str
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    returns: str


class ReturnTypes(Struct, frozen=True):
    """What methods return, as source: ``annotate`` renders a type, ``page_class`` a page class by
    its name, ``core`` a class of the run-time library, and ``event`` its class of events.
    """

    sdk: Sdk
    annotate: Callable[[TypeExpression], str]
    page_class: Callable[[Page, str], str]
    core: Callable[[str], str]
    event: Callable[[], str]

    def called(self, result: Result, *, is_async: bool) -> str:
        """What a call returns; one for a value returns it once awaited."""
        match result:
            case NoResult():
                return "None"
            case ModelResult(type=ref):
                return self.annotate(ref)
            case PageResult(item=item):
                page = self.page(result, is_async=is_async)
                if not is_async:
                    return page
                return f"{self.core('AsyncPaginator')}[{self.annotate(item)}, {page}]"
            case StreamResult():
                stream = self.core("AsyncStream" if is_async else "Stream")
                return f"{stream}[{self.item(result)}]"
            case SwitchedResult(value=value, stream=stream):
                forms = (self.called(r, is_async=is_async) for r in (value, stream))
                return " | ".join(forms)
            case BinaryResult():
                prefix = "Async" if is_async else ""
                return self.core(f"{prefix}BinaryAPIResponse")
            case TextResult():
                return self.annotate(Scalar(ScalarKind.STRING))
        assert_never(result)

    def item(self, result: StreamResult) -> str:
        """The type of an item of a stream."""
        if result.item is None:
            return self.event()
        return self.annotate(result.item)

    def page(self, result: PageResult, *, is_async: bool) -> str:
        """The page class of a result, with its item type."""
        page = self.sdk.page(result.scheme)
        name = page.async_class if is_async else page.sync_class
        return f"{self.page_class(page, name)}[{self.annotate(result.item)}]"


def signature(
    sdk: Sdk, method: Method, annotator: Annotator, returns: str, *, is_async: bool
) -> SignatureView:
    """The signature of a method."""
    own = [argument_view(a, annotator) for a in method.arguments]
    count = sum(a.positional for a in method.arguments)
    options = [
        ArgumentView(o.name, o.annotation, o.default)
        for o in request_options(sdk, method)
    ]
    return SignatureView(
        keyword="async def" if is_async and not method.is_paged else "def",
        name=method.name,
        positional=tuple(own[:count]),
        keywords=(*own[count:], *options),
        returns=returns,
    )


def argument_view(argument: Argument, annotator: Annotator) -> ArgumentView:
    """An argument with its annotation; what may be left out is ``omit`` by default."""
    default = "" if argument.required else annotator.imports.core("omit")
    return ArgumentView(argument.name, argument_type(argument, annotator), default)


def argument_type(argument: Argument, annotator: Annotator) -> str:
    """The annotation of an argument; what may be left out may be ``Omit``.

    An argument without keyword is not converted, so it is a text in the encoding of the wire.
    """
    ref = argument.type
    is_encoded = isinstance(ref, Scalar) and encoding_of(ref.format) is not None
    if argument.positional and is_encoded:
        return annotator.response(ref)
    annotation = annotator.request(ref)
    if argument.required:
        return annotation
    return f"{annotation} | {annotator.imports.core('Omit')}"
