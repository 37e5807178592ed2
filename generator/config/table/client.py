"""Rows about the client: options, credentials, headers, timeouts, retries."""

from __future__ import annotations

from .kinds import (
    Anything,
    Choice,
    Fields,
    Flag,
    Ignored,
    Key,
    MapOf,
    Section,
    Text,
    either,
    sections,
)
from .shapes import (
    HEADER,
    VARIABLE,
    count,
    duration,
    header_value,
    milliseconds,
    seconds,
)

OPTION_TYPES = ("string", "boolean", "number", "integer", "null")
ROLES = ("value", "username", "password", "client_id", "client_secret")

CLIENT = Section(
    "client_settings",
    "client_settings",
    "The arguments and defaults of the client's constructor.",
    (
        Key(
            "opts",
            MapOf("option", either(Choice(OPTION_TYPES), Fields("option"))),
            "The options of the client; the short form is the type alone.",
            {"api_key": {"type": "string", "read_env": "ACME_API_KEY"}},
        ),
        Key(
            "default_headers",
            MapOf("header", header_value),
            "Headers of every request.",
            {"X-Client": "python"},
        ),
        Key(
            "default_timeout",
            duration,
            "The timeout of a request, in milliseconds or as an ISO 8601 duration.",
            "PT60S",
            default="PT60S",
        ),
        Key(
            "default_retries",
            Fields("retries"),
            "How often a failed request is retried.",
            {"max_retries": 2},
        ),
        Key(
            "default_env_prefix",
            Text(VARIABLE),
            "The prefix of environment variables such as `<PREFIX>_BASE_URL`. Without it, the "
            "name of the organization.",
            "ACME",
        ),
        Key(
            "idempotency",
            Fields("idempotency"),
            "How requests are marked so that a repetition has no second effect.",
            {"header": "Idempotency-Key"},
        ),
        Key(
            "client_name",
            Text(),
            "The name of the client class.",
            "Acme",
        ),
    ),
)

OPTION = Section(
    "option",
    "client_settings.opts.<option>",
    "One option of the client.",
    (
        Key(
            "type",
            Choice(OPTION_TYPES),
            "The type of its value.",
            "string",
            default="string",
        ),
        Key(
            "nullable",
            Flag(),
            "Whether the client works without it.",
            True,
            default=False,
        ),
        Key(
            "default", Anything(), "Its value if the program gives none.", "2026-01-31"
        ),
        Key(
            "description",
            Text(),
            "Its purpose, for the docstring of the client.",
            "The key of your account.",
        ),
        Key(
            "read_env",
            Text(VARIABLE),
            "The environment variable that it is read from.",
            "ACME_API_KEY",
        ),
        Key(
            "auth",
            Fields("auth"),
            "The security scheme that it sets.",
            {"security_scheme": "api_key"},
        ),
        Key(
            "send_in_header",
            Text(HEADER),
            "The header that carries it in every request.",
            "api-version",
        ),
        Key(
            "send_as_query_param",
            Text(),
            "The query parameter that carries it in every request.",
            "key",
        ),
        Key(
            "send_in_cookie",
            Text(HEADER),
            "The cookie that carries it in every request.",
            "session",
        ),
        Key(
            "server_variable",
            Text(),
            "The variable of the environment's URL that it fills.",
            "region",
        ),
        Key(
            "example",
            Anything(),
            "A value for generated tests.",
            "My API Key",
            effect=Ignored("examples read credentials from the environment"),
        ),
        Key(
            "required_in_tests",
            Flag(),
            "Whether generated tests give it.",
            True,
            effect=Ignored("no such tests are generated"),
        ),
    ),
)

AUTH = Section(
    "auth",
    "client_settings.opts.<option>.auth",
    "The security scheme that an option sets.",
    (
        Key(
            "security_scheme",
            Text(),
            "The name of the scheme in the description or under `security_schemes`.",
            "api_key",
            required=True,
        ),
        Key(
            "role",
            Choice(ROLES),
            "The part of the credential that the option holds.",
            "value",
            default="value",
        ),
    ),
)

RETRIES = Section(
    "retries",
    "client_settings.default_retries",
    "How often a failed request is retried, and after what delay.",
    (
        Key(
            "max_retries",
            count,
            "The number of retries.",
            3,
            default=2,
        ),
        Key(
            "initial_delay_seconds",
            seconds,
            "The first delay, in seconds.",
            0.5,
        ),
        Key(
            "max_delay_seconds",
            seconds,
            "The longest delay, in seconds.",
            8,
        ),
        Key(
            "initial_delay",
            milliseconds,
            "The older spelling of `initial_delay_seconds`, in milliseconds.",
            500,
        ),
        Key(
            "max_delay",
            milliseconds,
            "The older spelling of `max_delay_seconds`, in milliseconds.",
            8000,
        ),
    ),
)

IDEMPOTENCY = Section(
    "idempotency",
    "client_settings.idempotency",
    "How requests are marked so that a repetition has no second effect.",
    (
        Key(
            "header",
            Text(HEADER),
            "The header that carries a key unique to the call.",
            "Idempotency-Key",
        ),
    ),
)

ALL = sections(CLIENT, OPTION, AUTH, RETRIES, IDEMPOTENCY)
