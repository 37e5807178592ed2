"""The client's part of the configuration: options, credentials, timeouts, headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .entry import Entry
from .model import AuthRole, OptionConfig
from .table import Fields

_DURATION = re.compile(
    r"PT(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?"
)


@dataclass(frozen=True, slots=True)
class ClientConfig:
    """The values of ``client_settings``; times are in seconds."""

    options: tuple[OptionConfig, ...]
    default_headers: Mapping[str, str]
    timeout_seconds: float
    max_retries: int
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
        timeout_seconds=_seconds(section.value_at("default_timeout")),
        max_retries=section.section("default_retries").integer("max_retries"),
        env_prefix=section.text("default_env_prefix"),
        client_name=section.text("client_name") or None,
    )


def _option(name: str, entry: Entry) -> OptionConfig:
    if not isinstance(entry.kind, Fields):  # the short form: the type alone
        return OptionConfig(
            name, str(entry.value), False, None, None, None, None, None, entry.place
        )
    return OptionConfig(
        name=name,
        type=entry.choice("type"),
        nullable=entry.flag("nullable"),
        env=entry.text("read_env"),
        auth=_auth(entry.at("auth")),
        header=entry.text("send_in_header"),
        default=entry.value_at("default"),
        description=entry.text("description"),
        place=entry.place,
    )


def _auth(entry: Entry | None) -> AuthRole | None:
    scheme = entry.text("security_scheme") if entry else None
    if entry is None or scheme is None:
        return None
    return AuthRole(scheme, entry.choice("role"))


def _seconds(duration: object) -> float:
    """Seconds from milliseconds or an ISO 8601 duration of hours, minutes and seconds."""
    if isinstance(duration, (int, float)):
        return duration / 1000
    match = _DURATION.fullmatch(str(duration))
    hours, minutes, seconds = match.groups() if match else (None, None, None)
    return float(hours or 0) * 3600 + float(minutes or 0) * 60 + float(seconds or 0)
