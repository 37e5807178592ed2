"""The calls of an API: resources, their methods, the arguments and the result of each."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from msgspec import Struct

from ..diagnostics import Place
from .bodies import Body
from .responses import Response
from .types import Bounds, MethodId, ResourcePath, Step, TypeId, TypeRef


class Location(Enum):
    """Where an argument goes: the parameter locations of OpenAPI 3.1, 4.8.12.1, the body, and a path
    scope; in the order in which a signature shows them."""

    PATH = "path"
    QUERY = "query"
    BODY = "body"
    HEADER = "header"
    COOKIE = "cookie"
    SCOPE = "scope"


class StyleName(Enum):
    """How a value becomes text (OpenAPI 3.2, 4.12.2 "Style Values"), or that it is a document."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE_DELIMITED = "spaceDelimited"
    PIPE_DELIMITED = "pipeDelimited"
    TAB_DELIMITED = "tabDelimited"
    DEEP_OBJECT = "deepObject"
    COOKIE = "cookie"
    JSON = "json"
    TEXT = "text"


class Style(Struct, frozen=True):
    """How a parameter is written: ``explode`` gives each item or entry a part of its own,
    ``allow_reserved`` leaves reserved characters as they are, and a ``whole`` parameter is the
    whole query string."""

    name: StyleName
    explode: bool = False
    allow_reserved: bool = False
    whole: bool = False


class _Parameter(Struct, frozen=True, kw_only=True):
    """What every parameter of an operation has: ``style`` if it is not written as the API usually
    writes parameters, ``example`` is a valid value if the description has one, ``bounds`` are for
    readers. ``hint`` is the name that it wants in a program."""

    wire_name: str
    type: TypeRef
    description: str | None = None
    deprecated: bool = False
    style: Style | None = None
    example: object = None
    bounds: Bounds = ()
    hint: str | None = None


class PathArgument(_Parameter, frozen=True, kw_only=True):
    """A part of the path; always required."""


class QueryArgument(_Parameter, frozen=True, kw_only=True):
    """A query parameter, or a whole query string."""

    required: bool


class HeaderArgument(_Parameter, frozen=True, kw_only=True):
    """A request header."""

    required: bool


class CookieArgument(_Parameter, frozen=True, kw_only=True):
    """A cookie."""

    required: bool


class BodyField(_Parameter, frozen=True, kw_only=True):
    """A property of the body."""

    required: bool


class FileField(_Parameter, frozen=True, kw_only=True):
    """A property of a multipart form that is a file, or a list of files."""

    required: bool


class WholeBody(_Parameter, frozen=True, kw_only=True):
    """The body as one value."""

    required: bool


class ScopeArgument(Struct, frozen=True, kw_only=True):
    """One of the arguments that decide a path scope, and the ``value`` that it represents. Exactly
    one of them is given."""

    wire_name: str
    value: str
    description: str | None = None
    hint: str | None = None


BodyArgument = BodyField | FileField | WholeBody
Argument = (
    PathArgument
    | QueryArgument
    | HeaderArgument
    | CookieArgument
    | BodyArgument
    | ScopeArgument
)
"""What a caller gives to a method, by where it goes."""


def location_of(argument: Argument) -> Location:
    """Where an argument goes; together with its wire name that identifies it in its method."""
    match argument:
        case PathArgument():
            return Location.PATH
        case QueryArgument():
            return Location.QUERY
        case HeaderArgument():
            return Location.HEADER
        case CookieArgument():
            return Location.COOKIE
        case BodyField() | FileField() | WholeBody():
            return Location.BODY
        case ScopeArgument():
            return Location.SCOPE
    assert_never(argument)


def is_required(argument: Argument) -> bool:
    """Whether the argument is required, regardless of the other arguments."""
    match argument:
        case PathArgument():
            return True
        case (
            QueryArgument(required=required)
            | HeaderArgument(required=required)
            | CookieArgument(required=required)
            | BodyField(required=required)
            | FileField(required=required)
            | WholeBody(required=required)
        ):
            return required
        case ScopeArgument():
            return False
    assert_never(argument)


class PathScope(Struct, frozen=True):
    """Two path parameters that one of several arguments fills.

    The argument that is given puts its own ``value`` into ``kind`` and the caller's value into
    ``id``, e.g. ``account_id="7"`` gives ``/accounts/7``.
    """

    name: str
    kind: str
    id: str


class Operation(Struct, frozen=True):
    """A verb on a path. ``path`` is the description's key, ``route`` the template that is sent and
    ``query`` what is always sent with it. ``server`` is the base URL where the operation is, None
    where the client's is; ``responses`` are ordered by status, the default one last.
    """

    verb: str
    path: str
    route: str
    query: tuple[tuple[str, str], ...] = ()
    server: str | None = None
    summary: str | None = None
    description: str | None = None
    responses: tuple[Response, ...] = ()


MediaTypes = tuple[str, ...]
"""The media types that a call asks for; plain JSON if there are none."""


