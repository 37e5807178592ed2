"""Rows about the project: organization, targets, settings."""

from __future__ import annotations

from .kinds import (
    Anything,
    Fields,
    Flag,
    Ignored,
    Key,
    ListOf,
    Section,
    Text,
    Used,
    either,
    sections,
)
from .effects import OTHER_LANGUAGE, SERVICE
from .shapes import (
    DATE,
    EXTENSION,
    LANGUAGES,
    PROJECT,
    REPOSITORY,
)

ORGANIZATION = Section(
    "organization",
    "organization",
    "The owner of the API.",
    (
        Key(
            "name",
            Text(),
            "The name that the client class, the environment variables and the package are "
            "named after; several words may be separated by spaces or dashes.",
            "acme-cloud",
            required=True,
        ),
        Key(
            "docs",
            Text(),
            "The address of the API's documentation, linked from README and metadata.",
            "https://docs.acme.example",
        ),
        Key(
            "contact",
            Text(),
            "An e-mail address for questions, which makes the organization the author in the "
            "metadata; or a URL for them.",
            "api@acme.example",
        ),
        Key(
            "security_contact",
            Text(),
            "An e-mail address for reports about vulnerabilities.",
            "security@acme.example",
            effect=Ignored("no security policy is generated"),
        ),
        Key(
            "security_policy_url",
            Text(),
            "Where the policy about vulnerabilities is published.",
            "https://acme.example/security",
            effect=Ignored("no security policy is generated"),
        ),
        Key(
            "security_policy_terms",
            Text(),
            "The terms under which vulnerabilities are reported.",
            "Please give us 90 days.",
            effect=Ignored("no security policy is generated"),
        ),
        Key(
            "github_org",
            Text(),
            "The organization on GitHub that owns the repositories.",
            "acme",
            effect=SERVICE,
        ),
        Key(
            "upload_spec",
            Flag(),
            "Whether the description is uploaded.",
            True,
            effect=SERVICE,
        ),
    ),
    missing="C003",
)

_TARGET_NAMES = {
    "python": "The Python client; what it is called and where it lives.",
    "node": "The older name of `typescript`.",
    "cli": "A command line program.",
    "openapi": "The description, published as a package.",
    "http": "Snippets of plain HTTP.",
    "sql": "Access from SQL.",
}
TARGETS = Section(
    "targets",
    "targets",
    "What is generated, by language.",
    tuple(
        Key(
            name,
            Fields("target") if name == "python" else Anything(),
            _TARGET_NAMES.get(name, f"The client in {name.capitalize()}."),
            {"package_name": "acme"},
            effect=Used() if name == "python" else OTHER_LANGUAGE,
        )
        for name in LANGUAGES
    ),
)

TARGET = Section(
    "target",
    "targets.python",
    "The Python package.",
    (
        Key(
            "package_name",
            Text(),
            "The name to import; dashes and spaces become underscores. Without it, the name "
            "of the organization.",
            "acme_cloud",
        ),
        Key(
            "project_name",
            Text(PROJECT),
            "The name to install. Without it, the import name with dashes.",
            "acme-cloud",
        ),
        Key(
            "production_repo",
            Text(REPOSITORY),
            "The repository as `owner/name`, with `#branch` if it is not the main one; linked "
            "from README and metadata.",
            "acme/acme-python",
        ),
        Key(
            "readme_title",
            Text(),
            "The API's name in the README's title. Without it, the name of the organization.",
            "Acme Cloud",
        ),
        Key(
            "edition",
            Text(DATE),
            "The behaviour of the hosted generator at a date.",
            "python.2025-11-20",
            effect=Ignored("the surface of the newest edition is generated"),
        ),
        Key(
            "staging_repo",
            Text(),
            "The repository in which releases are prepared.",
            "acme/acme-python-staging",
            effect=SERVICE,
        ),
        Key(
            "publish",
            Fields("publish"),
            "Where releases are published.",
            {"pypi": True},
        ),
        Key(
            "screencast",
            Text(),
            "The URL of a video for the README.",
            "https://acme.example/film",
            effect=Ignored("READMEs show programs, which tests can run"),
        ),
        Key(
            "skip",
            Flag(),
            "Whether no Python client is generated.",
            True,
            default=False,
            effect=Ignored("the command was asked for a Python client"),
        ),
        Key(
            "options",
            Fields("target_options"),
            "Details of the package.",
            {"use_uv": True},
        ),
    ),
)

