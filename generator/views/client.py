"""View of the module that defines the two clients."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir import Api, ClientOption, Scalar, ScalarKind
from ..naming import NameTable
from .client_modes import mode_children, mode_classes
from .docstrings import docstring
from .endpoints import EntryView
from .imports import Imports, ImportView
from .literals import literal
from .package import own_retries
from .resources import ChildView, child_view

_TYPES = {
    ScalarKind.STRING: "str",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.NUMBER: "float",
    ScalarKind.INTEGER: "int",
}


@dataclass(frozen=True, slots=True)
class OptionView:
    """A constructor option; ``env`` is the variable that is read when it is not given."""

    name: str
    key: str
    annotation: str
    override: str
    default: str
    doc: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CredentialView:
    """A credential: constructor arguments of the run-time library's ``Credential``."""

    arguments: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class ClientClassView:
    """A client, sync or async; ``http_client`` is the type of the HTTP client it takes."""

    name: str
    base: str
    alias: str
    doc: tuple[str, ...]
    http_client: str
    options: tuple[OptionView, ...]
    children: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class ClientModuleView:
    """The module of the clients and of the settings that they share.

    ``max_retries`` is the default of its own that the client has, or empty; ``modes`` are the
    names of the clients' twins.
    """

    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    max_retries: str
    exports: tuple[str, ...]
    modes: tuple[str, ...]
    settings: tuple[EntryView, ...]
    credentials: tuple[CredentialView, ...]
    classes: tuple[ClientClassView, ...]


def client_module(api: Api, names: NameTable) -> ClientModuleView:
    """The client module of an API."""
    imports, typing_only = Imports(("_client",)), Imports(("_client",))
    for name in ("Settings", "NotGiven", "not_given"):
        imports.core(name)
    max_retries = own_retries(api)
    if not max_retries:
        imports.core("DEFAULT_MAX_RETRIES")
    if api.auth:
        imports.core("Credential")
    imports.name("functools", "cached_property")
    typing_only.name("typing", "Any")
    typing_only.name("typing", "Self")
    typing_only.name("collections.abc", "Iterable")
    typing_only.name("collections.abc", "Mapping")
    imports.local(("_version",), "__version__")
    typing_only.plain("httpx2")
    typing_only.core("Observer")
    classes = tuple(
        _class(api, names, imports, typing_only, is_async=is_async)
        for is_async in (False, True)
    )
    settings = _settings(api, names, imports)
    imports.local(("_core", "lazy"), "exports")
    modes = tuple(literal(name) for name in mode_classes(names))
    return ClientModuleView(
        imports=imports.external(),
        local_imports=imports.internal(),
        typing_imports=(*typing_only.external(), *typing_only.internal()),
        max_retries=max_retries,
        exports=(
            *(literal(n) for view in classes for n in (view.name, view.alias)),
            *modes,
        ),
        modes=modes,
        settings=settings,
        credentials=tuple(
            CredentialView(_credential(api, scheme.name)) for scheme in api.auth
        ),
        classes=classes,
    )


def _settings(api: Api, names: NameTable, imports: Imports) -> tuple[EntryView, ...]:
    """What the run-time library must know about this API, but for the credentials."""
    alternatives = ", ".join(_tuple(alternative) for alternative in api.security)
    headers = {o.name: o.header for o in api.options if o.header is not None}
    entries = [
        EntryView("name", literal(names.client)),
        EntryView("package", literal(names.package)),
        EntryView("version", "__version__"),
        EntryView("base_url", literal(next(iter(api.servers.values()), ""))),
        EntryView("env_prefix", literal(api.env_prefix.upper().replace("-", "_"))),
        EntryView(
            "security", f"({alternatives}{',' if len(api.security) == 1 else ''})"
        ),
        EntryView("array_format", literal(api.query.arrays)),
        EntryView("nested_format", literal(api.query.objects)),
        EntryView("timeout", literal(api.timeout_seconds)),
    ]
    credentials = {scheme.option for scheme in api.auth}
    variables = {
        o.name: o.env for o in api.options if o.env and o.name not in credentials
    }
    if variables:
        entries.append(EntryView("variables", literal(variables)))
    if headers:
        entries.append(EntryView("header_options", literal(headers)))
    if api.default_headers:
        entries.append(EntryView("default_headers", literal(dict(api.default_headers))))
    if api.errors is not None:
        found = names.types[api.errors.type]
        package = imports.module_alias(found.module[:-1], frozenset())
        envelope = imports.core("ErrorEnvelope")
        success = (
            f", success={literal(api.errors.success)}" if api.errors.success else ""
        )
        entries.append(
            EntryView(
                "errors",
                f"{envelope}(items={literal(api.errors.items)}, "
                f"model=lambda: {package}.{found.name}{success})",
            )
        )
    return tuple(entries)


def _credential(api: Api, scheme_name: str) -> tuple[EntryView, ...]:
    scheme = next(s for s in api.auth if s.name == scheme_name)
    option = next(o for o in api.options if o.name == scheme.option)
    entries = [EntryView("option", literal(scheme.option))]
    if option.env:
        entries.append(EntryView("env", literal(option.env)))
    entries.append(EntryView(scheme.carrier.value, literal(scheme.wire_name)))
    if scheme.prefix:
        entries.append(EntryView("prefix", literal(scheme.prefix)))
    return tuple(entries)


def _tuple(names: tuple[str, ...]) -> str:
    inside = ", ".join(literal(name) for name in names)
    return f"({inside},)" if len(names) == 1 else f"({inside})"


def _class(
    api: Api,
    names: NameTable,
    imports: Imports,
    typing_only: Imports,
    *,
    is_async: bool,
) -> ClientClassView:
    name = names.async_client if is_async else names.client
    kind = "asynchronous" if is_async else "synchronous"
    return ClientClassView(
        name=name,
        base=imports.core("AsyncAPIClient" if is_async else "SyncAPIClient"),
        alias="AsyncClient" if is_async else "Client",
        doc=docstring(f"The {kind} client of {api.package.title}.", indent=4),
        http_client="httpx2.AsyncClient" if is_async else "httpx2.Client",
        options=tuple(_option(names, option) for option in api.options),
        children=(
            *(
                child_view(names, r, imports, typing_only, "", is_async=is_async)
                for r in api.resources
            ),
            *mode_children(name, imports, typing_only),
        ),
    )


def _option(names: NameTable, option: ClientOption) -> OptionView:
    assert isinstance(option.type, Scalar)
    plain = _TYPES[option.type.kind]
    optional = option.nullable or option.env is not None or option.default is not None
    variable = (
        f" Read from ``{option.env}`` when it is not given." if option.env else ""
    )
    text = (option.description or f"The option {option.name}.") + variable
    return OptionView(
        name=names.options[option.name],
        key=literal(option.name),
        annotation=f"{plain} | None" if optional else plain,
        override=f"{plain} | None",
        default=literal(option.default) if optional else "",
        doc=docstring(f"{names.options[option.name]}: {text}", indent=12, hanging=4),
    )
