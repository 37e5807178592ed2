"""Redirects: where they may lead, and what stays behind (promise R3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from generator.runtime import APIConnectionError, Credential
from generator.runtime.policy.call import Call as Prepared
from generator.runtime.policy.redirects import RefusedRedirect, is_redirect, redirected
from tests.runtime.acme import settings
from tests.runtime.conftest import Call
from tests.runtime.server import Server, answer


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    server = Server()
    server.otherwise = answer(200, {"id": "there"})
    yield server
    server.close()


def get(zones: Any) -> Any:
    return zones.get("z")


EVERYWHERE = settings(
    credentials=(
        Credential(option="email", header="X-Email"),
        Credential(option="key", query="api_key"),
        Credential(option="token", cookie="session"),
    ),
    security=(("email", "key", "token"),),
)


def test_every_declared_credential_stays_behind_at_another_origin(
    call: Call, server: Server, elsewhere: Server
) -> None:
    server.will(answer(307, b"", location=f"{elsewhere.url}/there?own=1"))
    secrets = {"email": "s3cret", "key": "s3cret", "token": "s3cret"}
    assert call(get, settings=EVERYWHERE, options=secrets).id == "there"
    assert "s3cret" in server.seen[0].query
    assert server.seen[0].headers["cookie"] == "session=s3cret"
    followed = elsewhere.seen[0]
    assert followed.target == "/there?own=1"
    assert "s3cret" not in str(followed)


def test_credentials_go_along_within_an_origin(call: Call, server: Server) -> None:
    server.will(answer(302, b"", location="/moved"), answer(200, {"id": "z"}))
    call(get)
    assert [seen.path for seen in server.seen] == ["/zones/z", "/moved"]
    assert server.seen[1].headers["authorization"] == "Bearer s3cret"


@pytest.mark.parametrize(
    "location",
    [
        "http://[bad",
        "http://host:99999/",
        "ftp://host/",
        "http://user@host/",
        "file:///etc/passwd",
    ],
)
def test_a_redirect_to_an_unsafe_place_is_refused(
    location: str, call: Call, server: Server
) -> None:
    server.will(answer(302, b"", location=location))
    with pytest.raises(
        APIConnectionError, match="Refused to follow a redirect"
    ) as caught:
        call(get)
    assert [attempt.outcome for attempt in caught.value.attempts] == ["status 302"]
    assert str(caught.value.request.url) == f"{server.url}/zones/z"


def test_redirects_have_an_end(call: Call, server: Server) -> None:
    server.otherwise = answer(302, b"", location="/again")
    with pytest.raises(APIConnectionError, match="after 20 others"):
        call(get)
    assert len(server.seen) == 21


@pytest.mark.parametrize(
    ("status", "method", "body"),
    [
        (303, "GET", b""),
        (302, "GET", b""),
        (301, "GET", b""),
        (307, "POST", b'{"a":1}'),
        (308, "POST", b'{"a":1}'),
    ],
)
def test_a_post_is_repeated_or_becomes_a_get(
    status: int, method: str, body: bytes, call: Call, server: Server
) -> None:
    server.will(answer(status, b"", location="/there"), answer(200, {"id": "z"}))
    call(lambda zones: zones.create(extra_body={"a": 1}))
    assert (server.seen[1].method, server.seen[1].body) == (method, body)
    assert ("content-type" in server.seen[1].headers) is bool(body)


def test_a_redirect_away_from_https_is_refused() -> None:
    prepared = Prepared(
        method="GET",
        url="https://api.test/x",
        params={},
        headers={},
        body=None,
        timeout=None,
        template="/x",
        max_retries=0,
        deadline=None,
    )
    with pytest.raises(RefusedRedirect, match="https to http"):
        redirected(prepared, 302, "http://api.test/x", frozenset())


def test_an_absolute_url_of_another_origin_gets_no_credentials(
    call: Call, server: Server, elsewhere: Server
) -> None:
    call(lambda zones: zones._client.get(f"{elsewhere.url}/x?signed=1", cast_to=object))
    assert elsewhere.seen[0].target == "/x?signed=1"
    assert "s3cret" not in str(elsewhere.seen[0])


@pytest.mark.parametrize(
    ("status", "location", "expected"),
    [(302, "/x", True), (302, None, False), (200, "/x", False), (304, "/x", False)],
)
def test_a_redirect_has_a_status_and_a_location(
    status: int, location: str | None, *, expected: bool
) -> None:
    headers = {} if location is None else {"Location": location}
    assert is_redirect(httpx2.Response(status, headers=headers)) is expected


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("https://b.test/y", None),
        ("ftp://b.test/y", "to a URL that is not http or https"),
        ("http:///y", "to a URL that is not http or https"),
        ("https://u@b.test/y", "to a URL with a user name"),
        ("https://[b/y", "to an invalid URL"),
        ("http://b.test/y", "from https to http"),
    ],
)
def test_a_location_is_followed_or_refused(location: str, words: str | None) -> None:
    prepared = Prepared(
        method="GET",
        url="https://a.test/x",
        params={},
        headers={},
        body=None,
        timeout=None,
        template="/x",
        max_retries=0,
        deadline=None,
    )
    if words is None:
        assert redirected(prepared, 302, location, frozenset()).url == location
        return
    with pytest.raises(RefusedRedirect) as caught:
        redirected(prepared, 302, location, frozenset())
    assert str(caught.value) == words
