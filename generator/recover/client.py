"""What a client class was made from: the organization's name, options, servers and settings."""

from __future__ import annotations

import re
from typing import Any

from ..naming import Casing
from ..openapi import Description, Location, SchemeKind, SecurityScheme
from ..published import Carrier, Client, Option, Package
from ..words import split_words

_TYPES = {"int": "integer", "float": "number", "bool": "boolean"}
_TIMEOUT, _RETRIES, _FIRST, _LONGEST = 60.0, 2, 0.5, 8.0
"""What clients have unless their configuration says otherwise; times are in seconds."""
_NAMES = {"bearer": "BearerAuth", "basic": "BasicAuth"}


def organization(package: Package) -> tuple[str, dict[str, Any]]:
    """The name that the client class and its variables come from, and the casing that it needs."""
    client = package.client
    words = "-".join(split_words(client.name))
    prefix = (client.env_prefix or "").lower().replace("_", "-")
    choices = [name for name in (prefix, words, package.name) if name]
    casing = Casing()
    for name in choices:
        if casing.pascal(name) == client.name:
            return name, {}
    name = re.sub("[^a-z0-9]", "", client.name.lower())
    return (name, {name: {"pascal": client.name}}) if name else (package.name, {})


def client_settings(
    client: Client, name: str, schemes: dict[str, str]
) -> dict[str, Any]:
    """The section of that name; ``name`` is the organization's, ``schemes`` are the security schemes
    of the options."""
    prefix = "_".join(split_words(name)).upper()
    retries = {
        "max_retries": (client.max_retries, _RETRIES),
        "initial_delay_seconds": (client.initial_delay, _FIRST),
        "max_delay_seconds": (client.max_delay, _LONGEST),
    }
    changed = {
        key: value
        for key, (value, usual) in retries.items()
        if value not in (None, usual)
    }
    parts = {
        "default_env_prefix": (
            client.env_prefix if client.env_prefix not in (None, prefix) else None
        ),
        "default_timeout": (
            round(client.timeout * 1000)
            if client.timeout not in (None, _TIMEOUT)
            else None
        ),
        "default_retries": changed,
        "default_headers": dict(client.default_headers),
        "idempotency": (
            {"header": client.idempotency_header} if client.idempotency_header else {}
        ),
        "opts": {o.name: _option(o, schemes) for o in client.options},
    }
    return {key: value for key, value in parts.items() if value}


def security_schemes(
    client: Client, description: Description
) -> tuple[dict[str, str], dict[str, Any]]:
    """The security scheme of each option, and those that the description does not have."""
    known = dict(description.security_schemes)
    found: dict[str, str] = {}
    added: dict[str, Any] = {}
    for option in client.options:
        carrier = option.carrier
        if carrier is None:
            continue
        name = next((n for n, s in known.items() if _is_carried(s, carrier)), None)
        if name is None and carrier.is_credential:
            name = _NAMES.get(carrier.location, "ApiKeyAuth")
            while name in known and name not in added:
                name += "2"
            added[name] = _scheme(carrier)
        if name is not None:
            found[option.name] = name
    return found, added


def _option(option: Option, schemes: dict[str, str]) -> dict[str, Any]:
    carrier = option.carrier
    scheme = schemes.get(option.name)
    role = carrier.role if carrier is not None else "value"
    auth = {"security_scheme": scheme} if scheme else {}
    if scheme and role != "value":
        auth["role"] = role
    plain = carrier if carrier is not None and not scheme else None
    parts = {
        "type": _TYPES.get(option.kind, "string"),
        "nullable": option.nullable or None,
        "default": option.default,
        "read_env": option.env,
        "auth": auth or None,
        "send_in_header": plain.name if plain and plain.location == "header" else None,
        "send_as_query_param": (
            plain.name if plain and plain.location == "query" else None
        ),
    }
    return {key: value for key, value in parts.items() if value is not None}


def _is_carried(scheme: SecurityScheme, carrier: Carrier) -> bool:
    """Whether a scheme sends what an option holds in the way that the client does."""
    if carrier.location == "basic":
        return scheme.kind is SchemeKind.HTTP and scheme.http_scheme == "basic"
    if carrier.location == "bearer":
        others = (SchemeKind.OAUTH2, SchemeKind.OPEN_ID_CONNECT)
        is_http = scheme.kind is SchemeKind.HTTP and scheme.http_scheme == "bearer"
        return is_http or scheme.kind in others
    location = Location.HEADER if carrier.location == "header" else Location.QUERY
    name = (scheme.wire_name or "").lower()
    return scheme.location is location and name == carrier.name.lower()


def _scheme(carrier: Carrier) -> dict[str, str]:
    if carrier.location in ("basic", "bearer"):
        return {"type": "http", "scheme": carrier.location}
    return {"type": "apiKey", "in": carrier.location, "name": carrier.name}
