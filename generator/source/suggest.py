"""What somebody may have meant who wrote a name that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_MOST_COMPARED = 2_000


def closest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that is most like a word, or None where nothing is.

    Other capitals or separators count as the same word. Of very many candidates only those
    of a similar length are compared, so that a long list of names costs little.
    """
    names = list(candidates)
    folded = _folded(word)
    for name in names:
        if _folded(name) == folded:
            return name
    slack = max(2, len(word) // 4)
    similar = [name for name in names if abs(len(name) - len(word)) <= slack]
    close = get_close_matches(word, similar[:_MOST_COMPARED], n=1, cutoff=0.7)
    return close[0] if close else None


def _folded(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum())
