"""Puts the IR together."""

from __future__ import annotations

import re
from types import MappingProxyType

from ..config import PageConfig, SdkConfig
from ..diagnostics import Report
from ..ir import (
    USUAL_EVENTS,
    Api,
    Author,
    Definition,
    EventRule,
    Example,
    Method,
    Package,
    PageScheme,
    Resource,
    RetryPolicy,
    TypeId,
)
from ..openapi import Contact, Description
from .auth import Auth, auth, idempotency_header, security
from .bodies import BodyLowering
from .cycles import without_endless_types
from .operations import OperationLowering
from .outlines import Outlines
from .errors import error_list, own_errors
from .events import lower_events
from .forms import with_bare_names
from .pages import Pagination, page_scheme
from .param_styles import query_format
from .resources import (
    ResourceLowering,
    lower_models,
    lower_sent_models,
    named_schemas,
    with_webhooks,
)
from .schemas import SchemaLowering
from .servers import environments
from .unwrapping import Unwrapping
from .webhooks import WebhookLowering

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
"""An e-mail address that needs no quotes."""


def lower(description: Description, config: SdkConfig, report: Report) -> Api:
    """The SDK that a description and a configuration define, without what is reported."""
    named = named_schemas(description, config, report)
    models: dict[str, TypeId] = {model.id: model.id for model in named}
    sort = config.sort_properties
    schemas = SchemaLowering(description, models, report, sort_properties=sort)
    lower_models(config, named, schemas, report)
    found = auth(description, config, report)
    alternatives = security(description, config, found, report)
    pagination = Pagination(description, config.pages, report)
    servers = environments(description, config, report)
    sent = schemas.sent()
    operations = OperationLowering(
        config,
        schemas,
        BodyLowering(sent, config, report),
        Outlines(description, models, sort=sort),
        pagination,
        Unwrapping(description, config, report),
        found,
        alternatives,
        servers,
        report,
    )
    tree = ResourceLowering(description, config, operations, report)
    resources = tree.tree()
    lower_sent_models(named, sent)
    lower_events(description, tree.covered, named, schemas)
    webhooks = WebhookLowering(description, schemas, models, found, report)
    resources = with_webhooks(resources, config.resources, webhooks.methods)
    tree.check_coverage()
    schemas.losses.unread(description.origin, description.unread)
    errors = error_list(config, named, report)
    types = with_bare_names(schemas.types, named, resources, errors, report)
    pages, page_types = _pages(pagination.schemes)
    return Api(
        client=config.client_name or config.name,
        package=_package(description, config),
        servers=MappingProxyType(dict(servers)),
        env_prefix=config.env_prefix or config.name,
        options=found.options,
        auth=found.schemes,
        security=alternatives,
        default_headers=MappingProxyType(dict(config.default_headers)),
        query=query_format(config),
        pages=pages,
        errors=errors,
        own_errors=own_errors(description, config, report),
        resources=resources,
        types=MappingProxyType(page_types | without_endless_types(types)),
        examples=MappingProxyType(_examples(config, resources, report)),
        initialisms=MappingProxyType(dict(config.initialisms)),
        casings=MappingProxyType(dict(config.casings)),
        timeout_seconds=config.timeout_seconds,
        retries=_retries(config, found, report),
        event_rules=_event_rules(config) or USUAL_EVENTS,
        described=len(description.operations),
        left_out=MappingProxyType(dict(sorted(operations.left_out.items()))),
        place=config.place,
    )


def _retries(config: SdkConfig, found: Auth, report: Report) -> RetryPolicy:
    stated, header = config.retries, idempotency_header(config, found, report)
    return RetryPolicy(stated.max_retries, stated.delays, config.retry_mode, header)


def _pages(
    configured: tuple[PageConfig, ...],
) -> tuple[tuple[PageScheme, ...], dict[TypeId, Definition]]:
    schemes: list[PageScheme] = []
    types: dict[TypeId, Definition] = {}
    for page in configured:
        scheme, own = page_scheme(page)
        schemes.append(scheme)
        types |= own
    return tuple(schemes), types


def _event_rules(config: SdkConfig) -> tuple[EventRule, ...]:
    return tuple(
        EventRule(rule.handle, rule.types, rule.starts_with, rule.error_property)
        for rule in config.event_rules
    )


def _package(description: Description, config: SdkConfig) -> Package:
    return Package(
        import_name=config.import_name,
        project_name=config.project_name,
        version=config.version,
        title=config.title,
        description=description.info.summary or description.info.title or "",
        license=config.license.name,
        license_file=config.license.file,
        about=description.info.summary or description.info.description or "",
        author=_author(config, description.info.contact),
        support=None if _is_address(config.contact) else config.contact,
        docs_url=config.docs_url,
        repository=config.repository,
        notice=config.notice,
        is_published=config.is_published,
        has_tests=config.has_tests,
        has_private_modules=config.has_private_modules,
        ci_description=config.ci_description,
        release_environment=config.release_environment,
    )


def _author(config: SdkConfig, contact: Contact) -> Author | None:
    """The organization if its address is configured, else the contact of the description."""
    if config.contact is not None and _is_address(config.contact):
        return Author(config.name, config.contact)
    email = contact.email if _is_address(contact.email) else None
    name = " ".join((contact.name or "").split())
    return Author(name, email or "") if name or email else None


def _is_address(text: str | None) -> bool:
    return text is not None and _ADDRESS.fullmatch(text) is not None


def _examples(
    config: SdkConfig, resources: tuple[Resource, ...], report: Report
) -> dict[str, Example]:
    methods = {_endpoint(method): method for method in _methods(resources)}
    examples: dict[str, Example] = {}
    for name, request in config.examples.items():
        method = methods.get(request.endpoint)
        if method is None:
            report.warning(
                "C016",
                request.place,
                f"the example '{name}' refers to '{request.endpoint}', which no method calls",
                help="name the endpoint of a generated method",
            )
        else:
            examples[name] = Example(method.id, MappingProxyType(dict(request.params)))
    return examples


def _endpoint(method: Method) -> str:
    return f"{method.operation.verb} {method.operation.path}"


def _methods(resources: tuple[Resource, ...]) -> list[Method]:
    return [m for r in resources for m in (*r.methods, *_methods(r.children))]
