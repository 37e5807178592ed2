"""Operations become methods: parameters, the successful response, pages."""

from __future__ import annotations

from dataclasses import dataclass

from ..config import MethodConfig, SdkConfig
from ..ir import (
    Location,
    Method,
    MethodId,
    MethodResult,
    Operation,
    PageUse,
    Param,
    PathScope,
    ResourcePath,
    Response,
    ScopeChoice,
    TypeId,
    TypeRef,
    Unknown,
)
from ..openapi import Cursor
from .order import surface_key
from .pages import choose_page
from .schemas import SchemaLowering, Use
from .statements import bounds_of, example_of

_ORDER = (Location.PATH, Location.QUERY, Location.HEADER, Location.COOKIE)


@dataclass(frozen=True, slots=True)
class OperationLowering:
    """Lowers the operations of one description under one configuration."""

    root: Cursor
    config: SdkConfig
    schemas: SchemaLowering

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
        schema = body.at("schema") if body else None
        page, ref = self._result(entry, resource, params, schema)
        operation = Operation(
            verb=entry.verb,
            path=entry.path,
            params=params,
            summary=found.text("summary"),
            description=found.text("description"),
            deprecated=found.flag("deprecated"),
            security=self._security(found),
            failures=_failures(found),
        )
        return Method(
            id=method_id,
            operation=operation,
            response=Response(ref, example_of(body) if body else None),
            positional=self._positional(entry, params, scope),
            scope=scope,
            page=page,
            deprecated=entry.deprecated
            or ("deprecated" if operation.deprecated else None),
            place=entry.place,
        )

    def _result(
        self,
        entry: MethodConfig,
        resource: ResourcePath,
        params: tuple[Param, ...],
        schema: Cursor | None,
    ) -> tuple[PageUse | None, TypeRef | None]:
        chosen = choose_page(entry, self.config.pages, params, schema, self.root.report)
        origin = MethodResult(resource, entry.name)
        if chosen is not None:
            config, items = chosen
            use_id = TypeId(f"#/methods/{'/'.join(resource)}/{entry.name}/items")
            return (
                PageUse(
                    config.name, self.schemas.type_of(items, _root(use_id, origin))
                ),
                None,
            )
        if schema is None:
            return None, None
        use_id = TypeId(f"#/methods/{'/'.join(resource)}/{entry.name}/response")
        return None, self.schemas.type_of(schema, _root(use_id, origin))

    def _params(self, found: Cursor, path: str, method: MethodId) -> tuple[Param, ...]:
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
            self._param(location, name, cursor, method)
            for (location, name), cursor in by_key.items()
            if location in {known.value for known in Location}
        ]
        if self.config.sort_properties:
            params.sort(key=lambda p: surface_key(p.wire_name))
        params.sort(key=lambda p: (not p.required, _ORDER.index(p.location)))
        return tuple(params)

    def _param(
        self, location: str, name: str, cursor: Cursor, method: MethodId
    ) -> Param:
        if location == "cookie":
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
        return Param(
            wire_name=name,
            location=Location(location),
            type=_inline().type_of(schema, use) if schema else Unknown("no schema"),
            required=cursor.flag("required") or location == "path",
            description=cursor.text("description"),
            deprecated=cursor.flag("deprecated"),
            example=example_of(cursor) or (example_of(schema) if schema else None),
            bounds=bounds_of(schema) if schema else (),
        )

    def _scope(self, params: tuple[Param, ...]) -> PathScope | None:
        """The configured scope whose two path parameters the operation has."""
        path = {p.wire_name: p for p in params if p.location is Location.PATH}
        for scope in self.config.scopes:
            if scope.kind in path and scope.id in path:
                choices = tuple(
                    ScopeChoice(argument, value, description, argument)
                    for argument, (value, description) in scope.choices.items()
                )
                return PathScope(scope.name, scope.kind, scope.id, choices)
        return None

    def _positional(
        self, entry: MethodConfig, params: tuple[Param, ...], scope: PathScope | None
    ) -> tuple[str, ...]:
        """The arguments that need no keyword: as configured, else the path's last parameter."""
        filled = {scope.kind, scope.id} if scope else set()
        free = {p.wire_name for p in params if p.location is Location.PATH} - filled
        if entry.positional is not None:
            return tuple(name for name in entry.positional if name in free)
        last = max(free, key=lambda name: entry.path.rfind(f"{{{name}}}"), default=None)
        return (last,) if last is not None else ()

    def _security(self, found: Cursor) -> tuple[tuple[str, ...], ...] | None:
        """The operation's own alternatives that client options can fulfil, if it has any."""
        section = found.at("security")
        if section is None:
            return None
        needed = [[name for name, _ in item.entries()] for item in section.items()]
        options = {o.auth.scheme: o.name for o in self.config.options if o.auth}
        return tuple(
            tuple(options[name] for name in sorted(names))
            for names in needed
            if all(name in options for name in names)
        )

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
