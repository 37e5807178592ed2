"""Rows about the keys of our own, which start with ``x-``."""

from __future__ import annotations

from .kinds import Fields, Key, MapOf, Section, Text, sections
from .shapes import ADDRESS, COLOR, MODEL, VERSION

PATH_SCOPE = Section(
    "path_scope",
    "x-path-scopes.<scope>",
    "Arguments of which one fills two parameters of a path: its kind and its id.",
    (
        Key(
            "parameters",
            Fields("path_scope_parameters"),
            "The two parameters of the path.",
            {"kind": "owners", "id": "owner_id"},
            required=True,
        ),
        Key(
            "choices",
            MapOf("argument", Fields("path_scope_choice")),
            "The arguments, of which exactly one is given.",
            {"user_id": {"value": "users"}},
            required=True,
        ),
    ),
)

PATH_SCOPE_PARAMETERS = Section(
    "path_scope_parameters",
    "x-path-scopes.<scope>.parameters",
    "The two parameters of the path.",
    (
        Key("kind", Text(), "The parameter for the kind.", "owners", required=True),
        Key("id", Text(), "The parameter for the id.", "owner_id", required=True),
    ),
)

PATH_SCOPE_CHOICE = Section(
    "path_scope_choice",
    "x-path-scopes.<scope>.choices.<argument>",
    "One argument.",
    (
        Key(
            "value",
            Text(),
            "The value of the kind if this argument is given. Without it, the argument's name.",
            "users",
        ),
        Key(
            "description",
            Text(),
            "What the argument is, for docstrings.",
            "The user who owns the key.",
        ),
    ),
)

ERROR_DETAILS = Section(
    "error_details",
    "x-errors",
    "Where error responses hold their errors.",
    (
        Key(
            "items",
            Text(),
            "The property that lists the errors.",
            "errors",
            required=True,
        ),
        Key(
            "model",
            Text(MODEL),
            "The model of each error, as `<resource>.<model>`.",
            "$shared.error_data",
            required=True,
        ),
        Key(
            "success",
            Text(),
            "A property that is false if a call failed, regardless of the status.",
            "success",
        ),
    ),
)

DOCS_SITE = Section(
    "docs_site",
    "x-docs",
    "The look of the documentation site. Files are named from the folder of the configuration.",
    (
        Key(
            "logo",
            Text(),
            "An SVG or PNG file, best a square one: shown beside the title, and the icon of the site.",
            "logo.svg",
        ),
        Key(
            "color",
            Text(COLOR),
            "The color of links and buttons. It is darkened for light pages and lightened for dark "
            "ones until its contrast is at least 4.5 to 1.",
            "#0b6a66",
        ),
        Key(
            "url",
            Text(ADDRESS),
            "The address where the site is published, for what other sites show of it.",
            "https://docs.acme.example",
        ),
        Key(
            "changelog",
            Text(),
            "A Markdown file that becomes the page of changes.",
            "../CHANGELOG.md",
        ),
    ),
)

KEEP_REMOVED = Section(
    "keep_removed",
    "x-keep-removed",
    "What was removed from the description and stays in the client for some versions.",
    (
        Key(
            "description",
            Text(),
            "The description of an earlier release: a file, from the folder of the configuration.",
            "openapi-1.4.yaml",
            required=True,
        ),
        Key(
            "until",
            Text(VERSION),
            "The version of the client that no longer has what was removed. From it on the key is a finding.",
            "1.6.0",
            required=True,
        ),
        Key(
            "successors",
            MapOf("removed part", Text()),
            "What took the place of an operation (`get /path`), an argument (`get /path name`) or a property "
            "(`Schema.name`), where the rules do not find it.",
            {"get /zones/find": "get /zones/search"},
        ),
    ),
)

ALL = sections(
    PATH_SCOPE,
    PATH_SCOPE_PARAMETERS,
    PATH_SCOPE_CHOICE,
    ERROR_DETAILS,
    DOCS_SITE,
    KEEP_REMOVED,
)
