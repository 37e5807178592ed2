"""Joins the IR with its names: the one place that knows both.

Arguments in the order of the signature, type expressions, item types, paths, texts and examples
are computed here, once, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import assert_never

from msgspec import Struct

from .. import ir
from ..ir import Api, Location, is_required, location_of
from ..naming import NameTable, TypeName, arguments_type, switched_params
from .arguments import Argument, body_part
from .argument_order import in_order, is_positional
from .deprecation import deprecation
from .errors import bound_errors, error_classes
from .examples import example_of
from .model import (
    SHARED,
    Credential,
    Method,
    Option,
    Page,
    Resource,
    Scope,
    Sdk,
    SwitchedResult,
    Webhook,
)
from .responses import bound_response
from .results import bound_result
from .texts import first_sentence, prose, title_of, unlinked
from .variants import distinct, either, params_variants
from .types import (
    Alias,
    Definition,
    Discriminator,
    Field,
    ListOf,
    MapOf,
    Model,
    Named,
    Nullable,
    TupleOf,
    TypeExpression,
    UnionOf,
)


def bind(api: Api, names: NameTable) -> Sdk:
    """The surface of an API under its names."""
    binder = _Binder(api, names)
    resources = tuple(map(binder.resource, api.resources))
    return Sdk(
        package=api.package,
        client=names.client,
        async_client=names.async_client,
        base_error=names.base_error,
        base_url=next(iter(api.servers.values()), ""),
        environments=api.servers if len(api.servers) > 1 else {},
        env_prefix=re.sub(r"[^A-Z0-9]+", "_", api.env_prefix.upper()),
        options=tuple(map(binder.option, api.options)),
        credentials=tuple(map(_credential, api.auth)),
        security=api.security,
        default_headers=api.default_headers,
        array_format=api.query.arrays,
        nested_format=api.query.objects,
        timeout_seconds=api.timeout_seconds,
        retries=api.retries,
        errors=bound_errors(api, names),
        error_message=api.own_errors.message,
        error_classes=error_classes(api, names),
        event_rules=api.event_rules,
        pages=tuple(map(binder.page, api.pages)),
        resources=resources,
        types=tuple(map(binder.definition, api.types.values())),
        shown=binder.shown(),
    )


class _Binder(Struct, frozen=True):
    """Looks everything up in one API and its names."""

    api: Api
    names: NameTable

    def resource(self, resource: ir.Resource) -> Resource:
        own = self.names.resources[resource.path]
        return Resource(
            id=resource.path,
            path=self._path(resource.path),
            sync_class=own.sync_class,
            async_class=own.async_class,
            module=own.module,
            types_package=own.types_package,
            description=resource.description,
            has_own_list=resource.has_own_list,
            methods=tuple(map(self.method, resource.methods)),
            webhooks=tuple(map(self._webhook, resource.webhooks)),
            children=tuple(map(self.resource, resource.children)),
        )

    def _webhook(self, webhook: ir.WebhookMethod) -> Webhook:
        name = self.names.methods[webhook.id]
        return Webhook(
            name=name,
            path=(*self._way(webhook.id.resource), name),
            type=self.expression(webhook.type),
            key=self.names.options[webhook.key] if webhook.key is not None else "",
            is_verified=webhook.is_verified,
            deprecated=webhook.deprecated,
        )

    def _path(self, path: ir.ResourcePath) -> tuple[str, ...]:
        parents = (path[:n] for n in range(1, len(path) + 1))
        return tuple(self.names.resources[parent].attribute for parent in parents)

    def _way(self, path: ir.ResourcePath) -> tuple[str, ...]:
        """The attributes from the client to the methods of a resource."""
        return () if path == ir.CLIENT else self._path(path)

    def _path_of(self, id: ir.MethodId) -> tuple[str, ...]:
        return *self._way(id.resource), self.names.methods[id]

    def method(self, method: ir.Method) -> Method:
        name, operation = self.names.methods[method.id], method.operation
        description = prose(operation.description)
        result = bound_result(
            method.result,
            self.expression,
            lambda argument: self.names.argument(method.id, _named(method, argument)),
        )
        params = self.names.params_types.get(method.id)
        is_switched = isinstance(result, SwitchedResult)
        decides = method.scope is not None or is_switched
        return Method(
            name=name,
            path=self._path_of(method.id),
            verb=operation.verb,
            route=operation.path,
            template=operation.route,
            query=operation.query,
            server=operation.server,
            title=title_of(operation.summary, name),
            about=first_sentence(unlinked(description or operation.summary or "")),
            description=description,
            summary=operation.summary,
            deprecated=deprecation(self.api, method, self._path_of),
            is_removed=method.removed is not None,
            arguments=self._arguments(method, method.arguments),
            variants=tuple(
                self._arguments(method, kind)
                for kind in (() if decides else distinct(method))
            ),
            params_type=params,
            params_variants=params_variants(method, self.names, self._arguments),
            switched_params=(
                switched_params(params) if params and is_switched else None
            ),
            arguments_type=(arguments_type(params) if params and decides else None),
            body=method.body,
            either=either(method, partial(self.names.argument, method.id)),
            scope=self._scope(method),
            result=result,
            security=method.security,
            has_own_security=method.security != self.api.security,
            responses=tuple(
                bound_response(found, self.expression) for found in operation.responses
            ),
            example=example_of(self.api, self.names, method),
            skip_test=method.skip_test,
            defaults=method.defaults,
        )

    def _arguments(
        self, method: ir.Method, arguments: Iterable[ir.Argument]
    ) -> tuple[Argument, ...]:
        return tuple(self._argument(method, a) for a in in_order(method, arguments))

    def _argument(self, method: ir.Method, argument: ir.Argument) -> Argument:
        name = self.names.argument(method.id, argument)
        if isinstance(argument, ir.ScopeArgument):
            return Argument(
                name=name,
                wire_name=argument.wire_name,
                location=Location.SCOPE,
                part=None,
                type=ir.Scalar(ir.ScalarKind.STRING),
                required=False,
                positional=False,
                deprecated=False,
                style=None,
                description=prose(argument.description),
                bounds=(),
            )
        return Argument(
            name=name,
            wire_name=argument.wire_name,
            location=location_of(argument),
            part=body_part(argument),
            type=self.expression(argument.type),
            required=is_required(argument),
            positional=is_positional(method, argument),
            deprecated=argument.deprecated,
            style=argument.style,
            description=prose(argument.description),
            bounds=argument.bounds,
        )

    def shown(self) -> str | None:
        """The method of the example that is called ``default``, else the first that has pages, else
        the first that returns a value; preferably one that the API still has."""
        methods = [m for r in self.api.every_resource() for m in r.methods]
        methods.sort(key=lambda method: method.removed is not None)
        chosen = self.api.examples.get("default")
        wanted = (ir.PageResult, ir.ModelResult, ir.SwitchedResult, ir.Result)
        fitting = (
            m.id for kind in wanted for m in methods if isinstance(m.result, kind)
        )
        found = chosen.method if chosen else next(fitting, None)
        return ".".join(self._path_of(found)) if found else None

    def page(self, scheme: ir.PageScheme) -> Page:
        own = self.names.pages[scheme.name]
        fallback = f"A page of the pagination scheme {scheme.name}."
        holders = self._holders_of_items(scheme)
        path = scheme.fields["items"]
        return Page(
            scheme=scheme.name,
            kind=scheme.kind,
            module=own.module,
            sync_class=own.sync_class,
            async_class=own.async_class,
            body=self.names.types[scheme.id],
            items=tuple(
                self.names.fields[holder, wire_name]
                for holder, wire_name in zip(holders, path, strict=True)
            ),
            holders=tuple(self.names.types[holder] for holder in holders[1:]),
            params=scheme.params,
            fields=scheme.fields,
            headers=scheme.headers,
            whole=scheme.body,
            description=scheme.description or fallback,
        )

    def _holders_of_items(self, scheme: ir.PageScheme) -> list[ir.TypeId]:
        """The page and the nested models on the path to its items."""
        holders = [scheme.id]
        for name in scheme.fields["items"][:-1]:
            current = self.api.types[holders[-1]]
            assert isinstance(current, ir.Object)
            field = next(f for f in current.fields if f.wire_name == name)
            ref = ir.without_null(field.type)
            assert isinstance(ref, ir.Ref)
            holders.append(ref.target)
        return holders

    def definition(self, found: ir.Definition) -> Definition:
        name, (resource, root) = self.names.types[found.id], self._home(found.origin)
        match found:
            case ir.Alias():
                return Alias(
                    name=name,
                    direction=found.direction,
                    description=prose(found.description),
                    resource=resource,
                    root=root,
                    type=self.expression(found.type),
                )
            case ir.Object():
                return Model(
                    name=name,
                    direction=found.direction,
                    description=prose(found.description),
                    resource=resource,
                    root=root,
                    fields=tuple(self._field(found, f) for f in found.fields),
                    base=self.names.types[found.base] if found.base else None,
                    subtypes=(
                        self._discriminator(found.subtypes) if found.subtypes else None
                    ),
                    extra=self.expression(found.extra) if found.extra else None,
                )
        assert_never(found)

    def _home(
        self, origin: ir.Origin
    ) -> tuple[ir.ResourcePath | None, TypeName | None]:
        """The resource that lists a type, and the type that it is nested in."""
        match origin:
            case ir.ModelEntry(resource=resource) | ir.MethodResult(resource=resource):
                return resource, None
            case ir.Within(root=root):
                if isinstance(root, ir.MethodId):
                    return None, self.names.params_types[root]
                return None, self.names.types[root]
            case ir.PageBody():
                return None, None
            case ir.EventPayload():
                return SHARED, None
        assert_never(origin)

    def _field(self, owner: ir.Object, field: ir.Field) -> Field:
        return Field(
            name=self.names.fields[owner.id, field.wire_name],
            wire_name=field.wire_name,
            type=self.expression(field.type),
            required=field.required,
            deprecated=field.deprecated,
            description=prose(field.description),
            bounds=field.bounds,
        )

    def expression(self, ref: ir.TypeRef) -> TypeExpression:
        match ref:
            case ir.Scalar() | ir.Literals() | ir.Unknown() | ir.PageItem():
                return ref
            case ir.ListOf(item):
                return ListOf(self.expression(item))
            case ir.TupleOf(items):
                return TupleOf(tuple(map(self.expression, items)))
            case ir.MapOf(value):
                return MapOf(self.expression(value))
            case ir.Nullable(inner):
                return Nullable(self.expression(inner))
            case ir.UnionOf(members, discriminator):
                return UnionOf(
                    tuple(map(self.expression, members)),
                    self._discriminator(discriminator) if discriminator else None,
                )
            case ir.Ref(target):
                known = self.names.types.get(target)
                return Named(known) if known else MapOf(ir.Unknown())
        assert_never(ref)

    def _discriminator(self, found: ir.Discriminator) -> Discriminator:
        return Discriminator(
            found.property,
            tuple((value, self.expression(member)) for value, member in found.tags),
            self.expression(found.default) if found.default is not None else None,
        )

    def option(self, option: ir.ClientOption) -> Option:
        assert isinstance(option.type, ir.Scalar)
        has_default = option.default is not None
        return Option(
            key=option.name,
            name=self.names.options[option.name],
            kind=option.type.kind,
            required=not (option.nullable or option.env is not None or has_default),
            needed=not (option.nullable or has_default),
            default=option.default,
            env=option.env,
            header=option.header,
            query=option.query,
            cookie=option.cookie,
            url_variable=option.url_variable,
            description=option.description,
        )

    def _scope(self, method: ir.Method) -> Scope | None:
        if method.scope is None:
            return None
        choices: Mapping[str, str] = {
            a.wire_name: a.value
            for a in method.arguments
            if isinstance(a, ir.ScopeArgument)
        }
        return Scope(
            name=self.names.scopes[method.scope.name],
            kind=method.scope.kind,
            id=method.scope.id,
            choices=MappingProxyType(choices),
        )


def _named(method: ir.Method, wire_name: str) -> ir.Argument:
    return next(a for a in method.arguments if a.wire_name == wire_name)


def _credential(scheme: ir.AuthScheme) -> Credential:
    return Credential(
        scheme=scheme.name,
        option=scheme.option,
        carrier=scheme.carrier,
        wire_name=scheme.wire_name,
        prefix=scheme.prefix,
        description=prose(scheme.description),
        partner=scheme.partner,
        token_url=scheme.token_url,
    )
