"""Every key that the configuration format has, by the place where it may stand.

``USED`` keys decide something here. ``IGNORED`` keys belong to other languages or to services
and have no effect on a Python client. ``LATER`` keys would have one, but are not read yet: using
one is reported, so that nothing is left out in silence.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..openapi import Cursor


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one kind of mapping."""

    used: frozenset[str]
    ignored: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()

    def check(self, cursor: Cursor) -> None:
        """Report keys that the format does not have, and those whose effect is missing.

        Something other than a mapping is reported too; null counts as an empty one.
        """
        list(cursor.entries())
        known = self.used | self.ignored | self.later
        for child, close in cursor.unknown_keys(known):
            help = (
                f"did you mean '{close}'?"
                if close
                else "remove it, or check the spelling"
            )
            child.warning("C001", f"unknown key '{child.name}'", help=help)
        for key in sorted(self.later):
            child_here = cursor.at(key)
            if child_here is not None:
                child_here.warning(
                    "C002",
                    f"'{key}' has no effect yet",
                    help="remove it, or use a version that reads it",
                )


def keys(used: str, ignored: str = "", later: str = "") -> Keys:
    """The table entry for space-separated keys."""
    return Keys(
        frozenset(used.split()), frozenset(ignored.split()), frozenset(later.split())
    )


TOP = keys(
    "organization targets environments resources settings client_settings pagination "
    "query_settings readme custom_casings unspecified_endpoints security security_schemes "
    "x-version x-notice x-path-scopes x-errors",
    ignored="edition codeflow diagnostics",
    later="package streaming multipart_settings openapi errors constants",
)
ORGANIZATION = keys(
    "name docs contact",
    ignored="security_contact security_policy_url security_policy_terms github_org upload_spec",
)
TARGET = keys(
    "package_name project_name production_repo readme_title",
    ignored="edition staging_repo publish screencast",
    later="skip options",
)
SETTINGS = keys(
    "license sort_schema_properties",
    ignored="python disable_mock_tests file_header",
    later="unwrap_response_fields positional_params",
)
CLIENT = keys(
    "opts default_headers default_timeout default_retries default_env_prefix",
    later="idempotency client_name",
)
RETRIES = keys(
    "max_retries",
    later="initial_delay_seconds max_delay_seconds initial_delay max_delay",
)
OPTION = keys(
    "type nullable default description read_env auth send_in_header",
    ignored="example required_in_tests",
    later="server_variable send_as_query_param send_in_cookie",
)
AUTH = keys("security_scheme role")
QUERY = keys("nested_format array_format")
PAGE = keys("name type description request response", later="param_location")
PURPOSE = keys("purpose", ignored="required", later="from_header is_top_level_array")
README = keys("example_requests", ignored="example_types include_stainless_attribution")
EXAMPLE = keys(
    "type endpoint params",
    ignored="response_property assign_to example_properties file_param file_path",
)
RESOURCE = keys(
    "models methods subresources description deprecated",
    ignored="terraform mcp",
    later="skip only custom standalone_api",
)
SHARED = keys("models", ignored="description")
MODEL = keys(
    "type openapi_uri", later="no_params_suffix param_model skip only to deprecated"
)
METHOD = keys(
    "endpoint type paginated positional_params deprecated",
    ignored="skip_test_reason docs mcp terraform",
    later="to discriminator body_param_name unwrap_response streaming default_request_options "
    "skip only request_body response",
)
CASING = keys(
    "snake pascal initialism", ignored="capital camel", later="singular plural"
)
SCOPE = keys("parameters choices")
SCOPE_PARAMETERS = keys("kind id")
CHOICE = keys("value description")
ERRORS = keys("items model success")
