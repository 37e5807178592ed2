"""The type Content."""

from pydantic import Field
from typing import Annotated, Literal, TypeAlias

from .._core import BaseModel, PropertyInfo

__all__ = ["Content", "Text", "PictureSize", "Picture"]


class Text(BaseModel):
    text: str
    """What to say."""

    type: Literal["text"]
    reply_to: str | None = Field(default=None, alias="replyTo")


class PictureSize(BaseModel):
    max_width: int | None = Field(default=None, alias="maxWidth")


class Picture(BaseModel):
    type: Literal["picture"]
    url: str
    size: PictureSize | None = None


Content: TypeAlias = Annotated[Text | Picture, PropertyInfo(discriminator="type")]
"""What to send."""
