"""Reads the configuration file into an ``SdkConfig``; every finding has its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from ..diagnostics import Report
from ..source import Document, Input, Pointer, Reader, input_of, load_document
from .audit import audit
from .client import check_variables, read_client
from .docs import read_docs
from .entry import Entry
from .errors import read_errors
from .kept import read_kept
from .model import (
    EventRuleConfig,
    ExampleRequest,
    LicenseConfig,
    ScopeConfig,
    SdkConfig,
)
from .package import read_package
from .pages import read_pages
from .resources import (
    overridden_parts,
    read_endpoint,
    read_resources,
    skipped_endpoints,
)
from .table import SECTIONS, Fields, ListOf
from .table.description import UNREAD_COMMANDS
from .table.shapes import ENDPOINT, VERSION

_HOSTED_NAMES = {"Endpoint/NotConfigured": "C009"}
"""Findings of the hosted generator that are ours as well."""


def load_config(path: Path, report: Report) -> SdkConfig | None:
    """The configuration at ``path``, or None after reporting why it cannot be used."""
    document = load_document(path, report, what="configuration")
    return read_config(document, report) if document is not None else None


def is_endpoint(text: str) -> bool:
    """Whether a configuration can name an endpoint, say ``get /zones/{zone_id}``."""
    return ENDPOINT.fits(text) and text == text.strip()


def is_version(text: str) -> bool:
    """Whether a configuration can give the package a version."""
    return VERSION.fits(text)


def read_config(document: Document, report: Report) -> SdkConfig | None:
    """The configuration in a document, or None after reporting why it cannot be used."""
    reader = Reader(report, document, Pointer(), document.value)
    if not isinstance(reader.value, dict):
        reader.error(
            "C003",
            "the configuration must be a mapping",
            help="start with 'organization:'",
        )
        return None
    audit(reader, Fields("top"))
    root = Entry(reader, Fields("top"))
    report.ignored |= _ignored(root)
    config = _config(root)
    if config is None:
        return None
    check_variables(root.section("environments"), config.options)
    return replace(config, kept=read_kept(root, config.version))


def _config(root: Entry) -> SdkConfig | None:
    organization = root.at("organization")
    if organization is None or (name := organization.text("name")) is None:
        return None
    settings = root.section("settings")
    client = read_client(root.section("client_settings"))
    resources, shared = read_resources(root.section("resources"))
    package, (initialisms, casings) = read_package(root, name), _casings(root)
    return SdkConfig(
        name=name,
        place=organization.place,
        import_name=package.import_name,
        project_name=package.project_name,
        title=package.title,
        version=package.version,
        is_published=package.is_published,
        release_environment=package.release_environment,
        ci_description=root.text("x-ci"),
        has_tests=not settings.flag("disable_mock_tests"),
        has_private_modules=root.flag("x-private-modules"),
        notice=root.text("x-notice"),
        docs_url=organization.text("docs"),
        contact=organization.text("contact"),
        repository=package.repository,
        client_name=client.client_name,
        license=_license(settings),
        has_positional=settings.flag("positional_params"),
        skipped=skipped_endpoints(root.section("resources")),
        environments=_texts(root, "environments"),
        env_prefix=client.env_prefix,
        options=client.options,
        default_headers=client.default_headers,
        timeout_seconds=client.timeout_seconds,
        retries=client.retries,
        retry_mode=root.choice("x-retries"),
        array_format=root.section("query_settings").text("array_format"),
        nested_format=root.section("query_settings").text("nested_format"),
        form_array_format=root.section("multipart_settings").text("array_format"),
        form_nested_format=root.section("multipart_settings").text("nested_format"),
        pages=read_pages(root),
        resources=resources,
        shared=shared,
        scopes=_scopes(root),
        errors=read_errors(root),
        examples=_examples(root),
        unspecified=_unspecified(root),
        overlays=_overlays(root),
        transforms=_transforms(root),
        security_schemes=_security_schemes(root),
        security=_security(root),
        sort_properties=settings.flag("sort_schema_properties"),
        unwrapped=_unwrapped(settings.at("unwrap_response_fields")),
        unwraps_many=settings.flag("unwrap_multiproperty_response_fields"),
        unites_responses=root.flag("x-unite-responses"),
        initialisms=initialisms,
        casings=casings,
        event_rules=tuple(_event_rules(root)),
        docs=read_docs(root.section("x-docs")),
        written=root.reader.value,
    )


def _ignored(root: Entry) -> dict[str, tuple[str, ...] | None]:
    """The findings that are not shown: None for all of a code, else the places that they are about."""
    found: dict[str, tuple[str, ...] | None] = {}
    for name, entry in root.section("diagnostics").section("ignored").entries():
        code = _HOSTED_NAMES.get(name, name)
        if isinstance(entry.kind, ListOf):
            stated = [item.value for item in entry.items()]
            places = [
                p.get("location", p.get("target")) if isinstance(p, dict) else p
                for p in stated
            ]
            found[code] = tuple(p for p in places if isinstance(p, str) and p)
        elif entry.value is True:
            found[code] = None
    return found


def _overlays(root: Entry) -> tuple[Input, ...]:
    """The overlays; paths are relative to the configuration, invalid URLs are reported."""
    found: list[Input] = []
    listed = root.at("x-overlays")
    for entry in listed.items() if listed else ():
        text = entry.as_text() or ""
        try:
            named = input_of(text)
        except ValueError as error:
            help = "name a file, or an http or https URL"
            entry.error("C004", f"the URL {error}", help=help)
            continue
        is_file = isinstance(named, Path)
        found.append(
            Path(root.reader.document.name).parent / text if is_file else named
        )
    return tuple(found)


def _transforms(root: Entry) -> tuple[tuple[str, Reader], ...]:
    """The changes to the description, those under the older name first, then those that methods make:
    command and arguments."""
    section = root.section("openapi")
    found: list[tuple[str, Reader]] = []
    for key in ("transformations", "transforms"):
        listed = section.at(key)
        for entry in listed.items() if listed else ():
            command = entry.text("command")
            if command is None:
                continue  # reported as missing
            if command in UNREAD_COMMANDS:
                message = f"the command '{command}' has no effect"
                help = "write what it does with 'update', 'merge' and 'remove'"
                entry.warning("C002", message, help=help)
            else:
                found.append((command, entry.section("args").reader))
    return (*found, *overridden_parts(root.section("resources")))


def _unwrapped(entry: Entry | None) -> tuple[str, ...]:
    texts = (item.as_text() for item in (entry.items() if entry else ()))
    return tuple(text for text in texts if text is not None)


def _license(settings: Entry) -> LicenseConfig:
    found = settings.at("license")
    if found is None or not isinstance(found.kind, Fields):
        return LicenseConfig(settings.choice("license"))
    contents, extension = found.text("contents"), found.text("extension")
    if not contents:
        return LicenseConfig(found.choice("name"))
    file = f"LICENSE.{extension.lstrip('.')}" if extension else "LICENSE"
    return LicenseConfig(found.choice("name"), (file, contents))


def _texts(entry: Entry, key: str) -> Mapping[str, str]:
    entries = entry.section(key).entries()
    return {
        name: text for name, value in entries if (text := value.as_text()) is not None
    }


def _casings(root: Entry) -> tuple[dict[str, bool], dict[str, dict[str, str]]]:
    initialisms: dict[str, bool] = {}
    forms: dict[str, dict[str, str]] = {}
    for word, entry in root.section("custom_casings").entries():
        if entry.at("initialism") is not None:
            initialisms[word.lower()] = entry.flag("initialism")
        forms[word.lower()] = _forms(entry) | _texts_of(entry, "singular")
        forms[_plural(word.lower())] = _texts_of(entry, "plural")
    return initialisms, {word: found for word, found in forms.items() if found}


def _forms(entry: Entry) -> dict[str, str]:
    texts = {case: entry.text(case) for case in ("snake", "pascal")}
    return {case: text for case, text in texts.items() if text is not None}


def _texts_of(entry: Entry, key: str) -> dict[str, str]:
    entries = entry.section(key).entries() if entry.at(key) is not None else ()
    return {n: text for n, value in entries if (text := value.as_text()) is not None}


def _plural(word: str) -> str:
    """The plural of a word, as that of most English ones."""
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh", "z")) else f"{word}s"


def _security_schemes(root: Entry) -> dict[str, dict[str, str]]:
    """Schemes that replace the description's, with the keywords that have an effect."""
    return {
        name: {
            key: text
            for key in ("type", "scheme", "in", "name", "description")
            if (text := entry.text(key)) is not None
        }
        | _token_url(entry)
        for name, entry in root.section("security_schemes").entries()
    }


