"""Rows about the description: its transforms, and the extension keywords inside it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .kinds import (
    Anything,
    Choice,
    Effect,
    Fields,
    Flag,
    Ignored,
    Key,
    Kind,
    ListOf,
    MapOf,
    NotYet,
    Section,
    Text,
    Used,
    either,
    sections,
)
from .shapes import language

COMMANDS = (
    "update",
    "append",
    "merge",
    "remove",
    "copy",
    "move",
    # older ones
    "oneOfToAnyOf",
    "mergeObject",
    "renameValue",
    "extractToRefs",
    "replaceProperties",
)
UNREAD_COMMANDS = ("replaceProperties",)
"""Commands whose arguments are not documented."""
_SAMPLES = Ignored("code samples are written by the `docs` command, as an overlay")
_TRANSFORMS = ListOf(Fields("transform"))
_REMOVE = {"command": "remove", "args": {"target": "$..internal"}}

OPENAPI = Section(
    "openapi",
    "openapi",
    "What is done to the description before it is read.",
    (
        Key(
            "transforms",
            _TRANSFORMS,
            "Changes to the description, applied in order.",
            [_REMOVE],
        ),
        Key(
            "transformations",
            _TRANSFORMS,
            "The older name of `transforms`.",
            [_REMOVE],
        ),
        Key(
            "code_samples",
            Anything(),
            "Where code samples are written.",
            "mintlify",
            effect=_SAMPLES,
        ),
        Key(
            "code_sample_languages",
            ListOf(language),
            "The languages of code samples.",
            ["python"],
            effect=_SAMPLES,
        ),
    ),
)

TRANSFORM = Section(
    "transform",
    "openapi.transforms[]",
    "One change to the description.",
    (
        Key(
            "command",
            Choice(COMMANDS),
            "The kind of change.",
            "remove",
            required=True,
        ),
        Key(
            "reason",
            Text(),
            "Why the description is changed.",
            "Internal schemas are not for clients.",
            effect=Ignored("it is for readers of the configuration"),
        ),
        Key(
            "args",
            MapOf("argument", Anything()),
            "The target (JSONPath) and what the command needs.",
            {"target": "$..internal"},
        ),
    ),
)


def _extension(
    name: str, kind: Kind, meaning: str, example: object, effect: Effect | None = None
) -> Key:
    effect = NotYet() if effect is None else effect
    return Key(f"x-stainless-{name}", kind, meaning, example, effect=effect)


PLACES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "x-stainless-auth": ("security scheme",),
        "x-stainless-deprecation-message": ("operation",),
        "x-stainless-method": ("operation",),
        "x-stainless-naming": ("schema", "parameter"),
        "x-stainless-param": ("schema", "parameter"),
        "x-stainless-skip": ("schema", "parameter"),
    }
)
"""What has a keyword that is used; a schema, where a keyword is not listed."""

EXTENSIONS = Section(
    "extensions",
    "in the description",
    "Keywords of the description that say how the SDK looks.",
    (
        _extension(
            "naming",
            MapOf("language", MapOf("part", Text())),
            "Names by language: `property_name` of a property, `method_argument` of a parameter, "
            "`type_name` of a schema without a name of its own.",
            {"python": {"property_name": "from_"}},
            Used(),
        ),
        _extension(
            "method",
            either(Text(), MapOf("option", Anything())),
            "The method that calls an operation, by the names from the client to it, or `path` for those "
            "with the options of a method. Where the configuration has a method for the operation, that one counts.",
            "zones.list",
            Used(),
        ),
        _extension(
            "const",
            Flag(),
            "Whether the only value of an enum is a constant.",
            True,
            Ignored("an enum of one value is a constant in any case"),
        ),
        _extension(
            "param", Text(), "The name of a parameter's argument.", "zone_id", Used()
        ),
        _extension(
            "skip",
            either(Flag(), ListOf(language)),
            "Whether a property or parameter is left out.",
            True,
            Used(),
        ),
        _extension("any", Flag(), "Whether a schema allows any value.", True, Used()),
        _extension(
            "empty-object",
            Flag(),
            "Whether an object without properties gets its own class.",
            True,
            Used(),
        ),
        _extension(
            "model",
            Text(),
            "The model that a schema is, with its resource. Where the configuration has a model for the schema, "
            "that one counts.",
            "zones.zone",
            Used(),
        ),
        _extension(
            "variantName", Text(), "The name of a union's variant.", "TextBlock", Used()
        ),
        _extension(
            "pagination-property",
            Fields("page_purpose"),
            "The role of a parameter or a property in a pagination scheme.",
            {"purpose": "items"},
            Ignored("the scheme under `pagination` says it"),
        ),
        _extension(
            "override-schema",
            Anything(),
            "The schema that is read in place of this one.",
            {"type": "string"},
            Used(),
        ),
        _extension(
            "extend-default",
            Anything(),
            "Whether values are added to the default of a header.",
            True,
            Ignored("the argument of a header is sent as it is given"),
        ),
        _extension(
            "nominal",
            Anything(),
            "Whether an enum keeps its name.",
            True,
            Ignored("enums are literals; a model gives one a name"),
        ),
        _extension(
            "renameMap",
            Anything(),
            "Names of an enum's members.",
            {"RED": "#f00"},
            Ignored("enums are literals, which have no member names"),
        ),
        _extension(
            "auth",
            Anything(),
            "How a security scheme writes its credential: `scheme_keyword` in place of `Bearer`.",
            {"scheme_keyword": "Token"},
            Used(),
        ),
        _extension(
            "snippets",
            Anything(),
            "Code samples of the hosted generator.",
            {},
            Ignored("they are its output, not its input"),
        ),
        _extension(
            "python-extend-union",
            Anything(),
            "Further members of a union in Python.",
            ["str"],
            Ignored(
                "a description says which values there are; transforms can add some"
            ),
        ),
        _extension(
            "python-custom-imports",
            Anything(),
            "Imports that further members need.",
            ["from acme import extra"],
            Ignored("types written by hand are no part of generated ones"),
        ),
        _extension(
            "soft-required",
            Flag(),
            "Whether a property is required in types only.",
            True,
            Ignored("no response is refused because it lacks a property"),
        ),
        _extension(
            "deprecation-message",
            Text(),
            "Why an operation is deprecated; elsewhere, descriptions say it.",
            "Use zone.",
            Used(),
        ),
    ),
)

ALL = sections(OPENAPI, TRANSFORM, EXTENSIONS)
