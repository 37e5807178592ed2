"""What a page says of a parameter or field beside what is inside: its type, bounds, values and words.

The same field is on many pages: what is said of it is printed once for all that say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup
from msgspec import Struct

from ...render import render
from ...surface import Bounds
from .code import highlight
from .text import RichText, Verbatim, verbatim


class TypeView(Struct, frozen=True):
    """A type, for both forms of a page; the names in it lead to their pages."""

    html: Markup
    text: Verbatim


class FactView(Struct, frozen=True):
    """A bound: the keyword and its value, as JSON unless it is plain text."""

    name: str
    value: Verbatim


class FactsView(Struct, frozen=True):
    """The bounds of a value."""

    facts: tuple[FactView, ...]


class Printed(Struct, frozen=True):
    """What has been printed for both forms of a page."""

    html: Markup
    markdown: str


NO_FACTS = Printed(Markup(), "")


class AboutView(Struct, frozen=True):
    """A parameter or field. ``badge`` says what is special about it, ``choice`` counts its values."""

    name: str
    type: TypeView
    badge: str
    deprecated: bool
    description: RichText
    facts: Printed
    choice: str
    values: tuple[Verbatim, ...]


@lru_cache(maxsize=20_000)
def about(view: AboutView) -> Printed:
    """What is said of a parameter or field."""
    return _printed("about", view)


@lru_cache(maxsize=20_000)
def type_view(text: str, links: tuple[tuple[str, str], ...]) -> TypeView:
    """A type as source, with the addresses that names in it lead to."""
    return TypeView(highlight(text, "type", dict(links)), verbatim(text))


def facts(bounds: Bounds) -> Printed:
    """What a schema says of a value beyond its type."""
    if not bounds:
        return NO_FACTS
    return facts_of((name, _shown(value)) for name, value in bounds)


def facts_of(named: Iterable[tuple[str, str]]) -> Printed:
    """Facts by their names."""
    views = tuple(FactView(name, verbatim(value)) for name, value in named)
    return _facts(FactsView(views)) if views else NO_FACTS


@lru_cache(maxsize=20_000)
def _facts(view: FactsView) -> Printed:
    return _printed("facts", view)


def _printed(kind: str, view: object) -> Printed:
    shown = Markup(render(f"docs/{kind}.html.jinja", view))
    return Printed(shown, render(f"docs/{kind}.md.jinja", view))


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def counted(values: tuple[Verbatim, ...]) -> str:
    """How many values there are to choose from, if any."""
    return f"one of {len(values)} values" if values else ""
