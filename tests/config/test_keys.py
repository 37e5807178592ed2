"""Every key of the format is known; what is unknown or has no effect is said, with its place."""

from __future__ import annotations

from typing import Any

import pytest

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

PLACES: list[tuple[str, str]] = [
    ("", TOP),
    ("organization", ORGANIZATION),
    ("targets/python", TARGET),
    ("resources/zones", RESOURCE),
    ("resources/zones/subresources/keys", RESOURCE),
    ("resources/zones/methods/list", METHOD),
    ("resources/zones/models/zone", MODEL),
    ("resources/$shared", "models"),
    ("settings", SETTINGS),
    ("client_settings", CLIENT),
    ("client_settings/opts/api_key", OPTION),
    ("client_settings/opts/api_key/auth", "security_scheme role"),
    ("client_settings/default_retries", RETRIES),
    ("pagination/0", PAGE),
    ("pagination/0/request/cursor/x-stainless-pagination-property", PURPOSE),
    ("pagination/0/response/result/x-stainless-pagination-property", PURPOSE),
    ("query_settings", "nested_format array_format"),
    ("readme", README),
    ("readme/example_requests/default", EXAMPLE),
    ("custom_casings/qa", CASING),
    ("x-path-scopes/either", "parameters choices"),
    ("x-path-scopes/either/parameters", "kind id"),
    ("x-path-scopes/either/choices/zone_id", "value description"),
    ("x-errors", "items model success"),
]
EVERY_KEY = [(place, key) for place, keys in PLACES for key in keys.split()]


def nested(place: str, key: str, value: object = None) -> Any:
    """A configuration in which one key stands at one place."""
    root: dict[str, Any] = {"organization": {"name": "acme"}, "resources": {}}
    here: Any = root
    for token in filter(None, place.split("/")):
        if token == "pagination":
            here = here.setdefault("pagination", [{"type": "cursor"}])
        elif isinstance(here, list):
            here = here[int(token)]
        else:
            here = here.setdefault(token, {})
    here[key] = here.get(key, value)
    return root


@pytest.mark.parametrize(
    ("place", "key"), EVERY_KEY, ids=[f"{place}/{key}" for place, key in EVERY_KEY]
)
def test_a_documented_key_is_known(
    configuring: Configuring, place: str, key: str
) -> None:
    configuring.read(**nested(place, key))
    assert [found for found in configuring.found if found.startswith("C001")] == []


@pytest.mark.parametrize("place", [place for place, _ in PLACES])
def test_an_unknown_key_is_a_warning_with_its_place(
    configuring: Configuring, place: str
) -> None:
    configuring.read(**nested(place, "zzzzzzzz", 1))
    pointer = f"/{place}/zzzzzzzz" if place else "/zzzzzzzz"
    assert f"C001 {pointer} unknown key 'zzzzzzzz'" in configuring.found


@pytest.mark.parametrize(
    ("place", "wrong", "right"),
    [
        ("", "pagniation", "pagination"),
        ("", "client-settings", "client_settings"),
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
        ("", "package"),
        ("", "streaming"),
        ("", "openapi"),
        ("", "errors"),
        ("", "multipart_settings"),
        ("targets/python", "options"),
        ("settings", "unwrap_response_fields"),
        ("settings", "positional_params"),
        ("client_settings", "idempotency"),
        ("client_settings/default_retries", "initial_delay_seconds"),
        ("client_settings/opts/api_key", "server_variable"),
        ("client_settings/opts/api_key", "send_as_query_param"),
        ("resources/zones", "skip"),
        ("resources/zones/methods/list", "streaming"),
        ("resources/zones/methods/list", "body_param_name"),
        ("resources/zones/models/zone", "no_params_suffix"),
        ("pagination/0", "param_location"),
        ("pagination/0/request/a/x-stainless-pagination-property", "from_header"),
        ("custom_casings/qa", "plural"),
    ],
)
def test_a_key_whose_effect_is_missing_is_said(
    configuring: Configuring, place: str, key: str
) -> None:
    configuring.read(**nested(place, key))
    pointer = f"/{place}/{key}" if place else f"/{key}"
    assert f"C002 {pointer} '{key}' has no effect yet" in configuring.found


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
def test_a_key_that_concerns_no_python_client_is_passed_over(
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
def test_a_section_that_is_no_mapping_is_an_error_with_its_place(
    configuring: Configuring, place: str
) -> None:
    above, _, key = place.rpartition("/")
    root = nested(above, "_")
    holder = _at(root, above)
    del holder["_"]
    holder[key] = ["wrong"]
    configuring.read(**root)
    assert f"S010 /{place} '{key}' must be a mapping, not a list" in configuring.found


def _at(root: Any, place: str) -> Any:
    for token in filter(None, place.split("/")):
        root = root[token]
    return root
