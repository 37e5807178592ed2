"""Rows about words: their spelling in names, and texts for each language."""

from __future__ import annotations

from .effects import OTHER_LANGUAGE
from .kinds import (
    Flag,
    Ignored,
    Key,
    MapOf,
    Section,
    Text,
    Used,
    sections,
)
from .shapes import LANGUAGES

CASING = Section(
    "casing",
    "custom_casings.<word>",
    "The spelling of a word in names.",
    (
        Key(
            "initialism",
            Flag(),
            "Whether class names have it in capitals: `SDK` instead of `Sdk`.",
            True,
        ),
        Key("snake", Text(), "Its form in snake case.", "v_1"),
        Key("pascal", Text(), "Its form in class names.", "OAuth"),
        Key("camel", Text(), "Its form in camel case.", "oAuth", effect=OTHER_LANGUAGE),
        Key(
            "capital",
            Text(),
            "Its form in prose.",
            "OAuth",
            effect=Ignored("names in prose come from the description"),
        ),
        Key(
            "singular",
            MapOf("case", Text()),
            "The forms of the singular.",
            {"pascal": "Datum"},
        ),
        Key(
            "plural",
            MapOf("case", Text()),
            "The forms of the plural.",
            {"pascal": "Data"},
        ),
    ),
)

TEXT_BY_LANGUAGE = Section(
    "text_by_language",
    "… by language",
    "A text for each language.",
    tuple(
        Key(
            name,
            Text(),
            f"The text for {name}.",
            "Use update.",
            effect=Used() if name == "python" else OTHER_LANGUAGE,
        )
        for name in LANGUAGES
    ),
)

ALL = sections(CASING, TEXT_BY_LANGUAGE)
