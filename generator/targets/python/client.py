"""View of the module that defines the two clients."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...surface import USUAL_RETRIES, Credential, EventRule, Option, Scalar, Sdk
from ..notation.annotations import Annotator
from ..notation.imports import Imports, ImportView
from ..notation.literals import literal, tuple_of
from .children import ChildView, child_view
from .client_modes import mode_children, mode_classes
from .docstrings import docstring, passage
from .endpoints import EntryView, alternatives
from .modes import class_module, class_of
from .package import own_retries


class OptionView(Struct, frozen=True):
    """A constructor option: what it may be given, and what a client holds that was built."""

    name: str
    key: str
    annotation: str
    held: str
    override: str
    default: str
    doc: tuple[str, ...]


class CredentialView(Struct, frozen=True):
    """A credential: constructor arguments of the run-time library's ``Credential``."""

    arguments: tuple[EntryView, ...]


class ClientClassView(Struct, frozen=True):
    """A client, sync or async; ``http_client`` is the type of the HTTP client it takes.

    ``environment`` is the type of the argument that names an environment, empty if there is one only;
    ``credentials`` are the names of the options that no traceback may show.
    """

    name: str
    base: str
    alias: str
    doc: tuple[str, ...]
    http_client: str
    environment: str
    options: tuple[OptionView, ...]
    credentials: tuple[str, ...]
    children: tuple[ChildView, ...]


class ClientModuleView(Struct, frozen=True):
    """The module of the clients and of the settings that they share.

    ``max_retries`` is the client's own default, or empty; ``environments`` are the base URLs to choose
    from; ``modes`` are the
    names of the clients' companions, with their modules.
    """

    imports: tuple[ImportView, ...]
    local_imports: tuple[ImportView, ...]
    typing_imports: tuple[ImportView, ...]
    max_retries: str
    environments: tuple[EntryView, ...]
    exports: tuple[str, ...]
    modes: tuple[EntryView, ...]
    settings: tuple[EntryView, ...]
    credentials: tuple[CredentialView, ...]
    classes: tuple[ClientClassView, ...]


def client_module(sdk: Sdk) -> ClientModuleView:
    """The client module of an API."""
    imports, typing_only = Imports(("_client",)), Imports(("_client",))
    for name in ("Settings", "NotGiven", "not_given"):
        imports.core(name)
    max_retries = own_retries(sdk)
    if not max_retries:
        imports.core("DEFAULT_MAX_RETRIES")
    if sdk.credentials:
        imports.core("Credential")
        imports.core("as_secret")
    imports.local(("_core", "cached"), "cached_property")
    typing_only.name("typing", "Any")
    typing_only.name("typing", "Self")
    typing_only.name("collections.abc", "Iterable")
    typing_only.name("collections.abc", "Mapping")
    imports.local(("_version",), "__version__")
    typing_only.plain("httpx2")
    typing_only.core("Observer")
    classes = tuple(
        _class(sdk, imports, typing_only, is_async=is_async)
        for is_async in (False, True)
    )
    settings = _settings(sdk, imports)
    imports.local(("_core", "lazy"), "exports")
    modes = mode_classes(sdk)
    return ClientModuleView(
        imports=imports.external(),
        local_imports=imports.internal(),
        typing_imports=(*typing_only.external(), *typing_only.internal()),
        max_retries=max_retries,
        environments=tuple(
            EntryView(literal(name), literal(url))
            for name, url in sdk.environments.items()
        ),
        exports=(
            *(['"ENVIRONMENTS"'] if sdk.environments else []),
            *(literal(n) for view in classes for n in (view.name, view.alias)),
            *(mode.key for mode in modes),
        ),
        modes=modes,
        settings=settings,
        credentials=tuple(_credentials(sdk)),
        classes=classes,
    )


