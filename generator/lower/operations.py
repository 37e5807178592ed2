"""Operations become methods: parameters, the successful response, pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..config import MethodConfig, ScopeConfig, SdkConfig
from ..ir import (
    Argument,
    AuthScheme,
    CookieArgument,
    HeaderArgument,
    Location,
    Method,
    MethodId,
    MethodResult,
    ModelResult,
    NoResult,
    Operation,
    PageResult,
    PathArgument,
    PathScope,
    QueryArgument,
    ResourcePath,
    Result,
    ScopeArgument,
    Security,
    TypeId,
    Unknown,
    is_required,
    location_of,
)
from ..openapi import Cursor
from .auth import operation_security
from .order import surface_key
from .pages import choose_page
from .schemas import SchemaLowering, Use
from .statements import bounds_of, example_of

Parameter = PathArgument | QueryArgument | HeaderArgument | CookieArgument

_LOCATIONS: Mapping[str, type[Parameter]] = {
    "path": PathArgument,
    "query": QueryArgument,
    "header": HeaderArgument,
    "cookie": CookieArgument,
}
_ORDER = tuple(Location)


@dataclass(frozen=True, slots=True)
class OperationLowering:
    """Lowers the operations of one description under one configuration."""

    root: Cursor
    config: SdkConfig
    schemas: SchemaLowering
    schemes: tuple[AuthScheme, ...]
    security: Security

    def method(
        self, resource: ResourcePath, entry: MethodConfig, found: Cursor
    ) -> Method | None:
        """The method for an operation; None where it needs what is not generated yet."""
        if found.has("requestBody"):
            found.warning(
                "L004",
                f"the method '{entry.name}' is left out: request bodies are not generated yet",
                help=f"list '{entry.verb} {entry.path}' under unspecified_endpoints",
            )
            return None
        method_id = MethodId(resource, entry.name)
        params = self._params(found, entry.path, method_id)
        scope = self._scope(params)
        success = self._success(found)
        body = self._json(success) if success else None
        if success is not None and body is None and success.has("content"):
            success.warning(
                "L005",
                f"the method '{entry.name}' is left out: it returns something other than JSON",
                help=f"list '{entry.verb} {entry.path}' under unspecified_endpoints",
            )
            return None
        is_deprecated = found.flag("deprecated")
        return Method(
            id=method_id,
            operation=Operation(
                verb=entry.verb,
                path=entry.path,
                summary=found.text("summary"),
                description=found.text("description"),
                failures=_failures(found),
            ),
            arguments=_arguments(params, scope),
            positional=self._positional(entry, params, scope),
            result=self._result(entry, resource, params, body),
            security=operation_security(found, self.schemes, self.security),
            scope=PathScope(scope.name, scope.kind, scope.id) if scope else None,
            deprecated=entry.deprecated or ("deprecated" if is_deprecated else None),
            place=entry.place,
        )

    def _result(
        self,
        entry: MethodConfig,
        resource: ResourcePath,
        params: tuple[Argument, ...],
        body: Cursor | None,
    ) -> Result:
        schema, example = (
            (body.at("schema"), example_of(body)) if body else (None, None)
        )
        chosen = choose_page(entry, self.config.pages, params, schema, self.root.report)
        origin = MethodResult(resource, entry.name)
        if chosen is not None:
            config, items = chosen
            use_id = TypeId(f"#/methods/{'/'.join(resource)}/{entry.name}/items")
            item = self.schemas.type_of(items, _root(use_id, origin))
            return PageResult(config.name, item, example)
        if schema is None:
            return NoResult()
        use_id = TypeId(f"#/methods/{'/'.join(resource)}/{entry.name}/response")
        return ModelResult(self.schemas.type_of(schema, _root(use_id, origin)), example)

    def _params(
        self, found: Cursor, path: str, method: MethodId
    ) -> tuple[Argument, ...]:
        """The operation's parameters, those of the path item included, in the surface's order."""
        by_key: dict[tuple[str, str], Cursor] = {}
        item = self.root.descend("paths", path)
        for holder in (item.resolve() if item else None, found):
            listed = holder.at("parameters") if holder else None
            for parameter in listed.items() if listed else ():
                resolved = parameter.resolve()
                name, location = resolved.text("name"), resolved.text("in")
                if name is not None and location is not None:
                    by_key[location, name] = resolved
        params = [
            self._param(_LOCATIONS[location], name, cursor, method)
            for (location, name), cursor in by_key.items()
            if location in _LOCATIONS
        ]
        if self.config.sort_properties:
            params.sort(key=lambda p: surface_key(p.wire_name))
        params.sort(key=lambda p: (not is_required(p), _ORDER.index(location_of(p))))
        return tuple(params)

    def _param(
        self,
        variant: type[Parameter],
        name: str,
        cursor: Cursor,
        method: MethodId,
    ) -> Parameter:
        if variant is CookieArgument:
            cursor.warning(
                "L006",
                f"the cookie '{name}' is not sent",
                help="send it as a header with extra_headers, or remove it",
            )
        schema = cursor.at("schema")
        if schema is None:
            media = cursor.at("content")
            first = (
                next((entry for _, entry in media.entries()), None) if media else None
            )
            schema = first.at("schema") if first else None
        use_id = TypeId(
            f"#/methods/{'/'.join(method.resource)}/{method.name}/params/{name}"
        )
        use = _root(use_id, None)
        required = (
            {} if variant is PathArgument else {"required": cursor.flag("required")}
        )
        return variant(
            wire_name=name,
            type=_inline().type_of(schema, use) if schema else Unknown(),
            description=cursor.text("description"),
            deprecated=cursor.flag("deprecated"),
            example=example_of(cursor) or (example_of(schema) if schema else None),
            bounds=bounds_of(schema) if schema else (),
            **required,
        )

    def _scope(self, params: tuple[Argument, ...]) -> ScopeConfig | None:
        """The configured scope whose two path parameters the operation has."""
        path = _path_names(params)
        return next(
            (s for s in self.config.scopes if s.kind in path and s.id in path), None
        )

    def _positional(
        self,
        entry: MethodConfig,
        params: tuple[Argument, ...],
        scope: ScopeConfig | None,
    ) -> tuple[str, ...]:
        """The arguments that need no keyword: as configured, else the path's last parameter."""
        filled = {scope.kind, scope.id} if scope else set()
        free = _path_names(params) - filled
        if entry.positional is not None:
            return tuple(name for name in entry.positional if name in free)
        last = max(free, key=lambda name: entry.path.rfind(f"{{{name}}}"), default=None)
        return (last,) if last is not None else ()

    def _success(self, found: Cursor) -> Cursor | None:
        """The response that a call returns: the lowest 2xx, else the default one."""
        responses = found.at("responses")
        if responses is None:
            return None
        by_code = dict(responses.entries())
        codes = sorted(code for code in by_code if code.startswith("2")) or ["default"]
        chosen = by_code.get(codes[0])
        return chosen.resolve() if chosen else None

    def _json(self, response: Cursor) -> Cursor | None:
        content = response.at("content")
        for media_type, entry in (
            sorted(content.entries(), key=_name) if content else ()
        ):
            essence = media_type.partition(";")[0].strip().lower()
            if essence == "application/json" or essence.endswith("+json"):
                return entry
        return None


def _arguments(
    params: tuple[Argument, ...], scope: ScopeConfig | None
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


def _path_names(params: tuple[Argument, ...]) -> set[str]:
    return {p.wire_name for p in params if isinstance(p, PathArgument)}


def _inline() -> SchemaLowering:
    """Lowers the schema of a parameter, in which objects have no classes of their own."""
    return SchemaLowering({}, sort_properties=False)


def _root(use_id: TypeId, origin: MethodResult | None) -> Use:
    return Use(use_id, use_id, (), origin)


def _name(entry: tuple[str, Cursor]) -> str:
    return entry[0]


def _failures(found: Cursor) -> tuple[tuple[str, str], ...]:
    """The described statuses that are no success, in order, the default one last."""
    responses = found.at("responses")
    described = sorted(responses.entries(), key=_name) if responses else []
    return tuple(
        (code, response.resolve().text("description") or "")
        for code, response in described
        if not code.startswith(("1", "2", "3"))
    )
