"""What a description says: one typed model, whichever version of OpenAPI it is written in.

Loads the files of a description, follows references, and checks that it keeps to its standard. The
only package that reads keywords. Knows neither the configuration nor what is generated.
"""

from .documents import DocumentSet
from .info import Contact
from .keywords import BOUNDS
from .media_types import (
    BYTES,
    EVENT_FIELDS,
    EVENTS,
    FORM,
    JSON,
    MULTIPART,
    Carried,
    carried,
    is_events,
    is_json,
    is_name,
    is_stream,
    is_token,
)
from .model import (
    ABSENT,
    Body,
    Description,
    Discriminator,
    Encoding,
    Event,
    Location,
    MediaType,
    Operation,
    Origin,
    Parameter,
    Reference,
    Requirement,
    Response,
    Schema,
    SchemeKind,
    SecurityScheme,
    Server,
)
from .read import Described, describe, read_description
from .refs import Reach, load_description
from .upgrade import check_version, upgrade
from .validate import validate
from ..source import Value

__all__ = [
    "ABSENT",
    "BOUNDS",
    "BYTES",
    "EVENTS",
    "EVENT_FIELDS",
    "FORM",
    "JSON",
    "MULTIPART",
    "Body",
    "Carried",
    "Contact",
    "Described",
    "Description",
    "Discriminator",
    "DocumentSet",
    "Encoding",
    "Event",
    "Location",
    "MediaType",
    "Operation",
    "Origin",
    "Parameter",
    "Reach",
    "Reference",
    "Requirement",
    "Response",
    "Schema",
    "SchemeKind",
    "SecurityScheme",
    "Server",
    "Value",
    "carried",
    "check_version",
    "describe",
    "is_events",
    "is_json",
    "is_name",
    "is_stream",
    "is_token",
    "load_description",
    "read_description",
    "upgrade",
    "validate",
]
