"""Sentinels for "not given", so that None can mean null."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


class NotGiven:
    """The type of ``not_given``: an option that keeps its default, where None has a meaning."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"


class Omit:
    """The type of ``omit``: an argument that is left out of the request.

    As the value of a header it removes a header that would be sent otherwise.
    """

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"


not_given = NotGiven()
NOT_GIVEN = not_given
omit = Omit()
NoneType = type(None)
