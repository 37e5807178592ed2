"""Cloudflare: a client for Python."""

from ._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._version import __title__ as __title__
    from ._version import __version__ as __version__
    from ._exceptions import APIConnectionError as APIConnectionError
    from ._exceptions import APIError as APIError
    from ._core import APIResponse as APIResponse
    from ._exceptions import APIResponseValidationError as APIResponseValidationError
    from ._exceptions import APIStatusError as APIStatusError
    from ._exceptions import APITimeoutError as APITimeoutError
    from ._core import AsyncAPIResponse as AsyncAPIResponse
    from ._client import AsyncClient as AsyncClient
    from ._client import AsyncCloudflare as AsyncCloudflare
    from ._core import AsyncStream as AsyncStream
    from ._exceptions import AuthenticationError as AuthenticationError
    from ._core import AuthorizationRequest as AuthorizationRequest
    from ._exceptions import BadRequestError as BadRequestError
    from ._core import BaseModel as BaseModel
    from ._client import Client as Client
    from ._core import ClientCredentials as ClientCredentials
    from ._client import Cloudflare as Cloudflare
    from ._core import ClientError as CloudflareError
    from ._exceptions import ConflictError as ConflictError
    from ._core import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
    from ._core import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from ._core import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from ._core import DefaultAioHttpClient as DefaultAioHttpClient
    from ._core import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
    from ._core import DefaultHttpxClient as DefaultHttpxClient
    from ._core import DeviceLogin as DeviceLogin
    from ._core import file_from_path as file_from_path
    from ._exceptions import InternalServerError as InternalServerError
    from ._core import NoneType as NoneType
    from ._core import NOT_GIVEN as NOT_GIVEN
    from ._core import not_given as not_given
    from ._exceptions import NotFoundError as NotFoundError
    from ._core import NotGiven as NotGiven
    from ._core import ObservedAttempt as ObservedAttempt
    from ._core import Observer as Observer
    from ._core import Omit as Omit
    from ._core import omit as omit
    from ._core import OpenIDEndpoints as OpenIDEndpoints
    from . import pagination as pagination
    from ._core import PaginationLoopError as PaginationLoopError
    from ._exceptions import PermissionDeniedError as PermissionDeniedError
    from ._core import ProxiesTypes as ProxiesTypes
    from ._exceptions import RateLimitError as RateLimitError
    from ._core import RefreshToken as RefreshToken
    from ._core import RequestOptions as RequestOptions
    from . import resources as resources
    from ._core import ServerSentEvent as ServerSentEvent
    from ._core import Stream as Stream
    from ._core import Timeout as Timeout
    from ._core import TokenError as TokenError
    from ._core import Tracing as Tracing
    from ._core import Transport as Transport
    from . import types as types
    from ._exceptions import UnprocessableEntityError as UnprocessableEntityError
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "__title__": "._version",
            "__version__": "._version",
            "APIConnectionError": "._exceptions",
            "APIError": "._exceptions",
            "APIResponse": "._core",
            "APIResponseValidationError": "._exceptions",
            "APIStatusError": "._exceptions",
            "APITimeoutError": "._exceptions",
            "AsyncAPIResponse": "._core",
            "AsyncClient": "._client",
            "AsyncCloudflare": "._client",
            "AsyncStream": "._core",
            "AuthenticationError": "._exceptions",
            "AuthorizationRequest": "._core",
            "BadRequestError": "._exceptions",
            "BaseModel": "._core",
            "Client": "._client",
            "ClientCredentials": "._core",
            "Cloudflare": "._client",
            "CloudflareError": "._core:ClientError",
            "ConflictError": "._exceptions",
            "DEFAULT_CONNECTION_LIMITS": "._core",
            "DEFAULT_MAX_RETRIES": "._core",
            "DEFAULT_TIMEOUT": "._core",
            "DefaultAioHttpClient": "._core",
            "DefaultAsyncHttpxClient": "._core",
            "DefaultHttpxClient": "._core",
            "DeviceLogin": "._core",
            "file_from_path": "._core",
            "InternalServerError": "._exceptions",
            "NoneType": "._core",
            "NOT_GIVEN": "._core",
            "not_given": "._core",
            "NotFoundError": "._exceptions",
            "NotGiven": "._core",
            "ObservedAttempt": "._core",
            "Observer": "._core",
            "Omit": "._core",
            "omit": "._core",
            "OpenIDEndpoints": "._core",
            "pagination": ".pagination:",
            "PaginationLoopError": "._core",
            "PermissionDeniedError": "._exceptions",
            "ProxiesTypes": "._core",
            "RateLimitError": "._exceptions",
            "RefreshToken": "._core",
            "RequestOptions": "._core",
            "resources": ".resources:",
            "ServerSentEvent": "._core",
            "Stream": "._core",
            "Timeout": "._core",
            "TokenError": "._core",
            "Tracing": "._core",
            "Transport": "._core",
            "types": ".types:",
            "UnprocessableEntityError": "._exceptions",
        },
    )

__all__ = [
    "__title__",
    "__version__",
    "APIConnectionError",
    "APIError",
    "APIResponse",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncAPIResponse",
    "AsyncClient",
    "AsyncCloudflare",
    "AsyncStream",
    "AuthenticationError",
    "AuthorizationRequest",
    "BadRequestError",
    "BaseModel",
    "Client",
    "ClientCredentials",
    "Cloudflare",
    "CloudflareError",
    "ConflictError",
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "DefaultAioHttpClient",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "DeviceLogin",
    "file_from_path",
    "InternalServerError",
    "NoneType",
    "NOT_GIVEN",
    "not_given",
    "NotFoundError",
    "NotGiven",
    "ObservedAttempt",
    "Observer",
    "Omit",
    "omit",
    "OpenIDEndpoints",
    "pagination",
    "PaginationLoopError",
    "PermissionDeniedError",
    "ProxiesTypes",
    "RateLimitError",
    "RefreshToken",
    "RequestOptions",
    "resources",
    "ServerSentEvent",
    "Stream",
    "Timeout",
    "TokenError",
    "Tracing",
    "Transport",
    "types",
    "UnprocessableEntityError",
]
