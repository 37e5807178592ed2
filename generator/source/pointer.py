"""JSON pointers (RFC 6901): the address of a value inside a document."""

from __future__ import annotations

import re
from urllib.parse import unquote

from msgspec import Struct

_STRAY_TILDE = re.compile("~(?![01])")


class Pointer(Struct, frozen=True, order=True):
    """The tokens from a document's root to a value; ``str()`` gives the RFC's text form."""

    tokens: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Pointer:
        """The pointer for ``/a/b``, or for its URI fragment form ``#/a/b`` (section 6).

        Raises:
            ValueError: the text is not empty and does not start with a slash, or a ``~`` stands
                before anything but 0 and 1.
        """
        if text.startswith("#"):
            text = unquote(text[1:])
        if not text:
            return cls()
        if not text.startswith("/"):
            raise ValueError(f"a JSON pointer starts with '/', this one is {text!r}")
        if _STRAY_TILDE.search(text):
            raise ValueError(f"in a JSON pointer '~' is written '~0': {text!r}")
        tokens = text.split("/")[1:]
        return cls(tuple(t.replace("~1", "/").replace("~0", "~") for t in tokens))

    @property
    def parent(self) -> Pointer:
        """The pointer to the container; the root is its own."""
        return Pointer(self.tokens[:-1])

    def __truediv__(self, token: str | int) -> Pointer:
        return Pointer((*self.tokens, str(token)))

    def __str__(self) -> str:
        return "".join([f"/{escaped(token)}" for token in self.tokens])


def escaped(token: str) -> str:
    """A token as a pointer's text has it (section 3)."""
    if "~" in token or "/" in token:
        return token.replace("~", "~0").replace("/", "~1")
    return token
