"""Fills the name table: from the client down, from the strongest claim to the weakest.

Reads the IR, never the description; decides every identifier of the output, prints none.
"""

from __future__ import annotations

from keyword import iskeyword

from ..diagnostics import Report
from ..ir import Api, MethodId, Object, TypeId
from .errors import name_errors
from .fields import name_fields
from .reserved import CLIENT_CLASSES, identifier
from .resources import name_arguments, name_options, name_resources, name_scopes
from .table import NameTable
from .types import name_pages, name_types
from .casing import Casing


def assign(api: Api, report: Report) -> NameTable:
    """A name for everything in ``api``; collisions that needed a number are reported."""
    casing = Casing(api.initialisms, api.casings)
    client = _client(api, casing, report)
    options = name_options(api, casing, report)
    resources, methods = name_resources(api, options.values(), casing, report)
    types, params_types, variant_types = name_types(api, resources, casing, report)
    arguments: dict[tuple[MethodId, str, str], str] = {}
    for resource in api.every_resource():
        for method in resource.methods:
            arguments |= name_arguments(
                method,
                casing,
                report,
                has_key=api.retries.idempotency_header is not None,
            )
    fields: dict[tuple[TypeId, str], str] = {}
    for definition in api.types.values():
        if isinstance(definition, Object):
            fields |= name_fields(definition, casing, report)
    return NameTable(
        package=api.package.import_name,
        client=client,
        async_client=f"Async{client}",
        base_error=f"{client}Error",
        options=options,
        resources=resources,
        methods=methods,
        params_types=params_types,
        variant_types=variant_types,
        arguments=arguments,
        types=types,
        fields=fields,
        pages=name_pages(api, types),
        scopes=name_scopes(api, methods, casing, report),
        errors=name_errors(api, client, casing, report),
    )


def _client(api: Api, casing: Casing, report: Report) -> str:
    """The class of the client."""
    pascal = identifier(casing.pascal(api.client), "Client")

    def is_free(name: str) -> bool:
        taken = {name, f"Async{name}", f"{name}Error"} & CLIENT_CLASSES
        return not taken and not iskeyword(name)

    name = next(filter(is_free, (pascal, f"{pascal}Client", f"{pascal}SDK")))
    if name != pascal:
        report.warning(
            "N003",
            api.place,
            f"'{pascal}', 'Async{pascal}' or '{pascal}Error' is reserved in every "
            f"client or in Python, so the client is called '{name}'",
            help="give the organization another name, and the package its own under "
            "targets.python.package_name",
        )
    return name
