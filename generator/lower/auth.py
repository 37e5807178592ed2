"""Client options, security schemes, and which of them together make a request trusted."""

from __future__ import annotations

from collections.abc import Mapping

from ..config import OptionConfig, SdkConfig
from ..ir import AuthScheme, Carrier, ClientOption, Scalar, ScalarKind, Security
from ..openapi import Cursor

_KINDS = {
    "string": ScalarKind.STRING,
    "boolean": ScalarKind.BOOLEAN,
    "number": ScalarKind.NUMBER,
    "integer": ScalarKind.INTEGER,
    "null": ScalarKind.STRING,
}


_CARRIERS = {carrier.value: carrier for carrier in Carrier}
_SAID = ("type", "scheme", "in", "name", "description")


def client_options(config: SdkConfig) -> tuple[ClientOption, ...]:
    """The constructor's options in the order of the configuration."""
    return tuple(
        ClientOption(
            name=option.name,
            type=Scalar(_KINDS[option.type]),
            nullable=option.nullable or option.auth is not None,
            env=option.env,
            description=option.description,
            header=option.header,
            default=option.default,
            place=option.place,
        )
        for option in config.options
        if option.type in _KINDS
    )


def auth_schemes(root: Cursor, config: SdkConfig) -> tuple[AuthScheme, ...]:
    """The schemes of description and configuration that a client option feeds, by name."""
    by_scheme = {o.auth.scheme: o for o in config.options if o.auth is not None}
    stated = {**_described(root), **config.security_schemes}
    schemes: list[AuthScheme] = []
    for name, scheme in sorted(stated.items()):
        option = by_scheme.pop(name, None)
        if option is not None:
            lowered = _scheme(name, scheme, option, root)
            schemes += [lowered] if lowered else []
    for name, option in by_scheme.items():
        root.report.error(
            "C010",
            option.place,
            f"the option '{option.name}' feeds the security scheme '{name}', which does not exist",
            help="name a scheme of the description's components.securitySchemes",
        )
    return tuple(schemes)


def _described(root: Cursor) -> dict[str, dict[str, str]]:
    section = root.descend("components", "securitySchemes")
    resolved = (
        (name, entry.resolve())
        for name, entry in (section.entries() if section else ())
    )
    return {
        name: {key: text for key in _SAID if (text := entry.text(key)) is not None}
        for name, entry in resolved
    }


def _scheme(
    name: str, scheme: Mapping[str, str], option: OptionConfig, root: Cursor
) -> AuthScheme | None:
    kind, spoken = scheme.get("type"), scheme.get("scheme", "").lower()
    said = scheme.get("description")
    if kind == "http" and spoken == "bearer":
        return AuthScheme(
            name, option.name, Carrier.HEADER, "Authorization", "Bearer ", said
        )
    if kind == "apiKey" and scheme.get("in") in _CARRIERS and "name" in scheme:
        carrier = _CARRIERS[scheme["in"]]
        return AuthScheme(name, option.name, carrier, scheme["name"], "", said)
    root.report.warning(
        "L002",
        option.place,
        f"the security scheme '{name}' is of a kind that is not generated yet",
        help="bearer tokens and API keys are",
    )
    return None


def security(
    root: Cursor, config: SdkConfig, schemes: tuple[AuthScheme, ...]
) -> Security:
    """The alternatives of the API's ``security``."""
    by_name = {scheme.name: scheme.option for scheme in schemes}
    alternatives: list[tuple[str, ...]] = []
    for names in _requirements(root, config, schemes):
        missing = [name for name in names if name not in by_name]
        if missing:
            root.report.warning(
                "L003",
                root.place if config.security is None else config.place,
                f"no client option feeds the security scheme '{missing[0]}'",
                help="add an option with auth: {security_scheme: …} under client_settings.opts",
            )
            continue
        alternatives.append(tuple(by_name[name] for name in sorted(names)))
    return tuple(alternatives)


def operation_security(
    found: Cursor, schemes: tuple[AuthScheme, ...], api: Security
) -> Security:
    """The operation's own alternatives that client options can fulfil, else those of the API."""
    section = found.at("security")
    if section is None:
        return api
    options = {scheme.name: scheme.option for scheme in schemes}
    needed = [[name for name, _ in item.entries()] for item in section.items()]
    return tuple(
        tuple(options[name] for name in sorted(names))
        for names in needed
        if all(name in options for name in names)
    )


def _requirements(
    root: Cursor, config: SdkConfig, schemes: tuple[AuthScheme, ...]
) -> tuple[tuple[str, ...], ...]:
    if config.security is not None:
        return config.security
    section = root.at("security")
    if section is None:
        return tuple((scheme.name,) for scheme in schemes)
    return tuple(tuple(name for name, _ in item.entries()) for item in section.items())
