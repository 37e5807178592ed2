"""The errors that a call can end in, with the type of what a response lists as errors."""

from ._core import ClientError as CloudflareError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import _core
    from .types import shared

    class APIError(_core.APIError):
        errors: list[shared.ErrorData]

    class APIStatusError(APIError, _core.APIStatusError): ...

    class APIResponseValidationError(APIError, _core.APIResponseValidationError): ...

    class APIConnectionError(APIError, _core.APIConnectionError): ...

    class APITimeoutError(APIConnectionError, _core.APITimeoutError): ...

    class AuthenticationError(APIStatusError, _core.AuthenticationError): ...

    class BadRequestError(APIStatusError, _core.BadRequestError): ...

    class ConflictError(APIStatusError, _core.ConflictError): ...

    class InternalServerError(APIStatusError, _core.InternalServerError): ...

    class NotFoundError(APIStatusError, _core.NotFoundError): ...

    class PermissionDeniedError(APIStatusError, _core.PermissionDeniedError): ...

    class RateLimitError(APIStatusError, _core.RateLimitError): ...

    class UnprocessableEntityError(APIStatusError, _core.UnprocessableEntityError): ...

else:
    from ._core import (
        APIError,
        APIStatusError,
        APIResponseValidationError,
        APIConnectionError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        InternalServerError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        UnprocessableEntityError,
    )

__all__ = [
    "CloudflareError",
    "APIError",
    "APIStatusError",
    "APIResponseValidationError",
    "APIConnectionError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "ConflictError",
    "InternalServerError",
    "NotFoundError",
    "PermissionDeniedError",
    "RateLimitError",
    "UnprocessableEntityError",
]
