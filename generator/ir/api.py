"""The whole SDK as one value: package, client options, authentication, page schemes, tree, types."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from ..diagnostics import Place
from .operations import Resource, Security
from .types import Definition, MethodId, TypeId, TypeRef

USUAL_RETRIES = 2
"""How often a call is tried again where the configuration says nothing."""

USUAL_TIMEOUT = 60.0
"""Seconds for each phase of a call where the configuration says nothing."""


class Author(Struct, frozen=True):
    """Who publishes the package: a name, an e-mail address, or both; the other is empty."""

    name: str
    email: str


class Package(Struct, frozen=True):
    """How the package is published: names, version, links and legal words.

    ``about`` says what the API is for, as the description does; ``support`` is a URL for questions;
    ``repository`` is the ``owner/name`` of the package's own one. ``is_published`` says that it
    can be installed by its name, ``has_tests`` that it has tests of its own. ``ci_description`` is
    where its workflows find the description to test it with; None without a workflow of tests.
    ``release_environment`` is the environment of the repository that a published package is released
    from.
    ``license_file`` is the name and the text of the license's file, where that is no usual one.
    """

    import_name: str
    project_name: str
    version: str
    title: str
    description: str
    license: str
    about: str = ""
    author: Author | None = None
    support: str | None = None
    docs_url: str | None = None
    repository: str | None = None
    notice: str | None = None
    is_published: bool = False
    has_tests: bool = True
    has_private_modules: bool = True
    ci_description: str | None = None
    release_environment: str = "release"
    license_file: tuple[str, str] | None = None


class Carrier(Enum):
    """The part of a request that carries a credential."""

    HEADER = "header"
    QUERY = "query"
    COOKIE = "cookie"


class AuthScheme(Struct, frozen=True):
    """One way to carry a credential: the client option that holds it and where it is sent.

    ``prefix`` precedes the value, e.g. ``"Bearer "``. ``partner`` is the option of the password that
    belongs to a user name, or of the secret of a client that gets its token at ``token_url``.
    """

    name: str
    option: str
    carrier: Carrier
    wire_name: str
    prefix: str = ""
    description: str | None = None
    partner: str | None = None
    token_url: str | None = None


class ClientOption(Struct, frozen=True):
    """One option of the client's constructor, beyond those that every client has.

    It is sent in ``header``, ``query`` or ``cookie`` if they have its name there, and fills the variable
    ``url_variable`` of the base URL.
    """

    name: str
    type: TypeRef
    nullable: bool
    env: str | None = None
    description: str | None = None
    header: str | None = None
    query: str | None = None
    cookie: str | None = None
    url_variable: str | None = None
    default: object = None
    place: Place = Place("")


class RetryPolicy(Struct, frozen=True):
    """How calls are repeated: the usual number of retries, the first and the longest delay in seconds,
    which calls are meant (``safe`` or ``compatible``), and the header of the key that makes any call
    safe to repeat."""

    max_retries: int = USUAL_RETRIES
    delays: tuple[float, float] | None = None
    mode: str = "safe"
    idempotency_header: str | None = None


class PageKind(Enum):
    """How the next page is found."""

    CURSOR = "cursor"
    CURSOR_ID = "cursor_id"
    CURSOR_URL = "cursor_url"
    OFFSET = "offset"
    PAGE_NUMBER = "page_number"
    SINGLE = "fake_page"


class PageScheme(Struct, frozen=True):
    """A pagination scheme: which request parameters and response properties play which role.

    ``params`` and ``fields`` map a role (e.g. ``next_cursor_param``, ``items``) to the name on
    the wire, a field being a path of property names. ``id`` is the page's own definition, in
    which the items have the type ``PageItem``. ``headers`` maps properties that are not in the body
    to the response headers that hold them; ``body`` is the property that is the whole body.
    """

    name: str
    kind: PageKind
    id: TypeId
    params: Mapping[str, str]
    fields: Mapping[str, tuple[str, ...]]
    headers: Mapping[str, str]
    body: str | None = None
    description: str | None = None


class ErrorEnvelope(Struct, frozen=True):
    """Where a failed response says why: the property that lists the errors, the type of each,
    and the property that says whether the call succeeded."""

    items: str
    type: TypeId
    success: str | None = None


class ErrorKind(Struct, frozen=True):
    """A kind of error with a class of its own: the ``values`` of the discriminator that mean it, and the
    statuses of its responses (none if they are not known).

    ``name`` is the configured one if it ``is_configured``, else the value.
    """

    name: str
    values: tuple[str, ...]
    statuses: tuple[int, ...]
    is_configured: bool
    description: str | None
    place: Place


class ErrorKinds(Struct, frozen=True):
    """The kinds of errors, and the properties of a response that lead to what tells them apart."""

    discriminator: tuple[str, ...]
    kinds: tuple[ErrorKind, ...]


class OwnErrors(Struct, frozen=True):
    """What the errors of an API say and are: the properties of a response that lead to its message (none
    for the whole response), and the kinds of errors."""

    message: tuple[str, ...] = ()
    kinds: ErrorKinds | None = None


class EventRule(Struct, frozen=True):
    """What becomes of the events of streams that fit: ``handle`` is ``yield``, ``done`` or ``error``.

    ``types`` are the types of event that fit (None is an event without one), None for any.
    """

    handle: str = "yield"
    types: tuple[str | None, ...] | None = None
    starts_with: str = ""
    error_property: str | None = None


USUAL_EVENTS = (EventRule("done", starts_with="[DONE]"), EventRule())
"""How events are read where the configuration says nothing: many APIs end their streams this way."""


class QueryFormat(Struct, frozen=True):
    """How lists and nested objects are written in a query string."""

    arrays: str = "comma"
    objects: str = "brackets"


class Example(Struct, frozen=True):
    """A call that the documentation shows: the method and its arguments by wire name."""

    method: MethodId
    arguments: Mapping[str, object]


class Api(Struct, frozen=True):
    """Everything that the later phases need to know.

    ``client`` is what the client's class is named after. ``described`` is the number of operations in the description; ``left_out`` tells how many of
    them no method calls, by the reason.
    """

    client: str
    package: Package
    servers: Mapping[str, str]
    env_prefix: str
    options: tuple[ClientOption, ...]
    auth: tuple[AuthScheme, ...]
    security: Security
    default_headers: Mapping[str, str]
    query: QueryFormat
    pages: tuple[PageScheme, ...]
    errors: ErrorEnvelope | None
    resources: tuple[Resource, ...]
    types: Mapping[TypeId, Definition]
    examples: Mapping[str, Example]
    initialisms: Mapping[str, bool]
    casings: Mapping[str, Mapping[str, str]]
    timeout_seconds: float = USUAL_TIMEOUT
    retries: RetryPolicy = RetryPolicy()
    own_errors: OwnErrors = OwnErrors()
    event_rules: tuple[EventRule, ...] = USUAL_EVENTS
    described: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    place: Place = Place("")

    def every_resource(self) -> tuple[Resource, ...]:
        """All resources, parents before children, in the order of the configuration."""

        def flattened(resources: tuple[Resource, ...]) -> list[Resource]:
            return [r for top in resources for r in (top, *flattened(top.children))]

        return tuple(flattened(self.resources))
