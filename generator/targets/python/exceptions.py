"""The view of the module that types the errors of a client.

The run-time library raises these errors and knows no API; what a response lists as errors is typed
here, as the description says.
"""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Sdk
from ..notation.imports import Imports, ImportView

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


@dataclass(frozen=True, slots=True)
class ExceptionView:
    """One error; ``base`` is the typed one that it is a case of, empty for the root."""

    name: str
    base: str


@dataclass(frozen=True, slots=True)
class ExceptionsView:
    """The errors; each entry of ``errors`` in them is an ``item``."""

    imports: tuple[ImportView, ...]
    item: str
    exceptions: tuple[ExceptionView, ...]


def exceptions_module(sdk: Sdk) -> ExceptionsView | None:
    """The module, if the description says what an error body lists."""
    if sdk.errors is None:
        return None
    found = sdk.errors.model
    imports = Imports(("_exceptions",))
    package = imports.module_alias(found.module[:-1], frozenset({"_core"}))
    imports.local((), "_core")
    return ExceptionsView(
        imports=imports.internal(),
        item=f"{package}.{found.name}",
        exceptions=tuple(ExceptionView(*entry) for entry in _BASES.items()),
    )


TYPED_EXCEPTIONS = tuple(_BASES)