def _settings(sdk: Sdk, imports: Imports) -> tuple[EntryView, ...]:
    """What the run-time library must know about this API, but for the credentials.

    It knows options by the names of their attributes.
    """
    headers = {o.name: o.header for o in sdk.options if o.header is not None}
    entries = [
        EntryView("name", literal(sdk.client)),
        EntryView("package", literal(sdk.package.import_name)),
        EntryView("version", "__version__"),
        EntryView("base_url", literal(sdk.base_url)),
        EntryView("env_prefix", literal(sdk.env_prefix)),
        EntryView("security", alternatives(sdk, sdk.security)),
        EntryView("array_format", literal(sdk.array_format)),
        EntryView("nested_format", literal(sdk.nested_format)),
        EntryView("timeout", literal(sdk.timeout_seconds)),
    ]
    secrets = _secret_keys(sdk)
    variables = {o.name: o.env for o in sdk.options if o.env and o.key not in secrets}
    needed = {o.key: o.env for o in sdk.options if o.needed}
    if needed:
        entries.append(EntryView("needed", literal(needed)))
    if variables:
        entries.append(EntryView("variables", literal(variables)))
    if headers:
        entries.append(EntryView("header_options", literal(headers)))
    entries += _further_settings(sdk)
    if sdk.default_headers:
        entries.append(EntryView("default_headers", literal(dict(sdk.default_headers))))
    if sdk.streams:
        rule = imports.core("EventRule")
        rules = "".join(f"{rule}({_rule(found)}), " for found in sdk.event_rules)
        entries.append(EntryView("streaming", f"({rules})"))
    if sdk.error_message:
        path = tuple_of([*map(literal, sdk.error_message)])
        entries.append(EntryView("error_message", path))
    if sdk.error_classes is not None:
        kinds = imports.core("ErrorKinds")
        load = imports.name("importlib", "import_module")
        path = tuple_of([*map(literal, sdk.error_classes.discriminator)])
        table = f'lambda: {load}("._exceptions", __package__).ERROR_KINDS'
        entries.append(EntryView("error_kinds", f"{kinds}({path}, {table})"))
    if sdk.errors is not None:
        found = sdk.errors.model
        package = imports.module_alias(found.module[:-1], frozenset())
        envelope = imports.core("ErrorEnvelope")
        success = (
            f", success={literal(sdk.errors.success)}" if sdk.errors.success else ""
        )
        entries.append(
            EntryView(
                "errors",
                f"{envelope}(items={literal(sdk.errors.items)}, "
                f"model=lambda: {package}.{found.name}{success})",
            )
        )
    return tuple(entries)


def _further_settings(sdk: Sdk) -> Iterator[EntryView]:
    """The settings that most APIs leave as the run-time library has them."""
    held = {(c.option, c.wire_name) for c in sdk.credentials}
    places = {
        "query_options": {o.name: o.query for o in sdk.options if o.query},
        "cookie_options": {o.name: o.cookie for o in sdk.options if o.cookie},
        "url_options": {o.name: o.url_variable for o in sdk.options if o.url_variable},
    }
    keys = {o.name: o.key for o in sdk.options}
    for key, found in places.items():
        own = {n: w for n, w in found.items() if w and (keys[n], w) not in held}
        if own:
            yield EntryView(key, literal(own))
    if sdk.environments:
        yield EntryView("environments", "ENVIRONMENTS")
    retries = sdk.retries
    if retries.max_retries != USUAL_RETRIES:
        yield EntryView("max_retries", literal(retries.max_retries))
    if retries.mode != "safe":
        yield EntryView("retries", literal(retries.mode))
    if retries.delays is not None:
        yield EntryView("retry_delays", tuple_of([*map(literal, retries.delays)]))
    if retries.idempotency_header is not None:
        yield EntryView("idempotency_header", literal(retries.idempotency_header))


