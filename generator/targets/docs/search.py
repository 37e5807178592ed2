"""The search index: one short list a page, loaded by the pages' own script when it is needed.

A script and not JSON, since pages opened from a disk may load the one but not the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from msgspec import Struct

from ...surface import Definition, Method, Model, Sdk
from .counterparts import Counterparts
from .inside import all_fields
from .places import Places
from .navigation import CHANGELOG, GUIDES
from .text import line, printable
from .type_pages import documented


class Found(Struct, frozen=True):
    """What a search can find: kind, name, a second line, where it is, and further words. ``parts``
    are the names of its parameters or fields, each with an anchor of its own."""

    kind: str
    name: str
    detail: str
    href: str
    words: str = ""
    parts: tuple[str, ...] = ()


class SearchIndex(Struct, frozen=True):
    """Everything that can be found, in the order of the navigation; types in ``same`` are shown by
    others, without fields."""

    sdk: Sdk
    places: Places
    same: Counterparts
    has_changelog: bool = False

    def script(self) -> str:
        """The index as a script; non-ASCII is escaped, so nothing in it ends a line or a string."""
        rows = [
            json.dumps([f.kind, f.name, f.detail, f.href, f.words, " ".join(f.parts)])
            for f in self.every()
        ]
        return "window.searchIndex = [\n" + ",\n".join(rows) + "\n];\n"

    def every(self) -> Iterator[Found]:
        """All that can be found: methods with their parameters, resources, models with their fields,
        guides."""
        for method in self.sdk.every_method():
            yield self._method(method)
        for resource in self.sdk.every_resource():
            path = self.places.resources[resource.id].path
            detail = printable(" ".join((resource.description or "").split()))
            yield Found("resource", resource.attribute, detail, f"{path}.html")
        for definition in documented(self.sdk):
            yield self._model(definition)
        for page in self.sdk.pages:
            place = self.places.pages[page.scheme]
            yield Found(
                "model",
                page.sync_class,
                "pagination",
                f"{place.path}.html{place.anchor}",
                page.async_class,
            )
        if self.sdk.every_method():
            yield from (
                Found("guide", title, "", f"guides/{n}.html") for n, title in GUIDES
            )
        if self.has_changelog:
            yield Found("guide", "Changelog", "", f"{CHANGELOG}.html")

    def _model(self, definition: Definition) -> Found:
        found = definition.name
        place = self.places.types[found]
        fields = (
            all_fields(self.sdk, definition)
            if isinstance(definition, Model) and found not in self.same
            else ()
        )
        return Found(
            "model",
            found.name,
            ".".join(found.module[:-1]),
            f"{place.path}.html{place.anchor}",
            parts=tuple(field.name for field in fields),
        )

    def _method(self, method: Method) -> Found:
        return Found(
            "method",
            method.dotted,
            line(method.title).plain,
            f"{self.places.methods[method.path].path}.html",
            " ".join((method.verb, printable(method.route))),
            tuple(argument.name for argument in method.arguments),
        )
