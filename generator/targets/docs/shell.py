"""What surrounds the content of every page: title, way home, navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...surface import Resource, ResourcePath, Sdk
from .brand import PLAIN, BrandView, Site, brand
from .places import Places, Target
from .text import line, printable


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads to a page of the site; without a path it leads nowhere."""

    text: str
    path: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class NavView:
    """An entry of the navigation; ``children`` are there where the reader has come this way."""

    text: str
    path: str
    is_current: bool
    is_code: bool
    children: tuple[NavView, ...]


@dataclass(frozen=True, slots=True)
class ShellView:
    """The surroundings: ``root`` leads from the page to the top of the site (``../`` and so on).

    ``home`` is what the way to the page begins with: the client, or the package.
    """

    title: str
    description: str
    site: str
    version: str
    root: str
    path: str
    home: str
    crumbs: tuple[Link, ...]
    guides: tuple[NavView, ...]
    resources: tuple[NavView, ...]
    brand: BrandView


_MOST = 80
"""Methods in the navigation: a page stays small, the page of the resource lists the rest."""
GUIDES = (
    ("retries", "Retries"),
    ("timeouts", "Timeouts and deadlines"),
    ("errors", "Errors"),
    ("pagination", "Pagination"),
    ("responses", "Raw and streaming responses"),
    ("files", "Files and downloads"),
    ("security", "Security and redirects"),
    ("observing", "Logging and observers"),
    ("decoding", "Decoding"),
)
"""The pages on what the run-time library does, each with its title."""
CHANGELOG = "changelog"
"""The path of the page of changes, if there is one."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Makes the shell of each page."""

    sdk: Sdk
    places: Places
    has_guides: bool
    site: Site = PLAIN

    def shell(
        self,
        place: Target,
        title: str,
        description: str,
        *,
        within: ResourcePath = (),
        module: str = "",
    ) -> ShellView:
        """The shell of a page: ``within`` is the resource that it belongs to, or else ``module``
        the one that it is about."""
        return ShellView(
            title=printable(title),
            description=line(description).plain[:300],
            site=line(self.sdk.package.title).plain,
            version=line(self.sdk.package.version).plain,
            root=root_of(place.path),
            path=place.path,
            home=module or ("client" if within else "Start"),
            crumbs=tuple(
                link for link in self._crumbs(within) if link.path != place.path
            ),
            guides=tuple(self._guides(place)),
            resources=tuple(
                self._resource(resource, within, place)
                for resource in self.sdk.resources
            ),
            brand=brand(self.site),
        )

    def _crumbs(self, within: ResourcePath) -> Iterator[Link]:
        for resource in self.sdk.every_resource():
            if resource.id == within[: len(resource.id)]:
                yield Link(resource.attribute, self.places.resources[resource.id].path)

    def _guides(self, place: Target) -> Iterator[NavView]:
        for name, title in GUIDES if self.has_guides else ():
            path = f"guides/{name}"
            yield NavView(title, path, path == place.path, False, ())
        if self.site.changelog:
            is_here = place.path == CHANGELOG
            yield NavView("Changelog", CHANGELOG, is_here, False, ())

    def _resource(
        self, resource: Resource, within: ResourcePath, place: Target
    ) -> NavView:
        """A resource; its methods and subresources follow where the page lies within it."""
        path = self.places.resources[resource.id].path
        children: tuple[NavView, ...] = ()
        if within[: len(resource.id)] == resource.id:
            methods = [
                (m.name, self.places.methods[m.path].path) for m in resource.methods
            ]
            children = (
                *(
                    NavView(name, path, path == place.path, True, ())
                    for name, path in _around(methods, place.path)
                ),
                *(self._resource(child, within, place) for child in resource.children),
            )
        return NavView(resource.attribute, path, path == place.path, False, children)


def _around(methods: list[tuple[str, str]], path: str) -> list[tuple[str, str]]:
    """The methods near the one at a path, all of them unless they are very many."""
    here = next((n for n, (_, other) in enumerate(methods) if other == path), 0)
    first = max(0, min(here - _MOST // 2, len(methods) - _MOST))
    return methods[first : first + _MOST]


def root_of(path: str) -> str:
    """The way from a page to the top of the site."""
    return "../" * path.count("/")
