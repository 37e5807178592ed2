"""The shapes that texts of a configuration must have: what ends up in files, code and requests."""

from __future__ import annotations

from .kinds import Choice, Fields, Number, Shape, Text, either

LANGUAGES = (
    "python typescript node go java kotlin ruby terraform cli php csharp rust swift sql "
    "openapi http"
).split()

ENDPOINT = Shape(
    "an endpoint",
    r"[A-Za-z][A-Za-z-]* +/.*",
    "write '<verb> <path>', e.g. 'get /zones/{zone_id}'",
)
DURATION = Shape(
    "a duration",
    r"PT(?=.)([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}(\.[0-9]{1,9})?S)?",
    "write milliseconds, or PT60S",
)
VARIABLE = Shape(
    "a name of an environment variable",
    r"[A-Za-z_][A-Za-z0-9_]*",
    "use letters, digits and '_'",
)
PROJECT = Shape(
    "a name of a distribution",
    r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?",
    "use letters and digits, with '.', '-' or '_' between them",
)
REPOSITORY = Shape(
    "a repository",
    r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+(#[A-Za-z0-9._/-]+)?",
    "write owner/name, e.g. acme/acme-python",
)
EXTENSION = Shape(
    "an extension of a text file",
    r"\.?([Mm][Dd]|[Tt][Xx][Tt]|[Rr][Ss][Tt])",
    "write md, rst or txt",
)
HEADER = Shape(
    "a name of a header or cookie",
    r"[-!#$%&'*+.^_`|~0-9A-Za-z]+",
    "use the name of a header (RFC 9110, 5.1)",
)
BASE_URL = Shape(
    "a base URL",
    r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#\"'<>\\^`|]+(/[^\s?#\"'<>\\^`|]*)?",
    "write an absolute URL without a query, e.g. https://api.acme.example",
)
LOCATION = Shape(
    "a path or URL",
    r"[A-Za-z0-9._/][A-Za-z0-9._/:%~@+-]*",
    "write a path in the repository, e.g. openapi.yaml, or a URL without a query",
)
ENVIRONMENT = Shape(
    "a name of an environment",
    r"(?!.*\$\{\{)[^\x00-\x1f\x7f]{1,255}",
    "write the name of an environment of the repository, without '${{'",
)
VERSION = Shape(
    "a version",
    r"[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?",
    "write numbers separated by dots, e.g. 1.2.3",
)
DATE = Shape(
    "an edition",
    r"([a-z]+\.)?[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "write a date, e.g. 2025-10-10",
)
MODEL = Shape(
    "a model",
    r"[^.]+(\.[^.]+)+",
    "write <resource>.<model>, e.g. $shared.error_data",
)
COLOR = Shape(
    "a color",
    r"#[0-9A-Fa-f]{6}",
    "write six hexadecimal digits, e.g. '#0b6a66'",
)
ADDRESS = Shape(
    "an address of a site",
    r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~%/-]*)?",
    "write an http or https URL without a query, e.g. https://docs.acme.example",
)

endpoint = Text(ENDPOINT)
count = Number(0, 1_000, whole=True)
milliseconds = Number(0, 1_000_000_000)
seconds = Number(0, 1_000_000)
header_value = either(Text(), Number(-(10**15), 10**15))
duration = either(milliseconds, Text(DURATION))
language = Choice(tuple(LANGUAGES))
text_by_language = either(Text(), Fields("text_by_language"))
