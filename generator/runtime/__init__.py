"""The run-time library of a generated client: everything that does not depend on the API.

The same files stand in every client. What differs between clients is passed in as ``Settings``.
"""

from .lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .aiohttp_client import DefaultAioHttpClient as DefaultAioHttpClient
    from .binary_responses import AsyncBinaryAPIResponse as AsyncBinaryAPIResponse
    from .binary_responses import (
        AsyncStreamedBinaryAPIResponse as AsyncStreamedBinaryAPIResponse,
    )
    from .binary_responses import BinaryAPIResponse as BinaryAPIResponse
    from .binary_responses import StreamedBinaryAPIResponse as StreamedBinaryAPIResponse
    from .client import AsyncAPIClient as AsyncAPIClient
    from .client import SyncAPIClient as SyncAPIClient
    from .default_clients import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
    from .default_clients import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from .default_clients import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
    from .default_clients import DefaultHttpxClient as DefaultHttpxClient
    from .default_clients import ProxiesTypes as ProxiesTypes
    from .default_clients import Timeout as Timeout
    from .default_clients import Transport as Transport
    from .client_options import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from .endpoint import Endpoint as Endpoint
    from .endpoint import PagedEndpoint as PagedEndpoint
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIResponseValidationError as APIResponseValidationError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ClientError as ClientError
    from .errors import ConflictError as ConflictError
    from .errors import InternalServerError as InternalServerError
    from .errors import NotFoundError as NotFoundError
    from .errors import PaginationLoopError as PaginationLoopError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .event_stream import ServerSentEvent as ServerSentEvent
    from .models import BaseModel as BaseModel
    from .modes import async_returns_raw as async_returns_raw
    from .modes import async_returns_stream as async_returns_stream
    from .modes import returns_raw as returns_raw
    from .modes import returns_stream as returns_stream
    from .multipart import file_from_path as file_from_path
    from .oauth2 import ClientCredentials as ClientCredentials
    from .oauth2 import TokenError as TokenError
    from .observers import ObservedAttempt as ObservedAttempt
    from .observers import Observer as Observer
    from .options import Body as Body
    from .options import Headers as Headers
    from .options import Query as Query
    from .options import RequestOptions as RequestOptions
    from .options import SequenceNotStr as SequenceNotStr
    from .page_rules import CursorIdRules as CursorIdRules
    from .page_rules import CursorRules as CursorRules
    from .page_rules import CursorUrlRules as CursorUrlRules
    from .page_rules import OffsetRules as OffsetRules
    from .page_rules import PageInfo as PageInfo
    from .page_rules import PageNumberRules as PageNumberRules
    from .page_rules import SinglePageRules as SinglePageRules
    from .pages import AsyncPage as AsyncPage
    from .pages import ItemT as ItemT
    from .pages import SyncPage as SyncPage
    from .paginator import AsyncPaginator as AsyncPaginator
    from .param_styles import ParamStyle as ParamStyle
    from .path_scope import PathScope as PathScope
    from .resource import AsyncResource as AsyncResource
    from .resource import SyncResource as SyncResource
    from .responses import APIResponse as APIResponse
    from .responses import AsyncAPIResponse as AsyncAPIResponse
    from .sentinels import NOT_GIVEN as NOT_GIVEN
    from .sentinels import NoneType as NoneType
    from .sentinels import NotGiven as NotGiven
    from .sentinels import Omit as Omit
    from .sentinels import not_given as not_given
    from .sentinels import omit as omit
    from .settings import Credential as Credential
    from .settings import ErrorEnvelope as ErrorEnvelope
    from .settings import EventRule as EventRule
    from .settings import Settings as Settings
    from .streams import AsyncStream as AsyncStream
    from .streams import Stream as Stream
    from .tracing import Tracing as Tracing
else:
    _MODULES = {
        ".aiohttp_client": "DefaultAioHttpClient",
        ".binary_responses": "AsyncBinaryAPIResponse AsyncStreamedBinaryAPIResponse "
        "BinaryAPIResponse StreamedBinaryAPIResponse",
        ".client": "AsyncAPIClient SyncAPIClient",
        ".client_options": "DEFAULT_MAX_RETRIES",
        ".default_clients": "DEFAULT_CONNECTION_LIMITS DEFAULT_TIMEOUT DefaultAsyncHttpxClient "
        "DefaultHttpxClient ProxiesTypes Timeout Transport",
        ".endpoint": "Endpoint PagedEndpoint",
        ".errors": "APIConnectionError APIError APIResponseValidationError APIStatusError "
        "APITimeoutError AuthenticationError BadRequestError ClientError ConflictError "
        "InternalServerError NotFoundError PaginationLoopError PermissionDeniedError "
        "RateLimitError UnprocessableEntityError",
        ".event_stream": "ServerSentEvent",
        ".models": "BaseModel",
        ".modes": "async_returns_raw async_returns_stream returns_raw returns_stream",
        ".multipart": "file_from_path",
        ".oauth2": "ClientCredentials TokenError",
        ".observers": "ObservedAttempt Observer",
        ".options": "Body Headers Query RequestOptions SequenceNotStr",
        ".page_rules": "CursorIdRules CursorRules CursorUrlRules OffsetRules PageInfo "
        "PageNumberRules SinglePageRules",
        ".pages": "AsyncPage ItemT SyncPage",
        ".paginator": "AsyncPaginator",
        ".param_styles": "ParamStyle",
        ".path_scope": "PathScope",
        ".resource": "AsyncResource SyncResource",
        ".responses": "APIResponse AsyncAPIResponse",
        ".sentinels": "NOT_GIVEN NoneType NotGiven Omit not_given omit",
        ".settings": "Credential ErrorEnvelope EventRule Settings",
        ".streams": "AsyncStream Stream",
        ".tracing": "Tracing",
    }
    __getattr__, __dir__ = exports(
        __name__,
        {name: module for module, names in _MODULES.items() for name in names.split()},
    )
