"""The whole configuration of an existing package, as the mapping that its file would hold."""

from __future__ import annotations

import re
from typing import Any, cast

from ..config import is_version
from ..diagnostics import Report
from ..openapi import Description, Operation
from ..published import EventRule, Package
from .casings import find_casings
from .client import client_settings, organization, security_schemes
from .described import Schemas
from .matching import Matching
from .models import FoundModel, find_models
from .pages import schemes
from .resources import Bound, bind_methods, has_positional, resources

UNKNOWN = (
    "What a package does not show, and is not here:",
    "- the editions of the format, and the targets of other languages;",
    "- transformations of the description: types that they changed are as the description has them;",
    "- the example requests of the README, and names of variables in it;",
    "- operations that were left out on purpose (unspecified_endpoints), and ignored diagnostics.",
)
"""What cannot be recovered from any package."""

_CREDENTIALS = (
    "api_key",
    "token",
    "password",
    "username",
    "client_id",
    "client_secret",
)
"""How the names of options end that are sent to authenticate."""

Targets = dict[tuple[tuple[str, ...], str], str]


def recovered(
    package: Package, description: Description, report: Report
) -> dict[str, Any]:
    """The configuration that a package was made with, as far as it shows.

    What cannot be known is reported: a method or a type that nothing in the description is like.
    """
    methods = bind_methods(package, description, report)
    models = find_models(package)
    schemas = Schemas(description)
    matching = Matching(package, description, schemas)
    for bound in methods:
        matching.follow(bound.method, bound.operation)
    targets = _targets(package, matching, models, report)
    name, own_casing = organization(package)
    by_option, added = security_schemes(package.client, description)
    query = {
        "array_format": package.client.array_format,
        "nested_format": package.client.nested_format,
    }
    for argument in package.client.own:
        report.warning(
            "P006",
            package.client.place,
            f"the client's argument '{argument}' comes from hand-written code",
            help="keep its code beside the generated client",
        )
    for option in package.client.options:
        if option.carrier is None and option.name.endswith(_CREDENTIALS):
            report.warning(
                "P009",
                package.client.place,
                f"the package does not show how the option '{option.name}' is sent",
                help="add 'auth' with its security scheme, and 'read_env'",
            )
    parts = {
        "organization": _organization(package, name),
        "targets": {"python": _target(package)},
        "x-version": _version(package.about.version or ""),
        "environments": dict(package.client.environments),
        "settings": _settings(package, methods),
        "client_settings": client_settings(package.client, name, by_option),
        "security_schemes": added,
        "security": _security(package, description, by_option, bool(added)),
        "query_settings": {k: v for k, v in query.items() if v is not None},
        "pagination": schemes(package),
        "streaming": _streaming(package, methods),
        "custom_casings": find_casings(package, models) | own_casing,
        "resources": resources(package, schemas, methods, models, targets),
    }
    needed = ("pagination", "resources")
    found = {key: value for key, value in parts.items() if value or key in needed}
    return cast(dict[str, Any], _encodable(found))


def _encodable(value: object) -> object:
    """A value whose texts a file can hold: a lone surrogate has no form in UTF-8."""
    if isinstance(value, dict):
        items = cast(dict[str, object], value).items()
        return {_encodable(key): _encodable(item) for key, item in items}
    if isinstance(value, list):
        return [_encodable(item) for item in cast(list[object], value)]
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


