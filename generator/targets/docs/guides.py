"""The pages that are prose: the start page, and one on each policy of the run-time library."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from ...render import render
from ...surface import Sdk
from ..notation.examples import ExampleView
from ..notation.introduction import ReadmeView, introduction
from .places import Target
from .prose import prose
from .resources import ResourceLine, ResourcePages
from .navigation import CHANGELOG, GUIDES
from .shell import Link, ShellView, Surroundings
from .text import RichText, document, line, rich

__all__ = ["ExampleView", "GuidePage", "StartView", "changelog", "guides", "start"]


class StartView(Struct, frozen=True):
    """The text of the start page, which is also the Markdown page; ``readme`` is None if
    there is no method to show."""

    about: RichText
    title: str
    readme: ReadmeView | None
    resources: tuple[ResourceLine, ...]


class GuidePage(Struct, frozen=True):
    """A page of prose: its HTML, and its sections."""

    shell: ShellView
    html: Markup
    sections: tuple[Link, ...]


def start(
    sdk: Sdk, surroundings: Surroundings, resources: ResourcePages
) -> tuple[str, GuidePage]:
    """The start page as Markdown and as a page."""
    overview = introduction(sdk)
    lines = tuple(map(resources.line, sdk.resources))
    source = render(
        "docs/index.md.jinja",
        StartView(
            about=rich(sdk.package.description),
            title=line(sdk.package.title).markdown,
            readme=overview,
            resources=lines,
        ),
    )
    title = f"{sdk.package.title} for Python"
    about = _lead(sdk.package.description or "")
    return source, _page(source, surroundings, Target("index"), title, about)


def guides(
    sdk: Sdk, surroundings: Surroundings
) -> Iterator[tuple[Target, str, GuidePage]]:
    """The page on each policy: its place, its Markdown, the page."""
    overview = introduction(sdk)
    for name, title in GUIDES if overview else ():
        place = Target(f"guides/{name}")
        source = render(f"docs/guides/{name}.md.jinja", overview)
        yield place, source, _page(source, surroundings, place, title)


def changelog(surroundings: Surroundings) -> Iterator[tuple[Target, str, GuidePage]]:
    """The page of changes, if the site has one: its place, its Markdown, the page."""
    if surroundings.site.changelog:
        place = Target(CHANGELOG)
        source = f"# Changelog\n\n{document(surroundings.site.changelog)}\n"
        about = f"What changed in each version of {surroundings.sdk.package.title}."
        page = _page(source, surroundings, place, "Changelog", about)
        yield place, source, page


def _page(
    source: str, surroundings: Surroundings, place: Target, title: str, about: str = ""
) -> GuidePage:
    text = prose(source)
    shell = surroundings.shell(place, title, about or _lead(source))
    return GuidePage(shell, text.html, text.sections)


def _lead(text: str) -> str:
    """The first paragraph of a text that begins with a letter."""
    return next((p for p in text.split("\n\n") if p[:1].isalpha()), "")
