"""What an introduction to the package shows: the README, the start page, the guides."""

from __future__ import annotations

from dataclasses import dataclass

from ...surface import Method, Option, PageResult, Sdk
from .literals import literal
from .markdown import markdown, web_address


@dataclass(frozen=True, slots=True)
class OptionLine:
    """A constructor option and the variable that it is read from."""

    name: str
    env: str
    description: str


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A call to show: the dotted resource, the method, its arguments as ``name=literal``.

    ``items`` is the attribute of a page that holds its items, ``attribute`` one of a result or
    item that is worth printing.
    """

    resource: str
    method: str
    arguments: tuple[str, ...]
    items: str
    attribute: str
    paged: bool


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """The README of the package; ``timeout`` is in seconds."""

    title: str
    notice: str
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
    timeout: str
    option: OptionLine
    options: tuple[OptionLine, ...]
    example: ExampleView


@dataclass(frozen=True, slots=True)
class BareReadmeView:
    """The README of a package without a method that it could show."""

    title: str
    notice: str
    project: str
    package: str
    client: str
    base_url: str


def bare_introduction(sdk: Sdk) -> BareReadmeView:
    """What a package is, and how it calls paths that no method describes."""
    package = sdk.package
    return BareReadmeView(
        title=markdown(package.title),
        notice=markdown(package.notice or ""),
        project=package.project_name,
        package=package.import_name,
        client=sdk.client,
        base_url=literal(sdk.base_url or "https://api.example.com"),
    )


def introduction(sdk: Sdk) -> ReadmeView | None:
    """The introduction, or None without a method to show."""
    shown = next((m for m in sdk.every_method() if m.dotted == sdk.shown), None)
    if shown is None:
        return None
    package, credential = sdk.package, sdk.sole_credential
    return ReadmeView(
        title=markdown(package.title),
        notice=markdown(package.notice or ""),
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
        max_retries=str(sdk.max_retries),
        timeout=f"{sdk.timeout_seconds:g}",
        option=_line(credential) if credential else OptionLine("", "", ""),
        options=tuple(map(_line, sdk.options)),
        example=example_view(sdk, shown),
    )


def _line(option: Option) -> OptionLine:
    return OptionLine(option.name, option.env or "", markdown(option.description or ""))


def example_view(sdk: Sdk, method: Method) -> ExampleView:
    """The call of a method."""
    return ExampleView(
        resource=".".join(method.path[:-1]),
        method=method.name,
        arguments=tuple(
            f"{name}={literal(value)}"
            for name, value in method.example.arguments.items()
        ),
        items=items_of(sdk, method),
        attribute=method.example.attribute,
        paged=method.is_paged,
    )


def items_of(sdk: Sdk, method: Method) -> str:
    """The dotted attributes from a page to its items; empty without pages."""
    if not isinstance(method.result, PageResult):
        return ""
    return ".".join(sdk.page(method.result.scheme).items)
