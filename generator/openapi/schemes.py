"""Where parameters and credentials travel, and how a request is authenticated."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from ..source import Value


class Location(Enum):
    """Where a parameter travels (OpenAPI 3.2, 4.12.1 "Parameter Locations")."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
    QUERYSTRING = "querystring"


class SchemeKind(Enum):
    """The kinds of security schemes (OpenAPI 3.1, 4.8.27)."""

    API_KEY = "apiKey"
    HTTP = "http"
    MUTUAL_TLS = "mutualTLS"
    OAUTH2 = "oauth2"
    OPEN_ID_CONNECT = "openIdConnect"


class SecurityScheme(Struct, frozen=True, kw_only=True, eq=False):
    """A way to authenticate.

    ``kind`` is None if the standard has no such kind. ``http_scheme`` (lower case) belongs to
    HTTP, ``location`` and ``wire_name`` to API keys, ``token_url`` to the flow of client credentials.
    """

    name: str
    kind: SchemeKind | None
    http_scheme: str | None = None
    location: Location | None = None
    wire_name: str | None = None
    token_url: str | None = None
    description: str | None = None
    extensions: Mapping[str, Value] = field(default_factory=dict[str, Value])


Requirement = tuple[str, ...]
"""The names of the security schemes that are needed together."""
