"""Texts that are made of what a description says."""

from __future__ import annotations

import re


def first_sentence(text: str) -> str:
    """The first sentence of a text, as one line."""
    flat = " ".join(text.split())
    match = re.search(r"(?<=[^.][.!?])\s+(?=[A-Z`\"'])", flat)
    return flat[: match.start()] if match else flat


def title_of(summary: str | None, name: str) -> str:
    """What a method is called in a list: its summary, else its name with spaces."""
    return " ".join((summary or "").split()) or name.replace("_", " ").capitalize()