def _rule(rule: EventRule) -> str:
    """The arguments of a rule for events that say more than its defaults do."""
    types = "".join(f"{literal(name)}, " for name in rule.types or ())
    stated = (
        ("handle", literal(rule.handle), rule.handle != "yield"),
        ("event_types", f"({types})", rule.types is not None),
        ("data_starts_with", literal(rule.starts_with), rule.starts_with != ""),
        ("error_property", literal(rule.error_property), rule.error_property),
    )
    return ", ".join(
        f"{name}={value}" for name, value, is_stated in stated if is_stated
    )


def _secret_keys(sdk: Sdk) -> tuple[str, ...]:
    """The options that hold credentials."""
    keys = (key for found in sdk.credentials for key in (found.option, found.partner))
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def _credentials(sdk: Sdk) -> Iterator[CredentialView]:
    """A credential for each option that holds one; schemes may share an option."""
    known: set[str] = set()
    for found in sdk.credentials:
        if found.option not in known:
            known.add(found.option)
            yield CredentialView(_credential(sdk, found))
        if found.partner is not None and found.partner not in known:
            known.add(found.partner)
            yield CredentialView(_held(sdk.option(found.partner)))


def _credential(sdk: Sdk, credential: Credential) -> tuple[EntryView, ...]:
    entries = [
        *_held(sdk.option(credential.option)),
        EntryView(credential.carrier.value, literal(credential.wire_name)),
    ]
    if credential.prefix:
        entries.append(EntryView("prefix", literal(credential.prefix)))
    if credential.partner is not None:
        partner = sdk.option(credential.partner).name
        entries.append(EntryView("partner", literal(partner)))
    if credential.token_url is not None:
        entries.append(EntryView("token_url", literal(credential.token_url)))
    return tuple(entries)


def _held(option: Option) -> tuple[EntryView, ...]:
    """The option that holds a secret, and its variable."""
    entries = (EntryView("option", literal(option.name)),)
    return (*entries, EntryView("env", literal(option.env))) if option.env else entries


def _class(
    sdk: Sdk, imports: Imports, typing_only: Imports, *, is_async: bool
) -> ClientClassView:
    name = sdk.async_client if is_async else sdk.client
    kind = "asynchronous" if is_async else "synchronous"
    return ClientClassView(
        name=name,
        base=_base(sdk, imports, is_async=is_async),
        alias="AsyncClient" if is_async else "Client",
        doc=docstring(f"The {kind} client of {sdk.package.title}.", indent=4),
        http_client="httpx2.AsyncClient" if is_async else "httpx2.Client",
        environment=_environment(sdk, typing_only),
        options=tuple(map(_option, sdk.options)),
        credentials=tuple(sdk.option(key).name for key in _secret_keys(sdk)),
        children=(
            *(
                child_view(r, imports, typing_only, is_async=is_async)
                for r in sdk.children
            ),
            *mode_children(name, imports, typing_only),
        ),
    )


def _base(sdk: Sdk, imports: Imports, *, is_async: bool) -> str:
    """The class of the run-time library, or one that adds the client's own methods to it."""
    if sdk.own is None:
        return imports.core("AsyncAPIClient" if is_async else "SyncAPIClient")
    name = class_of(sdk.own, None, is_async=is_async)
    return imports.local(class_module(sdk.own, is_async=is_async), name)


def _environment(sdk: Sdk, typing_only: Imports) -> str:
    if not sdk.environments:
        return ""
    names = ", ".join(map(literal, sdk.environments))
    return f"{typing_only.name('typing', 'Literal')}[{names}]"


def _option(option: Option) -> OptionView:
    plain = Annotator(Imports(()), lambda name: name.name).response(Scalar(option.kind))
    variable = (
        f" Read from ``{option.env}`` when it is not given." if option.env else ""
    )
    text = (option.description or f"The option {option.key}.") + variable
    return OptionView(
        name=option.name,
        key=literal(option.name),
        annotation=plain if option.required else f"{plain} | None",
        held=plain if option.required or option.needed else f"{plain} | None",
        override=f"{plain} | None",
        default="" if option.required else literal(option.default),
        doc=passage(f"{option.name}: {text}", indent=12, hanging=4),
    )
