"""The view of the module of the errors that an API types or has of its own.

The run-time library raises these errors and knows no API; what a response lists as errors is typed
here, as the description says.
"""

from __future__ import annotations

from msgspec import Struct


from ...surface import ErrorClass, Sdk
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal, tuple_of
from .docstrings import docstring

_BASES = {
    "APIError": "",
    "APIStatusError": "APIError",
    "APIResponseValidationError": "APIError",
    "APIConnectionError": "APIError",
    "APITimeoutError": "APIConnectionError",
    "AuthenticationError": "APIStatusError",
    "BadRequestError": "APIStatusError",
    "ConflictError": "APIStatusError",
    "InternalServerError": "APIStatusError",
    "NotFoundError": "APIStatusError",
    "PermissionDeniedError": "APIStatusError",
    "RateLimitError": "APIStatusError",
    "UnprocessableEntityError": "APIStatusError",
}
"""The errors of calls, and the one that each is a case of."""
WEBHOOK_ERROR = "APIWebhookValidationError"
"""The one more that packages with webhooks have."""


class ExceptionView(Struct, frozen=True):
    """One error; ``base`` is the typed one that it is a case of, empty for the root."""

    name: str
    base: str


class OwnExceptionView(Struct, frozen=True):
    """An error that the API has of its own, a case of ``base``."""

    name: str
    base: str
    doc: tuple[str, ...]


class ErrorKindView(Struct, frozen=True):
    """The class for a value of the discriminator, and the statuses that it is meant for."""

    value: str
    name: str
    statuses: str


class ExceptionsView(Struct, frozen=True):
    """The errors, all of which are a ``base_error``; each entry of ``errors`` in them is an ``item``,
    empty where its type is not known."""

    base_error: str
    imports: tuple[ImportView, ...]
    item: str
    exceptions: tuple[ExceptionView, ...]
    own: tuple[OwnExceptionView, ...]
    kinds: tuple[ErrorKindView, ...]


def exceptions_module(sdk: Sdk) -> ExceptionsView | None:
    """The module, if the API types errors or has some of its own."""
    if sdk.errors is None and sdk.error_classes is None:
        return None
    imports = Imports(("_exceptions",))
    item = ""
    if sdk.errors is not None:
        found = sdk.errors.model
        package = imports.module_alias(found.module[:-1], frozenset({"_core"}))
        imports.local((), "_core")
        item = f"{package}.{found.name}"
    classes = sdk.error_classes.classes if sdk.error_classes is not None else ()
    own = tuple(found for found in classes if found.is_own)
    return ExceptionsView(
        base_error=sdk.base_error,
        imports=imports.internal(),
        item=item,
        exceptions=tuple(
            ExceptionView(*entry) for entry in typed_exceptions(sdk).items()
        ),
        own=tuple(map(_own, own)),
        kinds=tuple(
            ErrorKindView(
                value=literal(value),
                name=found.name,
                statuses=tuple_of([*map(literal, found.statuses)]),
            )
            for found in classes
            for value in found.values
        ),
    )


def own_exceptions(sdk: Sdk) -> tuple[str, ...]:
    """The names that the module of exceptions has and the run-time library has not."""
    classes = sdk.error_classes.classes if sdk.error_classes is not None else ()
    return tuple(found.name for found in classes if found.is_own)


def typed_exceptions(sdk: Sdk) -> dict[str, str]:
    """The errors of the module, and the one that each is a case of."""
    return _BASES | ({WEBHOOK_ERROR: "APIError"} if sdk.has_webhooks else {})


def _own(found: ErrorClass) -> OwnExceptionView:
    values = " or ".join(found.values)
    text = found.description or f"An error of the kind {values}."
    return OwnExceptionView(found.name, found.base, docstring(text, indent=4))
