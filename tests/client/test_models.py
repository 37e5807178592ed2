"""What a response model gives its user, and how it takes what was not described."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.client.stub import Answer, Stub

if TYPE_CHECKING:
    from cloudflare.resources.security_center.insights import AuditLogsResource
    from cloudflare.types.security_center.insights import AuditLogListByInsightResponse

PAGE_EXAMPLE: dict[str, object] = {
    "id": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
    "changed_at": "2019-12-27T18:11:19.117Z",
    "changed_by": "system",
    "current_value": "current_value",
    "field_changed": "status",
    "issue_id": "issue_id",
    "previous_value": "previous_value",
    "rationale": "rationale",
    "zone_id": 0,
}


@pytest.fixture
def received(audit_logs: AuditLogsResource, stub: Stub) -> Any:
    """Turns a JSON object into the entry that a user receives."""

    def receive(value: dict[str, object]) -> AuditLogListByInsightResponse:
        stub.script(Answer(200, {"success": True, "result": [value]}))
        return audit_logs.list_by_insight("issue_id", account_id="a").result[0]

    return receive


def test_the_fields_of_the_page_are_typed_attributes(received: Any) -> None:
    entry = received(PAGE_EXAMPLE)
    assert entry.id == "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"
    assert entry.changed_at == datetime(2019, 12, 27, 18, 11, 19, 117000, tzinfo=UTC)
    assert entry.changed_by == "system"
    assert entry.current_value == "current_value"
    assert entry.field_changed == "status"
    assert entry.issue_id == "issue_id"
    assert entry.previous_value == "previous_value"
    assert entry.rationale == "rationale"
    assert entry.zone_id == 0
    assert entry.model_extra == {}
    assert list(type(entry).model_fields) == list(PAGE_EXAMPLE)


def test_json_comes_back_as_it_was_received(received: Any) -> None:
    entry = received(PAGE_EXAMPLE)
    same_moment = PAGE_EXAMPLE | {"changed_at": "2019-12-27T18:11:19.117000Z"}
    assert json.loads(entry.to_json()) == same_moment
    assert entry.to_dict(mode="json") == same_moment
    assert entry.to_dict() == PAGE_EXAMPLE | {"changed_at": entry.changed_at}


def test_to_json_is_indented_unless_asked_otherwise(received: Any) -> None:
    entry = received({"id": "a"})
    assert entry.to_json() == '{\n  "id": "a"\n}'
    assert entry.to_json(indent=None) == '{"id":"a"}'


def test_null_and_absent_are_told_apart(received: Any) -> None:
    entry = received({"id": "a", "current_value": None})
    assert entry.current_value is None
    assert entry.previous_value is None
    assert entry.model_fields_set == {"id", "current_value"}
    assert entry.to_dict() == {"id": "a", "current_value": None}
    assert entry.to_dict(exclude_none=True) == {"id": "a"}
    assert entry.to_dict(exclude_unset=False).keys() == PAGE_EXAMPLE.keys()


def test_unknown_fields_are_kept(received: Any) -> None:
    entry = received({"id": "a", "colour": {"red": 1}})
    assert entry.model_extra == {"colour": {"red": 1}}
    assert entry.colour == {"red": 1}
    assert entry.to_dict() == {"id": "a", "colour": {"red": 1}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("field_changed", "something new"),
        ("zone_id", "123"),
        ("zone_id", True),
        ("zone_id", 1.5),
        ("zone_id", 2**70),
        ("id", 7),
        ("changed_at", "yesterday"),
        ("changed_at", 1577470279),
        ("changed_at", "2019-12-27"),
        ("changed_at", "2019-12-27T18:11:19.117123456Z"),
        ("rationale", ["a", {"b": None}]),
    ],
)
def test_a_value_of_another_type_is_kept_as_it_came(
    received: Any, name: str, value: object
) -> None:
    entry = received({name: value})
    assert getattr(entry, name) == value
    assert type(getattr(entry, name)) is type(value)
    assert json.loads(entry.to_json()) == {name: value}


def test_the_constructor_follows_the_declared_types() -> None:
    import pydantic

    from cloudflare.types.security_center.insights import AuditLogListByInsightResponse

    entry = AuditLogListByInsightResponse(id="a", zone_id=1)
    assert entry.to_dict() == {"id": "a", "zone_id": 1}
    build: Any = AuditLogListByInsightResponse
    with pytest.raises(pydantic.ValidationError):
        build(field_changed="something new")


def test_the_repr_of_a_model_shows_its_fields(received: Any) -> None:
    entry = received({"id": "a"})
    assert str(entry) == repr(entry)
    assert str(entry).startswith(
        "AuditLogListByInsightResponse(id='a', changed_at=None"
    )


def test_a_model_is_built_from_trusted_values_without_validation() -> None:
    from cloudflare.types.security_center.insights import AuditLogListByInsightResponse

    entry = AuditLogListByInsightResponse.construct(id="a", colour="red")
    assert entry.to_dict() == {"id": "a", "colour": "red"}


def test_strict_mode_names_each_mismatch(stub: Stub) -> None:
    from cloudflare import APIResponseValidationError, Cloudflare

    wrong = {"result": [{"id": "a"}, {"zone_id": "7", "field_changed": "x"}]}
    stub.script(Answer(200, wrong))
    with Cloudflare(
        api_token="t", base_url=stub.url, _strict_response_validation=True
    ) as client:
        audit_logs = client.security_center.insights.audit_logs
        with pytest.raises(APIResponseValidationError) as raised:
            audit_logs.list(account_id="a")
        assert "result.1.zone_id" in str(raised.value)
        assert "result.1.field_changed" in str(raised.value)
        assert "nothing" not in str(raised.value)
        assert "result.0" not in str(raised.value)
        assert audit_logs.list(account_id="a").result[0].changed_at is not None
