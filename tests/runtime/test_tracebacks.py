"""No credential of the client is in a traceback that shows local variables, or in a pickle."""

from __future__ import annotations

import asyncio
import pickle
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from generator.runtime import (
    AuthorizationRequest,
    ClientCredentials,
    Credential,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
    DeviceLogin,
    TokenError,
)
from tests.runtime.acme import CREDENTIALS, async_client, settings, sync_client
from tests.runtime.clocks import SteppedClock
from tests.runtime.conftest import WAYS, caller
from tests.runtime.server import Server, answer, reset
from tests.tracebacks import shown

SECRET = "s3cret" * 40
REFUSED = "http://127.0.0.1:9"
PLACES = {
    "header": CREDENTIALS[2],
    "query": Credential(option="token", env="ACME_TOKEN", query="api_key"),
    "cookie": Credential(option="token", env="ACME_TOKEN", cookie="session"),
}
HOOKS = (
    "_prepare_options",
    "_prepare_request",
    "_validate_headers",
    "_should_retry",
    "_calculate_retry_timeout",
    "_make_status_error",
)


def failing(*arguments: Any, **named: Any) -> Any:
    raise RuntimeError("a hook fails")


def get(client: Any, opened: Any = None) -> None:
    """GET a path with a client of either kind; then it is closed, or what was ``opened`` for it."""
    opened = opened or client
    if hasattr(client, "__enter__"):
        with opened:
            client.get("/x", cast_to=object)
        return

    async def main() -> None:
        async with opened:
            await client.get("/x", cast_to=object)

    asyncio.run(main())


def sending(place: str, **more: Any) -> dict[str, Any]:
    """The options of a client whose credential goes out in a place."""
    held = settings(credentials=(PLACES[place],), security=(("token",),))
    return {"settings": held, "options": {"token": SECRET}, "max_retries": 1, **more}


@pytest.mark.parametrize("make", [sync_client, async_client])
@pytest.mark.parametrize(
    "wrong",
    [
        {"options": {"token": f"{SECRET}\n"}},
        {"options": {"token": [SECRET]}},
        {"options": {"key": SECRET}},
        {"base_url": "nonsense"},
        {"timeout": "soon"},
        {"max_retries": -1},
        {"http_client": 5},
        {"default_headers": {"a b": "c"}},
    ],
    ids=str,
)
def test_a_client_that_cannot_be_made_shows_no_credential(
    make: Any, wrong: dict[str, Any]
) -> None:
    given: dict[str, Any] = {
        "base_url": REFUSED,
        "options": {"token": SECRET},
        **wrong,
    }
    with pytest.raises((TypeError, ValueError)) as caught:
        make(given.pop("base_url"), **given)
    assert "__init__" in shown(caught.value)
    assert "s3cret" not in shown(caught.value)
    client = make(REFUSED, options={"token": "t"})
    with pytest.raises((TypeError, ValueError)) as caught:
        client._with_options(**{"options": {"token": SECRET}, **wrong})
    assert "_with_options" in shown(caught.value)
    assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize("make", [sync_client, async_client])
@pytest.mark.parametrize("value", [f"{SECRET}\n", [SECRET]], ids=["line", "list"])
def test_a_credential_that_cannot_be_set_is_not_shown(make: Any, value: object) -> None:
    with pytest.raises(ValueError, match="token") as caught:
        make(REFUSED).token = value
    assert "__setattr__" in shown(caught.value)
    assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", WAYS)
def test_a_call_that_fails_shows_no_credential(
    way: str, place: str, server: Server
) -> None:
    call = caller(way, server)
    server.will(answer(400), answer(200, b"<"))
    for base_url in (server.url, server.url, REFUSED):
        with pytest.raises(Exception, match=r"\w") as caught:
            call(lambda zones: zones.get("z"), **sending(place, base_url=base_url))
        ours = shown(caught.value)
        assert "get" in ours
        assert "s3cret" not in ours


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("make", [sync_client, async_client])
def test_a_hook_that_fails_shows_no_credential(
    make: Any, hook: str, place: str, server: Server
) -> None:
    client = make(server.url, **sending(place))
    client.__class__ = type("Changed", (type(client),), {hook: failing})
    sends = hook in HOOKS[3:]
    server.will(*[answer(500)] * (2 if hook == "_make_status_error" else sends))

    with pytest.raises(RuntimeError, match="a hook fails") as caught:
        get(client)
    assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize(
    ("url", "client_id", "secret"),
    [
        ("http://tokens.test", "id", SECRET),
        (REFUSED, "id", [SECRET]),
        (REFUSED, "id", f"{SECRET}\udc00"),
        (REFUSED, "id\n", SECRET),
        (REFUSED, 5, SECRET),
    ],
    ids=["http", "list", "surrogate", "line", "number"],
)
def test_oauth2_credentials_that_are_refused_are_not_shown(
    url: str, client_id: Any, secret: Any
) -> None:
    with pytest.raises(ValueError, match=r"https|string|sent") as caught:
        ClientCredentials(url, client_id, secret)
    assert "<ClientCredentials" in shown(caught.value)
    assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize("kind", [DefaultHttpxClient, DefaultAsyncHttpxClient])
