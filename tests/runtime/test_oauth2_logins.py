"""A person logs in, and the client sends, renews and forgets nothing of what they were given."""

from __future__ import annotations

import base64
import hashlib
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from generator.runtime.policy.oauth2 import RefreshToken, TokenError
from generator.runtime.policy.oauth2_logins import (
    AuthorizationRequest,
    DeviceLogin,
    OpenIDEndpoints,
)
from tests.runtime.clocks import SteppedClock
from tests.runtime.server import Server, Step, answer
from tests.runtime.test_oauth2 import KINDS, ask, token

BACK = "http://127.0.0.1:8000/back"


def form(server: Server, index: int) -> dict[str, str]:
    return {n: v[0] for n, v in parse_qs(server.seen[index].body.decode()).items()}


def bearers(server: Server) -> list[str]:
    return [s.headers["authorization"] for s in server.seen if s.path == "/x"]


# -- refresh tokens ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_refresh_token_gets_access_tokens_and_is_replaced(
    server: Server, kind: str
) -> None:
    kept: list[str] = []
    server.will(
        *(token("a1", expires_in=0, refresh_token="r2"), answer()),
        *(token("a2", expires_in=0), answer()),
        *(token("a3", refresh_token="r3"), answer()),
    )
    auth = RefreshToken(
        f"{server.url}/token", "app", "r1", scopes=["read"], on_refresh=kept.append
    )
    ask(kind, server, auth, times=3)
    assert bearers(server) == ["Bearer a1", "Bearer a2", "Bearer a3"]
    sent = [form(server, index) for index in (0, 2, 4)]
    assert [fields["refresh_token"] for fields in sent] == ["r1", "r2", "r2"]
    assert sent[0] == {
        "grant_type": "refresh_token",
        "refresh_token": "r1",
        "scope": "read",
        "client_id": "app",
    }
    assert "authorization" not in server.seen[0].headers
    assert kept == ["r2", "r3"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_refresh_token_that_is_not_new_is_not_told(server: Server, kind: str) -> None:
    kept: list[str] = []
    server.will(
        *(token("a1", expires_in=0, refresh_token="r1"), answer()),
        *(token("a2", expires_in=0, refresh_token=""), answer()),
        *(token("a3"), answer()),
    )
    auth = RefreshToken(f"{server.url}/token", "app", "r1", on_refresh=kept.append)
    ask(kind, server, auth, times=3)
    assert [form(server, index)["refresh_token"] for index in (0, 2, 4)] == ["r1"] * 3
    assert kept == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_program_raises_leaves_the_token_in_use(
    server: Server, kind: str
) -> None:
    def refuse(_: str) -> None:
        raise OSError("the disk is full")

    server.will(token("a1", refresh_token="r2"), answer())
    auth = RefreshToken(f"{server.url}/token", "app", "r1", on_refresh=refuse)
    with pytest.raises(OSError, match="the disk is full"):
        ask(kind, server, auth)
    ask(kind, server, auth)
    assert bearers(server) == ["Bearer a1"]


def test_a_program_with_a_secret_proves_who_it_is(server: Server) -> None:
    server.will(token(), answer())
    auth = RefreshToken(f"{server.url}/token", "app", "r1", client_secret="s3cret")
    ask("sync", server, auth)
    basic = server.seen[0].headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(basic) == b"app:s3cret"
    assert "client_id" not in form(server, 0)
    assert "s3cret" not in repr(auth)
    assert "r1" not in repr(auth)


@pytest.mark.parametrize("given", [{"refresh_token": "a\nb"}, {"refresh_token": 5}])
def test_a_refresh_token_that_cannot_be_sent_is_refused(given: Any) -> None:
    with pytest.raises(ValueError, match="refresh_token"):
        RefreshToken("https://auth.test/token", "app", **given)


# -- a browser on the same machine ---------------------------------------------------------------


def request(server: Server, **options: Any) -> AuthorizationRequest:
    return AuthorizationRequest(
        f"{server.url}/authorize?tenant=1",
        f"{server.url}/token",
        "app",
        redirect_uri=BACK,
        **options,
    )


def asked(login: AuthorizationRequest) -> dict[str, str]:
    return {n: v[0] for n, v in parse_qs(urlsplit(login.url).query).items()}


def test_a_code_is_exchanged_for_a_token_with_its_proof(server: Server) -> None:
    kept: list[str] = []
    login = request(server, scopes=["read", "write"], on_refresh=kept.append)
    query = asked(login)
    assert query["tenant"] == "1"
    assert query["response_type"] == "code"
    assert query["client_id"] == "app"
    assert query["redirect_uri"] == BACK
    assert query["scope"] == "read write"
    server.will(
        *(token("a1", refresh_token="r1"), answer()),
        *(answer(401), token("a2"), answer()),
    )
    auth = login.finish(f"{BACK}?code=c%2F1&state={query['state']}")
    sent = form(server, 0)
    verifier = sent.pop("code_verifier")
    digest = hashlib.sha256(verifier.encode()).digest()
    proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert (query["code_challenge"], query["code_challenge_method"]) == (proof, "S256")
    assert sent == {
        "grant_type": "authorization_code",
        "code": "c/1",
        "redirect_uri": BACK,
        "client_id": "app",
    }
    ask("sync", server, auth, times=2)
    assert bearers(server) == ["Bearer a1", "Bearer a1", "Bearer a2"]
    assert form(server, 3)["refresh_token"] == "r1"
    assert kept == ["r1"]


def test_each_login_has_secrets_of_its_own(server: Server) -> None:
    first, second = asked(request(server)), asked(request(server))
    assert first["state"] != second["state"]
    assert first["code_challenge"] != second["code_challenge"]
    assert first["state"] not in repr(request(server))


@pytest.mark.parametrize(
    ("answered", "words"),
    [
        ("code=c&state=other", "its state differs"),
        ("code=c", "its state differs"),
        ("code=c&state=%C3%A9", "its state differs"),
        ("error=access_denied&state={}", "not authorized: access_denied"),
        ("error_description=No.&state={}", "not authorized: No."),
        ("state={}", "not authorized: no code"),
        ("[&state={}#code=c", "not authorized: no code"),
    ],
)
def test_a_login_that_failed_is_a_typed_error(
    server: Server, answered: str, words: str
) -> None:
    login = request(server)
    with pytest.raises(TokenError, match=words):
        login.finish(f"{BACK}?{answered.format(asked(login)['state'])}")
    assert server.seen == []


def test_without_a_refresh_token_a_login_ends_with_its_token(server: Server) -> None:
    server.will(token("a1"), answer(), answer(401))
    login = request(server)
    auth = login.finish(f"{BACK}?code=c&state={asked(login)['state']}")
    ask("sync", server, auth)
    with pytest.raises(TokenError, match="no refresh token"):
        ask("sync", server, auth)


# -- any other device ----------------------------------------------------------------------------


CODES = {
    "device_code": "d3vice",
    "user_code": "ABCD-EFGH",
    "verification_uri": "https://auth.test/device",
    "expires_in": 100,
    "interval": 7,
}


def refused(error: str) -> Step:
    return answer(400, {"error": error})


def device(server: Server, clock: SteppedClock, **options: Any) -> DeviceLogin:
    return DeviceLogin(
        f"{server.url}/device", f"{server.url}/token", "app", clock=clock, **options
    )


def test_a_device_waits_as_long_as_the_server_says(server: Server) -> None:
    complete = {"verification_uri_complete": "https://auth.test/device?c=ABCD-EFGH"}
    pending = refused("authorization_pending"), refused("slow_down")
    server.will(answer(200, {**CODES, **complete}), *pending, token("a1"))
    clock = SteppedClock()
    login = device(server, clock, scopes=["read"])
    assert (login.url, login.user_code) == (CODES["verification_uri"], "ABCD-EFGH")
    assert login.complete_url == complete["verification_uri_complete"]
    assert login.expires_in == 100.0
    auth = login.wait()
    assert clock.slept == [7.0, 7.0, 12.0]
    assert form(server, 0) == {"client_id": "app", "scope": "read"}
    assert form(server, 1) == form(server, 3)
    assert form(server, 1) == {
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code",
        "device_code": "d3vice",
        "client_id": "app",
    }
    ask("sync", server, auth)
    assert bearers(server) == ["Bearer a1"]
    assert "d3vice" not in repr(login)


def test_a_code_that_nobody_used_expires(server: Server) -> None:
    pending = [refused("authorization_pending")] * 2
    server.will(answer(200, {**CODES, "expires_in": 10}), *pending)
    clock = SteppedClock()
    with pytest.raises(TokenError, match="expired"):
        device(server, clock).wait()
    assert clock.slept == [7.0, 3.0]


def test_a_device_asks_less_often_after_a_failure(server: Server) -> None:
    server.will(answer(200, CODES), answer(503), token())
    clock, sent = SteppedClock(), list[httpx2.Request]()

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        if len(sent) == 2:
            raise httpx2.ReadTimeout("late")
        with httpx2.Client() as plain:
            return plain.send(request)

    with httpx2.Client(transport=httpx2.MockTransport(handle)) as http_client:
        device(server, clock, http_client=http_client).wait()
    assert clock.slept == [7.0, 12.0, 17.0]


@pytest.mark.parametrize(
    ("said", "seconds"),
    [(10**400, 3600.0), (True, 600.0), ("5", 600.0), (float("nan"), 600.0)],
)
def test_what_the_server_says_of_times_is_limited(
    server: Server, said: object, seconds: float
) -> None:
    server.will(answer(200, {**CODES, "expires_in": said}))
    assert device(server, SteppedClock()).expires_in == seconds


@pytest.mark.parametrize("error", ["access_denied", "expired_token"])
def test_a_person_may_refuse(server: Server, error: str) -> None:
    server.will(answer(200, CODES), refused(error))
    with pytest.raises(TokenError, match=error):
        device(server, SteppedClock()).wait()


@pytest.mark.parametrize(
    "step",
    [
        answer(400, {"error": "invalid_client"}),
        answer(200, {"user_code": "A"}),
        answer(200, {**CODES, "device_code": True}),
        answer(200, b"[]"),
    ],
)
def test_a_device_endpoint_without_a_code_is_a_typed_error(
    server: Server, step: Step
) -> None:
    server.will(step)
    with pytest.raises(TokenError, match="device endpoint responded"):
        device(server, SteppedClock())


def test_the_server_s_silence_about_times_means_the_usual_ones(server: Server) -> None:
    usual = {**CODES, "expires_in": "soon", "interval": -1}
    server.will(answer(200, usual), token())
    clock = SteppedClock()
    login = device(server, clock)
    login.wait()
    assert login.complete_url is None
    assert (login.expires_in, clock.slept) == (600.0, [5.0])


# -- addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["", "/", "/.well-known/openid-configuration"])
def test_an_openid_provider_announces_its_endpoints(
    server: Server, ending: str
) -> None:
    announced = {
        "issuer": server.url,
        "token_endpoint": "https://auth.test/token",
        "device_authorization_endpoint": "https://auth.test/device",
    }
    server.will(answer(200, announced))
    found = OpenIDEndpoints.discover(server.url + ending)
    assert server.seen[0].path == "/.well-known/openid-configuration"
    assert found == OpenIDEndpoints(
        "https://auth.test/token", None, "https://auth.test/device"
    )


@pytest.mark.parametrize(
    ("status", "announced", "words"),
    [
        (404, {}, "No OpenID provider"),
        (200, {"issuer": "{}"}, "No OpenID provider"),
        (200, {"issuer": "https://b.test", "token_endpoint": "https://a"}, "another"),
    ],
)
def test_a_provider_that_does_not_announce_itself_is_a_typed_error(
    server: Server, status: int, announced: dict[str, str], words: str
) -> None:
    server.will(answer(status, announced))
    with pytest.raises(TokenError, match=words):
        OpenIDEndpoints.discover(server.url)


def test_endpoints_must_be_https(server: Server) -> None:
    assert RefreshToken("http://localhost/token", "app", "r")
    for odd in ("javascript://localhost/%0aalert(1)", "ftp://127.0.0.1/", "https:///x"):
        with pytest.raises(ValueError, match="must be https"):
            RefreshToken(odd, "app", "r")
    plain, safe = "http://auth.test/x", "https://auth.test/x"
    for made in (
        lambda: RefreshToken(plain, "app", "r"),
        lambda: AuthorizationRequest(plain, safe, "app", redirect_uri=BACK),
        lambda: AuthorizationRequest(safe, plain, "app", redirect_uri=BACK),
        lambda: DeviceLogin(plain, safe, "app"),
        lambda: DeviceLogin(safe, plain, "app"),
        lambda: OpenIDEndpoints.discover(plain),
    ):
        with pytest.raises(ValueError, match="must be https"):
            made()
    server.will(
        answer(200, {"issuer": server.url, "token_endpoint": "http://auth.test/t"})
    )
    with pytest.raises(ValueError, match="must be https"):
        OpenIDEndpoints.discover(server.url)


def test_an_http_client_of_the_program_s_own_is_used(server: Server) -> None:
    server.will(answer(200, CODES), token())
    with httpx2.Client(headers={"x-mine": "1"}, auth=("me", "mine")) as http_client:
        options = {"http_client": http_client, "client_secret": "s3cret"}
        device(server, SteppedClock(), **options).wait()
    assert [seen.headers.get("x-mine") for seen in server.seen] == ["1", "1"]
    basic = {seen.headers["authorization"] for seen in server.seen}
    assert basic == {f"Basic {base64.b64encode(b'app:s3cret').decode()}"}
