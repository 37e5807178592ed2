"""The resources of a package with their methods, as a configuration writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from ..diagnostics import Report
from ..openapi import Description, Operation
from ..published import (
    CLIENT,
    SHARED,
    Call,
    Method,
    Named,
    Package,
    Resource,
    Shape,
    members,
)
from .described import Operations, Schemas
from .models import FoundModel
from .pages import automatic, scheme_names

_VARIABLE = re.compile(r"\{(\w+)\}")


class Bound(Struct, frozen=True):
    """A method with the operation that it calls."""

    resource: tuple[str, ...]
    method: Method
    call: Call
    operation: Operation


def bind_methods(
    package: Package, description: Description, report: Report
) -> list[Bound]:
    """The methods whose operation is described; the others are reported."""
    owners = [
        (CLIENT, package.client.methods),
        *((r.path, r.methods) for r in package.every_resource()),
    ]
    calls = (m.call for _, methods in owners for m in methods if m.call is not None)
    operations = Operations(description, calls)
    found: list[Bound] = []
    for path, methods in owners:
        for method in methods:
            name = ".".join((*path, method.name))
            operation = operations.called(method.call) if method.call else None
            if method.call is None:
                if not method.name.startswith("_"):
                    report.warning(
                        "P003",
                        method.place,
                        f"the method '{name}' sends no request of its own: it was written by hand, or "
                        "is an alias",
                        help="keep its code beside the generated client, or add it as an alias",
                    )
            elif operation is None:
                report.warning(
                    "P004",
                    method.place,
                    f"the method '{name}' calls '{method.call.verb} {method.call.path}', which the "
                    "description does not have",
                    help="add the operation to the description, or leave the method out",
                )
            else:
                found.append(Bound(path, method, method.call, operation))
    return found


def resources(
    package: Package,
    schemas: Schemas,
    methods: Sequence[Bound],
    models: Sequence[FoundModel],
    targets: Mapping[tuple[tuple[str, ...], str], str],
) -> dict[str, Any]:
    """The section of that name, in the order of the package."""
    writer = _Writer(package, schemas, methods, models, targets)
    found: dict[str, Any] = {}
    for path in (SHARED, CLIENT):
        entry = writer.parts(path)
        if entry:
            found[path[0]] = entry
    return found | writer.children(package.resources)


class _Writer:
    def __init__(
        self,
        package: Package,
        schemas: Schemas,
        methods: Sequence[Bound],
        models: Sequence[FoundModel],
        targets: Mapping[tuple[tuple[str, ...], str], str],
    ) -> None:
        self._package = package
        self._schemas = schemas
        self._methods = methods
        self._models = models
        self._targets = targets
        self._page_names = scheme_names(package)
        self._has_positional = has_positional(methods)
        self._events = {
            d.id: ".".join((*m.resource, m.name)) for m in models for d in m.definitions
        }

    def resource(self, resource: Resource) -> dict[str, Any]:
        parts = self.parts(resource.path)
        if resource.has_own_index:
            parts["standalone_api"] = True
        children = self.children(resource.children)
        if children:
            parts["subresources"] = children
        return parts

    def children(self, resources: Sequence[Resource]) -> dict[str, Any]:
        """Resources by their names, but those of which the description has nothing."""
        entries = ((r, self.resource(r)) for r in resources)
        return {r.path[-1]: e for r, e in entries if e or not (r.methods or r.children)}

    def parts(self, path: tuple[str, ...]) -> dict[str, Any]:
        """The models and methods of one resource."""
        models = {
            model.name: self._targets[path, model.name]
            for model in self._models
            if model.resource == path and (path, model.name) in self._targets
        }
        methods = {
            bound.method.name: self._method(bound)
            for bound in self._methods
            if bound.resource == path
        }
        parts = {"models": models, "methods": methods}
        return {key: value for key, value in parts.items() if value}

    def _method(self, bound: Bound) -> str | dict[str, Any]:
        """An entry; only the endpoint where nothing else needs to be said."""
        method, call = bound.method, bound.call
        endpoint = str(bound.operation)
        parts = {
            "endpoint": endpoint,
            "paginated": self._paginated(bound),
            "positional_params": (
                _positional(method, call) if self._has_positional else None
            ),
            "body_param_name": call.body if call.body not in (None, "body") else None,
            "streaming": self._streaming(call),
            "default_request_options": (
                {"timeout": round(call.timeout * 1000)} if call.timeout else None
            ),
            "deprecated": (
                method.deprecated if not bound.operation.deprecated else None
            ),
        }
        found = {key: value for key, value in parts.items() if value is not None}
        return found if len(found) > 1 else endpoint

    def _paginated(self, bound: Bound) -> str | bool | None:
        """The value of ``paginated``; None if the first scheme that fits is the right one."""
        page = bound.call.page
        fitting = automatic(self._package, self._schemas, bound.operation)
        if page == fitting:
            return None
        return self._page_names.get(page, True) if page is not None else False

    def _streaming(self, call: Call) -> dict[str, Any] | None:
        if call.event is None:
            return None
        model = next(
            (self._events[n] for n in _named(call.event) if n in self._events), None
        )
        parts = {"stream_event_model": model, "param_discriminator": call.switch}
        return {
            k: v for k, v in parts.items() if v is not None or k != "stream_event_model"
        }


def _named(shape: Shape) -> list[Named]:
    return [m for m in members(shape) if isinstance(m, Named)]


def has_positional(methods: Sequence[Bound]) -> bool:
    """Whether methods take a parameter without its name, as far as any has one in its path."""
    with_path = [b for b in methods if _path_parameters(b.call)]
    given = (p.positional for b in with_path for p in b.method.parameters)
    return any(given) or not with_path


def _positional(method: Method, call: Call) -> list[str] | None:
    """The parameters that need no name, where they are not what they usually are: the last one of
    the path."""
    given = [p.name for p in method.parameters if p.positional]
    known = {p.name for p in method.parameters}
    usual = [name for name in _path_parameters(call) if name in known][-1:]
    return given if given != usual else None


def _path_parameters(call: Call) -> list[str]:
    return _VARIABLE.findall(call.path)
