"""Rows about services around a hosted generator."""

from __future__ import annotations

from .effects import SERVICE
from .kinds import (
    Anything,
    Flag,
    Key,
    ListOf,
    MapOf,
    Section,
    Text,
    either,
    sections,
)
from .shapes import ENVIRONMENT

CODEFLOW = Section(
    "codeflow",
    "codeflow",
    "How changes become releases.",
    (
        Key(
            "release_environment",
            Text(ENVIRONMENT),
            "The environment of the repository that the workflow `release` publishes from.",
            "release",
            default="release",
        ),
        Key(
            "publish_packages",
            Flag(),
            "Whether packages are published.",
            True,
            effect=SERVICE,
        ),
        Key(
            "reviewers", ListOf(Text()), "Who reviews changes.", ["mia"], effect=SERVICE
        ),
        Key(
            "code_owners", ListOf(Text()), "Who owns the code.", ["mia"], effect=SERVICE
        ),
        Key(
            "detect_breaking_changes",
            Anything(),
            "Whether breaking changes are reported.",
            True,
            effect=SERVICE,
        ),
    ),
)

DIAGNOSTICS = Section(
    "diagnostics",
    "diagnostics",
    "Findings that are not shown.",
    (
        Key(
            "ignored",
            MapOf("diagnostic", either(Flag(), ListOf(Anything()))),
            "Findings that are not shown, by the codes of this generator: all of one, or those about some places, with reasons. Of the names of the hosted generator, `Endpoint/NotConfigured` is C009.",
            {"C009": [{"location": "get /internal", "reason": "It is ours."}]},
        ),
    ),
)

ALL = sections(CODEFLOW, DIAGNOSTICS)
