"""Every documented key is known; unknown keys and keys without effect are reported with their place."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from generator.config.schema import json_schema
from generator.config.table import SECTIONS, NotYet

from .conftest import Configuring

TOP = (
    "edition organization targets package environments resources settings client_settings "
    "pagination streaming query_settings multipart_settings security security_schemes readme "
    "openapi custom_casings errors codeflow diagnostics unspecified_endpoints constants"
)
ORGANIZATION = (
    "name docs contact security_contact security_policy_url security_policy_terms github_org "
    "upload_spec"
)
TARGET = (
    "edition package_name project_name production_repo staging_repo publish readme_title "
    "screencast skip options"
)
RESOURCE = (
    "models methods subresources description deprecated skip only custom standalone_api "
    "terraform mcp"
)
METHOD = (
    "endpoint type to discriminator paginated positional_params body_param_name "
    "unwrap_response streaming default_request_options deprecated skip only skip_test_reason "
    "docs mcp terraform request_body response"
)
MODEL = "type openapi_uri no_params_suffix param_model skip only to deprecated"
SETTINGS = (
    "license python disable_mock_tests unwrap_response_fields positional_params "
    "sort_schema_properties file_header"
)
CLIENT = (
    "opts idempotency default_headers default_timeout default_retries client_name "
    "default_env_prefix"
)
OPTION = (
    "type nullable default description example read_env auth server_variable send_in_header "
    "send_as_query_param send_in_cookie required_in_tests"
)
RETRIES = "max_retries initial_delay_seconds max_delay_seconds initial_delay max_delay"
PAGE = "name type description request response param_location"
PURPOSE = "purpose from_header is_top_level_array required"
README = "example_requests example_types include_stainless_attribution"
EXAMPLE = "type endpoint params response_property assign_to example_properties file_param file_path"
CASING = "initialism snake pascal capital camel singular plural"

OPTIONS = "use_uv websockets_extra_name disable_pydantic_namespace_protection"
EVENT = "kind event_type data_starts_with handle error_property"
CODEFLOW = (
    "release_environment publish_packages reviewers code_owners detect_breaking_changes"
)
OPENAPI = "transforms transformations code_samples code_sample_languages"
STREAMING = "param_discriminator stream_event_model params_type_name"
REQUESTS = (
    "default headline errors retries nested_params http_agent raw_response timeouts "
    "default_headers pagination streaming file_uploads"
)

PLACES: list[tuple[str, str, str]] = [
    ("", "top", TOP),
    ("organization", "organization", ORGANIZATION),
    ("targets/python", "target", TARGET),
    ("resources/zones", "resource", RESOURCE),
    ("resources/zones/subresources/keys", "resource", RESOURCE),
    ("resources/zones/methods/list", "method", METHOD),
    ("resources/zones/models/zone", "model", MODEL),
    ("resources/$shared", "shared", "models"),
    ("settings", "settings", SETTINGS),
    ("client_settings", "client_settings", CLIENT),
    ("client_settings/opts/api_key", "option", OPTION),
    ("client_settings/opts/api_key/auth", "auth", "security_scheme role"),
    ("client_settings/default_retries", "retries", RETRIES),
    ("pagination/0", "page", PAGE),
    (
        "pagination/0/request/cursor/x-stainless-pagination-property",
        "page_purpose",
        PURPOSE,
    ),
    (
        "pagination/0/response/result/x-stainless-pagination-property",
        "page_purpose",
        PURPOSE,
    ),
    ("query_settings", "query_settings", "nested_format array_format"),
    ("readme", "readme", README),
    ("readme/example_requests/default", "example", EXAMPLE),
    ("custom_casings/qa", "casing", CASING),
    ("x-path-scopes/either", "path_scope", "parameters choices"),
    ("x-path-scopes/either/parameters", "path_scope_parameters", "kind id"),
    ("x-path-scopes/either/choices/zone_id", "path_scope_choice", "value description"),
    ("x-errors", "error_details", "items model success"),
    ("x-docs", "docs_site", "logo color url changelog"),
    ("settings/license", "license", "name contents extension"),
    ("settings/python", "python_settings", "license_classifier"),
    ("targets/python/options", "target_options", OPTIONS),
    ("client_settings/idempotency", "idempotency", "header"),
    ("multipart_settings", "multipart_settings", "nested_format array_format"),
    ("streaming", "streaming", "on_event"),
    ("streaming/on_event/0", "event_rule", EVENT),
    ("errors", "errors", "message_property union"),
    ("errors/union", "error_union", "source discriminator status_property variants"),
    ("errors/union/variants/a", "error_variant", "status_code name"),
    ("codeflow", "codeflow", CODEFLOW),
    ("diagnostics", "diagnostics", "ignored"),
    ("openapi", "openapi", OPENAPI),
    ("openapi/transforms/0", "transform", "command reason args"),
    ("openapi/transformations/0", "transform", "command reason args"),
    ("security_schemes/s", "security_scheme", "type scheme in name description flows"),
    ("resources/zones/methods/list/streaming", "method_streaming", STREAMING),
    (
        "resources/zones/methods/list/default_request_options",
        "request_options",
        "timeout max_retries",
    ),
    ("readme/example_requests", "example_requests", REQUESTS),
]
EVERY_KEY = [
    (place, section, key) for place, section, keys in PLACES for key in keys.split()
]
IDS = [f"{place}/{key}" for place, _, key in EVERY_KEY]
VALIDATOR = jsonschema_rs.validator_for(json_schema())


LISTS = {
    "pagination": {"type": "cursor"},
    "on_event": {},
    "transforms": {"command": "remove"},
    "transformations": {"command": "remove"},
}
"""The lists of the format, and an item of each."""


def nested(place: str, key: str, value: object = None) -> Any:
    """A configuration in which one key stands at one place."""
    root: dict[str, Any] = {"organization": {"name": "acme"}, "resources": {}}
    here: Any = root
    for token in filter(None, place.split("/")):
        if token in LISTS:
            here = here.setdefault(token, [dict(LISTS[token])])
        elif isinstance(here, list):
            here = here[int(token)]
        else:
            here = here.setdefault(token, {})
    here.setdefault(key, value)
    return root


def pointer(place: str, key: str) -> str:
    return f"/{place}/{key}" if place else f"/{key}"


@pytest.mark.parametrize(("place", "section", "key"), EVERY_KEY, ids=IDS)
def test_a_documented_key_accepts_its_example_and_is_reported_if_it_has_no_effect(
    configuring: Configuring, place: str, section: str, key: str
) -> None:
    row = SECTIONS[section].find(key)
    assert row is not None
    configuring.read(**nested(place, key, row.example))
    here = pointer(place, key)
    codes = {"C001", "C002", "C004", "C017"}
    found = [d for d in configuring.report.diagnostics if d.code in codes]
    on_the_way = [d for d in found if f"{here}/".startswith(f"{d.place.pointer}/")]
    # Where the section has no effect, that is reported, and nothing below it.
    expected = ["C002"] if isinstance(row.effect, NotYet) else []
    if any(d.place.pointer != here for d in on_the_way):
        expected = ["C002"]
    assert [d.code for d in on_the_way] == expected
    assert [d.code for d in found if d.place.pointer.startswith(f"{here}/")] == []


@pytest.mark.parametrize(("place", "section"), [p[:2] for p in PLACES])
def test_an_unknown_key_is_a_warning_with_its_place(
    configuring: Configuring, place: str, section: str
) -> None:
    configuring.read(**nested(place, "zzzzzzzz", 1))
    assert f"C001 {pointer(place, 'zzzzzzzz')} unknown key 'zzzzzzzz'" in (
        configuring.found
    )


@pytest.mark.parametrize(("place", "section"), [p[:2] for p in PLACES])
def test_the_schema_refuses_an_unknown_key(place: str, section: str) -> None:
    errors = list(VALIDATOR.iter_errors(nested(place, "zzzzzzzz", 1)))
    assert any("zzzzzzzz" in error.message for error in errors)


@pytest.mark.parametrize(
    ("place", "wrong", "right"),
    [
        ("", "pagniation", "pagination"),
        ("", "client-settings", "client_settings"),
        ("targets", "pyton", "python"),
        ("targets", "typescirpt", "typescript"),
        ("settings", "licence", "license"),
        ("resources/zones", "subresource", "subresources"),
        ("resources/zones/methods/list", "endPoint", "endpoint"),
        ("client_settings/opts/api_key", "readenv", "read_env"),
        ("query_settings", "array_fromat", "array_format"),
    ],
)
def test_a_misspelt_key_gets_the_likeliest_one(
    configuring: Configuring, place: str, wrong: str, right: str
) -> None:
    configuring.read(**nested(place, wrong))
    (finding,) = [d for d in configuring.report.diagnostics if d.code == "C001"]
    assert finding.help == f"did you mean '{right}'?"


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("", "edition"),
        ("", "codeflow"),
        ("", "diagnostics"),
        ("organization", "github_org"),
        ("targets/python", "publish"),
        ("settings", "disable_mock_tests"),
        ("client_settings/opts/api_key", "example"),
        ("resources/zones", "terraform"),
        ("readme", "include_stainless_attribution"),
    ],
)
def test_a_key_that_is_ignored_on_purpose_is_not_reported(
    configuring: Configuring, place: str, key: str
) -> None:
    configuring.read(**nested(place, key))
    assert configuring.found == []


@pytest.mark.parametrize(
    "place",
    [
        "settings",
        "client_settings",
        "query_settings",
        "readme",
        "custom_casings",
        "resources",
        "resources/zones",
        "resources/zones/methods",
        "resources/zones/models",
        "resources/zones/subresources",
        "client_settings/opts",
        "client_settings/default_retries",
        "client_settings/default_headers",
        "x-path-scopes",
        "x-path-scopes/either",
        "x-errors",
        "targets/python",
        "environments",
    ],
)
def test_a_section_that_is_not_a_mapping_is_an_error_with_its_place(
    configuring: Configuring, place: str
) -> None:
    above, _, key = place.rpartition("/")
    root = nested(above, "_")
    holder = _at(root, above)
    del holder["_"]
    holder[key] = ["wrong"]
    configuring.read(**root)
    assert f"C017 /{place} '{key}' must be a mapping, not a list" in configuring.found


def _at(root: Any, place: str) -> Any:
    for token in filter(None, place.split("/")):
        root = root[token]
    return root


@pytest.mark.parametrize("language", ["typescript", "node", "go", "java", "terraform"])
def test_targets_of_other_languages_are_not_reported(
    configuring: Configuring, language: str
) -> None:
    configuring.read(targets={language: {"package_name": "acme", "unheard": [1]}})
    assert configuring.found == []


def test_a_key_without_effect_that_has_its_default_is_not_reported(
    configuring: Configuring,
) -> None:
    configuring.read(
        resources={"a": {"standalone_api": False}},
        settings={"positional_params": True, "unwrap_response_fields": []},
    )
    assert configuring.found == []


def test_a_wrong_value_under_a_key_without_effect_is_a_warning(
    configuring: Configuring,
) -> None:
    configuring.read(codeflow={"publish_packages": "often"})
    assert not configuring.report.has_errors
    assert configuring.found == [
        "C017 /codeflow/publish_packages 'publish_packages' must be true or false, not a string",
    ]
