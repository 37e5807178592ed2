"""How a site presents itself: its logo or the icon that stands in for one, colours, social tags."""

from __future__ import annotations

from msgspec import Struct


from .colours import Colours, colours_of

_PLAIN = "#0b6a66"
"""The accent of the style sheet."""


class Site(Struct, frozen=True):
    """What a site has beside the reference: a ``color`` as ``#rrggbb``, the ``url`` where it is
    published, the name of a ``logo`` among its assets, a ``changelog`` in Markdown; each is empty
    if there is none. Consoles call ``server``, or the API if that is empty."""

    color: str = ""
    url: str = ""
    logo: str = ""
    changelog: str = ""
    server: str = ""


PLAIN = Site()


class BrandView(Struct, frozen=True):
    """What the head of a page shows: files from the top of the site, absolute addresses."""

    logo: str
    icon: str
    style: str
    address: str
    image: str


class IconView(Struct, frozen=True):
    """An icon: one letter or digit, and its colour."""

    initial: str
    color: str


def brand(site: Site) -> BrandView:
    """What every page shows of a site."""
    logo = f"assets/{site.logo}" if site.logo else ""
    address = site.url.rstrip("/")
    is_shareable = bool(address) and logo.endswith(".png")  # few readers take SVG
    return BrandView(
        logo=logo,
        icon=logo or "assets/icon.svg",
        style="assets/brand.css" if site.color else "",
        address=address,
        image=f"{address}/{logo}" if is_shareable else "",
    )


def icon(site: Site, title: str) -> IconView:
    """The icon of a site without a logo."""
    initial = next((c for c in title if c.isalnum()), "A")
    return IconView(initial.upper()[:1], palette(site).accent)


def palette(site: Site) -> Colours:
    """The colours of a site."""
    return colours_of(site.color or _PLAIN)
