"""The classes of errors that an API has of its own."""

from __future__ import annotations

from msgspec import Struct


class ErrorClass(Struct, frozen=True, kw_only=True):
    """A class for a kind of error, a case of ``base``: the ``values`` of the discriminator that mean it, and
    the statuses of its responses (empty if they are not known).

    If its name is that of its ``base``, there is no class but that one.
    """

    name: str
    base: str
    values: tuple[str, ...]
    statuses: tuple[int, ...]
    description: str | None

    @property
    def is_own(self) -> bool:
        """Whether there is a class that the run-time library does not have."""
        return self.name != self.base


class ErrorClasses(Struct, frozen=True, kw_only=True):
    """The classes of errors that the API has of its own, and the properties of a response that lead to what
    tells them apart."""

    discriminator: tuple[str, ...]
    classes: tuple[ErrorClass, ...]
