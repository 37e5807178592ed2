"""The bound SDK: what its users see, in the order in which they see it.

Frozen, and nothing but values: every fact that is printed or compared is here once. What only
documentation shows is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct

from ..ir import (
    CLIENT,
    Body,
    CallDefaults,
    Carrier,
    EventRule,
    Late,
    Location,
    Package,
    PageKind,
    ResourcePath,
    RetryPolicy,
    ScalarKind,
    Security,
)
from ..naming import Module, SwitchedParams, TypeName
from ..sample import ResponseSample
from .arguments import Argument
from .error_classes import ErrorClasses
from .responses import Response
from .returned import (
    BinaryResult as BinaryResult,
    ModelResult as ModelResult,
    NoResult as NoResult,
    PageResult as PageResult,
    Result as Result,
    StreamResult as StreamResult,
    SwitchedResult as SwitchedResult,
    TextResult as TextResult,
    returned_type as returned_type,
)
from .types import Definition, Model, TypeExpression

SHARED: ResourcePath = ("$shared",)
"""What lists the models that belong to no resource."""


class Option(Struct, frozen=True, kw_only=True):
    """One option of the client's constructor. ``key`` is its name in the configuration; one that is
    not ``required`` has a ``default``, and may be read from the variable ``env``. A client cannot be
    built without a value of one that is ``needed``. It is sent in ``header``, ``query`` or ``cookie``,
    and fills ``url_variable`` of the base URL."""

    key: str
    name: str
    kind: ScalarKind
    required: bool
    needed: bool
    default: object
    env: str | None
    header: str | None
    query: str | None
    cookie: str | None
    url_variable: str | None
    description: str | None


class Credential(Struct, frozen=True, kw_only=True):
    """A way to carry a credential: the key of the option that holds it, and where it is sent.

    ``prefix`` precedes the value. ``partner`` is the key of the option of a password or client
    secret, ``token_url`` the endpoint that gives a token for both.
    """

    scheme: str
    option: str
    carrier: Carrier
    wire_name: str
    prefix: str
    description: str | None
    partner: str | None
    token_url: str | None


class Errors(Struct, frozen=True, kw_only=True):
    """Where a failed response lists its errors, the type of each, and where it says that it failed."""

    items: str
    model: TypeName
    success: str | None


class Page(Struct, frozen=True, kw_only=True):
    """The page classes of a pagination scheme.

    ``params`` and ``fields`` map a role (e.g. ``next_cursor_param``, ``items``) to a wire name, a
    field to a path of them. ``body`` is the model whose fields the classes have, ``items`` the
    attributes from a page to its items, ``holders`` the models on that way. ``headers`` maps
    properties to the response headers that hold them; ``whole`` is the property that is the whole
    body of a response.
    """

    scheme: str
    kind: PageKind
    module: Module
    sync_class: str
    async_class: str
    body: TypeName
    items: tuple[str, ...]
    holders: tuple[TypeName, ...]
    params: Mapping[str, str]
    fields: Mapping[str, tuple[str, ...]]
    headers: Mapping[str, str]
    whole: str | None
    description: str


class Scope(Struct, frozen=True, kw_only=True):
    """Two path parameters that one of several arguments fills: ``kind`` with the value that
    ``choices`` has for the argument's wire name, ``id`` with what the caller gives."""

    name: str
    kind: str
    id: str
    choices: Mapping[str, str]


class Example(Struct, frozen=True, kw_only=True):
    """A call to show: values by argument name, in the order of the signature; ``sent`` are the same
    as they go over the wire.

    ``responses`` are bodies that the server may send, those of success first.
    """

    arguments: Mapping[str, object]
    sent: Mapping[str, object]
    responses: Late[tuple[ResponseSample, ...]]


class ParamsVariant(Struct, frozen=True):
    """The type of the arguments of calls that send one of several kinds of bodies, and these."""

    type: TypeName
    arguments: tuple[Argument, ...]
    description: str | None


class Method(Struct, frozen=True, kw_only=True):
    """A method of a resource.

    ``path`` are the attributes from the client to it, ``arguments`` come in the order of the
    signature. ``params_type`` is their type if some are outside the path, of which ``switched_params``
    are the kinds where the method streams on request, and ``params_variants`` those where the body is one of several kinds of objects; ``arguments_type`` is the type of
    what may follow the ``deciding`` ones; ``title`` names it in a list, ``about`` is the first sentence of its description.
    ``route`` is the path as the description writes it, ``template`` what is sent, always with ``query``; ``server`` is the
    base URL if it is not the client's.
    ``variants`` are the arguments of each overload where bodies of several kinds have their own;
    of ``either``, all arguments of one alternative are needed.
    ``has_own_security`` says that its credentials are not those of the API. ``skip_test`` is the
    reason why its test is skipped. One that ``is_removed`` calls what the API no longer has.
    """

    name: str
    path: tuple[str, ...]
    verb: str
    route: str
    template: str
    query: tuple[tuple[str, str], ...]
    server: str | None
    title: str
    about: str
    description: str | None
    summary: str | None
    deprecated: str | None
    is_removed: bool
    arguments: tuple[Argument, ...]
    params_type: TypeName | None
    switched_params: SwitchedParams | None
    params_variants: tuple[ParamsVariant, ...]
    arguments_type: TypeName | None
    body: Body | None
    variants: tuple[tuple[Argument, ...], ...]
    either: tuple[tuple[str, ...], ...]
    scope: Scope | None
    result: Result
    security: Security
    has_own_security: bool
    responses: tuple[Response, ...]
    example: Example
    skip_test: str | None
    defaults: CallDefaults

    @property
    def dotted(self) -> str:
        """The attributes from the client to the method."""
        return ".".join(self.path)

    @property
    def is_paged(self) -> bool:
        """Whether it returns pages."""
        return isinstance(self.result, PageResult)

    @property
    def successes(self) -> tuple[Response, ...]:
        """What is described of the statuses of success."""
        return tuple(r for r in self.responses if r.is_success)

    @property
    def failures(self) -> tuple[Response, ...]:
        """What is described of the statuses of failure."""
        return tuple(r for r in self.responses if not r.is_success)

    @property
    def choices(self) -> tuple[Argument, ...]:
        """The arguments of which exactly one is given."""
        return tuple(a for a in self.arguments if a.location is Location.SCOPE)

    @property
    def switch(self) -> Argument | None:
        """The argument that asks for a stream instead of a value."""
        if not isinstance(self.result, SwitchedResult):
            return None
        name = self.result.switch
        return next(a for a in self.arguments if a.name == name)

    @property
    def deciding(self) -> tuple[Argument, ...]:
        """The arguments that decide between overloads: the choices of a scope, and the switch."""
        return (*self.choices, *((self.switch,) if self.switch else ()))


