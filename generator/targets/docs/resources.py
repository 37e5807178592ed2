"""The page of a resource: its methods, what is below it, and its models."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from ...surface import Method, Named, Resource, ResourcePath, Sdk, Webhook
from .places import Places
from .navigation import VerbView, verb_view
from .shell import Link, ShellView, Surroundings
from .text import RichText, Verbatim, line, rich, verbatim

_MANY = 60
"""Methods; a longer list shows names and titles only."""


class MethodLine(Struct, frozen=True):
    """A method in a list."""

    name: Verbatim
    path: str
    title: str
    verb: VerbView
    url: Verbatim
    about: RichText


class WebhookLine(Struct, frozen=True):
    """A method that reads webhooks, as it is called."""

    call: Verbatim
    about: str
    types: tuple[Link, ...]


class ResourceLine(Struct, frozen=True):
    """A resource in a list."""

    name: str
    path: str
    about: RichText


class ResourcePage(Struct, frozen=True):
    """The page of a resource."""

    shell: ShellView
    title: str
    name: Verbatim
    description: RichText
    methods: tuple[MethodLine, ...]
    is_long: bool
    webhooks: tuple[WebhookLine, ...]
    children: tuple[ResourceLine, ...]
    types: tuple[Link, ...]


class ResourcePages(Struct, frozen=True):
    """Puts resources into pages."""

    places: Places
    surroundings: Surroundings
    types: Mapping[ResourcePath, tuple[Link, ...]]

    def page(self, resource: Resource) -> ResourcePage:
        """The page of one resource."""
        place = self.places.resources[resource.id]
        title, text = resource.sync_class.removesuffix("Resource"), resource.about
        return ResourcePage(
            shell=self.surroundings.shell(
                place, ".".join(resource.path[-2:]), text, within=resource.id
            ),
            title=title,
            name=verbatim(".".join(("client", *resource.path))),
            description=rich(text),
            methods=tuple(map(self._method, resource.methods)),
            is_long=len(resource.methods) > _MANY,
            webhooks=tuple(map(self._webhook, resource.webhooks)),
            children=tuple(map(self.line, resource.children)),
            types=self.types.get(resource.id, ()),
        )

    def line(self, resource: Resource) -> ResourceLine:
        """A resource in the list of another page."""
        place = self.places.resources[resource.id]
        return ResourceLine(resource.attribute, place.path, line(resource.description))

    def _webhook(self, webhook: Webhook) -> WebhookLine:
        arguments = "payload, headers=…" if webhook.is_verified else "payload"
        types: tuple[Link, ...] = ()
        if isinstance(webhook.type, Named):
            name = webhook.type.name
            place = self.places.types[name]
            types = (Link(name.name, place.path, place.anchor),)
        call = verbatim(f"client.{'.'.join(webhook.path)}({arguments})")
        return WebhookLine(call, webhook.about, types)

    def _method(self, method: Method) -> MethodLine:
        return MethodLine(
            name=verbatim(method.dotted),
            path=self.places.methods[method.path].path,
            title=line(method.title).plain,
            verb=verb_view(method.verb),
            url=verbatim(method.route),
            about=line(method.about),
        )


def types_by_resource(
    sdk: Sdk, places: Places
) -> Mapping[ResourcePath, tuple[Link, ...]]:
    """The models of each resource, as links."""
    found: dict[ResourcePath, list[Link]] = defaultdict(list)
    for definition in sdk.types:
        if definition.resource is not None:
            place = places.types[definition.name]
            link = Link(definition.name.name, place.path, place.anchor)
            found[definition.resource].append(link)
    return {path: tuple(links) for path, links in found.items()}
