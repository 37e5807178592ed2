"""What a method's arguments put on the wire, and which of them are refused before that."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from tests.client.stub import Answer, Stub

if TYPE_CHECKING:
    from cloudflare.resources.security_center.insights import AuditLogsResource

NOON = datetime(2026, 1, 31, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("scope", "path"),
    [
        ({"account_id": "a1"}, "/accounts/a1/security-center/insights"),
        ({"zone_id": "z1"}, "/zones/z1/security-center/insights"),
    ],
)
def test_account_or_zone_is_part_of_the_path(
    audit_logs: AuditLogsResource, stub: Stub, scope: dict[str, Any], path: str
) -> None:
    audit_logs.list(**scope)
    audit_logs.list_by_insight("i1", **scope)
    assert [request.path for request in stub.requests] == [
        f"{path}/audit-log",
        f"{path}/i1/audit-log",
    ]


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ({}, "You must provide either account_id or zone_id"),
        (
            {"account_id": "a1", "zone_id": "z1"},
            "You cannot provide both account_id and zone_id",
        ),
    ],
)
def test_both_scopes_and_no_scope_are_refused(
    audit_logs: AuditLogsResource, stub: Stub, scope: dict[str, Any], text: str
) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 # compared below
        audit_logs.list(**scope)
    assert str(raised.value) == text
    with pytest.raises(ValueError) as raised:  # noqa: PT011 # compared below
        audit_logs.list_by_insight("issue_id", **scope)
    assert str(raised.value) == text
    assert stub.requests == []


def test_an_empty_path_argument_is_refused(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011 # compared below
        audit_logs.list_by_insight(issue_id="", account_id="account_id")
    assert (
        str(raised.value) == "Expected a non-empty value for `issue_id` but received ''"
    )
    for name in ("account_id", "zone_id"):
        scope: dict[str, Any] = {name: ""}
        with pytest.raises(ValueError, match=name):
            audit_logs.list_by_insight("issue_id", **scope)
    assert stub.requests == []


@pytest.mark.parametrize("dots", [".", ".."])
def test_a_dot_segment_is_refused_as_path_argument(
    audit_logs: AuditLogsResource, stub: Stub, dots: str
) -> None:
    with pytest.raises(ValueError, match="dot-segment"):
        audit_logs.list_by_insight(dots, account_id="account_id")
    with pytest.raises(ValueError, match="dot-segment"):
        audit_logs.list_by_insight("issue_id", account_id=dots)
    assert stub.requests == []


@pytest.mark.parametrize(
    ("issue_id", "sent"),
    [
        ("a/b", "a%2Fb"),
        ("a?b#c", "a%3Fb%23c"),
        ("é x", "%C3%A9%20x"),
        ("a%2Fb", "a%252Fb"),
        ("%2e%2e", "%252e%252e"),
    ],
)
def test_a_path_argument_stays_one_segment(
    audit_logs: AuditLogsResource, stub: Stub, issue_id: str, sent: str
) -> None:
    audit_logs.list_by_insight(issue_id, account_id="account_id")
    assert stub.last.path.split("/")[5] == sent


def test_arguments_travel_under_their_names(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    audit_logs.list_by_insight(
        "issue_id",
        account_id="account_id",
        changed_by="A & B = é",
        cursor="after-10",
        field_changed="user_classification",
        order="asc",
        per_page=5,
    )
    assert stub.last.query == {
        "changed_by": "A & B = é",
        "cursor": "after-10",
        "field_changed": "user_classification",
        "order": "asc",
        "per_page": "5",
    }


def test_an_empty_string_is_sent(audit_logs: AuditLogsResource, stub: Stub) -> None:
    audit_logs.list(account_id="account_id", changed_by="")
    assert stub.last.query == {"changed_by": ""}


def test_what_is_omitted_is_not_sent(audit_logs: AuditLogsResource, stub: Stub) -> None:
    from cloudflare import omit

    audit_logs.list(account_id="account_id", order=omit, zone_id=omit, before=omit)
    assert stub.last.query == {}


@pytest.mark.parametrize("name", ["before", "since"])
@pytest.mark.parametrize(
    ("moment", "sent"),
    [
        ("2026-01-31T12:30:00Z", "2026-01-31T12:30:00Z"),
        ("yesterday", "yesterday"),
        (NOON, "2026-01-31T12:30:00+00:00"),
        (
            NOON.astimezone(timezone(timedelta(hours=-5))),
            "2026-01-31T07:30:00-05:00",
        ),
        (NOON.replace(microsecond=1500), "2026-01-31T12:30:00.001500+00:00"),
    ],
)
def test_a_timestamp_is_a_string_or_an_aware_datetime(
    audit_logs: AuditLogsResource,
    stub: Stub,
    name: str,
    moment: str | datetime,
    sent: str,
) -> None:
    arguments: dict[str, Any] = {name: moment}
    audit_logs.list(account_id="account_id", **arguments)
    assert stub.last.query == {name: sent}


@pytest.mark.parametrize("name", ["before", "since"])
def test_a_naive_datetime_is_refused_by_name(
    audit_logs: AuditLogsResource, stub: Stub, name: str
) -> None:
    arguments: dict[str, Any] = {name: NOON.replace(tzinfo=None)}
    with pytest.raises(ValueError, match=f"^{name}: .*has no time zone.*timezone.utc"):
        audit_logs.list(account_id="account_id", **arguments)
    assert stub.requests == []


def test_unknown_missing_and_positional_arguments_are_type_errors(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    call: Any = audit_logs.list_by_insight
    with pytest.raises(TypeError, match="colour"):
        call("issue_id", account_id="account_id", colour="red")
    with pytest.raises(TypeError, match="issue_id"):
        call(account_id="account_id")
    with pytest.raises(TypeError, match="positional"):
        call("issue_id", "account_id")
    assert stub.requests == []


def test_extra_headers_win_over_all_others(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    audit_logs.list(
        account_id="account_id",
        extra_headers={"authorization": "Bearer other", "X-Team": "blue"},
    )
    assert stub.last.headers["authorization"] == "Bearer other"
    assert stub.last.headers["x-team"] == "blue"


def test_omit_removes_a_header(audit_logs: AuditLogsResource, stub: Stub) -> None:
    from cloudflare import AuthenticationError, omit

    audit_logs.list(account_id="account_id", extra_headers={"x-stainless-lang": omit})
    assert "x-stainless-lang" not in stub.last.headers
    assert "x-stainless-os" in stub.last.headers
    with pytest.raises(AuthenticationError):
        audit_logs.list(account_id="account_id", extra_headers={"Authorization": omit})
    assert "authorization" not in stub.last.headers


@pytest.mark.parametrize("header", [{"X-A": "b\r\nX-C: d"}, {"X-A\n": "b"}, {"": "b"}])
def test_a_header_cannot_bring_in_another(
    audit_logs: AuditLogsResource, stub: Stub, header: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="header"):
        audit_logs.list(account_id="account_id", extra_headers=header)
    assert stub.requests == []


def test_extra_query_is_added_and_wins(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    audit_logs.list(
        account_id="account_id",
        order="asc",
        per_page=5,
        extra_query={"order": "desc", "flag": True, "nested": {"key": 1}},
    )
    assert stub.last.query == {
        "order": "desc",
        "per_page": "5",
        "flag": "true",
        "nested.key": "1",
    }


def test_an_extra_body_is_left_out_of_a_get(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    audit_logs.list(account_id="account_id", extra_body={"a": 1})
    assert stub.last.body == b""
    assert "content-type" not in stub.last.headers


def test_a_timeout_holds_for_one_call(
    audit_logs: AuditLogsResource, stub: Stub
) -> None:
    import httpx2
    from cloudflare import APITimeoutError, Cloudflare

    slow = Answer(200, b"", {"Content-Length": "100"})
    stub.script(slow, slow)
    with Cloudflare(
        api_token="token", base_url=stub.url, max_retries=0, timeout=None
    ) as client:
        patient = client.security_center.insights.audit_logs
        for timeout in (0.05, httpx2.Timeout(None, read=0.05)):
            with pytest.raises(APITimeoutError, match=r"^Request timed out\."):
                patient.list(account_id="account_id", timeout=timeout)
        assert patient.list(account_id="account_id").result
