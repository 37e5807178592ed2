"""The client's part of the configuration: options, credentials, time-outs, headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..openapi import Cursor
from . import keys
from .model import AuthRole, OptionConfig

OPTION_TYPES = ("string", "boolean", "number", "integer", "null")
RETRIES = 2
ROLES = ("value", "username", "password", "client_id", "client_secret")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_DURATION = re.compile(
    r"PT(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?"
)


@dataclass(frozen=True, slots=True)
class ClientConfig:
    """What ``client_settings`` says; times are in seconds."""

    options: tuple[OptionConfig, ...]
    default_headers: Mapping[str, str]
    timeout_seconds: float
    max_retries: int
    env_prefix: str | None


def read_client(section: Cursor) -> ClientConfig:
    """The client settings, with the format's defaults where nothing is said."""
    keys.CLIENT.check(section)
    options = section.at("opts")
    headers = section.at("default_headers")
    retries = section.at("default_retries")
    return ClientConfig(
        options=(
            tuple(_option(name, c) for name, c in options.entries()) if options else ()
        ),
        default_headers=(
            {n: _header(c) for n, c in headers.entries()} if headers else {}
        ),
        timeout_seconds=_duration(section.at("default_timeout")),
        max_retries=_retries(retries) if retries else RETRIES,
        env_prefix=section.text("default_env_prefix"),
    )


def _retries(cursor: Cursor) -> int:
    keys.RETRIES.check(cursor)
    count = cursor.integer("max_retries")
    if count is not None and count < 0:
        cursor.error("C004", "max_retries is negative", help="write 0 for no retries")
    return RETRIES if count is None else count


def _header(cursor: Cursor) -> str:
    number = isinstance(cursor.value, (int, float)) and cursor.value is not True
    return str(cursor.value) if number else cursor.as_text() or ""


def _option(name: str, cursor: Cursor) -> OptionConfig:
    if isinstance(cursor.value, str):  # the short form of old configurations
        return OptionConfig(
            name, cursor.value, False, None, None, None, None, None, cursor.place
        )
    keys.OPTION.check(cursor)
    kind = cursor.text("type") or "string"
    if kind not in OPTION_TYPES:
        cursor.error(
            "C004",
            f"unknown type '{kind}'",
            help=f"write one of {', '.join(OPTION_TYPES)}",
        )
    default = cursor.at("default")
    return OptionConfig(
        name=name,
        type=kind,
        nullable=cursor.flag("nullable"),
        env=_variable(cursor),
        auth=_auth(cursor.at("auth")),
        header=cursor.text("send_in_header"),
        default=default.value if default else None,
        description=cursor.text("description"),
        place=cursor.place,
    )


def _variable(cursor: Cursor) -> str | None:
    """The environment variable that an option is read from."""
    name = cursor.text("read_env")
    if name is not None and not _VARIABLE.fullmatch(name):
        cursor.error(
            "C004",
            f"'{name}' cannot be the name of an environment variable",
            help="use capital letters, digits and '_'",
        )
        return None
    return name


def _auth(cursor: Cursor | None) -> AuthRole | None:
    if cursor is None:
        return None
    keys.AUTH.check(cursor)
    scheme = cursor.text("security_scheme")
    role = cursor.text("role") or "value"
    if scheme is None or role not in ROLES:
        cursor.error(
            "C004",
            "'auth' needs a security scheme and one of its roles",
            help=f"add security_scheme: <name> and role: {'|'.join(ROLES)}",
        )
        return None
    return AuthRole(scheme, role)


def _duration(cursor: Cursor | None) -> float:
    """Seconds from milliseconds or an ISO 8601 duration of hours, minutes and seconds."""
    if cursor is None or cursor.value is None:
        return 60.0
    value = cursor.value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0:
        return value / 1000
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None or not any(match.groups()):
        cursor.error("C004", "not a duration", help="write milliseconds, or PT60S")
        return 60.0
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds
