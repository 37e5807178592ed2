"""The type Owner."""

from .._core import BaseModel

__all__ = ["Owner"]


class Owner(BaseModel):
    home: "Folder | None" = None


from .folder import Folder
