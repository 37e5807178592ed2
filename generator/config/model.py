"""What a configuration says, as frozen values that keep their places.

Names here are those of the configuration; nothing of the description has been looked up yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from ..diagnostics import Place
from ..source import Input, Reader
from .docs import DocsConfig


class AuthRole(Struct, frozen=True):
    """Which security scheme a client option feeds, and as which part of it."""

    scheme: str
    role: str


class LicenseConfig(Struct, frozen=True):
    """The license of the client: its SPDX identifier, and the name and the text of its file, where
    the configuration has them."""

    name: str
    file: tuple[str, str] | None = None


class RetryConfig(Struct, frozen=True):
    """How calls are repeated: the number of retries, the first and the longest delay in seconds, and
    the header of the key that makes any call safe to repeat, with its ``place``."""

    max_retries: int
    delays: tuple[float, float] | None
    idempotency_header: str | None
    place: Place


class OptionPlaces(Struct, frozen=True):
    """Where a client option goes: a header, a query parameter, a cookie, a variable of the base URL."""

    header: str | None = None
    query: str | None = None
    cookie: str | None = None
    url: str | None = None


class OptionConfig(Struct, frozen=True):
    """A client option (``client_settings.opts``)."""

    name: str
    type: str
    nullable: bool
    env: str | None
    auth: AuthRole | None
    default: object
    description: str | None
    place: Place
    places: OptionPlaces = OptionPlaces()


class PageProperty(Struct, frozen=True):
    """One parameter or response property of a pagination scheme.

    ``path`` leads to a nested response property, ``purpose`` is the role it plays (empty where
    it plays none), ``type`` the JSON type. The value of a response property is in the body, unless
    ``header`` names the response header that holds it, or the property ``is_body``: the whole of it.
    """

    path: tuple[str, ...]
    type: str | None
    purpose: str
    header: str | None = None
    is_body: bool = False


class PageConfig(Struct, frozen=True):
    """A pagination scheme."""

    name: str
    kind: str
    request: tuple[PageProperty, ...]
    response: tuple[PageProperty, ...]
    description: str | None
    place: Place
    is_sent_in_body: bool = False

    @property
    def params(self) -> tuple[str, ...]:
        """The parameters that ask for a page."""
        return tuple(p.path[-1] for p in self.request if p.purpose)


class StreamingConfig(Struct, frozen=True):
    """How a method streams: always, or if the boolean argument ``switch`` is true; ``event`` is the
    resource and the name of the model of an event.
    """

    switch: str | None
    event: tuple[tuple[str, ...], str] | None
    place: Place


class UnwrapConfig(Struct, frozen=True):
    """The property of a response whose value the method returns (``unwrap_response``)."""

    property: str
    place: Place


class KeptConfig(Struct, frozen=True):
    """What was removed since a former ``description`` and is kept in versions before ``until``
    (``x-keep-removed``), with the successors that the owner names."""

    description: Path
    until: str
    successors: Mapping[str, str]
    place: Place


class CallDefaults(Struct, frozen=True):
    """What calls of a method have in place of what the client has."""

    timeout_seconds: float | None = None
    max_retries: int | None = None
    retries: str | None = None


class MethodConfig(Struct, frozen=True):
    """A method entry: its verb and path, and what the configuration decides about it.

    ``paginated``: None takes the first scheme that matches, True expects one to match, False takes
    none, a name takes that scheme. ``skip_test``: why the test of the method is skipped. ``streaming``: None follows the description, False never streams,
    else it tells how the method streams. ``unwrapped``: the property that the method returns the
    value of, False for none, None for what the settings say. ``body``:
    the argument that takes the whole body. What is an ``alias_of`` another method shares its types.
    """

    name: str
    verb: str
    path: str
    paginated: str | bool | None
    positional: tuple[str, ...] | None
    deprecated: str | None
    place: Place
    paginated_place: Place
    streaming: StreamingConfig | Literal[False] | None = None
    unwrapped: UnwrapConfig | Literal[False] | None = None
    body: str | None = None
    skip_test: str | None = None
    defaults: CallDefaults = CallDefaults()
    alias_of: str | None = None


class WebhookConfig(Struct, frozen=True):
    """A method that reads webhooks (``webhook_unwrap``); the property ``discriminator`` tells them apart, and the
    client option ``key``, named at ``key_place``, holds the key of their signatures."""

    name: str
    discriminator: str | None
    deprecated: str | None
    place: Place
    key: str | None = None
    key_place: Place = Place("")


class ModelConfig(Struct, frozen=True):
    """A model entry: the name to give to a schema of the description, or another name for the model
    that it is an ``alias_of``. It ``has_suffix`` where callers give it."""

    name: str
    target: str
    place: Place
    alias_of: str | None = None
    deprecated: str | None = None
    has_suffix: bool = True


class ResourceConfig(Struct, frozen=True):
    """A resource with its models, methods and subresources. It ``has_own_list`` if its methods are
    listed in an ``api.md`` of its own."""

    path: tuple[str, ...]
    models: tuple[ModelConfig, ...]
    methods: tuple[MethodConfig, ...]
    children: tuple[ResourceConfig, ...]
    description: str | None
    deprecated: str | None
    place: Place
    has_own_list: bool = False
    webhooks: tuple[WebhookConfig, ...] = ()


class ScopeConfig(Struct, frozen=True):
    """A path scope (``x-path-scopes``): arguments of which one fills two path parameters."""

    name: str
    kind: str
    id: str
    choices: Mapping[str, tuple[str, str | None]]
    place: Place


class EventRuleConfig(Struct, frozen=True):
    """A rule for the events of streams (``streaming.on_event``).

    ``types`` are the types of the events that it fits, None for any; ``handle`` is ``yield``,
    ``done`` or ``error``.
    """

    handle: str
    types: tuple[str | None, ...] | None
    starts_with: str
    error_property: str | None


class ErrorSettings(Struct, frozen=True):
    """Where error responses say why (``x-errors``)."""

    items: str
    model: tuple[tuple[str, ...], str]
    success: str | None
    place: Place


class ErrorMessageConfig(Struct, frozen=True):
    """The properties that lead to the message in an error response (``errors.message_property``)."""

    path: tuple[str, ...]
    place: Place


class ErrorVariantConfig(Struct, frozen=True):
    """What a ``value`` of the discriminator means: the name of a class, and the status of its responses."""

    value: str
    status: int | None
    name: str | None
    place: Place


class ErrorKindsConfig(Struct, frozen=True):
    """The errors that have classes of their own (``errors.union``): the schema that is a union of them, the
    properties that lead to what tells them apart and to their status (empty for none).
    """

    source: str
    discriminator: tuple[str, ...]
    status: tuple[str, ...]
    variants: tuple[ErrorVariantConfig, ...]
    place: Place


class ErrorsConfig(Struct, frozen=True):
    """Where error responses list errors and have their message, and the kinds of errors."""

    listed: ErrorSettings | None = None
    message: ErrorMessageConfig | None = None
    kinds: ErrorKindsConfig | None = None


class ExampleRequest(Struct, frozen=True):
    """A call for the documentation (``readme.example_requests``)."""

    endpoint: str
    params: Mapping[str, object]
    place: Place


class SdkConfig(Struct, frozen=True):
    """The whole configuration; ``written`` is the parsed file, which the manifest hashes.

    ``pages`` is None if pagination may be inferred, empty if no method returns pages. ``skipped``
    are the endpoints that only other languages have. It ``unites_responses`` if a method returns what any
    of its statuses of success has, in place of what the first one has.
    """

    name: str
    place: Place
    import_name: str
    project_name: str
    title: str
    version: str
    is_published: bool
    has_tests: bool
    has_private_modules: bool
    ci_description: str | None
    release_environment: str
    notice: str | None
    docs_url: str | None
    contact: str | None
    repository: str | None
    license: LicenseConfig
    client_name: str | None
    has_positional: bool
    skipped: frozenset[tuple[str, str]]
    environments: Mapping[str, str]
    env_prefix: str | None
    options: tuple[OptionConfig, ...]
    default_headers: Mapping[str, str]
    timeout_seconds: float
    retries: RetryConfig
    retry_mode: str
    array_format: str | None
    nested_format: str | None
    form_array_format: str | None
    form_nested_format: str | None
    pages: tuple[PageConfig, ...] | None
    resources: tuple[ResourceConfig, ...]
    shared: tuple[ModelConfig, ...]
    scopes: tuple[ScopeConfig, ...]
    errors: ErrorsConfig
    examples: Mapping[str, ExampleRequest]
    unspecified: frozenset[tuple[str, str]]
    security_schemes: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    security: tuple[tuple[str, ...], ...] | None = None
    sort_properties: bool = True
    unwrapped: tuple[str, ...] = ()
    unwraps_many: bool = False
    unites_responses: bool = False
    event_rules: tuple[EventRuleConfig, ...] = ()
    overlays: tuple[Input, ...] = ()
    kept: KeptConfig | None = None
    transforms: tuple[tuple[str, Reader], ...] = ()
    initialisms: Mapping[str, bool] = field(default_factory=dict[str, bool])
    casings: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    docs: DocsConfig = DocsConfig()
    written: Mapping[str, object] = field(default_factory=dict[str, object])
