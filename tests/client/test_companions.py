"""The raw and streaming companions of a resource live beside it, and are loaded when used."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import get_overloads

import pytest

from cloudflare.resources.security_center.insights import audit_logs as resource_module
from cloudflare.resources.security_center.insights.audit_logs import AuditLogsResource
from cloudflare.types.security_center.insights import (
    audit_log_list_by_insight_params,
    audit_log_list_params,
)
from tests.client.conftest import Programs

NAME = "cloudflare.resources.security_center.insights"
COMPANIONS = [
    "AuditLogsResourceWithRawResponse",
    "AsyncAuditLogsResourceWithRawResponse",
    "AuditLogsResourceWithStreamingResponse",
    "AsyncAuditLogsResourceWithStreamingResponse",
]


@pytest.mark.parametrize("name", COMPANIONS)
@pytest.mark.parametrize("module", [NAME, f"{NAME}.audit_logs"])
def test_a_companion_is_importable_from_where_its_resource_is(
    name: str, module: str
) -> None:
    home = import_module(f"{NAME}._audit_logs_modes")
    assert getattr(import_module(module), name) is getattr(home, name)
    assert name in dir(import_module(module))


def test_the_companions_are_loaded_when_they_are_used(programs: Programs) -> None:
    program = f"""
import sys
from cloudflare import Cloudflare
logs = Cloudflare(api_token="t").security_center.insights.audit_logs
home = "{NAME}._audit_logs_modes"
print(home in sys.modules)
logs.with_raw_response
print(home in sys.modules)
"""
    assert programs.output(program).split() == ["False", "True"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Elsewhere'"):
        _ = resource_module.Elsewhere


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        (AuditLogsResource.list, audit_log_list_params.AuditLogListArguments),
        (
            AuditLogsResource.list_by_insight,
            audit_log_list_by_insight_params.AuditLogListByInsightArguments,
        ),
    ],
)
def test_the_overloads_of_a_method_take_what_it_takes(
    method: object, arguments: type
) -> None:
    assert callable(method)
    taken = set(inspect.signature(method).parameters)
    for overload in get_overloads(method):
        named = set(inspect.signature(overload).parameters) - {"arguments"}
        assert named | arguments.__annotations__.keys() == taken
        assert not named & arguments.__annotations__.keys()
