"""Names of resources, methods, arguments and client options."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain, count

from ..diagnostics import Report
from ..ir import (
    CLIENT,
    Api,
    Argument,
    Method,
    MethodId,
    Resource,
    ResourcePath,
    location_of,
    WebhookMethod,
)
from .files import file_name
from .reserved import (
    CLIENT_ARGUMENTS,
    CLIENT_ATTRIBUTES,
    OPTION_ARGUMENTS,
    RESOURCE_ATTRIBUTES,
    RESOURCE_CLASSES,
    escape,
    identifier,
)
from .scopes import Claim, Strength, settle
from .table import ResourceNames
from .casing import Casing, hinted

AnyMethod = Method | WebhookMethod


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
    reserved = CLIENT_ARGUMENTS | CLIENT_ATTRIBUTES
    if len(api.servers) > 1:
        reserved |= {"environment"}
    return settle(
        claims,
        scope="the client's constructor",
        report=report,
        escape=lambda name: escape(name, reserved),
    )


def name_resources(
    api: Api, options: Collection[str], casing: Casing, report: Report
) -> tuple[dict[ResourcePath, ResourceNames], dict[MethodId, str]]:
    """The names of every resource and of every method, from the client down.

    ``options`` are the names of the client's options, which are attributes of it too.
    """
    of_client = CLIENT_ATTRIBUTES | frozenset(options)
    resources: dict[ResourcePath, ResourceNames] = {}
    methods: dict[MethodId, str] = {}

    own = tuple(r for r in api.resources if r.path == CLIENT)
    others = tuple(r for r in api.resources if r.path != CLIENT)
    if own:
        resources[CLIENT] = _client_names({child.path[-1] for child in others})

    def descend(
        children: tuple[Resource, ...], own: tuple[AnyMethod, ...], path: ResourcePath
    ) -> None:
        reserved = RESOURCE_ATTRIBUTES if path else of_client
        names = _attributes(children, own, path, reserved, casing, report)
        for method in own:
            methods[method.id] = names[method.id]
        classes = _classes(children, resources.get(path), casing, report)
        for child in children:
            resources[child.path] = _resource_names(
                child, names[child.path], classes[child.path], path
            )
            descend(child.children, (*child.methods, *child.webhooks), child.path)

    def _resource_names(
        child: Resource, attribute: str, class_name: str, parent: ResourcePath
    ) -> ResourceNames:
        file = file_name(attribute, child.place, report)
        above = resources[parent].folder if parent else ()
        if above and file == above[-1]:  # the file of the resource around it
            file = f"{file}_"
        folder = (*above, file) if child.children else above
        return ResourceNames(
            attribute=attribute,
            sync_class=class_name,
            async_class=f"Async{class_name}",
            folder=(*above, file),
            module=("resources", *folder, file),
            types_package=("types", *above),
        )

    called: list[AnyMethod] = [m for r in own for m in r.methods]
    called += (m for r in own for m in r.webhooks)
    descend(others, tuple(called), ())
    return resources, methods


def _client_names(taken: Collection[str]) -> ResourceNames:
    """The names of what the client inherits its own methods from."""
    return ResourceNames(
        attribute="client_methods" if "client" in taken else "client",
        sync_class="ClientMethods",
        async_class="AsyncClientMethods",
        folder=("_client_methods",),
        module=("resources", "_client_methods"),
        types_package=("types",),
    )


def _classes(
    children: tuple[Resource, ...],
    parent: ResourceNames | None,
    casing: Casing,
    report: Report,
) -> dict[ResourcePath, str]:
    """The class of each resource; one package exports them, their async forms and the parent's."""
    taken = set(RESOURCE_CLASSES)
    if parent is not None:
        taken |= {parent.sync_class, parent.async_class}
    classes: dict[ResourcePath, str] = {}
    for child in sorted(children, key=lambda c: c.path):
        pascal = identifier(casing.pascal(child.path[-1]), "Resource")
        wishes = (f"{pascal}{number or ''}Resource" for number in chain((0,), count(2)))
        name = next(w for w in wishes if not {w, f"Async{w}"} & taken)
        if name != f"{pascal}Resource":
            report.warning(
                "N001",
                child.place,
                f"the class '{pascal}Resource' is already used; renamed to '{name}'",
                help=f"give the resource '{'.'.join(child.path)}' another name in the "
                "configuration",
            )
        taken |= {name, f"Async{name}"}
        classes[child.path] = name
    return classes


def name_scopes(
    api: Api, methods: Mapping[MethodId, str], casing: Casing, report: Report
) -> dict[str, str]:
    """The name of each path scope among the methods, beside whose endpoints it is defined."""
    scopes = {
        method.scope.name: method.place
        for resource in api.every_resource()
        for method in resource.methods
        if method.scope is not None
    }
    reserved = frozenset(methods.values())

    def escape_scope(name: str) -> str:
        return f"{name}__scope" if name in reserved else name

    claims = [
        Claim(
            scope,
            (identifier(casing.snake(scope), "scope"),),
            Strength.DERIVED,
            scope,
            place,
            "rename one of the two under x-path-scopes",
        )
        for scope, place in scopes.items()
    ]
    return settle(claims, scope="x-path-scopes", report=report, escape=escape_scope)


def _attributes(
    children: tuple[Resource, ...],
    methods: tuple[AnyMethod, ...],
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
            f"rename the method '{method.id}' in the configuration",
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
            f"rename the resource '{'.'.join(child.path)}' in the configuration",
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
    method: Method, casing: Casing, report: Report, *, has_key: bool
) -> dict[tuple[MethodId, str, str], str]:
    """The keyword of each argument of a method, by location and wire name.

    Where a method ``has_key``, it takes an idempotency key as well.
    """
    reserved = OPTION_ARGUMENTS | ({"idempotency_key"} if has_key else frozenset())
    claims = [
        Claim(
            (method.id, location_of(argument).value, argument.wire_name),
            _argument_wishes(argument, casing),
            Strength.REQUIRED if argument.hint else Strength.SUGGESTED,
            f"{position:04}",
            method.place,
            "add x-stainless-naming: {python: {method_argument: …}} to one of the two parameters",
        )
        for position, argument in enumerate(method.arguments)
    ]
    return settle(
        claims,
        scope=f"the arguments of {method.id}",
        report=report,
        escape=lambda name: escape(name, reserved),
    )


def _argument_wishes(argument: Argument, casing: Casing) -> tuple[str, ...]:
    if argument.hint:
        return (hinted(argument.hint, casing, "value"),)
    name = identifier(casing.snake(argument.wire_name), "value")
    return (name, f"{location_of(argument).value}_{name}")
