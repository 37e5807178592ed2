"""Rows that old configurations have."""

from __future__ import annotations

from .effects import OTHER_LANGUAGE
from .kinds import Anything, Fields, Key, Section, Text, Used, sections
from .shapes import LANGUAGES, REPOSITORY

OBSOLETE_TARGETS = Section(
    "obsolete_targets",
    "package",
    "The packages, as old configurations name them.",
    tuple(
        Key(
            name,
            Fields("obsolete_target") if name == "python" else Anything(),
            f"The package for {name}.",
            {"name": "acme"},
            effect=Used() if name == "python" else OTHER_LANGUAGE,
        )
        for name in LANGUAGES
    ),
)

OBSOLETE_TARGET = Section(
    "obsolete_target",
    "package.python",
    "A package, as old configurations name it.",
    (
        Key("name", Text(), "The older name of `package_name`.", "acme"),
        Key(
            "repo",
            Text(REPOSITORY),
            "The older name of `production_repo`.",
            "acme/acme-python",
        ),
    ),
)

ALL = sections(OBSOLETE_TARGETS, OBSOLETE_TARGET)
