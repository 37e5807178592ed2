"""The names that programs import, where they live, and that nothing is loaded before it is used."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import subprocess
import sys
import typing
from typing import Any

import pytest

from tests.client.conftest import SOURCE, Programs

ERRORS = [
    "CloudflareError",
    "APIError",
    "APIStatusError",
    "APIConnectionError",
    "APITimeoutError",
    "APIResponseValidationError",
    "BadRequestError",
    "AuthenticationError",
    "PermissionDeniedError",
    "NotFoundError",
    "ConflictError",
    "UnprocessableEntityError",
    "RateLimitError",
    "InternalServerError",
]
CLASSES = [
    "Cloudflare",
    "AsyncCloudflare",
    "BaseModel",
    "APIResponse",
    "AsyncAPIResponse",
    "Stream",
    "AsyncStream",
    "NotGiven",
    "Omit",
    "RequestOptions",
    "DefaultHttpxClient",
    "DefaultAsyncHttpxClient",
    "PaginationLoopError",
    *ERRORS,
]
VALUES = [
    "Client",
    "AsyncClient",
    "NOT_GIVEN",
    "not_given",
    "omit",
    "NoneType",
    "Timeout",
    "Transport",
    "ProxiesTypes",
    "DEFAULT_TIMEOUT",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_CONNECTION_LIMITS",
    "types",
    "pagination",
    "resources",
    "__version__",
    "__title__",
]
PLACES = {
    "cloudflare.types": ["ErrorData"],
    "cloudflare.types.shared": ["ErrorData"],
    "cloudflare.types.security_center.insights": [
        "AuditLogListByInsightParams",
        "AuditLogListByInsightResponse",
        "AuditLogListParams",
        "AuditLogListResponse",
    ],
    "cloudflare.types.security_center.insights.audit_log_list_by_insight_params": [
        "AuditLogListByInsightParams"
    ],
    "cloudflare.types.security_center.insights.audit_log_list_by_insight_response": [
        "AuditLogListByInsightResponse"
    ],
    "cloudflare.pagination": ["SyncCursorPagination", "AsyncCursorPagination"],
    "cloudflare.resources": ["SecurityCenterResource", "AsyncSecurityCenterResource"],
    "cloudflare.resources.security_center": [
        "SecurityCenterResource",
        "InsightsResource",
        "AsyncInsightsResource",
    ],
    "cloudflare.resources.security_center.insights": [
        "InsightsResource",
        "AuditLogsResource",
        "AsyncAuditLogsResource",
        "AuditLogsResourceWithRawResponse",
        "AsyncAuditLogsResourceWithRawResponse",
        "AuditLogsResourceWithStreamingResponse",
        "AsyncAuditLogsResourceWithStreamingResponse",
    ],
    "cloudflare.resources.security_center.insights.audit_logs": ["AuditLogsResource"],
    "cloudflare._client": [
        "Cloudflare",
        "AsyncCloudflare",
        "CloudflareWithRawResponse",
        "AsyncCloudflareWithRawResponse",
        "CloudflareWithStreamedResponse",
        "AsyncCloudflareWithStreamedResponse",
    ],
}
HEAVY = (
    "httpx2",
    "httpcore2",
    "h11",
    "httptools",
    "pydantic",
    "pydantic_core",
    "asyncio",
    "anyio",
    "ssl",
)


@pytest.mark.parametrize("name", [*CLASSES, *VALUES])
def test_a_public_name_can_be_imported_and_is_listed(name: str) -> None:
    import cloudflare

    assert getattr(cloudflare, name) is not None
    assert name in cloudflare.__all__
    assert name in dir(cloudflare)


@pytest.mark.parametrize("name", CLASSES)
def test_a_public_class_says_that_it_lives_in_the_package(name: str) -> None:
    import cloudflare

    public: Any = getattr(cloudflare, name)
    assert (public.__module__, public.__name__) == ("cloudflare", name)


def test_a_class_keeps_its_name_when_its_alias_is_used_first(
    programs: Programs,
) -> None:
    shown = programs.output(
        "from cloudflare import Client, AsyncClient, Cloudflare, AsyncCloudflare\n"
        "print(Client.__qualname__, AsyncClient.__qualname__, Client is Cloudflare)"
    )
    assert shown.split() == ["Cloudflare", "AsyncCloudflare", "True"]


def test_everything_that_is_listed_is_there() -> None:
    import cloudflare

    assert len(set(cloudflare.__all__)) == len(cloudflare.__all__)
    assert [n for n in cloudflare.__all__ if not hasattr(cloudflare, n)] == []


@pytest.mark.parametrize(
    ("module", "name"), [(m, name) for m, names in PLACES.items() for name in names]
)
def test_a_name_is_found_where_programs_import_it_from(module: str, name: str) -> None:
    found = importlib.import_module(module)
    assert getattr(found, name).__name__ == name
    assert name in found.__all__
    assert name in dir(found)


@pytest.mark.parametrize("module", ["cloudflare", *PLACES])
def test_an_unknown_name_is_an_attribute_error(module: str) -> None:
    with pytest.raises(AttributeError, match=f"{module}.*'nonsense'"):
        importlib.import_module(module).nonsense  # noqa: B018 # what is tested


def test_the_aliases_are_the_classes() -> None:
    import httpx2

    import cloudflare

    assert cloudflare.Client is cloudflare.Cloudflare
    assert cloudflare.AsyncClient is cloudflare.AsyncCloudflare
    assert cloudflare.NOT_GIVEN is cloudflare.not_given
    assert isinstance(cloudflare.omit, cloudflare.Omit)
    assert not cloudflare.omit
    assert not cloudflare.not_given
    assert cloudflare.Timeout is httpx2.Timeout
    assert cloudflare.DEFAULT_MAX_RETRIES == 2
    assert httpx2.Timeout(60, connect=5) == cloudflare.DEFAULT_TIMEOUT
    assert issubclass(cloudflare.DefaultHttpxClient, httpx2.Client)
    assert issubclass(cloudflare.DefaultAsyncHttpxClient, httpx2.AsyncClient)


def test_the_parameters_of_a_method_are_the_keys_of_its_params() -> None:
    from cloudflare.types.security_center.insights import AuditLogListByInsightParams

    hints = typing.get_type_hints(AuditLogListByInsightParams)
    assert set(hints) == {
        "account_id",
        "zone_id",
        "before",
        "changed_by",
        "cursor",
        "field_changed",
        "order",
        "per_page",
        "since",
    }
    assert AuditLogListByInsightParams.__required_keys__ == frozenset()


def test_the_types_of_arguments_can_be_resolved_at_run_time() -> None:
    """``httpx2`` is imported for them only then."""
    import httpx2
    from cloudflare import Omit
    from cloudflare.types.security_center.insights import (
        audit_log_list_by_insight_params as module,
    )

    hints = typing.get_type_hints(module.AuditLogListByInsightArguments)
    assert httpx2.Timeout in typing.get_args(hints["timeout"])
    assert typing.get_args(hints["per_page"]) == (int, Omit)


def test_every_module_can_be_imported_by_itself(programs: Programs) -> None:
    modules = [m.name for m in pkgutil.walk_packages([str(SOURCE)])]
    assert len(modules) > 40
    programs.output(
        "import importlib, sys\n"
        f"for name in {modules!r}:\n"
        "    for known in [m for m in sys.modules if m.startswith('cloudflare')]:\n"
        "        del sys.modules[known]\n"
        "    importlib.import_module(name)\n"
    )


LOADED = (
    "import json, sys\nprint(json.dumps([m for m in {heavy!r} if m in sys.modules]))\n"
)


@pytest.mark.parametrize(
    "use",
    [
        "import cloudflare",
        "from cloudflare import Cloudflare, AsyncCloudflare",
        "import cloudflare; cloudflare.types.security_center.insights",
        "import cloudflare.resources.security_center.insights",
        "import cloudflare; cloudflare.APIStatusError; cloudflare.omit",
        "from cloudflare import Cloudflare; client = Cloudflare()",
        "from cloudflare import Cloudflare; Cloudflare().with_options(timeout=5)",
        "from cloudflare import Cloudflare\n"
        "Cloudflare().security_center.insights.audit_logs.list_by_insight",
    ],
)
def test_neither_http_nor_models_are_loaded_before_the_first_call(
    programs: Programs, use: str
) -> None:
    shown = programs.output(f"{use}\n{LOADED.format(heavy=HEAVY)}")
    assert json.loads(shown) == []


def test_a_client_is_made_without_the_slow_modules_of_the_standard_library() -> None:
    slow = ("dataclasses", "inspect", "re", "typing")
    program = (
        "from cloudflare import AsyncCloudflare, Cloudflare\n"
        "Cloudflare(api_token='t').with_options(max_retries=3)\n"
        "AsyncCloudflare(api_token='t', timeout=3.0, default_headers={'X-A': 'b'})\n"
        f"import sys\nprint(*[name for name in {slow!r} if name in sys.modules])"
    )
    done = subprocess.run(
        # without the site's modules, which may import them too
        [sys.executable, "-S", "-c", program],
        env={"PATH": os.defpath, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []


def test_the_first_call_loads_both(programs: Programs) -> None:
    program = (
        "from cloudflare import Cloudflare\n"
        "with Cloudflare() as client:\n"
        "    client.security_center.insights.audit_logs.list(account_id='a')\n"
    )
    shown = programs.output(f"{program}{LOADED.format(heavy=HEAVY)}")
    assert {"httpx2", "pydantic"} <= set(json.loads(shown))


def test_a_model_needs_no_http(programs: Programs) -> None:
    program = (
        "from cloudflare.types.security_center.insights import AuditLogListResponse\n"
        "from cloudflare.pagination import SyncCursorPagination\n"
        "AuditLogListResponse(id='a').to_json()\n"
    )
    shown = programs.output(f"{program}{LOADED.format(heavy=HEAVY)}")
    assert {"httpx2", "httpcore2", "ssl"}.isdisjoint(json.loads(shown))


def test_importing_loads_no_resource_and_no_type(programs: Programs) -> None:
    shown = programs.output(
        "import sys, cloudflare\n"
        "print(*sorted(m for m in sys.modules if m.startswith('cloudflare')))\n"
    )
    loaded = shown.split()
    assert loaded[0] == "cloudflare"
    assert not [m for m in loaded if ".types" in m or ".resources" in m]


def test_no_model_is_built_before_its_first_response(programs: Programs) -> None:
    shown = programs.output(
        "from cloudflare.types.security_center.insights import (\n"
        "    AuditLogListResponse as Used, AuditLogListByInsightResponse as Unused)\n"
        "from cloudflare import Cloudflare\n"
        "print(Used.__pydantic_complete__, Unused.__pydantic_complete__)\n"
        "with Cloudflare() as client:\n"
        "    client.security_center.insights.audit_logs.list(account_id='a')\n"
        "print(Unused.__pydantic_complete__)\n"
    )
    assert shown.split() == ["False", "False", "False"]


def test_the_package_says_that_it_is_typed() -> None:
    assert (SOURCE / "cloudflare" / "py.typed").read_bytes() == b""
