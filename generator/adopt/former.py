"""Which files of a client the former generator wrote: by the line on top, or by their names."""

from __future__ import annotations

import re

_HEADER = b"File generated from our OpenAPI spec"
"""How the line begins; the name of the generator follows, which is another where it was replaced."""
_HEADER_WITHIN = 1000
"""Bytes from the start of a file; a license or an encoding may stand before the line."""

_UNMARKED = re.compile(
    r"""
      \.devcontainer/(Dockerfile|devcontainer\.json)
    | \.github/workflows/(ci|create-releases|detect-breaking-changes|publish-pypi|release-doctor
        |handle-release-pr-title-edit)\.yml
    | \.gitignore | \.python-version | \.release-please-manifest\.json | \.stats\.yml
    | \.vscode/settings\.json
    | Brewfile | CONTRIBUTING\.md | LICENSE | README\.md | SECURITY\.md | api\.md
    | bin/(blacken-docs\.py|check-env-state\.py|check-release-environment|check-test-server
        |publish-pypi|ruffen-docs\.py|test)
    | mypy\.ini | noxfile\.py | pyproject\.toml | release-please-config\.json
    | (requirements|requirements-dev|poetry|uv)\.lock
    | scripts/(bootstrap|format|lint|mock|test|detect-breaking-changes(\.py)?)
    | scripts/utils/(ruffen-docs\.py|upload-artifact\.sh)
    | (examples|src/([^/]+/)+lib)/\.keep
    | (src/)?[^/]+/(py\.typed|api\.md)
    | (src/)?[^/]+/_(base_client|base_exceptions|client|compat|constants|exceptions|files|legacy_response
        |models|qs|resource|response|streaming|types|version)\.py
    | (src/)?[^/]+/_decoders/jsonl\.py
    | (src/)?[^/]+/_utils/(__init__|_compat|_datetime_parse|_json|_logs|_path|_proxy|_reflection
        |_resources_proxy|_streams|_sync|_transform|_typing|_utils)\.py
    | tests/(__init__|conftest|utils)\.py | tests/sample_file\.txt
    | tests/test_(client|deepcopy|extract_files|files|legacy_response|models|qs|required_args|response
        |streaming|transform)\.py
    | tests/decoders/test_jsonl\.py
    | tests/test_utils/test_(datetime_parse|json|logging|path|proxy|typing)\.py
    | PKG-INFO
    """,
    re.X,
)
"""The files that it wrote without that line. Source: what the branches ``generated`` of twelve public
clients, on which it kept its output without custom code, have in common at several points between
2023 and 2026, without what their owners had added before the branch began; and the metadata that a
build adds to an sdist."""

_OWNED_FOLDERS = re.compile(r"(examples|(src/)?([^/]+/)*lib)/")
_BOOKKEEPING = re.compile(
    r"\.release-please-manifest\.json|\.stats\.yml|(requirements|requirements-dev|poetry|uv)\.lock"
    r"|(src/)?[^/]+/_version\.py|PKG-INFO"
)
_VERSION_LINE = re.compile(rb'.*x-release-please-version|version = "[^"]+"')


def has_header(data: bytes) -> bool:
    """Whether a file says that it was generated."""
    return _HEADER in data[:_HEADER_WITHIN]


def is_unmarked(path: str) -> bool:
    """Whether the generator wrote a file of this name without saying so in it."""
    return _UNMARKED.fullmatch(path) is not None


def is_owned_folder(path: str) -> bool:
    """Whether a file lies in a folder that the generator left to the owner."""
    return _OWNED_FOLDERS.match(path) is not None


def is_bookkeeping(path: str) -> bool:
    """Whether tools keep a file: it changes with releases and dependencies, and is nobody's code."""
    return _BOOKKEEPING.fullmatch(path) is not None


def is_version_line(line: bytes) -> bool:
    """Whether a line changes with each release and with nothing else."""
    return _VERSION_LINE.match(line.strip()) is not None
