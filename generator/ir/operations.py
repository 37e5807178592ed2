"""The calls of an API: resources, their methods, and the operations behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..diagnostics import Place
from .types import Bounds, TypeRef

ResourcePath = tuple[str, ...]
"""The names from the client down to a resource, as the configuration writes them."""


class Location(Enum):
    """Where a parameter travels (OpenAPI 3.1, 4.8.12.1 "Parameter Locations")."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of an operation; ``example`` is a valid value where the description has one,
    ``bounds`` are for readers."""

    wire_name: str
    location: Location
    type: TypeRef
    required: bool
    description: str | None = None
    deprecated: bool = False
    example: object = None
    bounds: Bounds = ()


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """One argument that decides a path scope: its name and the value that it stands for."""

    argument: str
    value: str
    description: str | None = None
    example: object = None


@dataclass(frozen=True, slots=True)
class PathScope:
    """Two path parameters that one of several arguments fills.

    Choosing an argument puts the choice's ``value`` into ``kind`` and what the caller gave into
    ``id``, e.g. ``account_id="7"`` gives ``/accounts/7``.
    """

    name: str
    kind: str
    id: str
    choices: tuple[ScopeChoice, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """A verb on a path. ``path`` keeps the description's template.

    ``security`` are the alternatives of the operation's own, each the options that it needs; None
    where those of the API hold. ``failures`` are the described statuses of refusals, with words.
    """

    verb: str
    path: str
    params: tuple[Param, ...]
    summary: str | None = None
    description: str | None = None
    deprecated: bool = False
    security: tuple[tuple[str, ...], ...] | None = None
    failures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    """What a successful call returns; no ``type`` means that there is no body to speak of.

    ``example`` is the description's example of the whole body.
    """

    type: TypeRef | None
    example: object = None


@dataclass(frozen=True, slots=True)
class PageUse:
    """That a method returns pages: of which scheme, and of which items."""

    scheme: str
    item: TypeRef


@dataclass(frozen=True, slots=True)
class MethodId:
    """A method's address: its resource and its name in the configuration."""

    resource: ResourcePath
    name: str

    def __str__(self) -> str:
        return ".".join((*self.resource, self.name))


@dataclass(frozen=True, slots=True)
class Method:
    """One method of a resource. ``positional`` names the path parameters that may be given
    without a keyword; ``deprecated`` holds the words to warn with."""

    id: MethodId
    operation: Operation
    response: Response
    positional: tuple[str, ...]
    scope: PathScope | None = None
    page: PageUse | None = None
    deprecated: str | None = None
    place: Place = Place("")

    @property
    def arguments(self) -> tuple[Param, ...]:
        """The parameters that a caller gives: all but those that the path scope fills."""
        filled = {self.scope.kind, self.scope.id} if self.scope else set()
        return tuple(
            p
            for p in self.operation.params
            if p.location is not Location.PATH or p.wire_name not in filled
        )

    def is_positional(self, param: Param) -> bool:
        """Whether an argument may be given without a keyword."""
        return param.location is Location.PATH and param.wire_name in self.positional

    @property
    def has_keywords(self) -> bool:
        """Whether there are arguments that need a keyword."""
        return self.scope is not None or len(self.arguments) > len(self.positional)


@dataclass(frozen=True, slots=True)
class Resource:
    """A group of methods and of further resources."""

    path: ResourcePath
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]
    description: str | None = None
    deprecated: str | None = None
    place: Place = Place("")
