"""Operations become methods: arguments, the result of a successful call, pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct, field

from .. import openapi
from ..config import MethodConfig, ScopeConfig, SdkConfig
from ..diagnostics import Report
from ..ir import (
    Argument,
    BodyArgument,
    CallDefaults,
    Carrier,
    WholeBody,
    Bounds,
    CookieArgument,
    HeaderArgument,
    Location,
    Method,
    MethodId,
    Operation,
    PathArgument,
    PathScope,
    QueryArgument,
    ResourcePath,
    Scalar,
    ScalarKind,
    ScopeArgument,
    Security,
    Step,
    StepKind,
    TypeId,
    TypeRef,
    Unknown,
    Variant,
    is_required,
    location_of,
)
from .auth import Auth, operation_security
from .bodies import BodyLowering, LoweredVariant
from .bounds import bounds_of, example_of
from .hints import argument_name, deprecation, is_skipped
from .order import in_order, surface_key
from .pages import Pagination
from .outlines import Outlines
from .param_styles import style_of
from .results import ResultLowering
from .schemas import SchemaLowering
from .servers import operation_server
from .unwrapping import Unwrapping
from .use import Use

Sent = PathArgument | QueryArgument | HeaderArgument | CookieArgument
Parameter = Sent | BodyArgument

_ARGUMENTS: Mapping[openapi.Location, type[Sent]] = MappingProxyType(
    {
        openapi.Location.PATH: PathArgument,
        openapi.Location.QUERY: QueryArgument,
        openapi.Location.HEADER: HeaderArgument,
        openapi.Location.COOKIE: CookieArgument,
        openapi.Location.QUERYSTRING: QueryArgument,
    }
)
_ORDER = tuple(Location)

DEPRECATED = "deprecated"
"""Why an operation is deprecated if nothing says it."""


class OperationLowering(Struct, frozen=True):
    """Lowers the operations of one description under one configuration.

    ``auth``, ``security`` and ``servers`` are those of the API. ``left_out`` counts what no method is
    made of, by the reason.
    """

    config: SdkConfig
    schemas: SchemaLowering
    bodies: BodyLowering
    outlines: Outlines
    pages: Pagination
    unwrapping: Unwrapping
    auth: Auth
    security: Security
    servers: Mapping[str, str]
    report: Report
    left_out: Counter[str] = field(default_factory=Counter)

    def method(
        self, resource: ResourcePath, entry: MethodConfig, found: openapi.Operation
    ) -> Method | None:
        """The method for an operation; None after reporting why it is left out."""
        method_id = MethodId(resource, entry.name)
        if not self._can_be_made(found):
            return None
        security = operation_security(found, self.auth, self.security, self.report)
        self._report_losses(found)
        sent = self.bodies.lower(found.body, method_id, entry) if found.body else None
        own = self._params(found, method_id)
        params = self._in_order((*own, *(sent.arguments if sent else ())), found.path)
        scope = self._scope(params)
        arguments = _arguments(params, scope)
        self._check_whole(entry, arguments)
        results = ResultLowering(
            self.schemas,
            self.pages,
            self.unwrapping,
            self.report,
            resource,
            entry,
            found,
            self.config.unites_responses,
        )
        return Method(
            id=method_id,
            operation=Operation(
                verb=entry.verb,
                path=entry.path,
                route=found.route,
                query=found.query,
                server=operation_server(found, self.servers, self.report),
                summary=found.summary,
                description=found.description,
                responses=self.outlines.responses(found),
            ),
            arguments=arguments,
            positional=self._positional(entry, params, scope),
            result=results.result(arguments),
            security=security,
            body=sent.body if sent else None,
            variants=tuple(
                self._variant(found, own, lowered, scope)
                for lowered in (sent.variants if sent else ())
            ),
            scope=PathScope(scope.name, scope.kind, scope.id) if scope else None,
            deprecated=entry.deprecated
            or deprecation(found)
            or (DEPRECATED if found.deprecated else None),
            skip_test=entry.skip_test,
            defaults=CallDefaults(
                entry.defaults.timeout_seconds,
                entry.defaults.max_retries,
                entry.defaults.retries,
            ),
            place=entry.place,
        )

    def _variant(
        self,
        found: openapi.Operation,
        own: tuple[Parameter, ...],
        lowered: LoweredVariant,
        scope: ScopeConfig | None,
    ) -> Variant:
        """One kind of body with the arguments of a call that sends it."""
        kind = lowered.kind
        params = self._in_order((*own, *lowered.arguments), found.path)
        return Variant(
            id=kind.id,
            steps=kind.steps,
            arguments=_arguments(params, scope),
            description=kind.description,
            place=kind.place,
        )

    def _can_be_made(self, found: openapi.Operation) -> bool:
        """Whether everything that the operation refers to exists."""
        if not found.broken:
            return True
        why = "a dangling reference"
        self.left_out[why] += 1
        message = f"'{found}' is skipped: it has {why}"
        self.report.warning("L009", found.broken[0], message, help="fix the reference")
        return False

    def _report_losses(self, found: openapi.Operation) -> None:
        losses = self.schemas.losses
        losses.unread(found.origin, found.unread)
        losses.unread(found.path_item.origin, found.path_item.unread)
        for parameter in found.parameters:
            losses.unread(parameter.origin, parameter.unread)
        if found.body is not None and not found.body.content:
            self.report.warning(
                "L004",
                found.body.origin.place,
                f"the request body of '{found}' has no media type, so no body is sent",
                help="add the media type and the schema of the body under 'content'",
            )

    def _params(
        self,
        found: openapi.Operation,
        method: MethodId,
    ) -> tuple[Parameter, ...]:
        """The operation's parameters."""
        return tuple(
            self._param(parameter, _ARGUMENTS[parameter.location], method)
            for parameter in found.parameters
            if self._is_argument(parameter) and self._can_be_sent(parameter)
        )

    def _is_argument(self, parameter: openapi.Parameter) -> bool:
        """Whether a caller gives a parameter: some are left out, and others are the client's."""
        is_header = parameter.location is openapi.Location.HEADER
        is_own = is_header and parameter.name.lower() in self._own_headers()
        return not is_own and not is_skipped(parameter.extensions)

    def _own_headers(self) -> set[str]:
        """The headers that the client sends by itself, in lower case."""
        names = [self.config.retries.idempotency_header or ""]
        names += (s.wire_name for s in self.auth.schemes if s.carrier is Carrier.HEADER)
        names += (o.header for o in self.auth.options if o.header)
        return {name.lower() for name in names}

    def _in_order(
        self, parameters: Iterable[Parameter], path: str
    ) -> tuple[Parameter, ...]:
        """Parameters and what goes into the body, in the surface's order: the path's as they stand in it."""
        params = list(parameters)
        if self.config.sort_properties:
            params.sort(key=lambda p: surface_key(p.wire_name))
        params.sort(key=lambda p: (not is_required(p), _ORDER.index(location_of(p))))
        in_path = [p for p in params if isinstance(p, PathArgument)]
        in_path.sort(key=lambda p: path.find(f"{{{p.wire_name}}}"))
        others = [p for p in params if not isinstance(p, PathArgument)]
        return (*in_path, *others)

    def _can_be_sent(self, parameter: openapi.Parameter) -> bool:
        """Whether a parameter has a name that can be sent where it belongs."""
        is_header = parameter.location is openapi.Location.HEADER
        if not is_header or openapi.is_token(parameter.name):
            return True
        self.report.warning(
            "L011",
            parameter.origin.place,
            f"'{parameter.name}' is not the name of a header, so it is not sent",
            help="use letters, digits and hyphens (RFC 9110, 5.6.2)",
        )
        return False

    def _check_whole(
        self, entry: MethodConfig, arguments: tuple[Argument, ...]
    ) -> None:
        if entry.body is None or any(isinstance(a, WholeBody) for a in arguments):
            return
        self.report.tolerable(
            "C002",
            entry.place,
            f"'body_param_name' has no effect: no argument of '{entry.name}' is a whole body",
            help="remove it; the fields of a form with files are arguments of their own",
        )

    def _param(
        self,
        parameter: openapi.Parameter,
        variant: type[Sent],
        method: MethodId,
    ) -> Sent:
        schema, name = parameter.schema, parameter.name
        holder = "/".join((*method.resource, method.name))
        step = Step(StepKind.PROPERTY, name)
        use = Use(TypeId(f"#/methods/{holder}/params/{name}"), method, (step,))
        required = {} if variant is PathArgument else {"required": parameter.required}
        example = in_order(parameter.example)
        is_path = variant is PathArgument
        ref: TypeRef = Scalar(ScalarKind.STRING) if is_path else Unknown()
        bounds: Bounds = ()
        if schema is not None:
            target = self.schemas.target(schema)
            ref = self.bodies.sent.type_of(schema, use)
            bounds = bounds_of(schema, target)
            example = example_of(schema, target) if example is None else example
        return variant(
            wire_name=name,
            type=ref,
            description=parameter.description,
            deprecated=parameter.deprecated,
            style=style_of(parameter, ref, self.config),
            example=example,
            bounds=bounds,
            hint=argument_name(parameter),
            **required,
        )

    def _scope(self, params: tuple[Parameter, ...]) -> ScopeConfig | None:
        """The configured scope whose two path parameters the operation has."""
        path = _path_names(params)
        return next(
            (s for s in self.config.scopes if s.kind in path and s.id in path), None
        )

    def _positional(
        self,
        entry: MethodConfig,
        params: tuple[Parameter, ...],
        scope: ScopeConfig | None,
    ) -> tuple[str, ...]:
        """The arguments that need no keyword: as configured, else the path's last parameter."""
        filled = {scope.kind, scope.id} if scope else set()
        free = _path_names(params) - filled
        if not self.config.has_positional:
            return ()
        if entry.positional is not None:
            for name in entry.positional:
                if name not in free:
                    self._report_positional(entry, name, free)
            return tuple(name for name in entry.positional if name in free)
        last = max(free, key=lambda name: entry.path.rfind(f"{{{name}}}"), default=None)
        return (last,) if last is not None else ()

    def _report_positional(
        self, entry: MethodConfig, name: str, free: Iterable[str]
    ) -> None:
        known = ", ".join(sorted(free)) or "none"
        self.report.tolerable(
            "C022",
            entry.place,
            f"'{name}' cannot be given by position: the path of '{entry.name}' has no such parameter",
            help=f"use parameters of the path: {known}",
        )


def _arguments(
    params: tuple[Parameter, ...], scope: ScopeConfig | None
) -> tuple[Argument, ...]:
    """What a caller gives: the scope's choices, and the parameters that it does not fill."""
    if scope is None:
        return params
    choices = tuple(
        ScopeArgument(wire_name=name, value=value, description=description)
        for name, (value, description) in scope.choices.items()
    )
    filled = {scope.kind, scope.id}
    free = tuple(
        p
        for p in params
        if not isinstance(p, PathArgument) or p.wire_name not in filled
    )
    return (*choices, *free)


def _path_names(params: tuple[Parameter, ...]) -> set[str]:
    return {p.wire_name for p in params if isinstance(p, PathArgument)}
