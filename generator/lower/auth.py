"""Client options, security schemes, and which of them together make a request trusted."""

from __future__ import annotations

from ..config import OptionConfig, SdkConfig
from ..ir import AuthScheme, ClientOption, Scalar, ScalarKind
from ..spec import Cursor

_KINDS = {
    "string": ScalarKind.STRING,
    "boolean": ScalarKind.BOOLEAN,
    "number": ScalarKind.NUMBER,
    "integer": ScalarKind.INTEGER,
    "null": ScalarKind.STRING,
}


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
    """The schemes of the description that a client option feeds, in the description's order."""
    by_scheme = {o.auth.scheme: o for o in config.options if o.auth is not None}
    section = root.descend("components", "securitySchemes")
    schemes: list[AuthScheme] = []
    for name, entry in section.entries() if section else ():
        option = by_scheme.pop(name, None)
        if option is not None:
            scheme = _scheme(name, entry.resolve(), option)
            schemes += [scheme] if scheme else []
    for name, option in by_scheme.items():
        root.report.error(
            "C010",
            option.place,
            f"the option '{option.name}' feeds the security scheme '{name}', which does not exist",
            help="name a scheme of the description's components.securitySchemes",
        )
    return tuple(schemes)


def _scheme(name: str, entry: Cursor, option: OptionConfig) -> AuthScheme | None:
    kind = entry.text("type")
    if kind == "http" and (entry.text("scheme") or "").lower() == "bearer":
        return AuthScheme(name, option.name, "header", "Authorization", "Bearer ")
    if kind == "apiKey":
        location, wire_name = entry.text("in"), entry.text("name")
        if location is not None and wire_name is not None:
            return AuthScheme(name, option.name, location, wire_name)
    entry.warning(
        "L002",
        f"the security scheme '{name}' is of a kind that is not generated yet",
        help="bearer tokens and API keys are",
    )
    return None


def security(
    root: Cursor, schemes: tuple[AuthScheme, ...]
) -> tuple[tuple[str, ...], ...]:
    """The alternatives of the description's ``security``, each the options that it needs.

    An empty alternative means that requests without credentials are allowed.
    """
    by_name = {scheme.name: scheme.option for scheme in schemes}
    section = root.at("security")
    if section is None:
        return tuple((scheme.option,) for scheme in schemes)
    alternatives: list[tuple[str, ...]] = []
    for requirement in section.items():
        names = [name for name, _ in requirement.entries()]
        missing = [name for name in names if name not in by_name]
        if missing:
            requirement.warning(
                "L003",
                f"no client option feeds the security scheme '{missing[0]}'",
                help="add an option with auth: {security_scheme: …} under client_settings.opts",
            )
            continue
        alternatives.append(tuple(by_name[name] for name in names))
    return tuple(alternatives)
