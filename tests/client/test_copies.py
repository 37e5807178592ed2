"""Copies of a client with other options, and who closes the connections that they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.client.stub import Answer, Stub

if TYPE_CHECKING:
    from cloudflare import Cloudflare


def call(client: Cloudflare) -> None:
    client.security_center.insights.audit_logs.list(account_id="account_id")


@pytest.mark.parametrize("name", ["with_options", "copy"])
def test_a_copy_has_other_options_and_the_same_connections(
    client: Cloudflare, stub: Stub, name: str
) -> None:
    copy: Cloudflare = getattr(client, name)(
        max_retries=5,
        timeout=3.0,
        default_headers={"X-Team": "blue"},
        default_query={"trace": "1"},
    )
    assert type(copy) is type(client)
    assert (copy.max_retries, copy.timeout) == (5, 3.0)
    assert client.max_retries == 2
    call(copy)
    assert stub.last.headers["x-team"] == "blue"
    assert stub.last.query == {"trace": "1"}
    assert stub.last.headers["authorization"] == "Bearer token"
    copy.close()
    call(client)
    assert "x-team" not in stub.last.headers
    assert stub.last.query == {}


def test_a_copy_merges_or_replaces_headers_and_query(stub: Stub) -> None:
    from cloudflare import Cloudflare

    with Cloudflare(
        api_token="t",
        base_url=stub.url,
        default_headers={"X-One": "1"},
        default_query={"one": "1"},
    ) as client:
        call(client.with_options(default_headers={"X-Two": "2"}))
        assert {"x-one", "x-two"} <= stub.last.headers.keys()
        call(client.with_options(set_default_headers={"X-Two": "2"}))
        assert "x-one" not in stub.last.headers
        call(client.with_options(default_query={"two": "2"}))
        assert stub.last.query == {"one": "1", "two": "2"}
        call(client.with_options(set_default_query={"two": "2"}))
        assert stub.last.query == {"two": "2"}
        text = "The `default_headers` and `set_default_headers` arguments are mutually exclusive"
        with pytest.raises(ValueError, match=text):
            client.with_options(default_headers={}, set_default_headers={})
        with pytest.raises(ValueError, match="`set_default_query`"):
            client.with_options(default_query={}, set_default_query={})


def test_a_copy_can_have_other_credentials_and_another_base_url(stub: Stub) -> None:
    from cloudflare import Cloudflare

    with Cloudflare(api_token="t") as client:
        other = client.with_options(base_url=stub.url, user_service_key="s")
        call(other)
        assert stub.last.headers["x-auth-user-service-key"] == "s"
        assert "authorization" not in stub.last.headers
        call(client.with_options(base_url=stub.url))
        assert stub.last.headers["authorization"] == "Bearer t"


def test_a_copy_keeps_strict_mode(stub: Stub) -> None:
    from cloudflare import APIResponseValidationError, Cloudflare

    with Cloudflare(
        api_token="t", base_url=stub.url, _strict_response_validation=True
    ) as client:
        stub.script(Answer(200, {"result": [{"zone_id": "7"}]}))
        with pytest.raises(APIResponseValidationError, match="zone_id"):
            call(client.with_options(timeout=5))


def test_leaving_a_copy_leaves_the_connections_of_the_original_open(
    client: Cloudflare,
) -> None:
    with client.with_options(timeout=5) as copy:
        call(copy)
    call(client)
    assert not client.is_closed()


def test_a_closed_client_refuses_to_send(client: Cloudflare, stub: Stub) -> None:
    call(client)
    client.close()
    assert client.is_closed()
    with pytest.raises(RuntimeError, match="has been closed"):
        call(client)
    assert len(stub.requests) == 1


def test_a_given_http_client_is_used_and_never_closed(stub: Stub) -> None:
    import httpx2
    from cloudflare import Cloudflare

    with httpx2.Client(timeout=5) as http_client:
        with Cloudflare(
            api_token="t", base_url=stub.url, http_client=http_client
        ) as client:
            call(client)
        assert not http_client.is_closed


@pytest.mark.parametrize("wrong", [object(), "client"])
def test_a_wrong_http_client_is_refused(wrong: Any) -> None:
    from cloudflare import Cloudflare

    text = "^Invalid `http_client` argument; Expected an instance of `httpx2.Client` but got"
    with pytest.raises(TypeError, match=text):
        Cloudflare(api_token="t", http_client=wrong)


def test_an_asynchronous_http_client_does_not_fit_a_synchronous_client() -> None:
    import httpx2
    from cloudflare import AsyncCloudflare, Cloudflare

    given: Any = httpx2.AsyncClient()
    with pytest.raises(TypeError, match="Invalid `http_client` argument"):
        Cloudflare(api_token="t", http_client=given)
    given = httpx2.Client()
    with given, pytest.raises(TypeError, match="Invalid `http_client` argument"):
        AsyncCloudflare(api_token="t", http_client=given)