class ModelResult(Struct, frozen=True):
    """A successful call returns one value; ``example`` is the description's example of the body.

    ``statuses`` has the type for each status, such as ``202`` or ``2XX``, where they differ:
    ``type`` is then any of these, or that of all other statuses. ``unwrapped`` is the wire name of the property of the body that is
    returned in place of the whole.
    """

    type: TypeRef
    example: object = None
    accept: MediaTypes = ()
    statuses: tuple[tuple[str, TypeRef], ...] = ()
    unwrapped: str | None = None


class PageResult(Struct, frozen=True):
    """A successful call returns pages of a scheme; ``example`` is an example of a whole body. What asks
    for a page is in the query, or ``in_body``."""

    scheme: str
    item: TypeRef
    example: object = None
    accept: MediaTypes = ()
    in_body: bool = False


class StreamResult(Struct, frozen=True):
    """A successful call returns items one by one as they arrive.

    ``item`` is None where they are server-sent events of which nothing more is known; ``example`` is
    an example of an item.
    """

    item: TypeRef | None
    accept: MediaTypes
    example: object = None


class SwitchedResult(Struct, frozen=True):
    """A successful call returns a stream where the argument ``switch`` is true, else one value."""

    switch: str
    value: ModelResult
    stream: StreamResult


class BinaryResult(Struct, frozen=True):
    """A successful call returns bytes, to be read or written to a file."""

    accept: MediaTypes


class TextResult(Struct, frozen=True):
    """A successful call returns text."""

    accept: MediaTypes
    example: object = None


class NoResult(Struct, frozen=True):
    """A successful call returns nothing: the response has no body."""


Result = (
    ModelResult
    | PageResult
    | StreamResult
    | SwitchedResult
    | BinaryResult
    | TextResult
    | NoResult
)


def returned_type(result: Result) -> TypeRef | None:
    """The described type that a result is about: the value, one item of a page or of a stream."""
    match result:
        case ModelResult(type=type_) | SwitchedResult(value=ModelResult(type=type_)):
            return type_
        case PageResult(item=item) | StreamResult(item=item):
            return item
        case TextResult() | BinaryResult() | NoResult():
            return None
    assert_never(result)


class CallDefaults(Struct, frozen=True):
    """What calls of a method have in place of what the client has; ``retries`` says which of them are
    repeated (``safe`` or ``compatible``)."""

    timeout_seconds: float | None = None
    max_retries: int | None = None
    retries: str | None = None


Security = tuple[tuple[str, ...], ...]
"""Alternatives of which one is enough, each the client options whose credentials it needs. An
empty alternative allows requests without credentials; no alternative at all needs none."""


class Variant(Struct, frozen=True):
    """One of several kinds of objects that a body may be: the place of its schema, the ``steps`` that
    name its type, and the arguments of a call that sends it."""

    id: TypeId
    steps: tuple[Step, ...]
    arguments: tuple[Argument, ...]
    description: str | None = None
    place: Place = Place("")


class Method(Struct, frozen=True):
    """One method of a resource.

    ``arguments`` are what a caller gives: those of the path scope, then the parameters in the
    order in which the surface shows them. ``body`` is None if none is sent;
    if it is one of several kinds of objects, these are the ``variants``.
    ``positional`` names the path parameters that may be given without a keyword; ``deprecated`` is
    the text of the deprecation warning, ``skip_test`` why the test of the method is skipped. What is
    ``removed`` is deprecated in any case.
    """

    id: MethodId
    operation: Operation
    arguments: tuple[Argument, ...]
    positional: tuple[str, ...]
    result: Result
    security: Security
    body: Body | None = None
    variants: tuple[Variant, ...] = ()
    scope: PathScope | None = None
    deprecated: str | None = None
    removed: Removal | None = None
    skip_test: str | None = None
    defaults: CallDefaults = CallDefaults()
    place: Place = Place("")

    @property
    def has_params(self) -> bool:
        """Whether a call has more to give than what its path has: that has a type of its own."""
        return any(not isinstance(found, PathArgument) for found in self.arguments)

    @property
    def typed_variants(self) -> tuple[Variant, ...]:
        """The kinds of bodies whose calls have types of their own; none where those of calls with and
        without a stream differ."""
        return () if isinstance(self.result, SwitchedResult) else self.variants


class Removal(Struct, frozen=True):
    """The API no longer has an operation, and the client has its method before the version ``until``;
    ``successor`` are the verb and the path of the operation that took its place."""

    until: str
    successor: tuple[str, str] | None


class WebhookMethod(Struct, frozen=True):
    """A method that reads a webhook, which may hold values of a ``type``; ``key`` is the client option with the
    key of its signature, which is checked if it ``is_verified``."""

    id: MethodId
    type: TypeRef
    key: str | None
    is_verified: bool
    deprecated: str | None = None
    place: Place = Place("")


class Resource(Struct, frozen=True):
    """A group of methods and of further resources, which ``has_own_list`` of them apart from the others'."""

    path: ResourcePath
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]
    description: str | None = None
    has_own_list: bool = False
    webhooks: tuple[WebhookMethod, ...] = ()
    place: Place = Place("")
