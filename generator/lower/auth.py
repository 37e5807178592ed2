"""Client options, security schemes, and which of them together make a request trusted."""

from __future__ import annotations

from collections.abc import Mapping

from ..config import OptionConfig, SdkConfig
from ..diagnostics import Report
from ..ir import AuthScheme, Carrier, ClientOption, Scalar, ScalarKind, Security
from ..openapi import (
    Description,
    Location,
    Operation,
    SchemeKind,
    SecurityScheme,
)

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


def client_options(config: SdkConfig) -> tuple[ClientOption, ...]:
    """The constructor's options in the order of the configuration."""
    return tuple(
        ClientOption(
            name=option.name,
            type=Scalar(_KINDS[option.type]),
            nullable=option.nullable,
            env=option.env,
            description=option.description,
            header=option.header,
            default=option.default,
            place=option.place,
        )
        for option in config.options
        if option.type in _KINDS
    )


def auth_schemes(
    description: Description, config: SdkConfig, report: Report
) -> tuple[AuthScheme, ...]:
    """The schemes of description and configuration that a client option feeds, by name."""
    by_scheme = {o.auth.scheme: o for o in config.options if o.auth is not None}
    stated = dict(description.security_schemes)
    for name, texts in config.security_schemes.items():
        stated[name] = _configured(name, texts)
    schemes: list[AuthScheme] = []
    for name, scheme in sorted(stated.items()):
        option = by_scheme.pop(name, None)
        if option is not None:
            lowered = _scheme(scheme, option, report)
            schemes += [lowered] if lowered else []
    for name, option in by_scheme.items():
        report.tolerable(
            "C010",
            option.place,
            f"the option '{option.name}' sets the security scheme '{name}', which does not exist",
            help="use a scheme from components.securitySchemes of the description",
        )
    return tuple(schemes)


def _configured(name: str, texts: Mapping[str, str]) -> SecurityScheme:
    """A scheme that the configuration describes in the words of the standard."""
    return SecurityScheme(
        name=name,
        kind=next((k for k in SchemeKind if k.value == texts.get("type")), None),
        http_scheme=texts.get("scheme", "").lower(),
        location=next((p for p in Location if p.value == texts.get("in")), None),
        wire_name=texts.get("name"),
        description=texts.get("description"),
    )


def _scheme(
    scheme: SecurityScheme, option: OptionConfig, report: Report
) -> AuthScheme | None:
    name, text = scheme.name, scheme.description
    if scheme.kind is SchemeKind.HTTP and scheme.http_scheme == "bearer":
        return AuthScheme(
            name, option.name, Carrier.HEADER, "Authorization", "Bearer ", text
        )
    location, wire_name = scheme.location, scheme.wire_name
    if scheme.kind is SchemeKind.API_KEY and location in _CARRIERS and wire_name:
        return AuthScheme(name, option.name, _CARRIERS[location], wire_name, "", text)
    report.warning(
        "L002",
        option.place,
        f"the security scheme '{name}' has a type that is not supported yet",
        help="bearer tokens and API keys are supported",
    )
    return None


def security(
    description: Description,
    config: SdkConfig,
    schemes: tuple[AuthScheme, ...],
    report: Report,
) -> Security:
    """The alternatives of the API's ``security``."""
    by_name = {scheme.name: scheme.option for scheme in schemes}
    configured = config.security is not None
    alternatives: list[tuple[str, ...]] = []
    for names in _requirements(description, config, schemes):
        missing = [name for name in names if name not in by_name]
        if missing:
            report.warning(
                "L003",
                config.place if configured else description.origin.place_of("security"),
                f"no client option sets the security scheme '{missing[0]}'",
                help="add an option with auth: {security_scheme: …} under client_settings.opts",
            )
            continue
        alternatives.append(tuple(by_name[name] for name in sorted(names)))
    return tuple(alternatives)


def operation_security(
    operation: Operation, schemes: tuple[AuthScheme, ...], api: Security
) -> Security:
    """The operation's own alternatives that client options can fulfil, else those of the API."""
    if operation.security is None:
        return api
    options = {scheme.name: scheme.option for scheme in schemes}
    return tuple(
        tuple(options[name] for name in sorted(names))
        for names in operation.security
        if all(name in options for name in names)
    )


def _requirements(
    description: Description, config: SdkConfig, schemes: tuple[AuthScheme, ...]
) -> tuple[tuple[str, ...], ...]:
    if config.security is not None:
        return config.security
    if description.security is None:
        return tuple((scheme.name,) for scheme in schemes)
    return description.security
