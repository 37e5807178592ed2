"""The search index: one short list a page, loaded by the pages' own script when it is needed.

A script and not JSON, since pages opened from a disk may load the one but not the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ..ir import Api, Definition, Method, PageBody, ScopeArgument, Within
from ..naming import NameTable
from .methods import title_of
from .places import Places
from .shell import GUIDES
from .signatures import dotted
from .text import printable


@dataclass(frozen=True, slots=True)
class Found:
    """What a search can find: kind, name, a second line, its page, and further words."""

    kind: str
    name: str
    detail: str
    href: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Everything that can be found, in the order of the navigation."""

    api: Api
    names: NameTable
    places: Places

    def script(self) -> str:
        """The index as a script; non-ASCII is escaped, so nothing in it ends a line or a string."""
        rows = [
            json.dumps([f.kind, f.name, f.detail, f.href, f.words])
            for f in self.every()
        ]
        return "window.searchIndex = [\n" + ",\n".join(rows) + "\n];\n"

    def every(self) -> Iterator[Found]:
        """All that can be found: methods with their parameters, resources, models, guides."""
        for resource in self.api.every_resource():
            for method in resource.methods:
                yield self._method(method)
        for resource in self.api.every_resource():
            path = self.places.resources[resource.path].path
            name = self.names.resources[resource.path].attribute
            detail = printable(" ".join((resource.description or "").split()))
            yield Found("resource", name, detail, f"{path}.html")
        for definition in self.api.types.values():
            if not isinstance(definition.origin, PageBody):
                yield self._model(definition)
        for scheme, place in self.places.pages.items():
            page = self.names.pages[scheme]
            yield Found(
                "model",
                page.sync_class,
                "pagination",
                f"{place.path}.html",
                page.async_class,
            )
        if any(resource.methods for resource in self.api.every_resource()):
            yield from (
                Found("guide", title, "", f"guides/{n}.html") for n, title in GUIDES
            )

    def _model(self, definition: Definition) -> Found:
        place = self.places.types[definition.id]
        found = self.names.types[definition.id]
        anchor = place.anchor if isinstance(definition.origin, Within) else ""
        module = ".".join(found.module[:-1])
        return Found("model", found.name, module, f"{place.path}.html{anchor}")

    def _method(self, method: Method) -> Found:
        operation = method.operation
        return Found(
            "method",
            dotted(self.names, method),
            title_of(self.names, method),
            f"{self.places.methods[method.id].path}.html",
            " ".join(
                (operation.verb, printable(operation.path), *self._arguments(method))
            ),
        )

    def _arguments(self, method: Method) -> list[str]:
        return [
            self.names.argument(method.id, a)
            for a in sorted(
                method.arguments, key=lambda a: isinstance(a, ScopeArgument)
            )
        ]
