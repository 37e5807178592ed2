"""The navigation of every page: the guides, the resources, and what is in the one that the page is in.

Every page has about the same entries: each is printed once for all pages of a depth, and once more for
the page that it leads to.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct, field

from ...render import render
from ...surface import Method, Resource, ResourcePath, Sdk
from .places import Places
from .text import breakable

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
_MOST = 80
"""Methods in the navigation: a page stays small, the page of the resource lists the rest."""
_NOTHING = Markup()
_KINDS = {"get", "post", "put", "patch", "delete"}


class VerbView(Struct, frozen=True):
    """An HTTP method, and the class of its colour."""

    text: str
    kind: str


class NavView(Struct, frozen=True):
    """An entry of the navigation, with its ``verb`` if it is a method; ``inside`` are the entries
    below it, which are there where the reader has come this way."""

    root: str
    text: Markup
    path: str
    is_current: bool
    is_code: bool
    verb: VerbView | None
    inside: Markup


class Page(Struct, frozen=True):
    """A page with a navigation: the way from it to the top of the site, where it is, the resource
    that it belongs to, and its ``title`` if it is about types."""

    root: str
    path: str
    within: ResourcePath
    title: str = ""


def verb_view(verb: str) -> VerbView:
    """An HTTP method as it is shown."""
    return VerbView(verb.upper(), verb if verb in _KINDS else "other")


def root_of(path: str) -> str:
    """The way from a page to the top of the site."""
    return "../" * path.count("/")


class Navigation(Struct, frozen=True):
    """Prints the entries of each page. ``topics`` are paths and titles of guides; ``numbers`` has
    the place of each method among those of its resource, by the path of its page."""

    sdk: Sdk
    places: Places
    topics: tuple[tuple[str, str], ...]
    numbers: dict[str, tuple[ResourcePath, int]]
    printed: dict[tuple[str, str], Markup] = field(default_factory=dict)
    resource_entries: dict[
        tuple[str, tuple[ResourcePath, ...]], tuple[tuple[Resource, Markup], ...]
    ] = field(default_factory=dict)
    method_entries: dict[
        tuple[str, ResourcePath], tuple[tuple[Method, Markup], ...]
    ] = field(default_factory=dict)

    def guides(self, page: Page) -> Markup:
        """The guides."""
        return _joined(self._entry(page, path, title) for path, title in self.topics)

    def resources(self, page: Page) -> Markup:
        """All resources, those open that the page lies within."""
        return _joined(self._resources(self.sdk.resources, page))

    def own(self, page: Page) -> Markup:
        """The entry of a page about types."""
        return self._print(page, page.path, page.title, is_code=True)

    def _resources(
        self, resources: tuple[Resource, ...], page: Page
    ) -> Iterator[Markup]:
        for resource, closed in self._closed_resources(resources, page.root):
            if page.within[: len(resource.id)] == resource.id:
                path = self.places.resources[resource.id].path
                inside = _joined(self._inside(resource, page))
                yield self._print(page, path, resource.attribute, inside=inside)
            else:
                yield closed

    def _inside(self, resource: Resource, page: Page) -> Iterator[Markup]:
        """Methods and subresources; not the methods but the page itself if it is about types."""
        for method, closed in () if page.title else self._near(resource, page):
            path = self.places.methods[method.path].path
            yield self._method(page, method) if path == page.path else closed
        yield from self._resources(resource.children, page)
        if page.title and page.within == resource.id:
            yield self.own(page)

    def _near(
        self, resource: Resource, page: Page
    ) -> tuple[tuple[Method, Markup], ...]:
        """The methods near the page, all of them unless they are very many."""
        methods = self._closed_methods(resource, page.root)
        owner, here = self.numbers.get(page.path, (resource.id, 0))
        if owner != resource.id:
            here = 0
        first = max(0, min(here - _MOST // 2, len(methods) - _MOST))
        return methods[first : first + _MOST]

    def _closed_resources(
        self, resources: tuple[Resource, ...], root: str
    ) -> tuple[tuple[Resource, Markup], ...]:
        """Resources with their entries on pages that are not within them."""
        key = root, tuple(resource.id for resource in resources[:1])
        if key not in self.resource_entries:
            page = Page(root, "", ())
            self.resource_entries[key] = tuple(
                (found, self._print(page, place.path, found.attribute))
                for found in resources
                for place in [self.places.resources[found.id]]
            )
        return self.resource_entries[key]

    def _closed_methods(
        self, resource: Resource, root: str
    ) -> tuple[tuple[Method, Markup], ...]:
        """The methods of a resource with their entries on other pages than their own."""
        key = root, resource.id
        if key not in self.method_entries:
            page = Page(root, "", ())
            self.method_entries[key] = tuple(
                (method, self._method(page, method)) for method in resource.methods
            )
        return self.method_entries[key]

    def _method(self, page: Page, method: Method) -> Markup:
        path = self.places.methods[method.path].path
        return self._print(page, path, method.name, verb=method.verb, is_code=True)

    def _entry(self, page: Page, path: str, name: str) -> Markup:
        """The entry of a guide."""
        if path == page.path:
            return self._print(page, path, name)
        key = page.root, path
        if key not in self.printed:
            self.printed[key] = self._print(page, path, name)
        return self.printed[key]

    def _print(
        self,
        page: Page,
        path: str,
        name: str,
        *,
        verb: str = "",
        is_code: bool = False,
        inside: Markup = _NOTHING,
    ) -> Markup:
        view = NavView(
            root=page.root,
            text=breakable(name),
            path=path,
            is_current=path == page.path,
            is_code=is_code,
            verb=verb_view(verb) if verb else None,
            inside=inside,
        )
        return Markup(render("docs/entry.html.jinja", view))


def navigation(
    sdk: Sdk, places: Places, *, has_guides: bool, has_changelog: bool
) -> Navigation:
    """The navigation of a site."""
    topics = [(f"guides/{name}", title) for name, title in GUIDES if has_guides]
    if has_changelog:
        topics.append((CHANGELOG, "Changelog"))
    numbers = {
        places.methods[method.path].path: (resource.id, number)
        for resource in sdk.every_resource()
        for number, method in enumerate(resource.methods)
    }
    return Navigation(sdk, places, tuple(topics), numbers)


def _joined(entries: Iterator[Markup]) -> Markup:
    return Markup("".join(entries))
