"""What an introduction to the package shows: the README, the start page, the guides."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from ...runtime.policy.retries import COMPATIBLE_DELAYS
from ...surface import (
    BinaryResult,
    BodyPart,
    Credential,
    FormBody,
    JsonBody,
    Method,
    ModelResult,
    NoResult,
    Option,
    Package,
    Sdk,
    StreamResult,
    SwitchedResult,
    TextResult,
)
from .credentials import (
    OptionName,
    held_options,
    needed_options,
    shown_credential,
    sole_options,
)
from .examples import (
    ExampleView,
    example_view,
    holds_files,
    stream_view,
    takes_files,
)
from .literals import literal
from .pythons import PYTHONS
from .markdown import markdown, web_address


class OptionLine(Struct, frozen=True):
    """A constructor option and the variable that it is read from."""

    name: str
    env: str
    description: str


class CredentialLine(Struct, frozen=True):
    """A kind of credential, the options that hold it, and what is sent, as Markdown."""

    kind: str
    options: tuple[OptionName, ...]
    token_url: str
    sent: str


class InstallView(Struct, frozen=True):
    """How the package is installed: ``source`` is what pip takes, a name, an address, or the folder
    that README is in."""

    project: str
    package: str
    source: str
    in_folder: bool


class ErrorLine(Struct, frozen=True):
    """A class of errors that the API has of its own, a case of ``base``; ``statuses`` may be empty."""

    name: str
    base: str
    statuses: str


class RemovedLine(Struct, frozen=True):
    """A method that the API no longer has, and why it is deprecated, as Markdown."""

    name: str
    reason: str


class ReadmeView(Struct, frozen=True):
    """The README of the package; ``timeout`` is in seconds, ``sole`` are the options of a credential
    that is enough, ``needed`` the arguments that every client needs, ``exchanged`` one that is exchanged for a token.
    ``raises_early`` says that no client can be built without a credential. ``repeats_all`` says that any call is repeated, ``delays`` are the first and the longest wait
    in seconds where they are fixed. Those from ``body`` on show calls of a kind, None if the API has none.
    """

    title: str
    notice: str
    install: InstallView
    repository: str
    has_ci: bool
    oldest_python: str
    newest_python: str
    project: str
    package: str
    client: str
    async_client: str
    base_error: str
    env_prefix: str
    base_url: str
    needs_base_url: bool
    version: str
    docs_url: str
    max_retries: str
    repeats_all: bool
    delays: tuple[str, ...]
    timeout: str
    sole: tuple[OptionName, ...]
    needed: str
    raises_early: bool
    options: tuple[OptionLine, ...]
    credentials: tuple[CredentialLine, ...]
    exchanged: CredentialLine | None
    example: ExampleView
    lists_errors: bool
    errors: tuple[ErrorLine, ...]
    body: ExampleView | None
    form: ExampleView | None
    upload: ExampleView | None
    upload_is_form: bool
    download: ExampleView | None
    stream: ExampleView | None
    removed: tuple[RemovedLine, ...]


class BareReadmeView(Struct, frozen=True):
    """The README of a package without a method that it could show."""

    title: str
    notice: str
    install: InstallView
    package: str
    client: str
    base_url: str


def bare_introduction(sdk: Sdk) -> BareReadmeView:
    """What a package is, and how it calls paths that no method describes."""
    package = sdk.package
    return BareReadmeView(
        title=markdown(package.title),
        notice=markdown(package.notice or ""),
        install=_install(package),
        package=package.import_name,
        client=sdk.client,
        base_url=literal(sdk.base_url or "https://api.example.com"),
    )


def _errors(sdk: Sdk) -> Iterator[ErrorLine]:
    classes = sdk.error_classes.classes if sdk.error_classes is not None else ()
    for found in classes:
        if found.is_own:
            statuses = ", ".join(map(str, found.statuses))
            yield ErrorLine(found.name, found.base, statuses)


def introduction(sdk: Sdk) -> ReadmeView | None:
    """The introduction, or None without a method to show."""
    shown = next((m for m in sdk.every_method() if m.dotted == sdk.shown), None)
    if shown is None:
        return None
    package = sdk.package
    credentials = tuple(_credential(sdk, c) for c in sdk.credentials)
    upload = _first(sdk, takes_files) or _first(sdk, _takes_content)
    stream = _first(sdk, _streams)
    return ReadmeView(
        title=markdown(package.title),
        notice=markdown(package.notice or ""),
        install=_install(package),
        repository=package.repository or "",
        has_ci=package.ci_description is not None,
        oldest_python=PYTHONS[0],
        newest_python=PYTHONS[-1],
        project=package.project_name,
        package=package.import_name,
        client=sdk.client,
        async_client=sdk.async_client,
        base_error=sdk.base_error,
        env_prefix=sdk.env_prefix,
        base_url=literal(sdk.base_url or "https://api.example.com"),
        needs_base_url=not sdk.base_url,
        version=package.version,
        docs_url=web_address(package.docs_url or ""),
        max_retries=str(sdk.retries.max_retries),
        repeats_all=sdk.retries.mode == "compatible",
        delays=tuple(f"{seconds:g}" for seconds in _delays(sdk)),
        timeout=f"{sdk.timeout_seconds:g}",
        sole=sole_options(sdk, shown.security) or sole_options(sdk, sdk.security),
        needed=needed_options(sdk),
        raises_early=any(
            option.needed
            for credential in sdk.credentials
            for option in held_options(sdk, credential)
        ),
        options=tuple(map(_line, sdk.options)),
        credentials=credentials,
        exchanged=next((c for c in credentials if c.token_url), None),
        example=example_view(sdk, shown, with_paths=False),
        lists_errors=sdk.errors is not None,
        errors=tuple(_errors(sdk)),
        body=_shown(sdk, _first(sdk, _takes_json)),
        form=_shown(sdk, _first(sdk, _takes_form)),
        upload=_shown(sdk, upload),
        upload_is_form=upload is not None and takes_files(upload),
        download=_shown(sdk, _first(sdk, _is_download)),
        stream=_shown(sdk, stream),
        removed=tuple(
            RemovedLine(f"client.{m.dotted}", markdown(m.deprecated or ""))
            for m in sdk.every_method()
            if m.is_removed
        ),
    )


def _delays(sdk: Sdk) -> tuple[float, ...]:
    """The first and the longest wait before a retry, in seconds; none if they are by chance alone."""
    usual = COMPATIBLE_DELAYS if sdk.retries.mode == "compatible" else ()
    return sdk.retries.delays or usual


def _install(package: Package) -> InstallView:
    """By name if that is published, else from its repository if that is known, else its folder."""
    source = "."
    if package.is_published:
        source = package.project_name
    elif package.repository:
        source = f"git+https://github.com/{package.repository}"
    return InstallView(
        project=package.project_name,
        package=package.import_name,
        source=source,
        in_folder=source == ".",
    )


def _line(option: Option) -> OptionLine:
    return OptionLine(option.name, option.env or "", markdown(option.description or ""))


def _credential(sdk: Sdk, credential: Credential) -> CredentialLine:
    found = shown_credential(sdk, credential)
    return CredentialLine(
        found.kind, found.options, markdown(found.token_url), markdown(found.sent)
    )


def _first(sdk: Sdk, fits: Callable[[Method], bool]) -> Method | None:
    return next((m for m in sdk.every_method() if fits(m) and not m.is_removed), None)


def _shown(sdk: Sdk, method: Method | None) -> ExampleView | None:
    """The call of a method, as a stream if it can be one."""
    if method is None:
        return None
    return stream_view(sdk, method) or example_view(sdk, method)


def _takes_json(method: Method) -> bool:
    return isinstance(method.body, JsonBody) and _gives_body(method)


def _takes_form(method: Method) -> bool:
    return isinstance(method.body, FormBody) and _gives_body(method)


def _gives_body(method: Method) -> bool:
    """Whether an argument of the example goes into the body, and what is returned is one value."""
    given = method.example.arguments
    is_plain = isinstance(method.result, (ModelResult, NoResult, TextResult))
    return is_plain and any(a.part and a.name in given for a in method.arguments)


def _takes_content(method: Method) -> bool:
    return any(
        a.part is BodyPart.WHOLE and holds_files(a.type) for a in method.arguments
    )


def _is_download(method: Method) -> bool:
    return isinstance(method.result, BinaryResult)


def _streams(method: Method) -> bool:
    return isinstance(method.result, (StreamResult, SwitchedResult))
