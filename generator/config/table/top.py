"""Rows of the top level."""

from __future__ import annotations

from .kinds import (
    Anything,
    Choice,
    Fields,
    Flag,
    Ignored,
    Key,
    ListOf,
    MapOf,
    Section,
    Text,
    either,
)
from .shapes import BASE_URL, DATE, LOCATION, VERSION, endpoint

TOP = Section(
    "top",
    "",
    "The sections of the file.",
    (
        Key(
            "$schema",
            Text(),
            "The JSON Schema of the file, for editors.",
            "stainless.schema.json",
            effect=Ignored("editors read it"),
        ),
        Key(
            "edition",
            Text(DATE),
            "The behaviour of the hosted generator at a date.",
            "2025-10-10",
            effect=Ignored("the surface of the newest edition is generated"),
        ),
        Key(
            "organization",
            Fields("organization"),
            "The owner of the API.",
            {"name": "acme"},
            required=True,
        ),
        Key(
            "targets",
            Fields("targets"),
            "What is generated, by language.",
            {"python": {"package_name": "acme"}},
        ),
        Key(
            "package",
            Fields("obsolete_targets"),
            "The obsolete predecessor of `targets`, for what these do not say.",
            {"python": {"name": "acme"}},
        ),
        Key(
            "environments",
            MapOf("environment", Text(BASE_URL)),
            "The base URLs of the API by name; the first is the default.",
            {"production": "https://api.acme.example"},
        ),
        Key(
            "settings",
            Fields("settings"),
            "Decisions about the package as a whole.",
            {"license": "MIT"},
        ),
        Key(
            "client_settings",
            Fields("client_settings"),
            "The arguments and defaults of the client's constructor.",
            {"opts": {"api_key": {"type": "string"}}},
        ),
        Key(
            "security_schemes",
            MapOf("scheme", Fields("security_scheme")),
            "Security schemes, in addition to or instead of the description's.",
            {"bearer": {"type": "http", "scheme": "bearer"}},
        ),
        Key(
            "security",
            ListOf(MapOf("scheme", ListOf(Text()))),
            "The security requirements of all operations, in place of the description's.",
            [{"bearer": []}],
        ),
        Key(
            "query_settings",
            Fields("query_settings"),
            "How query parameters are written.",
            {"array_format": "repeat"},
        ),
        Key(
            "multipart_settings",
            Fields("multipart_settings"),
            "How multipart forms are written.",
            {"array_format": "repeat"},
        ),
        Key(
            "pagination",
            either(ListOf(Fields("page")), Fields("page")),
            "The pagination schemes, or a single one. Without the key no method returns pages, unless "
            "`x-infer-pages` is set.",
            [{"name": "cursor_page", "type": "cursor"}],
        ),
        Key(
            "streaming",
            Fields("streaming"),
            "How event streams are read.",
            {"on_event": [{"kind": "fallthrough", "handle": "yield"}]},
        ),
        Key(
            "errors",
            Fields("errors"),
            "What errors of the API say, and classes for them.",
            {"message_property": "message"},
        ),
        Key(
            "resources",
            Fields("resources"),
            "The resource tree: which operations become methods, and which schemas models.",
            {"zones": {"methods": {"list": "get /zones"}}},
            required=True,
        ),
        Key(
            "unspecified_endpoints",
            ListOf(endpoint),
            "Operations that deliberately have no method.",
            ["get /internal"],
        ),
        Key(
            "readme",
            Fields("readme"),
            "Programs for README and documentation.",
            {"example_requests": {}},
        ),
        Key(
            "custom_casings",
            MapOf("word", Fields("casing")),
            "The spelling of words in names.",
            {"sdk": {"initialism": True}},
        ),
        Key(
            "openapi",
            Fields("openapi"),
            "What is done to the description before it is read.",
            {"code_samples": "mintlify"},
        ),
        Key(
            "codeflow",
            Fields("codeflow"),
            "How changes become releases.",
            {"release_environment": "release"},
        ),
        Key(
            "diagnostics",
            Fields("diagnostics"),
            "Findings that are not shown.",
            {"ignored": {}},
        ),
        Key(
            "constants",
            Anything(),
            "Undocumented.",
            {"limit": 5},
            effect=Ignored("no official client shows what it means"),
        ),
        Key(
            "x-version",
            Text(VERSION),
            "The version of the client, shown by `__version__` and sent in its headers.",
            "1.2.3",
            default="0.0.1",
        ),
        Key(
            "x-notice",
            Text(),
            "A notice for the README, e.g. that the client is independent of the API's owner.",
            "This is an independent client.",
        ),
        Key(
            "x-ci",
            Text(LOCATION),
            "The description, as a path in the package's repository or a URL. With it the package has "
            "a workflow for GitHub that checks types and runs the tests against a mock.",
            "openapi.yaml",
        ),
        Key(
            "x-overlays",
            ListOf(Text()),
            "OpenAPI overlays that change the description, in order: files, from the folder of the "
            "configuration, or URLs.",
            ["fixes.overlay.yaml"],
        ),
        Key(
            "x-keep-removed",
            Fields("keep_removed"),
            "What the description of an earlier release has and the description no longer has stays in the "
            "client, as deprecated.",
            {"description": "openapi-1.4.yaml", "until": "1.6.0"},
        ),
        Key(
            "x-docs",
            Fields("docs_site"),
            "The look of the documentation site.",
            {"color": "#0b6a66"},
        ),
        Key(
            "x-path-scopes",
            MapOf("scope", Fields("path_scope")),
            "Arguments of which one fills two parameters of a path.",
            {"owner": {"parameters": {}, "choices": {}}},
        ),
        Key(
            "x-errors",
            Fields("error_details"),
            "Where error responses hold their errors.",
            {"items": "errors", "model": "$shared.error_data"},
        ),
        Key(
            "x-infer-pages",
            Flag(),
            "Whether methods return pages where the description leaves no doubt that they do; without "
            "a configuration they do. A configuration with `pagination` names its schemes itself.",
            True,
            default=False,
        ),
        Key(
            "x-unite-responses",
            Flag(),
            "Whether a method returns what any of its statuses of success has, `None` for one without a body; "
            "without a configuration it does. Otherwise it returns what the first status with a body has.",
            True,
            default=False,
        ),
        Key(
            "x-retries",
            Choice(("safe", "compatible")),
            "Which calls are repeated: those whose repetition is safe, or all that the hosted "
            "generator's clients repeat.",
            "compatible",
            default="safe",
        ),
        Key(
            "x-private-modules",
            Flag(),
            "Whether the package has the private modules that clients of the hosted generator have "
            "(`_utils`, `_models`, `_base_client` and similar), for programs and tests that import "
            "them.",
            False,
            default=True,
        ),
    ),
    missing="C003",
)
