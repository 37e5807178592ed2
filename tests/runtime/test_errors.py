"""Errors: what they say, what they keep, and what they never show."""

from __future__ import annotations

import pickle
import traceback

import httpx2
import pytest

from generator.runtime import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ClientError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from generator.runtime.policy.errors import status_error_class
from tests.runtime.acme import sync_client
from tests.runtime.models import Problem
from tests.runtime.server import Server, answer


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, APIStatusError),
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (418, APIStatusError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, InternalServerError),
        (599, InternalServerError),
    ],
)
def test_a_status_has_its_error(status: int, kind: type[APIStatusError]) -> None:
    assert status_error_class(status) is kind


def test_the_tree_of_errors_is_the_official_one() -> None:
    assert issubclass(APIError, ClientError)
    assert issubclass(APIStatusError, APIError)
    assert issubclass(APIResponseValidationError, APIError)
    assert not issubclass(APIResponseValidationError, APIStatusError)
    assert issubclass(APITimeoutError, APIConnectionError)
    assert issubclass(APIConnectionError, APIError)


def failure(server: Server, body: object, status: int = 403) -> APIStatusError:
    server.will(answer(status, body, cf_ray="ray1", set_cookie="a=s3cret"))
    with (
        sync_client(server.url, max_retries=0) as client,
        pytest.raises(APIStatusError) as caught,
    ):
        client.get("/zones?secret=s3cret", cast_to=object)
    return caught.value


def test_an_error_says_what_happened_where_and_what_to_do(server: Server) -> None:
    error = failure(server, {"errors": [{"code": 7, "message": "no"}]})
    assert str(error) == (
        "Error code: 403 - {'errors': [{'code': 7, 'message': 'no'}]} "
        "(GET /zones, request id ray1; the credentials are not allowed to do this)"
    )
    assert (error.status_code, error.request_id) == (403, "ray1")
    assert error.errors == [Problem(code=7, message="no")]
    assert error.response.status_code == 403


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        ({"errors": [{"code": 1, "message": "m"}]}, 1),
        ({"errors": [{"code": "1", "new": True}]}, 1),
        ({"errors": ["text", {"code": 1}, None]}, 1),
        ({"errors": None}, 0),
        ({"errors": "text"}, 0),
        ({}, 0),
        ([1], 0),
        (b"<html>", 0),
        (b"", 0),
        (b"[" * 100_000, 0),
    ],
)
def test_errors_are_always_a_list_of_problems(
    body: object, errors: int, server: Server
) -> None:
    found = failure(server, body).errors
    assert len(found) == errors
    assert all(isinstance(problem, Problem) for problem in found)


def test_an_error_survives_a_pickle_and_takes_no_secret_along(server: Server) -> None:
    error = failure(server, {"errors": [{"code": 7, "message": "no"}]})
    pickled = pickle.dumps(error)
    assert b"s3cret" not in pickled
    copy = pickle.loads(pickled)
    assert type(copy) is PermissionDeniedError
    assert (str(copy), copy.errors, copy.request_id) == (
        str(error),
        error.errors,
        "ray1",
    )
    assert copy.attempts == error.attempts
    assert copy.response is None
    assert copy.request.method == error.request.method
    assert str(copy.request.url) == str(error.request.url).partition("?")[0]
    assert "authorization" not in copy.request.headers


def test_a_connection_error_survives_a_pickle() -> None:
    client = sync_client("http://127.0.0.1:9", max_retries=0)
    with pytest.raises(APIConnectionError) as caught:
        client.get("/x", cast_to=object)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (type(copy), str(copy)) == (APIConnectionError, str(caught.value))


def test_no_traceback_with_locals_shows_a_credential() -> None:
    client = sync_client("http://127.0.0.1:9", max_retries=0)
    try:
        client.get("/x", cast_to=object)
    except APIConnectionError as error:
        report = traceback.TracebackException.from_exception(error, capture_locals=True)
        text = "".join(report.format())
        assert "CallFlow" in text
        assert "s3cret" not in text
    else:
        pytest.fail("nothing listens there")


def test_an_undecodable_answer_keeps_status_headers_and_body(server: Server) -> None:
    server.will(answer(200, b"<html>", content_type="text/html", x_request_id="r1"))
    with (
        sync_client(server.url) as client,
        pytest.raises(APIResponseValidationError) as caught,
    ):
        client.get("/x", cast_to=dict)
    error = caught.value
    assert (error.status_code, error.body, error.request_id) == (200, "<html>", "r1")
    assert error.headers["content-type"].endswith("text/html")
    assert "text/html, 6 bytes" in str(error)


def test_a_pickled_response_takes_no_credential_along(server: Server) -> None:
    server.will(answer(200, {"a": 1}, set_cookie="a=s3cret"))
    with sync_client(server.url) as client:
        response = client.get("/zones?key=s3cret", cast_to=httpx2.Response)
    assert response.request.headers["authorization"] == "Bearer s3cret"
    pickled = pickle.dumps(response)
    assert b"s3cret" not in pickled
    copy = pickle.loads(pickled)
    assert (copy.status_code, copy.json()) == (200, {"a": 1})
    assert (copy.request.method, copy.url.path) == ("GET", "/zones")
    assert copy.headers["content-type"] == response.headers["content-type"]


def test_the_text_of_an_error_is_short_however_long_the_path(server: Server) -> None:
    path = "/" + "a" * 9_000
    server.will(answer(404, {}, x_request_id="i" * 9_000), answer(200, b"<"))
    with sync_client(server.url, max_retries=0) as client:
        with pytest.raises(NotFoundError) as missing:
            client.get(path, cast_to=object)
        with pytest.raises(APIResponseValidationError) as undecodable:
            client.get(path, cast_to=dict)
    with pytest.raises(APIConnectionError) as unreachable:
        sync_client("http://127.0.0.1:9", max_retries=0).get(path * 10, cast_to=object)
    for caught in (missing, undecodable, unreachable):
        assert len(str(caught.value)) < 1000
        assert "GET /aaa" in str(caught.value)


@pytest.mark.parametrize("deadline", [0.0, 5.0])
def test_an_error_without_a_response_has_its_request(deadline: float) -> None:
    client = sync_client("http://127.0.0.1:9", max_retries=0, deadline=deadline)
    with pytest.raises(APIConnectionError) as caught:
        client.post("/x", cast_to=object, options={"params": {"a": 1}})
    request = caught.value.request
    assert (request.method, str(request.url)) == ("POST", "http://127.0.0.1:9/x?a=1")


def test_a_refused_redirect_names_the_request_that_was_redirected(
    server: Server,
) -> None:
    server.will(answer(302, location="ftp://elsewhere.test/"))
    with (
        sync_client(server.url) as client,
        pytest.raises(APIConnectionError, match="Refused") as caught,
    ):
        client.get("/x", cast_to=object)
    assert str(caught.value.request.url) == f"{server.url}/x"
