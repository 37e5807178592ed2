"""Credentials as a reader meets them: the options that hold them, and what is sent."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ...surface import Carrier, Credential, Option, ScalarKind, Sdk, Security
from .literals import literal
from .markdown import web_address


class OptionName(Struct, frozen=True):
    """An option of the client, and the variable that it is read from, if there is one."""

    name: str
    variable: str


class ShownCredential(Struct, frozen=True):
    """A credential: ``options`` hold it, or get a token at ``token_url``; ``sent`` is what a request
    carries in its ``location``, with variables for values."""

    kind: str
    options: tuple[OptionName, ...]
    token_url: str
    location: str
    sent: str


def shown_credential(sdk: Sdk, credential: Credential) -> ShownCredential:
    """What a reader needs to know of a credential."""
    options = tuple(map(option_name, held_options(sdk, credential)))
    held = [f"${o.variable}" if o.variable else f"<{o.name}>" for o in options]
    value = held[0]
    if credential.token_url is not None:
        value = "<token>"
    elif credential.partner is not None:
        value = f"base64({':'.join(held)})"
    separator = ": " if credential.carrier is Carrier.HEADER else "="
    return ShownCredential(
        kind=_kind(credential),
        options=options,
        token_url=web_address(credential.token_url or ""),
        location=credential.carrier.value,
        sent=f"{credential.wire_name}{separator}{credential.prefix}{value}",
    )


def held_options(sdk: Sdk, credential: Credential) -> tuple[Option, ...]:
    """The options of a credential: of a token or key, or of both halves of a pair."""
    keys = (credential.option, credential.partner)
    return tuple(sdk.option(key) for key in keys if key is not None)


def option_name(option: Option) -> OptionName:
    """The name and the variable of an option."""
    return OptionName(option.name, option.env or "")


def needed_options(sdk: Sdk) -> str:
    """The arguments without which no client can be built, as source; empty if there are none."""
    needed = (option for option in sdk.options if option.required)
    return ", ".join(f"{o.name}={literal(sample_of(o))}" for o in needed)


def sample_of(option: Option) -> object:
    """A value for an option, by its kind."""
    samples: Mapping[ScalarKind, object] = {
        ScalarKind.BOOLEAN: True,
        ScalarKind.INTEGER: 1,
        ScalarKind.NUMBER: 1.0,
    }
    return samples.get(option.kind, option.name)


def sole_options(sdk: Sdk, security: Security) -> tuple[OptionName, ...]:
    """The options of a credential that is enough by itself, the first if there are several; none
    unless each is read from a variable."""
    found = sdk.sole_credential(security)
    if found is None:
        return ()
    options = tuple(map(option_name, held_options(sdk, found)))
    return options if all(option.variable for option in options) else ()


def _kind(credential: Credential) -> str:
    if credential.token_url is not None:
        return "OAuth 2.0 client credentials"
    if credential.partner is not None:
        return "user name and password (HTTP Basic)"
    if credential.prefix.strip().lower() == "bearer":
        return "bearer token"
    return {
        Carrier.HEADER: "API key in a header",
        Carrier.QUERY: "API key in the query",
        Carrier.COOKIE: "API key in a cookie",
    }[credential.carrier]