PUBLISH = Section(
    "publish",
    "targets.python.publish",
    "Where releases of the Python package are published.",
    (
        Key(
            "pypi",
            either(Flag(), Fields("publish_pypi")),
            "Whether the package can be installed by its name. README says so then, and a "
            "workflow for GitHub tests and publishes the package when a version is tagged.",
            True,
            default=False,
        ),
        Key(
            "release",
            Anything(),
            "How the hosted service prepares releases.",
            {"prerelease": False},
            effect=SERVICE,
        ),
    ),
)

PUBLISH_PYPI = Section(
    "publish_pypi",
    "targets.python.publish.pypi",
    "How the package is published.",
    (
        Key(
            "package_name",
            Text(PROJECT),
            "The name to install, if `project_name` does not say it.",
            "acme-cloud",
        ),
    ),
)

TARGET_OPTIONS = Section(
    "target_options",
    "targets.python.options",
    "Details of the Python package.",
    (
        Key(
            "use_uv",
            Flag(),
            "Whether the repository is managed with uv.",
            True,
            effect=Ignored("the package can be built by any tool that knows PEP 517"),
        ),
        Key(
            "websockets_extra_name",
            Text(),
            "The extra that installs what web sockets need.",
            "realtime",
            effect=Ignored("no web sockets are generated"),
        ),
        Key(
            "disable_pydantic_namespace_protection",
            Flag(),
            "Whether fields may start with `model_` without a warning.",
            True,
            effect=Ignored("fields of any name are accepted without a warning"),
        ),
    ),
)

SETTINGS = Section(
    "settings",
    "settings",
    "Decisions about the package as a whole.",
    (
        Key(
            "license",
            either(Text(), Fields("license")),
            "The SPDX identifier of the client's license; an empty text if it has none.",
            "MIT",
            default="Apache-2.0",
        ),
        Key(
            "sort_schema_properties",
            Flag(),
            "Whether the properties of a schema are sorted, `id` and `token` first; otherwise they keep the "
            "order of the description.",
            False,
            default=True,
        ),
        Key(
            "python",
            Fields("python_settings"),
            "Settings of the Python package.",
            {"license_classifier": "License :: OSI Approved :: MIT License"},
            effect=Ignored(
                "metadata holds the SPDX identifier instead of a classifier"
            ),
        ),
        Key(
            "disable_mock_tests",
            Flag(),
            "Whether the package has no tests against a mock.",
            True,
            default=False,
        ),
        Key(
            "file_header",
            Text(),
            "The text at the top of every generated file.",
            "Copyright (c) Acme.",
            effect=Ignored("the license is in one file"),
        ),
        Key(
            "unwrap_response_fields",
            ListOf(Text()),
            "Properties of response envelopes: a method returns the value of such a property "
            "where its response has no other one.",
            ["data"],
        ),
        Key(
            "unwrap_multiproperty_response_fields",
            Flag(),
            "Whether `unwrap_response_fields` also holds for responses with further properties.",
            True,
            default=False,
        ),
        Key(
            "positional_params",
            Flag(),
            "Whether methods have positional arguments.",
            False,
            default=True,
        ),
    ),
)

LICENSE = Section(
    "license",
    "settings.license",
    "A license with custom text.",
    (
        Key("name", Text(), "The SPDX identifier.", "MIT", default="Apache-2.0"),
        Key(
            "contents",
            Text(),
            "The text of the license.",
            "All rights reserved.",
        ),
        Key(
            "extension",
            Text(EXTENSION),
            "The extension of the file with the `contents`.",
            "md",
        ),
    ),
)

PYTHON_SETTINGS = Section(
    "python_settings",
    "settings.python",
    "Settings of the Python package.",
    (
        Key(
            "license_classifier",
            Text(),
            "The trove classifier of the license.",
            "License :: OSI Approved :: MIT License",
            effect=Ignored(
                "metadata holds the SPDX identifier instead of a classifier"
            ),
        ),
    ),
)

ALL = sections(
    ORGANIZATION,
    TARGETS,
    TARGET,
    PUBLISH,
    PUBLISH_PYPI,
    TARGET_OPTIONS,
    SETTINGS,
    LICENSE,
    PYTHON_SETTINGS,
)