class Webhook(Struct, frozen=True, kw_only=True):
    """A method that reads a webhook; ``path`` are the attributes from the client to it, ``key`` is the attribute of
    the client with the key of its signature (empty for none), which is checked if it ``is_verified``.
    """

    name: str
    path: tuple[str, ...]
    type: TypeExpression
    key: str
    is_verified: bool
    deprecated: str | None

    @property
    def about(self) -> str:
        """What it does, in a sentence."""
        if self.is_verified:
            return "Check the signature of a webhook, and return its event."
        return "Return the event of a webhook without a check of its signature."


class Resource(Struct, frozen=True, kw_only=True):
    """A group of methods and of further resources.

    ``id`` is its path in the configuration, ``path`` the attributes from the client to it. It
    ``has_own_list`` if api.md lists its methods in a file of its own.
    """

    id: ResourcePath
    path: tuple[str, ...]
    sync_class: str
    async_class: str
    module: Module
    types_package: Module
    description: str | None
    has_own_list: bool
    methods: tuple[Method, ...]
    webhooks: tuple[Webhook, ...]
    children: tuple[Resource, ...]

    @property
    def is_client(self) -> bool:
        """Whether its methods are those of the client itself, which inherits them."""
        return self.id == CLIENT

    @property
    def attribute(self) -> str:
        """Its attribute on the resource around it, or on the client."""
        return self.path[-1]

    @property
    def about(self) -> str:
        """Its description, or a sentence that names its path."""
        if self.is_client:
            return self.description or "Calls of the client itself."
        return self.description or f"Calls under {'.'.join(self.id)}."


class Sdk(Struct, frozen=True, kw_only=True, dict=True):
    """The whole surface. ``error_message`` are the properties of a response that lead to the message of an error. ``shown`` is the dotted path of the method that introductions show;
    ``base_url`` is empty where each client needs one of its own; ``environments`` are the base URLs
    that a caller can choose from, if there are several."""

    package: Package
    client: str
    async_client: str
    base_error: str
    base_url: str
    environments: Mapping[str, str]
    env_prefix: str
    options: tuple[Option, ...]
    credentials: tuple[Credential, ...]
    security: Security
    default_headers: Mapping[str, str]
    array_format: str
    nested_format: str
    timeout_seconds: float
    retries: RetryPolicy
    errors: Errors | None
    error_message: tuple[str, ...]
    error_classes: ErrorClasses | None
    event_rules: tuple[EventRule, ...]
    pages: tuple[Page, ...]
    resources: tuple[Resource, ...]
    types: tuple[Definition, ...]
    shown: str | None

    def every_resource(self) -> tuple[Resource, ...]:
        """All resources, parents before children."""

        def below(resources: tuple[Resource, ...]) -> list[Resource]:
            return [r for top in resources for r in (top, *below(top.children))]

        return tuple(below(self.resources))

    @property
    def own(self) -> Resource | None:
        """What holds the methods of the client itself."""
        return next((r for r in self.resources if r.is_client), None)

    @property
    def children(self) -> tuple[Resource, ...]:
        """The resources that are attributes of the client."""
        return tuple(r for r in self.resources if not r.is_client)

    def every_method(self) -> tuple[Method, ...]:
        """All methods, in the order of their resources."""
        return tuple(m for r in self.every_resource() for m in r.methods)

    @cached_property
    def definitions(self) -> Mapping[TypeName, Definition]:
        """The meaning of each name."""
        return MappingProxyType({found.name: found for found in self.types})

    @property
    def has_webhooks(self) -> bool:
        """Whether a method reads webhooks."""
        return any(resource.webhooks for resource in self.every_resource())

    @property
    def streams(self) -> bool:
        """Whether a method returns a stream."""
        kinds = (StreamResult, SwitchedResult)
        return any(isinstance(m.result, kinds) for m in self.every_method())

    def page(self, scheme: str) -> Page:
        """The page classes of a scheme."""
        return next(page for page in self.pages if page.scheme == scheme)

    def option(self, key: str) -> Option:
        """The option of a key."""
        return next(option for option in self.options if option.key == key)

    def sole_credential(self, security: Security) -> Credential | None:
        """A credential that is enough by itself, the first if there are several."""
        held = {
            frozenset(filter(None, (c.option, c.partner))): c for c in self.credentials
        }
        return next((held[k] for k in map(frozenset, security) if k in held), None)

    def body_of(self, page: Page) -> Model:
        """The model whose fields the classes of a page have."""
        body = self.definitions[page.body]
        assert isinstance(body, Model)
        return body
