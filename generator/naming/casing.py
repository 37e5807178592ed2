"""Joining the words of a name in a case.

Knows nothing of scopes or collisions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from ..words import split_words
from .reserved import identifier

INITIALISMS = frozenset(
    "3ds ach acl ai api ats cpu crm db dns e2e eeoc gb gpu hd hris html http https id ip iso "
    "jsonl kb kyb kyc lfs mb mp3 mp4 nft saml sdk sku sms ss ssh sso url".split()
)
"""Words that class names write in capitals unless the configuration says otherwise."""

_PASCAL = {"openai": "OpenAI"}
"""Words whose form in class names is neither capitalised nor in capitals."""

_NO_LETTER = re.compile(r"[^A-Za-z0-9_]")
"""What no identifier holds; a configured form of a word may be any text."""


class Casing(Struct, frozen=True):
    """Joins words in a case, minding initialisms and the configuration's own casings.

    ``initialisms`` adds (true) or removes (false) a word; ``forms`` gives a word's ``snake`` and
    ``pascal`` form outright.
    """

    initialisms: Mapping[str, bool] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def snake(self, *names: str) -> str:
        """``lineIDs`` gives ``line_ids``."""
        return "_".join(self._form(word, "snake", word) for word in _words(names))

    def pascal(self, *names: str) -> str:
        """``stop_ids_for_agency`` gives ``StopIDsForAgency``."""
        return "".join(
            self._form(word, "pascal", self._capital(word)) for word in _words(names)
        )

    def _form(self, word: str, case: str, default: str) -> str:
        form = self.forms.get(word, {}).get(case, default)
        return _NO_LETTER.sub("", form)

    def _capital(self, word: str) -> str:
        if self._is_initialism(word):
            return word.upper()
        if word.endswith("s") and self._is_initialism(word[:-1]):
            return word[:-1].upper() + "s"
        return _PASCAL.get(word) or word[:1].upper() + word[1:]

    def _is_initialism(self, word: str) -> bool:
        return self.initialisms.get(word, word in INITIALISMS)


def hinted(hint: str, casing: Casing, fallback: str) -> str:
    """A name that the description asks for: as it is written, if it is an identifier."""
    is_name = hint.isascii() and hint.isidentifier()
    return hint if is_name else identifier(casing.snake(hint), fallback)


def _words(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for name in names for word in split_words(name))
