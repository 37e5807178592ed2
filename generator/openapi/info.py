"""What a description says of the API as a whole, beside its operations and schemas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..source import Reader


@dataclass(frozen=True, slots=True)
class Info:
    """Title, version and license of an API.

    ``license`` is its SPDX identifier, or else its name; ``tags`` has the descriptions of the tags
    by name.
    """

    title: str | None
    summary: str | None
    version: str | None
    license: str | None
    tags: Mapping[str, str | None]


def read_info(root: Reader) -> Info:
    """What the ``info`` and the ``tags`` of a description say."""
    info, listed = root.at("info"), root.at("tags")
    license = info.at("license") if info else None
    tags = listed.items() if listed else ()
    named = ((tag.text("name"), tag.text("description")) for tag in tags)
    return Info(
        title=info.text("title") if info else None,
        summary=info.text("summary") if info else None,
        version=info.text("version") if info else None,
        license=license.text("identifier") or license.text("name") if license else None,
        tags=MappingProxyType({name: about for name, about in named if name}),
    )
