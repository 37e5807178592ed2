"""The run-time library of a generated client: everything that does not depend on the API.

The same files stand in every client. What differs between clients is passed in as ``Settings``.
"""

from .lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .aiohttp.client import DefaultAioHttpClient as DefaultAioHttpClient
    from .client.binary_responses import (
        AsyncBinaryAPIResponse as AsyncBinaryAPIResponse,
    )
    from .client.binary_responses import (
        AsyncStreamedBinaryAPIResponse as AsyncStreamedBinaryAPIResponse,
    )
    from .client.binary_responses import BinaryAPIResponse as BinaryAPIResponse
    from .client.binary_responses import (
        StreamedBinaryAPIResponse as StreamedBinaryAPIResponse,
    )
    from .client.body_spec import BodySpec as BodySpec
    from .client.params import params as params
    from .client.client import AsyncAPIClient as AsyncAPIClient
    from .client.client import SyncAPIClient as SyncAPIClient
    from .http.default_clients import (
        DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS,
    )
    from .http.default_clients import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from .http.default_clients import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
    from .http.default_clients import DefaultHttpxClient as DefaultHttpxClient
    from .http.default_clients import ProxiesTypes as ProxiesTypes
    from .http.default_clients import Timeout as Timeout
    from .http.default_clients import Transport as Transport
    from .client.client_options import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from .client.endpoint import BinaryEndpoint as BinaryEndpoint
    from .client.endpoint import Endpoint as Endpoint
    from .client.endpoint import PagedEndpoint as PagedEndpoint
    from .client.endpoint import StreamEndpoint as StreamEndpoint
    from .client.endpoint import SwitchedEndpoint as SwitchedEndpoint
    from .policy.credentials import as_secret as as_secret
    from .policy.errors import APIConnectionError as APIConnectionError
    from .policy.errors import APIError as APIError
    from .policy.errors import APIResponseValidationError as APIResponseValidationError
    from .policy.errors import APIStatusError as APIStatusError
    from .policy.errors import APITimeoutError as APITimeoutError
    from .policy.errors import APIWebhookValidationError as APIWebhookValidationError
    from .policy.errors import AuthenticationError as AuthenticationError
    from .policy.errors import BadRequestError as BadRequestError
    from .policy.errors import ClientError as ClientError
    from .policy.errors import ConflictError as ConflictError
    from .policy.errors import InternalServerError as InternalServerError
    from .policy.errors import NotFoundError as NotFoundError
    from .policy.errors import PaginationLoopError as PaginationLoopError
    from .policy.errors import PermissionDeniedError as PermissionDeniedError
    from .policy.errors import RateLimitError as RateLimitError
    from .policy.errors import UnprocessableEntityError as UnprocessableEntityError
    from .wire.event_stream import ServerSentEvent as ServerSentEvent
    from .decode.models import BaseModel as BaseModel
    from .decode.required import REQUIRED as REQUIRED
    from .decode.tagged import PropertyInfo as PropertyInfo
    from .decode.tagged import Subtypes as Subtypes
    from .wire.encodings import Base64Url as Base64Url
    from .client.modes import async_returns_raw as async_returns_raw
    from .client.modes import async_returns_stream as async_returns_stream
    from .client.modes import returns_raw as returns_raw
    from .client.modes import returns_stream as returns_stream
    from .wire.form_fields import FieldEncoding as FieldEncoding
    from .wire.multipart import FileTypes as FileTypes
    from .wire.multipart import file_from_path as file_from_path
    from .policy.oauth2 import ClientCredentials as ClientCredentials
    from .policy.oauth2 import RefreshToken as RefreshToken
    from .policy.oauth2 import TokenError as TokenError
    from .policy.oauth2_logins import AuthorizationRequest as AuthorizationRequest
    from .policy.oauth2_logins import DeviceLogin as DeviceLogin
    from .policy.oauth2_logins import OpenIDEndpoints as OpenIDEndpoints
    from .policy.observers import ObservedAttempt as ObservedAttempt
    from .policy.observers import Observer as Observer
    from .wire.options import Body as Body
    from .wire.options import Headers as Headers
    from .wire.options import MethodOptions as MethodOptions
    from .wire.options import Query as Query
    from .wire.options import RequestOptions as RequestOptions
    from .wire.options import SequenceNotStr as SequenceNotStr
    from .pages.page_rules import CursorIdRules as CursorIdRules
    from .pages.page_rules import CursorRules as CursorRules
    from .pages.page_rules import CursorUrlRules as CursorUrlRules
    from .pages.page_rules import OffsetRules as OffsetRules
    from .pages.page_rules import PageInfo as PageInfo
    from .pages.page_rules import PageNumberRules as PageNumberRules
    from .pages.page_rules import SinglePageRules as SinglePageRules
    from .pages.pages import AsyncPage as AsyncPage
    from .pages.pages import ItemT as ItemT
    from .pages.pages import SyncPage as SyncPage
    from .pages.paginator import AsyncPaginator as AsyncPaginator
    from .wire.param_styles import ParamStyle as ParamStyle
    from .wire.path_scope import PathScope as PathScope
    from .client.resource import AsyncResource as AsyncResource
    from .client.resource import SyncResource as SyncResource
    from .client.responses import APIResponse as APIResponse
    from .client.responses import AsyncAPIResponse as AsyncAPIResponse
    from .wire.sentinels import NOT_GIVEN as NOT_GIVEN
    from .wire.sentinels import NoneType as NoneType
    from .wire.sentinels import NotGiven as NotGiven
    from .wire.sentinels import Omit as Omit
    from .wire.sentinels import not_given as not_given
    from .wire.sentinels import omit as omit
    from .policy.settings import Credential as Credential
    from .policy.settings import ErrorEnvelope as ErrorEnvelope
    from .policy.settings import ErrorKinds as ErrorKinds
    from .policy.settings import EventRule as EventRule
    from .policy.settings import Settings as Settings
    from .wire.sources import Content as Content
    from .client.streams import AsyncStream as AsyncStream
    from .client.streams import Stream as Stream
    from .policy.tracing import Tracing as Tracing
    from .client.webhooks import WebhookVerificationError as WebhookVerificationError
    from .wire.wire_names import WireName as WireName
