"""Parts that the description of the last release has and the present one has not: brought back for a
while, as deprecated.

Works on the roots of two descriptions in the same version of OpenAPI, after transforms and overlays
and before references are followed. What both have stays as the present one has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from ..diagnostics import Place, Report
from ..source.document import Document, Value
from ..source.pointer import Pointer
from .grammar import METHODS
from .patch import Incompatible, Patch
from .removed_parts import PairedSchemas
from .roots import Root, mapping_at, parameters_of
from .successors import NOTHING, Endpoint, Removed, route_key, successor_of

_CODE = "S053"
_SCHEMES = (("components", "securitySchemes"), ("securityDefinitions",))


class Kept(Protocol):
    """What is asked for: the ``description`` of the last release, the version that no longer has its
    parts, and the successors that the owner knows, by what was removed."""

    @property
    def description(self) -> Path: ...
    @property
    def until(self) -> str: ...
    @property
    def successors(self) -> Mapping[str, str]: ...
    @property
    def place(self) -> Place: ...


def bring_back(
    root: Document, former: Document, kept: Kept, report: Report
) -> tuple[Document, Removed]:
    """The root of a description with what the ``former`` one has besides."""
    if not isinstance(root.value, dict):
        return root, NOTHING  # reported as not a description
    old, patch = Root(former), Patch(root)
    if not {"openapi", "swagger"} & old.value.keys():
        message = (
            f"nothing of '{former.name}' is kept: it is not an OpenAPI description"
        )
        help = "name the description of the last release, or remove x-keep-removed"
        report.warning(_CODE, kept.place, message, help=help)
        return root, NOTHING
    if old.version != Root(root).version:
        message = (
            f"nothing of '{former.name}' is kept: it is written in OpenAPI {old.version}, "
            f"and the description in {Root(root).version}"
        )
        help = "convert it to the version of the description, or remove x-keep-removed"
        report.warning(_CODE, kept.place, message, help=help)
        return root, NOTHING
    work = _Work(old, patch, kept, report)
    try:
        work.operations()
        work.schemas()
    except Incompatible as error:  # the description would become too large
        message = f"not all of '{former.name}' is kept: {error}"
        help = "name a description that differs less, or remove x-keep-removed"
        report.warning(_CODE, kept.place, message, help=help)
    work.report_unused()
    return patch.document(), Removed(kept.until, MappingProxyType(work.successors))


class _Work:
    """Brings parts back, one after the other."""

    def __init__(self, old: Root, patch: Patch, kept: Kept, report: Report) -> None:
        self.successors: dict[Endpoint, Endpoint | None] = {}
        self._old = old
        self._patch = patch
        self._kept = kept
        self._report = report
        self._own = dict(_operations(patch.value))
        self._former = dict(_operations(old.value))
        self._stated = dict(kept.successors)
        self._parts = PairedSchemas(old, patch, self._successor, kept.until)

    def operations(self) -> None:
        """Bring operations back, and what the others have lost."""
        own = {route_key(*endpoint): endpoint for endpoint in self._own}
        for endpoint in self._former:
            now = own.get(route_key(*endpoint))
            if now is None:
                self._operation(endpoint)
            else:
                self._parts.operation(endpoint, now)

    def schemas(self) -> None:
        """Bring back what components have lost, and the components that are gone."""
        for name in self._old.schemas:
            self._parts.component(name)

    def report_unused(self) -> None:
        """Report successors of what has not been removed."""
        for name in self._stated:
            message = f"'{name}' has a successor, and was not removed"
            help = "write an operation as 'get /path', an argument as 'get /path name', a property as 'Schema.name'"
            self._report.warning(_CODE, self._kept.place, message, help=help)

    def _successor(self, name: str) -> str | None:
        """The successor that the owner names for a part."""
        return self._stated.pop(name, None)

    def _operation(self, endpoint: Endpoint) -> None:
        verb, path = endpoint
        found = self._former[endpoint]
        copy = {**found, "deprecated": True}
        ids = [operation.get("operationId") for operation in self._own.values()]
        if "operationId" in copy and copy["operationId"] in ids:
            del copy["operationId"]
        self._security(endpoint, copy)
        parameters = parameters_of(self._old, path, found)
        if parameters:
            copy["parameters"] = [stated for _, stated in parameters.values()]
        self._parts.bring_references(copy)
        if not isinstance(self._item(path), dict):
            return  # a path item that no operation can be added to
        written = (self._old.document, ("paths", path, verb))
        self._patch.put(("paths", path, verb), copy, written)
        self.successors[endpoint] = self._successor_of(endpoint)

    def _item(self, path: str) -> Value:
        """The path item of a path, which is made if there is none."""
        if self._patch.value.get("paths") is None:
            self._patch.put(("paths",), {}, (self._old.document, ("paths",)))
        if not isinstance(self._patch.value["paths"], dict):
            return None
        if path not in self._patch.value["paths"]:
            servers = mapping_at(self._old.value, "paths", path).get("servers")
            item = {"servers": servers} if servers else {}
            written = (self._old.document, ("paths", path))
            self._patch.put(("paths", path), item, written)
        return self._patch.value["paths"][path]

    def _successor_of(self, endpoint: Endpoint) -> Endpoint | None:
        """The operation that took the place of another one, as the owner or a rule says."""
        name = " ".join(endpoint)
        stated = self._successor(name)
        if stated is None:
            return successor_of(endpoint, self._former, self._own)
        found = next((e for e in self._own if " ".join(e) == stated), None)
        if found is None:
            message = (
                f"the successor of '{name}' is '{stated}', "
                "which the description does not have"
            )
            help = "name an operation of the description, e.g. 'get /path'"
            self._report.warning(_CODE, self._kept.place, message, help=help)
        return found

    def _security(self, endpoint: Endpoint, copy: dict[str, Value]) -> None:
        """Give an operation the security that it had; that of the description, if a scheme is gone."""
        own = copy.get("security", self._old.value.get("security"))
        known = {name for at in _SCHEMES for name in mapping_at(self._patch.value, *at)}
        named = [
            name
            for alternative in (own if isinstance(own, list) else ())
            if isinstance(alternative, dict)
            for name in alternative
        ]
        gone = [name for name in named if name not in known]
        if gone:
            copy.pop("security", None)
            place = self._old.document.locate(
                Pointer(("paths", endpoint[1], endpoint[0]))
            )
            message = (
                f"'{' '.join(endpoint)}' was removed and is kept with the security of the description: "
                f"its scheme '{gone[0]}' is gone"
            )
            help = "keep the scheme as long as the operation, or leave its method out"
            self._report.warning(_CODE, place, message, help=help)
        elif own != self._patch.value.get("security"):
            copy["security"] = own if own is not None else []


def _operations(root: Value) -> Iterator[tuple[Endpoint, Mapping[str, Value]]]:
    """Every operation that a root holds itself, by verb and path."""
    for path, item in mapping_at(root, "paths").items():
        if path.startswith("x-") or not isinstance(item, dict):
            continue
        for verb in METHODS:
            if isinstance(item.get(verb), dict):
                yield (verb, path), item[verb]