def _token_url(entry: Entry) -> dict[str, str]:
    """Where a program gets a token for itself, as the flow of client credentials says."""
    flows = entry.value_at("flows")
    flow = flows.get("clientCredentials") if isinstance(flows, dict) else None
    url = flow.get("tokenUrl") if isinstance(flow, dict) else None
    return {"tokenUrl": url} if isinstance(url, str) else {}


def _security(root: Entry) -> tuple[tuple[str, ...], ...] | None:
    """Requirements that replace the description's."""
    section = root.at("security")
    if section is None:
        return None
    return tuple(tuple(name for name, _ in item.entries()) for item in section.items())


def _scopes(root: Entry) -> tuple[ScopeConfig, ...]:
    scopes = (
        _scope(name, entry) for name, entry in root.section("x-path-scopes").entries()
    )
    return tuple(scope for scope in scopes if scope is not None)


def _scope(name: str, entry: Entry) -> ScopeConfig | None:
    parameters = entry.section("parameters")
    kind, id_ = parameters.text("kind"), parameters.text("id")
    choices = {
        argument: (choice.text("value") or argument, choice.text("description"))
        for argument, choice in entry.section("choices").entries()
    }
    if kind is None or id_ is None:
        return None  # reported as missing
    if not choices:
        entry.error(
            "C005",
            f"the path scope '{name}' has no choices",
            help="add choices: {<argument>: {value: …}}",
        )
        return None
    return ScopeConfig(name, kind, id_, choices, entry.place)


