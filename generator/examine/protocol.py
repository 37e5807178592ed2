"""What goes to the examining process, and what comes back.

The request is marshalled: the same Python reads it, in half the time of JSON. Findings are lines of
JSON, each of which survives what is cut off after it. Knows neither validators nor diagnostics.
"""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

Tokens = list[str]


def steps(version: str, *, thorough: bool) -> list[str]:
    """The names of the steps for a version such as "3.1", in order."""
    own_dialect = version in ("2.0", "3.0")
    schemas = [] if own_dialect else ["schemas"]
    return ["structure", *schemas, "samples", *(["thorough"] if thorough else [])]


class Spot(TypedDict):
    """A value of a document: the document's relative path and the tokens of the pointer."""

    document: str
    tokens: Tokens


class Entry(Spot):
    """A part of a document and its role in the grammar."""

    role: str


class Sample(TypedDict):
    """A value that should match a schema: an example, or a default."""

    kind: str
    value: Spot
    schema: Spot


class Request(TypedDict):
    """The documents by relative path, as they are read and as OpenAPI 3.1; what to look at."""

    version: str
    thorough: bool
    root: str
    documents: dict[str, Any]
    upgraded: dict[str, Any]
    entries: list[Entry]
    schemas: list[Spot]
    samples: list[Sample]


class Finding(TypedDict):
    """One thing that is wrong: in which step it was found, where, and by which keyword."""

    step: str
    document: str
    tokens: Tokens
    keyword: str
    detail: dict[str, Any]
    message: str
    kind: NotRequired[str]


class Progress(TypedDict):
    """A step that has ended; ``failure`` says why it could not be done to the end."""

    done: str
    failure: NotRequired[str]
    left_out: NotRequired[int]
