"""Names of resources, methods, arguments and client options."""

from __future__ import annotations

from ..diagnostics import Report
from ..ir import Api, Method, MethodId, Resource, ResourcePath, location_of
from .files import file_name
from .reserved import (
    CLIENT_ARGUMENTS,
    CLIENT_ATTRIBUTES,
    OPTION_ARGUMENTS,
    RESOURCE_ATTRIBUTES,
    escape,
    identifier,
)
from .scopes import Claim, Strength, settle
from .table import ResourceNames
from .words import Casing


def name_options(api: Api, casing: Casing, report: Report) -> dict[str, str]:
    """The constructor argument of each client option."""
    claims = [
        Claim(
            option.name,
            (identifier(casing.snake(option.name), "option"),),
            Strength.REQUIRED,
            f"{position:04}",
            option.place,
            f"rename the option '{option.name}' under client_settings.opts",
        )
        for position, option in enumerate(api.options)
    ]
    return settle(
        claims,
        scope="the client's constructor",
        report=report,
        escape=lambda name: escape(name, CLIENT_ARGUMENTS),
    )


def name_resources(
    api: Api, casing: Casing, report: Report
) -> tuple[dict[ResourcePath, ResourceNames], dict[MethodId, str]]:
    """The names of every resource and of every method, from the client down."""
    resources: dict[ResourcePath, ResourceNames] = {}
    methods: dict[MethodId, str] = {}

    def descend(
        children: tuple[Resource, ...], own: tuple[Method, ...], path: ResourcePath
    ) -> None:
        reserved = RESOURCE_ATTRIBUTES if path else CLIENT_ATTRIBUTES
        names = _attributes(children, own, path, reserved, casing, report)
        for method in own:
            methods[method.id] = names[method.id]
        for child in children:
            resources[child.path] = _resource_names(
                child, names[child.path], path, resources
            )
            descend(child.children, child.methods, child.path)

    def _resource_names(
        child: Resource,
        attribute: str,
        parent: ResourcePath,
        known: dict[ResourcePath, ResourceNames],
    ) -> ResourceNames:
        file = file_name(attribute, child.place, report)
        above = known[parent].folder if parent else ()
        folder = (*above, file) if child.children else above
        pascal = identifier(casing.pascal(child.path[-1]), "Resource")
        return ResourceNames(
            attribute=attribute,
            sync_class=f"{pascal}Resource",
            async_class=f"Async{pascal}Resource",
            folder=(*above, file),
            module=("resources", *folder, file),
            types_package=("types", *above),
        )

    descend(api.resources, (), ())
    return resources, methods


def _attributes(
    children: tuple[Resource, ...],
    methods: tuple[Method, ...],
    path: ResourcePath,
    reserved: frozenset[str],
    casing: Casing,
    report: Report,
) -> dict[ResourcePath | MethodId, str]:
    where = ".".join(path) or "the client"
    claims: list[Claim[ResourcePath | MethodId]] = [
        Claim(
            method.id,
            (identifier(casing.snake(method.id.name), "method"),),
            Strength.REQUIRED,
            f"0 {method.id.name}",
            method.place,
            f"give the method '{method.id}' another name in the configuration",
        )
        for method in methods
    ]
    claims += [
        Claim(
            child.path,
            (identifier(casing.snake(child.path[-1]), "resource"),),
            Strength.REQUIRED,
            f"1 {child.path[-1]}",
            child.place,
            f"give the resource '{'.'.join(child.path)}' another name in the configuration",
        )
        for child in children
    ]
    return settle(
        claims,
        scope=where,
        report=report,
        escape=lambda name: escape(name, reserved),
        fold=str.casefold,
    )


def name_arguments(
    method: Method, casing: Casing, report: Report
) -> dict[tuple[MethodId, str, str], str]:
    """The keyword of each argument of a method, by location and wire name."""
    wanted = [(location_of(a).value, a.wire_name) for a in method.arguments]
    claims = [
        Claim(
            (method.id, location, wire_name),
            _argument_wishes(location, wire_name, casing),
            Strength.SUGGESTED,
            f"{position:04}",
            method.place,
            "accept the number: 'x-stainless-naming', which would settle it, has no effect yet",
        )
        for position, (location, wire_name) in enumerate(wanted)
    ]
    return settle(
        claims,
        scope=f"the arguments of {method.id}",
        report=report,
        escape=lambda name: escape(name, OPTION_ARGUMENTS),
    )


def _argument_wishes(location: str, wire_name: str, casing: Casing) -> tuple[str, ...]:
    name = identifier(casing.snake(wire_name), "value")
    return (name, f"{location}_{name}")
