"""The type Folder."""

from .._core import BaseModel

__all__ = ["Folder"]


class Folder(BaseModel):
    name: str
    children: "list[Folder] | None" = None
    links: "dict[str, Folder] | None" = None
    owner: "types.Owner | None" = None
    parent: "Folder | None" = None


from .. import types
