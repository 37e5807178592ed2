"""Names that a scope of generated code cannot give away, and how a name steps aside.

What a surface decides follows the published one: keywords and the attributes of a model get a
trailing underscore; ``id``, ``type``, ``format`` and other builtins stay as they are.
"""

from __future__ import annotations

import keyword

KEYWORDS = frozenset(keyword.kwlist)

MODEL_ATTRIBUTES = frozenset(
    "construct copy dict fields from_orm json mro parse_file parse_obj parse_raw register schema "
    "schema_json to_dict to_json update_forward_refs validate".split()
)
"""Attributes of the model base class, which a field must not hide."""

PAGE_ATTRIBUTES = MODEL_ATTRIBUTES | frozenset(
    "get_next_page has_next_page items iter_pages next_page_info".split()
)
"""Attributes of the base class of pages, which a field must not hide."""

MODEL_MODULE_NAMES = frozenset(
    "Annotated BaseModel Field Literal PropertyInfo Subtypes TypeAlias TypeAliasType".split()
)
"""Classes that a module of models imports."""

SENT_MODULE_NAMES = frozenset(
    "Annotated FileTypes Iterable Literal Mapping MethodOptions Required SequenceNotStr TypeAlias "
    "TypeAliasType TypedDict WireName".split()
)
"""Classes that a module of what callers give imports."""

PAGE_MODULE_NAMES = MODEL_MODULE_NAMES | frozenset(
    "BaseAsyncPage BaseSyncPage CursorIdRules CursorRules CursorUrlRules Generic ItemT "
    "OffsetRules PageNumberRules SinglePageRules".split()
)
"""Classes that a module of pages imports."""

OPTION_ARGUMENTS = frozenset(
    "extra_headers extra_query extra_body timeout self".split()
)
"""Arguments that every method has."""

CLASS_BODY = frozenset(
    "async_returns_raw async_returns_stream cached_property deprecated not_given omit overload "
    "returns_raw returns_stream self".split()
)
"""Names that the classes of clients and resources read, which an attribute would hide."""

RESOURCE_ATTRIBUTES = CLASS_BODY | {"with_raw_response", "with_streaming_response"}
"""Attributes that a resource cannot give away."""

CLIENT_ATTRIBUTES = RESOURCE_ATTRIBUTES | frozenset(
    "auth_headers base_url close copy custom_auth deadline default_headers "
    "default_query delete get get_api_list is_closed max_retries patch perform platform_headers "
    "post prepare put qs request timeout user_agent with_options".split()
)
"""Attributes that the client cannot give away."""

CLIENT_ARGUMENTS = frozenset(
    "as_secret base_url deadline default_headers default_query http_client max_retries observers "
    "set_default_headers set_default_query super timeout".split()
)
"""Arguments of every client's constructor and of ``with_options``, and what their bodies call."""

RESOURCE_CLASSES = frozenset(("AsyncResource", "SyncResource"))
"""Classes that a module of a resource imports."""

PACKAGE_EXPORTS = tuple(
    (
        "APIConnectionError APIError APIResponse APIResponseValidationError APIStatusError "
        "APITimeoutError AsyncAPIResponse AsyncStream AuthenticationError AuthorizationRequest "
        "BadRequestError BaseModel ClientCredentials ConflictError DEFAULT_CONNECTION_LIMITS DEFAULT_MAX_RETRIES "
        "DEFAULT_TIMEOUT DefaultAioHttpClient DefaultAsyncHttpxClient DefaultHttpxClient "
        "DeviceLogin InternalServerError NOT_GIVEN NoneType NotFoundError NotGiven ObservedAttempt Observer "
        "Omit OpenIDEndpoints PaginationLoopError PermissionDeniedError ProxiesTypes "
        "RateLimitError RefreshToken RequestOptions ServerSentEvent Stream Timeout TokenError Tracing Transport "
        "UnprocessableEntityError file_from_path not_given omit"
    ).split()
)
"""What every client's package exports of its run-time library."""

STATUS_ERRORS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
"""The classes of the run-time library for errors by their status."""

EXCEPTION_MODULE_NAMES = frozenset(("ERROR_KINDS", "TYPE_CHECKING"))
"""Names of the module of exceptions, beyond those that the package exports."""

CLIENT_CLASSES = frozenset(PACKAGE_EXPORTS) | frozenset(
    "APIWebhookValidationError Any AsyncAPIClient AsyncClient Credential ErrorEnvelope ErrorKinds Iterable Mapping Observer Self Settings "
    "SyncAPIClient WebhookVerificationError".split()
)
"""Names that the package exports or that the module of the clients imports."""


def escape(name: str, reserved: frozenset[str]) -> str:
    """The name, with trailing underscores where the language or the scope has taken it."""
    while name in KEYWORDS or name in reserved:
        name = f"{name}_"
    return name


def identifier(name: str, fallback: str) -> str:
    """A valid identifier close to ``name``: never empty, never starting with a digit.

    ``fallback`` is the word that replaces a name without letters or before a digit.
    """
    if not name:
        return fallback
    return f"{fallback}_{name}" if name[0].isdigit() else name