def _event_rules(root: Entry) -> Iterator[EventRuleConfig]:
    rules = root.section("streaming").at("on_event")
    for rule in rules.items() if rules else ():
        yield EventRuleConfig(
            handle=rule.choice("handle"),
            types=_event_types(rule),
            starts_with=rule.text("data_starts_with") or "",
            error_property=rule.text("error_property"),
        )


def _event_types(rule: Entry) -> tuple[str | None, ...] | None:
    """The types of the events that a rule fits: any, none at all where null is written, or some."""
    found = rule.at("event_type")
    if found is None:
        return (None,) if rule.reader.has("event_type") else None
    if isinstance(found.kind, ListOf):
        texts = (item.as_text() for item in found.items())
        return tuple(text for text in texts if text is not None)
    return (found.as_text(),)


def _examples(root: Entry) -> dict[str, ExampleRequest]:
    requests = root.section("readme").section("example_requests")
    examples: dict[str, ExampleRequest] = {}
    for key in SECTIONS["example_requests"].keys:
        entry, name = requests.at(key.name), key.name
        endpoint = entry.text("endpoint") if entry else None
        if entry is not None and endpoint is not None:
            params = {n: v.value for n, v in entry.section("params").entries()}
            examples[name] = ExampleRequest(endpoint, params, entry.place)
    return examples


def _unspecified(root: Entry) -> frozenset[tuple[str, str]]:
    section = root.at("unspecified_endpoints")
    texts = (item.as_text() for item in section.items()) if section else ()
    return frozenset(read_endpoint(text) for text in texts if text is not None)
