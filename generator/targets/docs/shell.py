"""What surrounds the content of every page: title, way home, navigation."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from ...surface import SHARED, ResourcePath, Sdk
from .brand import PLAIN, BrandView, Site, brand
from .navigation import Navigation, Page, root_of
from .places import Places, Target
from .text import breakable, line, printable


class Link(Struct, frozen=True):
    """A word that leads to a page of the site; without a path it leads nowhere."""

    text: str
    path: str
    anchor: str = ""


class ShellView(Struct, frozen=True):
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
    guides: Markup
    resources: Markup
    models: Markup
    before: Link | None
    after: Link | None
    brand: BrandView


class Surroundings(Struct, frozen=True):
    """Makes the shell of each page; ``neighbours`` are the pages before and after each path,
    ``crumbs`` the way from the client to each resource, itself the last."""

    sdk: Sdk
    navigation: Navigation
    neighbours: Mapping[str, tuple[Link | None, Link | None]]
    crumbs: Mapping[ResourcePath, tuple[Link, ...]]
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
        root, path = root_of(place.path), place.path
        page = Page(root, path, within or owner, title if owner else "")
        before, after = self.neighbours.get(path, (None, None))
        return ShellView(
            title=printable(title),
            description=line(description).plain[:300],
            site=line(self.sdk.package.title).plain,
            version=line(self.sdk.package.version).plain,
            root=root,
            path=path,
            home=breakable(module or ("client" if within else "Start")),
            crumbs=tuple(
                link for link in self.crumbs.get(within, ()) if link.path != path
            ),
            guides=self.navigation.guides(page),
            resources=self.navigation.resources(page),
            models=self.navigation.own(page) if owner == SHARED else Markup(),
            before=before,
            after=after,
            brand=brand(self.site),
        )


def crumbs(sdk: Sdk, places: Places) -> Mapping[ResourcePath, tuple[Link, ...]]:
    """The way from the client to each resource, itself the last."""
    found: dict[ResourcePath, tuple[Link, ...]] = {}
    for resource in sdk.every_resource():  # parents before children
        link = Link(resource.attribute, places.resources[resource.id].path)
        found[resource.id] = (*found.get(resource.id[:-1], ()), link)
    return found
