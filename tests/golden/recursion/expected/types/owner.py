"""The type Owner."""

from .._core import BaseModel

__all__ = ["Owner"]


class Owner(BaseModel):
    home: "types.Folder | None" = None


from .. import types
