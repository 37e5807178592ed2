"""What surrounds the content of every page: title, way home, navigation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ...surface import SHARED, Method, Resource, ResourcePath, Sdk
from .brand import PLAIN, BrandView, Site, brand
from .places import Places, Target
from .text import breakable, line, printable


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads to a page of the site; without a path it leads nowhere."""

    text: str
    path: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class VerbView:
    """An HTTP method, and the class of its colour."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class NavView:
    """An entry of the navigation, with its ``verb`` if it is a method; ``children`` are there where
    the reader has come this way."""

    text: Markup
    path: str
    is_current: bool
    is_code: bool
    verb: VerbView | None
    children: tuple[NavView, ...]


@dataclass(frozen=True, slots=True)
class ShellView:
    """The surroundings: ``root`` leads from the page to the top of the site (``../`` and so on).

    ``home`` is what the way to the page begins with: the client, or the package. ``models`` is the
    page itself if it is about types of no resource; ``before`` and ``after`` are the pages next to it.
    """

    title: str
    description: str
    site: str
    version: str
    root: str
    path: str
    home: Markup
    crumbs: tuple[Link, ...]
    guides: tuple[NavView, ...]
    resources: tuple[NavView, ...]
    models: tuple[NavView, ...]
    before: Link | None
    after: Link | None
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
_KINDS = {"get", "post", "put", "patch", "delete"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Makes the shell of each page; ``neighbours`` are the pages before and after each path."""

    sdk: Sdk
    places: Places
    neighbours: Mapping[str, tuple[Link | None, Link | None]]
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
        owner: ResourcePath = (),
    ) -> ShellView:
        """The shell of a page: ``within`` is the resource that it belongs to, or else ``module``
        the one that it is about, and ``owner`` the resource that lists its types."""
        entry = NavView(breakable(title), place.path, True, True, None, ())
        before, after = self.neighbours.get(place.path, (None, None))
        resources = tuple(
            self._resource(resource, within or owner, place, entry if owner else None)
            for resource in self.sdk.resources
        )
        return ShellView(
            title=printable(title),
            description=line(description).plain[:300],
            site=line(self.sdk.package.title).plain,
            version=line(self.sdk.package.version).plain,
            root=root_of(place.path),
            path=place.path,
            home=breakable(module or ("client" if within else "Start")),
            crumbs=tuple(
                link for link in self._crumbs(within) if link.path != place.path
            ),
            guides=tuple(self._guides(place)),
            resources=resources,
            models=(entry,) if owner == SHARED else (),
            before=before,
            after=after,
            brand=brand(self.site),
        )

    def _crumbs(self, within: ResourcePath) -> Iterator[Link]:
        for resource in self.sdk.every_resource():
            if resource.id == within[: len(resource.id)]:
                yield Link(resource.attribute, self.places.resources[resource.id].path)

    def _guides(self, place: Target) -> Iterator[NavView]:
        for name, title in GUIDES if self.has_guides else ():
            path = f"guides/{name}"
            yield NavView(Markup(title), path, path == place.path, False, None, ())
        if self.site.changelog:
            is_here = place.path == CHANGELOG
            yield NavView(Markup("Changelog"), CHANGELOG, is_here, False, None, ())

    def _resource(
        self,
        resource: Resource,
        within: ResourcePath,
        place: Target,
        entry: NavView | None,
    ) -> NavView:
        """A resource; its methods and subresources follow where the page lies within it, or the
        ``entry`` of the page if it is about types of the resource."""
        path = self.places.resources[resource.id].path
        children: tuple[NavView, ...] = ()
        if within[: len(resource.id)] == resource.id:
            near = self._near(resource, place) if entry is None else ()
            children = (
                *(self._method(m, place) for m in near),
                *(
                    self._resource(child, within, place, entry)
                    for child in resource.children
                ),
                *((entry,) if entry is not None and within == resource.id else ()),
            )
        return NavView(
            breakable(resource.attribute),
            path,
            path == place.path,
            False,
            None,
            children,
        )

    def _method(self, method: Method, place: Target) -> NavView:
        path = self.places.methods[method.path].path
        return NavView(
            breakable(method.name),
            path,
            path == place.path,
            True,
            verb_view(method.verb),
            (),
        )

    def _near(self, resource: Resource, place: Target) -> tuple[Method, ...]:
        """The methods near the one at a place, all of them unless they are very many."""
        methods = resource.methods
        paths = [self.places.methods[m.path].path for m in methods]
        here = paths.index(place.path) if place.path in paths else 0
        first = max(0, min(here - _MOST // 2, len(methods) - _MOST))
        return methods[first : first + _MOST]


def verb_view(verb: str) -> VerbView:
    """An HTTP method as it is shown."""
    return VerbView(verb.upper(), verb if verb in _KINDS else "other")


def root_of(path: str) -> str:
    """The way from a page to the top of the site."""
    return "../" * path.count("/")
