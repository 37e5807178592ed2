"""Client options, security schemes, and which of them together make a request trusted.

Part of lowering. The configuration says which option feeds which scheme; where it has no options,
they are derived from the schemes that the description has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType

from msgspec import Struct

from ..config import OptionConfig, SdkConfig, flow
from ..diagnostics import Report
from ..ir import (
    AuthScheme,
    Carrier,
    ClientOption,
    Scalar,
    ScalarKind,
    Security,
)
from ..openapi import (
    Description,
    Location,
    Operation,
    Requirement,
    SchemeKind,
    SecurityScheme,
)
from .derived_options import BEARERS, derived_options, has_token_url

_KINDS = {
    "string": ScalarKind.STRING,
    "boolean": ScalarKind.BOOLEAN,
    "number": ScalarKind.NUMBER,
    "integer": ScalarKind.INTEGER,
    "null": ScalarKind.STRING,
}
_CARRIERS = {
    Location.HEADER: Carrier.HEADER,
    Location.QUERY: Carrier.QUERY,
    Location.COOKIE: Carrier.COOKIE,
}
"""Where an API key can travel."""


_TOKEN = re.compile(r"[-!#$%&'*+.^_`|~0-9A-Za-z]+")
_VALUE, _NAME, _PASSWORD = "value", "username", "password"
_ID, _SECRET = "client_id", "client_secret"

Options = Mapping[str, OptionConfig]
"""The options that feed one scheme, by their roles."""


class Auth(Struct, frozen=True):
    """How an API is called: its schemes as they are described, the client's options, the schemes that they feed, and the alternatives
    of options, each enough by itself, for every scheme by its name."""

    described: Mapping[str, SecurityScheme]
    options: tuple[ClientOption, ...]
    schemes: tuple[AuthScheme, ...]
    ways: Mapping[str, Security]
    is_derived: bool

    def alternatives(self, requirements: tuple[Requirement, ...]) -> Security:
        """The options that fulfil requirements; one with a scheme that none feeds is left out."""
        found: dict[tuple[str, ...], None] = {}
        for names in requirements:
            ways = [self.ways.get(name, ()) for name in sorted(names)]
            for combined in product(*ways):
                options = (option for way in combined for option in way)
                found[tuple(dict.fromkeys(options))] = None
        return tuple(found)


_OWN_HEADERS = frozenset(
    (
        "accept accept-encoding authorization connection content-encoding content-length content-type "
        "cookie host proxy-authorization te trailer transfer-encoding upgrade user-agent"
    ).split()
)
"""Headers that every client writes by itself."""


def idempotency_header(config: SdkConfig, auth: Auth, report: Report) -> str | None:
    """The header of the key that makes a call safe to repeat; one that the client needs for
    something else is reported, and left out."""
    name, place = config.retries.idempotency_header, config.retries.place
    if name is None:
        return None
    taken = set(_OWN_HEADERS)
    taken |= {s.wire_name.lower() for s in auth.schemes if s.carrier is Carrier.HEADER}
    taken |= {option.header.lower() for option in auth.options if option.header}
    if name.lower() not in taken and not name.lower().startswith("x-stainless-"):
        return name
    message = (
        f"the client sends '{name}' by itself, so it cannot carry idempotency keys"
    )
    help = "name the header that the API reads the key from, e.g. Idempotency-Key"
    report.tolerable("C004", place, message, help=help)
    return None


def auth(description: Description, config: SdkConfig, report: Report) -> Auth:
    """The options and schemes of description and configuration."""
    stated = dict(description.security_schemes)
    for name, texts in config.security_schemes.items():
        stated[name] = _configured(name, texts)
    is_derived = not config.options
    roles = (
        tuple(derived_options(stated.values(), config))
        if is_derived
        else tuple((o, o.auth) for o in config.options if o.auth is not None)
    )
    by_scheme: dict[str, dict[str, OptionConfig]] = {}
    for option, role in roles:
        if role.scheme in stated:
            by_scheme.setdefault(role.scheme, {})[role.role] = option
        else:
            report.tolerable(
                "C010",
                option.place,
                f"the option '{option.name}' sets the security scheme '{role.scheme}', which does not exist",
                help="use a scheme from components.securitySchemes of the description",
            )
    schemes: list[AuthScheme] = []
    ways: dict[str, Security] = {}
    for name, scheme in sorted(stated.items()):
        if scheme.kind is SchemeKind.MUTUAL_TLS:
            ways[name] = ((),)  # the HTTP client has the certificate
        elif name in by_scheme:
            found = list(_schemes(scheme, by_scheme[name]))
            if not found:
                _report_unusable(scheme, by_scheme[name], report)
            schemes += found
            ways[name] = tuple(
                (s.option,) if s.partner is None else (s.option, s.partner)
                for s in found
            )
    options = config.options
    if is_derived:
        options = tuple({option.name: option for option, _ in roles}.values())
    return Auth(
        MappingProxyType(stated),
        tuple(_client_option(o) for o in options if o.type in _KINDS),
        tuple(schemes),
        MappingProxyType(ways),
        is_derived,
    )


def _client_option(option: OptionConfig) -> ClientOption:
    return ClientOption(
        name=option.name,
        type=Scalar(_KINDS[option.type]),
        nullable=option.nullable,
        env=option.env,
        description=option.description,
        header=option.places.header,
        query=option.places.query,
        cookie=option.places.cookie,
        url_variable=option.places.url,
        default=option.default,
        place=option.place,
    )


def _configured(name: str, texts: Mapping[str, str]) -> SecurityScheme:
    """A scheme that the configuration describes in the words of the standard."""
    return SecurityScheme(
        name=name,
        kind=next((k for k in SchemeKind if k.value == texts.get("type")), None),
        http_scheme=texts.get("scheme", "").lower(),
        location=next((p for p in Location if p.value == texts.get("in")), None),
        wire_name=texts.get("name"),
        token_url=texts.get("tokenUrl"),
        description=texts.get("description"),
    )


def _schemes(scheme: SecurityScheme, options: Options) -> Iterator[AuthScheme]:
    """The ways to use a scheme with the options that there are."""
    name, text = scheme.name, scheme.description
    value = options.get(_VALUE)
    is_http = scheme.kind is SchemeKind.HTTP
    if is_http and scheme.http_scheme == "basic":
        user, password = options.get(_NAME, value), options.get(_PASSWORD)
        if user is not None and password is not None:
            yield AuthScheme(
                name,
                user.name,
                Carrier.HEADER,
                "Authorization",
                "Basic ",
                text,
                partner=password.name,
            )
    elif is_http or scheme.kind in BEARERS:
        usual = "Bearer" if scheme.http_scheme in (None, "bearer") else ""
        prefix = f"{_keyword(scheme) or usual} ".lstrip()
        if value is not None:
            yield AuthScheme(
                name, value.name, Carrier.HEADER, "Authorization", prefix, text
            )
        client, secret = options.get(_ID), options.get(_SECRET)
        if client is not None and secret is not None and has_token_url(scheme):
            yield AuthScheme(
                name,
                client.name,
                Carrier.HEADER,
                "Authorization",
                "Bearer ",
                text,
                partner=secret.name,
                token_url=scheme.token_url,
            )
    elif scheme.location in _CARRIERS and scheme.wire_name and value is not None:
        carrier = _CARRIERS[scheme.location]
        yield AuthScheme(name, value.name, carrier, scheme.wire_name, "", text)


def _keyword(scheme: SecurityScheme) -> str | None:
    """What a header has before the credential in place of ``Bearer`` or ``Basic``."""
    stated = scheme.extensions.get("x-stainless-auth")
    keyword = stated.get("scheme_keyword") if isinstance(stated, dict) else None
    is_token = isinstance(keyword, str) and _TOKEN.fullmatch(keyword)
    return keyword if is_token else None


def _report_unusable(scheme: SecurityScheme, options: Options, report: Report) -> None:
    option = next(iter(options.values()))
    report.warning(
        "L002",
        option.place,
        f"the option '{option.name}' cannot set the security scheme '{scheme.name}'",
        help=_remedy(scheme.name, {scheme.name: scheme}),
    )


def _remedy(name: str, described: Mapping[str, SecurityScheme]) -> str:
    """What to write so that options set the scheme of a name."""
    if name not in described:
        return f"add '{name}' to components.securitySchemes of the description"
    scheme = described[name]
    is_sent = scheme.kind in (SchemeKind.HTTP, *BEARERS)
    if not is_sent and not (scheme.location in _CARRIERS and scheme.wire_name):
        return "give the scheme a 'type', and for an API key its 'name' and 'in'"
    auth: Mapping[str, object] = {"security_scheme": name}
    if scheme.kind is SchemeKind.HTTP and scheme.http_scheme == "basic":
        user, password = (flow({**auth, "role": r}) for r in (_NAME, _PASSWORD))
        return (
            f"under client_settings.opts, write auth: {user} in one option and "
            f"auth: {password} in another"
        )
    return f"under client_settings.opts, write auth: {flow(auth)} in an option"


def security(
    description: Description, config: SdkConfig, auth: Auth, report: Report
) -> Security:
    """The alternatives of the API's ``security``."""
    if config.security is None and description.security is None:
        # Many descriptions state schemes and no requirement: what the client has is sent.
        ways = auth.alternatives(tuple((scheme.name,) for scheme in auth.schemes))
        return (*ways, ()) if auth.is_derived and ways else ways
    if config.security is not None:
        requirements, place = config.security, config.place
    else:
        requirements = description.security or ()
        place = description.origin.place_of("security")
    for missing in _missing(requirements, auth):
        if (
            missing not in auth.ways
        ):  # else it has options, and L002 says what they lack
            report.warning(
                "L003",
                place,
                f"no client option sets the security scheme '{missing}'",
                help=_remedy(missing, auth.described),
            )
    return auth.alternatives(requirements)


def operation_security(
    operation: Operation, auth: Auth, api: Security, report: Report
) -> Security:
    """The operation's own alternatives, else those of the API."""
    if operation.security is None:
        return api
    found = auth.alternatives(operation.security)
    if operation.security and not found:
        report.warning(
            "L008",
            operation.origin.place_of("security"),
            f"no client option sets what '{operation}' requires; it is called with the credentials of "
            "the API",
            help=_remedy(_missing(operation.security, auth)[0], auth.described),
        )
        return api
    return found


def _missing(requirements: tuple[Requirement, ...], auth: Auth) -> list[str]:
    """The first scheme of each requirement that cannot be set."""
    found = (
        next((name for name in names if not auth.ways.get(name)), None)
        for names in requirements
    )
    return [name for name in found if name is not None]
