"""Each way in which a call can fail is an error of its own."""

from __future__ import annotations

import pickle
import socket
from typing import TYPE_CHECKING

import pytest

from tests.client.stub import Answer, Stub, failure

if TYPE_CHECKING:
    from cloudflare import APIStatusError, Cloudflare

BY_STATUS = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    418: "APIStatusError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "InternalServerError",
    501: "InternalServerError",
    503: "InternalServerError",
}


@pytest.fixture
def hasty(client: Cloudflare) -> Cloudflare:
    """A client that tries once."""
    return client.with_options(max_retries=0)


def status_error(client: Cloudflare) -> APIStatusError:
    """The error that a call ends in."""
    from cloudflare import APIStatusError

    with pytest.raises(APIStatusError) as raised:
        client.security_center.insights.audit_logs.list_by_insight("i", account_id="a")
    return raised.value


@pytest.mark.parametrize(("status", "name"), BY_STATUS.items())
def test_each_status_is_a_class(
    hasty: Cloudflare, stub: Stub, status: int, name: str
) -> None:
    import cloudflare

    stub.script(failure(status, 10000, "because"))
    error = status_error(hasty)
    assert type(error) is getattr(cloudflare, name)
    assert error.status_code == status
    assert isinstance(error, cloudflare.APIError)
    assert isinstance(error, cloudflare.CloudflareError)


def test_the_connection_errors_have_their_places_in_the_hierarchy() -> None:
    import cloudflare

    assert issubclass(cloudflare.APITimeoutError, cloudflare.APIConnectionError)
    assert issubclass(cloudflare.APIConnectionError, cloudflare.APIError)
    assert issubclass(cloudflare.APIResponseValidationError, cloudflare.APIError)
    assert issubclass(cloudflare.APIError, cloudflare.CloudflareError)
    assert not issubclass(cloudflare.APIConnectionError, cloudflare.APIStatusError)
    assert not issubclass(
        cloudflare.APIResponseValidationError, cloudflare.APIStatusError
    )


def test_an_error_carries_status_headers_and_body(
    hasty: Cloudflare, stub: Stub
) -> None:
    from cloudflare.types import ErrorData

    answer = failure(403, 9109, "not yours")
    stub.script(Answer(403, answer.body, {"CF-Ray": "ray-1", "Retry-After": "7"}))
    error = status_error(hasty)
    assert error.body == answer.body
    (listed,) = error.errors
    assert isinstance(listed, ErrorData)
    assert (listed.code, listed.message) == (9109, "not yours")
    assert listed.source is not None
    assert listed.source.pointer == "/here"
    assert error.response.status_code == 403
    assert error.request is not None
    assert error.request.method == "GET"


def test_the_text_of_an_error_identifies_the_call(
    hasty: Cloudflare, stub: Stub
) -> None:
    stub.script(Answer(404, {"errors": []}, {"CF-Ray": "ray-1"}))
    text = str(status_error(hasty))
    assert text.startswith("Error code: 404 - {'errors': []}")
    assert "GET /accounts/a/security-center/insights/i/audit-log" in text
    assert "ray-1" in text


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (b"", None),
        (b"  teapot \n", "teapot"),
        (b"<html>", "<html>"),
        (b"[1]", [1]),
        (b"null", None),
        (b'{"errors": null}', {"errors": None}),
        (b'{"errors": ["a", 1]}', {"errors": ["a", 1]}),
        (b'{"errors": {"a": 1}}', {"errors": {"a": 1}}),
        (b'{"errors": 5}', {"errors": 5}),
    ],
)
def test_errors_is_a_list_whatever_the_body_is(
    hasty: Cloudflare, stub: Stub, body: bytes, kept: object
) -> None:
    from cloudflare.types import ErrorData

    stub.script(Answer(418, body))
    error = status_error(hasty)
    assert error.body == kept
    assert isinstance(error.errors, list)
    assert all(isinstance(listed, ErrorData) for listed in error.errors)


def test_an_error_survives_pickling(hasty: Cloudflare, stub: Stub) -> None:
    stub.script(failure(403, 9109, "not yours"))
    error = status_error(hasty)
    pickled = pickle.dumps(error)
    copy = pickle.loads(pickled)
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert (copy.status_code, copy.body) == (403, error.body)
    assert copy.errors[0].code == 9109
    assert b"token" not in pickled


def test_a_retry_after_beyond_the_cap_is_not_waited_for(
    client: Cloudflare, stub: Stub
) -> None:
    from cloudflare import RateLimitError

    stub.script(Answer(429, {"errors": []}, {"Retry-After": "3600"}))
    error = status_error(client)
    assert isinstance(error, RateLimitError)
    assert error.retry_after == 3600
    assert len(stub.requests) == 1


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_a_transient_status_is_retried(
    client: Cloudflare, stub: Stub, status: int
) -> None:
    stub.script(failure(status))
    page = client.security_center.insights.audit_logs.list(account_id="a")
    assert page.result
    assert len(stub.requests) == 2


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 501, 505])
def test_a_permanent_status_is_not_retried(
    client: Cloudflare, stub: Stub, status: int
) -> None:
    stub.script(failure(status))
    assert status_error(client).status_code == status
    assert len(stub.requests) == 1


def test_a_server_that_is_not_there_is_a_connection_error(hasty: Cloudflare) -> None:
    from cloudflare import APIConnectionError, APITimeoutError

    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(APIConnectionError, match=r"^Connection error\.") as raised:
            hasty.with_options(
                base_url=address
            ).security_center.insights.audit_logs.list(account_id="a")
    assert not isinstance(raised.value, APITimeoutError)
    assert raised.value.__cause__ is not None


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<html>busy</html>", "text/html"),
        (b"", "application/json"),
        (b"null", "application/json"),
        (b"[]", "application/json"),
        (b'{"result": [', "application/json"),
    ],
)
def test_an_undecodable_response_is_a_typed_error(
    hasty: Cloudflare, stub: Stub, body: bytes, kind: str
) -> None:
    from cloudflare import APIResponseValidationError

    stub.script(Answer(200, body, {"Content-Type": kind, "CF-Ray": "ray-1"}))
    with pytest.raises(APIResponseValidationError) as raised:
        hasty.security_center.insights.audit_logs.list(account_id="a")
    error = raised.value
    assert error.status_code == 200
    assert error.response.content == body
    assert "ray-1" in str(error)
    assert kind in str(error)


def test_a_success_status_with_a_failure_envelope_is_an_error(
    hasty: Cloudflare, stub: Stub
) -> None:
    stub.script(Answer(200, failure(200, 7, "quietly").body))
    error = status_error(hasty)
    assert error.status_code == 200
    assert error.errors[0].message == "quietly"


def test_no_error_shows_a_credential(hasty: Cloudflare, stub: Stub) -> None:
    secretive = hasty.with_options(api_token="se-cret")
    stub.script(failure(401))
    error = status_error(secretive)
    assert "cret" not in repr(error) + str(error) + repr(error.request)
