"""Puts the IR together."""

from __future__ import annotations

from types import MappingProxyType

from ..config import SdkConfig
from ..diagnostics import Report
from ..ir import (
    Api,
    Definition,
    ErrorEnvelope,
    Example,
    Method,
    ModelEntry,
    Package,
    PageScheme,
    QueryFormat,
    Resource,
    TypeId,
)
from ..openapi import Cursor, DocumentSet
from .auth import auth_schemes, client_options, security
from .operations import OperationLowering
from .pages import page_scheme
from .resources import NamedSchema, ResourceLowering, lower_models, named_schemas
from .schemas import SchemaLowering


def lower(documents: DocumentSet, config: SdkConfig, report: Report) -> Api:
    """The SDK that a description and a configuration define.

    What cannot be compiled is reported; the result is complete when the report has no errors.
    """
    root = Cursor.root(documents, report)
    named = named_schemas(root, config)
    schemas = SchemaLowering(
        {model.schema.id: model.id for model in named},
        sort_properties=config.sort_properties,
    )
    lower_models(named, schemas)
    schemes = auth_schemes(root, config)
    api_security = security(root, config, schemes)
    operations = OperationLowering(root, config, schemas, schemes, api_security)
    tree = ResourceLowering(root, config, operations)
    resources = tree.tree()
    tree.check_coverage()
    pages, page_types = _pages(config)
    return Api(
        name=config.name,
        package=_package(root, config),
        servers=MappingProxyType(_servers(root, config)),
        env_prefix=config.env_prefix or config.name,
        options=client_options(config),
        auth=schemes,
        security=api_security,
        default_headers=MappingProxyType(dict(config.default_headers)),
        query=QueryFormat(config.array_format, config.nested_format),
        pages=pages,
        errors=_errors(config, named, report),
        resources=resources,
        types=MappingProxyType(page_types | schemas.types),
        examples=MappingProxyType(_examples(config, resources, report)),
        initialisms=MappingProxyType(dict(config.initialisms)),
        casings=MappingProxyType(dict(config.casings)),
        timeout_seconds=config.timeout_seconds,
        max_retries=config.max_retries,
    )


def _pages(
    config: SdkConfig,
) -> tuple[tuple[PageScheme, ...], dict[TypeId, Definition]]:
    schemes: list[PageScheme] = []
    types: dict[TypeId, Definition] = {}
    for page in config.pages:
        scheme, own = page_scheme(page)
        schemes.append(scheme)
        types |= own
    return tuple(schemes), types


def _package(root: Cursor, config: SdkConfig) -> Package:
    info = root.at("info")
    return Package(
        import_name=config.import_name,
        project_name=config.project_name,
        version=config.version,
        title=config.title,
        description=(info.text("summary") or info.text("title") or "") if info else "",
        license=config.license,
        docs_url=config.docs_url,
        repository=config.repository,
        notice=config.notice,
    )


def _servers(root: Cursor, config: SdkConfig) -> dict[str, str]:
    if config.environments:
        return dict(config.environments)
    servers = root.at("servers")
    urls = (
        [url for server in servers.items() if (url := server.text("url"))]
        if servers
        else []
    )
    if not urls:
        root.report.error(
            "C015",
            config.place,
            "no server is known",
            help="add environments: {production: https://…} to the configuration",
        )
    return {"production": urls[0]} if urls else {}


def _errors(
    config: SdkConfig, named: tuple[NamedSchema, ...], report: Report
) -> ErrorEnvelope | None:
    if config.errors is None:
        return None
    resource, name = config.errors.model
    model = next((m for m in named if m.entry == ModelEntry(resource, name)), None)
    if model is None:
        report.error(
            "C013",
            config.errors.place,
            f"x-errors names the model '{'.'.join((*resource, name))}', which is not configured",
            help="add it under 'models' of that resource",
        )
        return None
    return ErrorEnvelope(config.errors.items, model.id, config.errors.success)


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
                f"the example '{name}' shows '{request.endpoint}', which no method calls",
                help="name the endpoint of a generated method",
            )
        else:
            examples[name] = Example(method.id, MappingProxyType(dict(request.params)))
    return examples


def _endpoint(method: Method) -> str:
    return f"{method.operation.verb} {method.operation.path}"


def _methods(resources: tuple[Resource, ...]) -> list[Method]:
    return [m for r in resources for m in (*r.methods, *_methods(r.children))]
