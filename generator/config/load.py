"""Reads the configuration file into an ``SdkConfig``; every complaint has its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..diagnostics import Report
from ..openapi import Cursor, DocumentSet
from ..source import load_document
from . import keys
from .client import read_client
from .model import ErrorSettings, ExampleRequest, ScopeConfig, SdkConfig
from .package import read_package
from .pages import read_pages
from .resources import model_target, read_resources

ARRAY_FORMATS = ("comma", "repeat", "indices", "brackets")
NESTED_FORMATS = ("brackets", "dots")


def load_config(path: Path, report: Report) -> SdkConfig | None:
    """The configuration at ``path``, or None after reporting why it cannot be used."""
    document = load_document(path, report, what="configuration")
    if document is None:
        return None
    resolved = path.resolve()
    documents = DocumentSet(document, resolved.parent, {resolved: document})
    root = Cursor.root(documents, report)
    if not isinstance(root.value, dict):
        root.error(
            "C003", "a configuration is a mapping", help="start with 'organization:'"
        )
        return None
    keys.TOP.check(root)
    return _config(root)


def _config(root: Cursor) -> SdkConfig | None:
    organization = root.at("organization")
    name = organization.text("name") if organization else None
    if organization is None or name is None:
        root.error(
            "C003", "the organization has no name", help="add organization: {name: …}"
        )
        return None
    keys.ORGANIZATION.check(organization)
    target = _section(root, "targets", "python")
    keys.TARGET.check(target)
    settings = _section(root, "settings")
    keys.SETTINGS.check(settings)
    query = _section(root, "query_settings")
    keys.QUERY.check(query)
    client = read_client(_section(root, "client_settings"))
    resources, shared = read_resources(root)
    initialisms, casings = _casings(root)
    package = read_package(root, target, name)
    return SdkConfig(
        name=name,
        place=organization.place,
        import_name=package.import_name,
        project_name=package.project_name,
        title=target.text("readme_title") or name,
        version=package.version,
        notice=root.text("x-notice"),
        docs_url=organization.text("docs"),
        contact=organization.text("contact"),
        repository=_repository(target),
        license=_license(settings),
        environments=_texts(root, "environments"),
        env_prefix=client.env_prefix,
        options=client.options,
        default_headers=client.default_headers,
        timeout_seconds=client.timeout_seconds,
        max_retries=client.max_retries,
        array_format=_one_of(query, "array_format", ARRAY_FORMATS),
        nested_format=_one_of(query, "nested_format", NESTED_FORMATS),
        pages=read_pages(root),
        resources=resources,
        shared=shared,
        scopes=_scopes(root),
        errors=_errors(root),
        examples=_examples(root),
        unspecified=_unspecified(root),
        security_schemes=_security_schemes(root),
        security=_security(root),
        sort_properties=settings.flag("sort_schema_properties", default=True),
        initialisms=initialisms,
        casings=casings,
        written=root.value,
    )


def _section(cursor: Cursor, *path: str) -> Cursor:
    """The mapping at a path, or an empty one at the place where it would stand."""
    found = cursor.descend(*path)
    if found is not None and isinstance(found.value, dict):
        return found
    if found is not None and found.value is not None:
        list(found.entries())  # reports that it is no mapping
    return replace(cursor, value={})


def _repository(target: Cursor) -> str | None:
    repository = target.text("production_repo")
    return repository.partition("#")[0] if repository else None


def _license(settings: Cursor) -> str:
    stated = settings.at("license")
    if stated is not None and isinstance(stated.value, dict):
        return stated.text("name") or "Apache-2.0"
    return settings.text("license") or "Apache-2.0"


def _one_of(cursor: Cursor, key: str, allowed: tuple[str, ...]) -> str:
    value = cursor.text(key)
    if value is not None and value not in allowed:
        child = cursor.at(key)
        assert child is not None
        child.error(
            "C004",
            f"unknown {key} '{value}'",
            help=f"write one of {', '.join(allowed)}",
        )
    return value if value in allowed else allowed[0]


def _texts(cursor: Cursor, key: str) -> Mapping[str, str]:
    child = cursor.at(key)
    if child is None:
        return {}
    return {
        name: text for name, c in child.entries() if (text := c.as_text()) is not None
    }


def _casings(root: Cursor) -> tuple[dict[str, bool], dict[str, dict[str, str]]]:
    initialisms: dict[str, bool] = {}
    forms: dict[str, dict[str, str]] = {}
    section = root.at("custom_casings")
    for word, entry in section.entries() if section else ():
        keys.CASING.check(entry)
        if entry.has("initialism"):
            initialisms[word.lower()] = entry.flag("initialism")
        forms[word.lower()] = {
            case: text
            for case in ("snake", "pascal")
            if (text := entry.text(case)) is not None
        }
    return initialisms, forms


def _security_schemes(root: Cursor) -> dict[str, dict[str, str]]:
    """Schemes that the configuration states in place of the description's."""
    section = root.at("security_schemes")
    return {
        name: {key: str(value.value) for key, value in entry.entries()}
        for name, entry in (section.entries() if section else ())
    }


def _security(root: Cursor) -> tuple[tuple[str, ...], ...] | None:
    """Requirements that the configuration states in place of the description's."""
    section = root.at("security")
    if section is None:
        return None
    return tuple(tuple(name for name, _ in item.entries()) for item in section.items())


def _scopes(root: Cursor) -> tuple[ScopeConfig, ...]:
    section = root.at("x-path-scopes")
    scopes: list[ScopeConfig] = []
    for name, entry in section.entries() if section else ():
        keys.SCOPE.check(entry)
        parameters = _section(entry, "parameters")
        keys.SCOPE_PARAMETERS.check(parameters)
        kind, id_ = parameters.text("kind"), parameters.text("id")
        choices: dict[str, tuple[str, str | None]] = {}
        for argument, choice in _section(entry, "choices").entries():
            keys.CHOICE.check(choice)
            choices[argument] = (
                choice.text("value") or argument,
                choice.text("description"),
            )
        if kind is None or id_ is None or not choices:
            entry.error(
                "C005",
                f"the path scope '{name}' is incomplete",
                help="give it parameters: {kind: …, id: …} and choices: {argument: {value: …}}",
            )
            continue
        scopes.append(ScopeConfig(name, kind, id_, choices, entry.place))
    return tuple(scopes)


def _errors(root: Cursor) -> ErrorSettings | None:
    section = root.at("x-errors")
    if section is None:
        return None
    keys.ERRORS.check(section)
    items, model = section.text("items"), section.text("model")
    if items is None or model is None:
        section.error(
            "C005",
            "x-errors needs the property that lists the errors and the model of each",
            help="add items: <property> and model: <resource>.<model>",
        )
        return None
    target = model_target(model)
    return ErrorSettings(items, target, section.text("success"), section.place)


def _examples(root: Cursor) -> dict[str, ExampleRequest]:
    section = _section(root, "readme")
    keys.README.check(section)
    examples: dict[str, ExampleRequest] = {}
    for name, entry in _section(section, "example_requests").entries():
        keys.EXAMPLE.check(entry)
        endpoint = entry.text("endpoint")
        if endpoint is not None:
            params = _section(entry, "params").value
            examples[name] = ExampleRequest(endpoint, params, entry.place)
    return examples


def _unspecified(root: Cursor) -> frozenset[tuple[str, str]]:
    endpoints = (text.partition(" ") for text in root.strings("unspecified_endpoints"))
    return frozenset((verb.lower(), path.strip()) for verb, _, path in endpoints)
