"""Client options for the security schemes of a description, where the configuration has no options.

Part of lowering. An option is called what people call its credential: ``api_key``, ``bearer_token``,
``username`` and ``password``, ``client_id`` and ``client_secret``. Several keys are told apart by the
names of their schemes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ..config import AuthRole, OptionConfig, SdkConfig
from ..openapi import SchemeKind, SecurityScheme

BEARERS = (SchemeKind.OAUTH2, SchemeKind.OPEN_ID_CONNECT)
"""Kinds whose tokens travel as bearer tokens (RFC 6750)."""

_PAIRS = {
    "username": "The user name.",
    "password": "The password.",
    "client_id": "The id of the program, for which a token is fetched.",
    "client_secret": "The secret of the program, for which a token is fetched.",
}


def derived_options(
    schemes: Iterable[SecurityScheme], config: SdkConfig
) -> Iterator[tuple[OptionConfig, AuthRole]]:
    """Options, each with a scheme that it feeds and its role there; one may feed several."""
    listed = sorted(schemes, key=lambda scheme: scheme.name)
    keys = [s for s in listed if s.kind is SchemeKind.API_KEY and s.wire_name]
    taken = {*_PAIRS, "bearer_token"}
    for scheme in listed:
        if scheme.kind is SchemeKind.API_KEY and scheme.wire_name:
            name = "api_key" if len(keys) == 1 else _unused(_words(scheme.name), taken)
            taken.add(name)
            place = scheme.location.value if scheme.location else "request"
            about = f"The API key that travels in the {place} {scheme.wire_name}."
            about = scheme.description or about.replace("query ", "query parameter ")
            yield _option(name, about, config), AuthRole(scheme.name, "value")
        elif scheme.kind is SchemeKind.HTTP and scheme.http_scheme == "basic":
            for role in ("username", "password"):
                yield _option(role, _PAIRS[role], config), AuthRole(scheme.name, role)
        elif scheme.kind is SchemeKind.HTTP or scheme.kind in BEARERS:
            about = scheme.description or "The token that every request carries."
            option = _option("bearer_token", about, config)
            yield option, AuthRole(scheme.name, "value")
            for role in ("client_id", "client_secret") if has_token_url(scheme) else ():
                yield _option(role, _PAIRS[role], config), AuthRole(scheme.name, role)


def has_token_url(scheme: SecurityScheme) -> bool:
    """Whether a token can be fetched: the endpoint must be https (RFC 6749, 3.2)."""
    try:
        parts = urlsplit(scheme.token_url or "")
        return parts.scheme == "https" and bool(parts.hostname)
    except ValueError:
        return False


def _option(name: str, description: str, config: SdkConfig) -> OptionConfig:
    prefix = re.sub(r"[^A-Z0-9]+", "_", (config.env_prefix or config.name).upper())
    return OptionConfig(
        name=name,
        type="string",
        nullable=True,
        env=f"{prefix}_{name.upper()}",
        auth=None,
        default=None,
        description=description,
        place=config.place,
    )


def _words(name: str) -> str:
    """The name of a scheme as the configuration would write an option."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", spaced).strip("_").lower() or "api_key"


def _unused(name: str, taken: set[str]) -> str:
    """The name, or one like it that is not taken."""
    number, wish = 2, name
    while name in taken:
        number, name = number + 1, f"{wish}_{number}"
    return name
