"""The client's part of the configuration: options, credentials, timeouts, headers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from .entry import Entry
from .model import AuthRole, OptionConfig, OptionPlaces, RetryConfig
from .table import Fields

_DURATION = re.compile(
    r"PT(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?"
)


_VARIABLE = re.compile(r"\{([^{}]*)\}")

USUAL_DELAYS = 0.5, 8.0
"""Seconds: the first and the longest delay where the configuration has one of them."""


class ClientConfig(Struct, frozen=True):
    """The values of ``client_settings``; times are in seconds."""

    options: tuple[OptionConfig, ...]
    default_headers: Mapping[str, str]
    timeout_seconds: float
    retries: RetryConfig
    env_prefix: str | None
    client_name: str | None


def read_client(section: Entry) -> ClientConfig:
    """The client settings, with the format's defaults for absent keys."""
    return ClientConfig(
        options=tuple(_option(n, e) for n, e in section.section("opts").entries()),
        default_headers={
            name: str(entry.value)
            for name, entry in section.section("default_headers").entries()
        },
        timeout_seconds=seconds(section.value_at("default_timeout")),
        retries=RetryConfig(
            max_retries=section.section("default_retries").integer("max_retries"),
            delays=_delays(section.section("default_retries")),
            idempotency_header=section.section("idempotency").text("header"),
            place=(section.section("idempotency").at("header") or section).place,
        ),
        env_prefix=section.text("default_env_prefix"),
        client_name=section.text("client_name") or None,
    )


def check_variables(environments: Entry, options: tuple[OptionConfig, ...]) -> None:
    """Report variables of URLs that no option fills."""
    filled = {option.places.url for option in options}
    for name, entry in environments.entries():
        variables = set(_VARIABLE.findall(entry.as_text() or ""))
        for variable in sorted(variables - filled):
            entry.reader.report.tolerable(
                "C004",
                entry.place,
                f"no option fills '{{{variable}}}' in the URL of '{name}'",
                help=f"add an option with server_variable: {variable}, or write its value",
            )


def _option(name: str, entry: Entry) -> OptionConfig:
    if not isinstance(entry.kind, Fields):  # the short form: the type alone
        return OptionConfig(
            name=name,
            type=str(entry.value),
            nullable=False,
            env=None,
            auth=None,
            default=None,
            description=None,
            place=entry.place,
        )
    return OptionConfig(
        name=name,
        type=entry.choice("type"),
        nullable=entry.flag("nullable"),
        env=entry.text("read_env"),
        auth=_auth(entry.at("auth")),
        places=OptionPlaces(
            header=entry.text("send_in_header"),
            query=entry.text("send_as_query_param"),
            cookie=entry.text("send_in_cookie"),
            url=entry.text("server_variable"),
        ),
        default=entry.value_at("default"),
        description=entry.text("description"),
        place=entry.place,
    )


def _delays(section: Entry) -> tuple[float, float] | None:
    """The first and the longest delay between attempts, in seconds, where one is configured."""
    found: list[float | None] = []
    for key in ("initial_delay", "max_delay"):
        seconds, milliseconds = section.at(f"{key}_seconds"), section.at(key)
        is_older = seconds is None and milliseconds is not None
        stated = milliseconds if is_older else seconds
        value = stated.value if stated is not None else None
        scale = 1000 if is_older else 1
        found.append(value / scale if isinstance(value, (int, float)) else None)
    first, longest = found
    if first is None and longest is None:
        return None
    usual_first, usual_longest = USUAL_DELAYS
    return (
        usual_first if first is None else first,
        usual_longest if longest is None else longest,
    )


def _auth(entry: Entry | None) -> AuthRole | None:
    scheme = entry.text("security_scheme") if entry else None
    if entry is None or scheme is None:
        return None
    return AuthRole(scheme, entry.choice("role"))


def seconds(duration: object) -> float:
    """Seconds from milliseconds or an ISO 8601 duration of hours, minutes and seconds."""
    if isinstance(duration, (int, float)):
        return duration / 1000
    match = _DURATION.fullmatch(str(duration))
    hours, minutes, seconds = match.groups() if match else (None, None, None)
    return float(hours or 0) * 3600 + float(minutes or 0) * 60 + float(seconds or 0)
