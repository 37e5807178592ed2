"""The formats of strings: how a program holds such a value, and one valid value.

The one table of formats. Lowering reads the kind from it, samples the value; the kind decides the
annotation and with it the decoding.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from msgspec import Struct

from .types import ScalarKind


class Encoding(Enum):
    """How a text holds bytes (RFC 4648, sections 4 and 5)."""

    BASE64 = "base64"
    BASE64URL = "base64url"


class Format(Struct, frozen=True):
    """A format; ``sample`` is None if any text is valid. A text with an ``encoding`` holds bytes."""

    kind: ScalarKind
    sample: str | None
    encoding: Encoding | None = None


_TEXT = ScalarKind.STRING

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "base64url": Format(_TEXT, "dGV4dA", Encoding.BASE64URL),
        "binary": Format(ScalarKind.BINARY, None),
        "byte": Format(_TEXT, "dGV4dA==", Encoding.BASE64),
        "date": Format(ScalarKind.DATE, "2019-12-27"),
        "date-time": Format(ScalarKind.DATE_TIME, "2019-12-27T18:11:19.117Z"),
        "decimal": Format(_TEXT, "12.50"),
        "duration": Format(_TEXT, "PT15M"),
        "email": Format(_TEXT, "dev@example.com"),
        "hostname": Format(_TEXT, "example.com"),
        "idn-email": Format(_TEXT, "dev@example.com"),
        "idn-hostname": Format(_TEXT, "example.com"),
        "int32": Format(_TEXT, "12"),
        "int64": Format(_TEXT, "12"),
        "ipv4": Format(_TEXT, "192.0.2.1"),
        "ipv6": Format(_TEXT, "2001:db8::1"),
        "iri": Format(_TEXT, "https://example.com"),
        "iri-reference": Format(_TEXT, "/path"),
        "json-pointer": Format(_TEXT, "/path"),
        "regex": Format(_TEXT, "^[a-z]+$"),
        "relative-json-pointer": Format(_TEXT, "1/path"),
        "time": Format(_TEXT, "18:11:19Z"),
        "uint64": Format(_TEXT, "12"),
        "uri": Format(_TEXT, "https://example.com"),
        "uri-reference": Format(_TEXT, "/path"),
        "uri-template": Format(_TEXT, "/path/{name}"),
        "url": Format(_TEXT, "https://example.com"),
        "uuid": Format(_TEXT, "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"),
    }
)
"""By the name that a schema gives as ``format``; any other format is a text. Names and addresses are
those set aside for documentation (RFC 2606, RFC 5737, RFC 3849)."""


def encoding_of(format_: str | None) -> Encoding | None:
    """How a string of a format holds bytes, which a caller may give as they are; None if it is a
    text."""
    found = FORMATS.get(format_ or "")
    return found.encoding if found is not None else None


def kind_of(format_: str | None) -> ScalarKind:
    """How a program holds a string of a format."""
    found = FORMATS.get(format_ or "")
    return found.kind if found else ScalarKind.STRING