def _targets(
    package: Package,
    matching: Matching,
    models: list[FoundModel],
    report: Report,
) -> Targets:
    """What each model is made from, by its resource and name; one that is not found is reported."""
    found: Targets = {}
    taken: dict[str, str] = {}
    for model in models:
        key = model.resource, model.name
        id = matching.schema_of(model)
        schema = matching.target(id) if id is not None else None
        if model.is_made and (schema is None or schema == id):
            continue  # a type of its own, not a component
        place = (
            model.definitions[0].place if model.definitions else package.client.place
        )
        if id is None or schema is None or id in taken:
            problem = "no schema of the description is like it"
            if id is not None and id in taken:
                problem = f"the schema that it is most like is that of '{taken[id]}'"
            report.warning(
                "P005",
                place,
                f"the model '{model.class_name}' is left out: {problem}",
                help=f"add '{model.name}: <schema>' to the models of '{'.'.join(model.resource)}'",
            )
            continue
        taken[id] = ".".join((*model.resource, model.name))
        found[key] = schema
        if not model.is_placed:
            report.warning(
                "P007",
                place,
                f"the package does not tell which resource lists the model '{model.name}'; it is under "
                f"'{'.'.join(model.resource)}'",
                help="name a package with an api.md (its sdist or repository), or move the entry",
            )
    return found


def _version(text: str) -> str | None:
    """A version in the form of Python packages; semantic ones spell pre-releases out."""
    for word, short in (("alpha", "a"), ("beta", "b"), ("rc", "rc")):
        text = re.sub(rf"-{word}\.?(\d+)$", rf"{short}\1", text)
    return text if is_version(text) else None


def _organization(package: Package, name: str) -> dict[str, Any]:
    about = package.about
    parts = {"name": name, "docs": about.docs, "contact": about.contact}
    return {key: value for key, value in parts.items() if value}


def _target(package: Package) -> dict[str, Any]:
    about = package.about
    parts = {
        "package_name": package.name,
        "project_name": about.project if about.project != package.name else None,
        "production_repo": about.repository,
        "publish": {"pypi": True} if about.is_published else None,
        "options": {"use_uv": True} if about.uses_uv else None,
    }
    return {key: value for key, value in parts.items() if value}


def _settings(package: Package, methods: list[Bound]) -> dict[str, Any]:
    unwrapped = [b.call.unwrapped for b in methods if b.call.unwrapped is not None]
    settings: dict[str, Any] = {"license": package.about.license or ""}
    if unwrapped:
        settings["unwrap_response_fields"] = list(dict.fromkeys(unwrapped))
    if not has_positional(methods):
        settings["positional_params"] = False
    if not _is_sorted(methods):
        settings["sort_schema_properties"] = False
    return settings


def _is_sorted(methods: list[Bound]) -> bool:
    """Whether most arguments are in the order of their names, not of the description."""
    sorted_, total = 0, 0
    for bound in methods:
        query = {p.name for p in bound.operation.parameters}
        for required in (True, False):
            names = [
                p.name
                for p in bound.method.parameters
                if not p.positional and p.required is required and p.name not in query
            ]
            if len(names) > 2:
                total += 1
                sorted_ += names == sorted(names, key=lambda n: (n != "id", n))
    return 2 * sorted_ >= total


def _security(
    package: Package, description: Description, by_option: dict[str, str], is_own: bool
) -> list[dict[str, list[str]]]:
    """What a request needs, where the description does not say it in its own schemes."""
    operations: list[Operation] = list(description.operations.values())
    is_stated = description.security or any(o.security for o in operations)
    if is_stated and not is_own:
        return []
    used = list(dict.fromkeys(by_option.values()))
    optional = all(o.nullable for o in package.client.options if o.name in by_option)
    found: list[dict[str, list[str]]] = [{name: []} for name in used]
    return [{}, *found] if optional and used else found


def _streaming(package: Package, methods: list[Bound]) -> dict[str, Any]:
    if all(bound.call.event is None for bound in methods):
        return {}
    rules = [_rule(rule) for rule in package.event_rules]
    return {"on_event": rules} if rules else {}


def _rule(rule: EventRule) -> dict[str, Any]:
    types: Any = rule.types
    if types is not None:
        types = types[0] if len(types) == 1 else list(types)
    parts: dict[str, Any] = {}
    if rule.starts_with:
        parts["data_starts_with"] = rule.starts_with
    elif rule.types is not None:
        parts["event_type"] = types
    else:
        parts["kind"] = "fallthrough"
    parts["handle"] = rule.handle
    if rule.error_property is not None:
        parts["error_property"] = rule.error_property
    return parts