else:
    _MODULES = {
        ".aiohttp.client": "DefaultAioHttpClient",
        ".client.binary_responses": "AsyncBinaryAPIResponse AsyncStreamedBinaryAPIResponse "
        "BinaryAPIResponse StreamedBinaryAPIResponse",
        ".client.body_spec": "BodySpec",
        ".client.params": "params",
        ".client.client": "AsyncAPIClient SyncAPIClient",
        ".client.client_options": "DEFAULT_MAX_RETRIES",
        ".http.default_clients": "DEFAULT_CONNECTION_LIMITS DEFAULT_TIMEOUT DefaultAsyncHttpxClient "
        "DefaultHttpxClient ProxiesTypes Timeout Transport",
        ".client.endpoint": "BinaryEndpoint Endpoint PagedEndpoint StreamEndpoint "
        "SwitchedEndpoint",
        ".policy.credentials": "as_secret",
        ".policy.errors": "APIConnectionError APIError APIResponseValidationError APIStatusError "
        "APITimeoutError APIWebhookValidationError AuthenticationError BadRequestError ClientError ConflictError "
        "InternalServerError NotFoundError PaginationLoopError PermissionDeniedError "
        "RateLimitError UnprocessableEntityError",
        ".wire.event_stream": "ServerSentEvent",
        ".decode.models": "BaseModel",
        ".decode.required": "REQUIRED",
        ".decode.tagged": "PropertyInfo Subtypes",
        ".wire.encodings": "Base64Url",
        ".client.modes": "async_returns_raw async_returns_stream returns_raw returns_stream",
        ".wire.form_fields": "FieldEncoding",
        ".wire.multipart": "FileTypes file_from_path",
        ".policy.oauth2": "ClientCredentials RefreshToken TokenError",
        ".policy.oauth2_logins": "AuthorizationRequest DeviceLogin OpenIDEndpoints",
        ".policy.observers": "ObservedAttempt Observer",
        ".wire.options": "Body Headers MethodOptions Query RequestOptions SequenceNotStr",
        ".pages.page_rules": "CursorIdRules CursorRules CursorUrlRules OffsetRules PageInfo "
        "PageNumberRules SinglePageRules",
        ".pages.pages": "AsyncPage ItemT SyncPage",
        ".pages.paginator": "AsyncPaginator",
        ".wire.param_styles": "ParamStyle",
        ".wire.path_scope": "PathScope",
        ".client.resource": "AsyncResource SyncResource",
        ".client.responses": "APIResponse AsyncAPIResponse",
        ".wire.sentinels": "NOT_GIVEN NoneType NotGiven Omit not_given omit",
        ".policy.settings": "Credential ErrorEnvelope ErrorKinds EventRule Settings",
        ".wire.sources": "Content",
        ".client.streams": "AsyncStream Stream",
        ".policy.tracing": "Tracing",
        ".client.webhooks": "WebhookVerificationError",
        ".wire.wire_names": "WireName",
    }
    __getattr__, __dir__ = exports(
        __name__,
        {name: module for module, names in _MODULES.items() for name in names.split()},
    )