@pytest.mark.parametrize(
    "token",
    [
        answer(400, {"error": "no"}),
        answer(200, {"access_token": SECRET, "token_type": "mac"}),
        answer(200, {"access_token": f"{SECRET}\n", "token_type": "Bearer"}),
        answer(200, b"<"),
    ],
    ids=["refused", "type", "malformed", "text"],
)
def test_a_token_that_cannot_be_used_is_not_shown(
    kind: Any, token: Any, server: Server
) -> None:
    server.will(token)
    auth = ClientCredentials(f"{server.url}/token", "id", SECRET)
    make = sync_client if kind is DefaultHttpxClient else async_client
    made = kind(auth=auth)
    client = make(server.url, http_client=made, options={}, max_retries=0)
    with pytest.raises(Exception, match=r"[Tt]oken") as caught:
        get(client, made)
    assert "oauth2" in shown(caught.value)
    assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize("kind", ["browser", "device"])
@pytest.mark.parametrize(
    "refused",
    [
        answer(400, {"error": "no", "access_token": SECRET}),
        answer(200, {"access_token": SECRET, "token_type": "mac"}),
        answer(200, {"refresh_token": SECRET}),
        reset,
    ],
    ids=["refused", "type", "malformed", "broken"],
)
def test_a_login_that_fails_shows_no_credential(
    kind: str, refused: Any, server: Server
) -> None:
    def log_in() -> None:
        token_url = f"{server.url}/token"
        if kind == "browser":
            request = AuthorizationRequest(
                f"{server.url}/authorize",
                token_url,
                "id",
                redirect_uri="http://127.0.0.1/",
                client_secret=SECRET,
            )
            server.will(refused)
            state = parse_qs(urlsplit(request.url).query)["state"][0]
            request.finish(f"http://127.0.0.1/?code={SECRET}&state={state}")
        else:
            codes = {"device_code": SECRET, "user_code": "A", "verification_uri": "B"}
            server.will(answer(200, codes), refused)
            clock, url = SteppedClock(), f"{server.url}/device"
            DeviceLogin(url, token_url, "id", client_secret=SECRET, clock=clock).wait()

    with pytest.raises(TokenError) as caught:
        log_in()
    assert "oauth2_logins" in shown(caught.value)
    assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize("kind", [AuthorizationRequest, DeviceLogin])
def test_a_login_that_cannot_be_made_shows_no_credential(kind: Any) -> None:
    options: dict[str, Any] = {"client_secret": SECRET}
    if kind is AuthorizationRequest:
        options["redirect_uri"] = "http://127.0.0.1/"
    for first, second in (("http://a.test", REFUSED), (REFUSED, "http://a.test")):
        with pytest.raises(ValueError, match="https") as caught:
            kind(first, second, "id", **options)
        assert "s3cret" not in shown(caught.value)
        assert kind.__name__ in shown(caught.value)


class OwnRequests(httpx2.Client):
    """Makes requests in a way of its own."""

    def build_request(self, *arguments: Any, **options: Any) -> httpx2.Request:
        return super().build_request(*arguments, **options)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", [httpx2.Client, OwnRequests, DefaultHttpxClient, None])
def test_a_pickled_response_of_any_http_client_has_no_credential(
    kind: Any, place: str, server: Server
) -> None:
    server.will(answer(200, {"a": 1}))
    made = kind() if kind else None
    with sync_client(server.url, http_client=made, **sending(place)) as client:
        response = client.get("/zones", cast_to=httpx2.Response)
        error = pickle.dumps(pickle.loads(pickle.dumps(response)))
    if made is not None:
        made.close()
    assert SECRET in f"{response.request.headers.raw} {response.request.url}"
    assert b"s3cret" not in error
    copy = pickle.loads(error)
    assert (copy.json(), copy.request.method) == ({"a": 1}, "GET")
    assert (copy.url.path, copy.url.query) == ("/zones", b"")


def test_a_pickled_response_of_an_asynchronous_client_has_no_credential(
    server: Server,
) -> None:
    server.will(answer(200, {"a": 1}))

    async def main() -> httpx2.Response:
        async with httpx2.AsyncClient() as made:
            client = async_client(server.url, http_client=made, **sending("query"))
            found: httpx2.Response = await client.get("/x", cast_to=httpx2.Response)
            return found

    assert b"s3cret" not in pickle.dumps(asyncio.run(main()))


def test_a_pickled_redirect_that_is_not_followed_has_no_credential(
    server: Server,
) -> None:
    server.will(answer(302, location="/elsewhere"))
    with (
        httpx2.Client() as made,
        sync_client(server.url, http_client=made, **sending("header")) as client,
        pytest.raises(Exception, match="302") as caught,
    ):
        client.get("/x", cast_to=object, options={"follow_redirects": False})
    response: httpx2.Response = caught.value.response  # type: ignore[attr-defined]
    assert response.next_request is not None
    assert b"s3cret" not in pickle.dumps(response)
