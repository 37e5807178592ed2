"""Credentials: where they come from, which of them is sent, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.client.stub import Stub

if TYPE_CHECKING:
    from cloudflare import Cloudflare

CREDENTIALS = {
    "token": ({"CLOUDFLARE_API_TOKEN": "t"}, {"authorization": "Bearer t"}),
    "key pair": (
        {"CLOUDFLARE_API_KEY": "k", "CLOUDFLARE_EMAIL": "a@example.com"},
        {"x-auth-key": "k", "x-auth-email": "a@example.com"},
    ),
    "service key": (
        {"CLOUDFLARE_API_USER_SERVICE_KEY": "s"},
        {"x-auth-user-service-key": "s"},
    ),
}
ARGUMENTS = {
    "CLOUDFLARE_API_TOKEN": "api_token",
    "CLOUDFLARE_API_KEY": "api_key",
    "CLOUDFLARE_EMAIL": "api_email",
    "CLOUDFLARE_API_USER_SERVICE_KEY": "user_service_key",
}
SENT_WITH = ("authorization", "x-auth-key", "x-auth-email", "x-auth-user-service-key")
EVERY_CREDENTIAL = pytest.mark.parametrize(
    ("values", "sent"), CREDENTIALS.values(), ids=CREDENTIALS
)


def credentials_sent(stub: Stub) -> dict[str, str]:
    """The headers of the latest request that carry credentials."""
    headers = stub.last.headers
    return {name: headers[name] for name in SENT_WITH if name in headers}


def call(client: Cloudflare) -> None:
    client.security_center.insights.audit_logs.list(account_id="account_id")


@EVERY_CREDENTIAL
def test_credentials_come_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    stub: Stub,
    values: dict[str, str],
    sent: dict[str, str],
) -> None:
    from cloudflare import Cloudflare

    for variable, value in values.items():
        monkeypatch.setenv(variable, value)
    with Cloudflare(base_url=stub.url) as client:
        call(client)
        assert credentials_sent(stub) == sent
        for variable, value in values.items():
            assert getattr(client, ARGUMENTS[variable]) == value


@EVERY_CREDENTIAL
def test_arguments_win_over_the_environment(
    monkeypatch: pytest.MonkeyPatch,
    stub: Stub,
    values: dict[str, str],
    sent: dict[str, str],
) -> None:
    from cloudflare import Cloudflare

    for variable in ARGUMENTS:
        monkeypatch.setenv(variable, "from-the-environment")
    arguments: dict[str, Any] = {ARGUMENTS[n]: value for n, value in values.items()}
    with Cloudflare(base_url=stub.url, **arguments) as client:
        call(client)
    assert credentials_sent(stub) == sent


def test_a_token_wins_over_a_key_pair(
    monkeypatch: pytest.MonkeyPatch, stub: Stub
) -> None:
    from cloudflare import Cloudflare

    for variable in ARGUMENTS:
        monkeypatch.setenv(variable, "value")
    with Cloudflare(base_url=stub.url) as client:
        call(client)
    assert credentials_sent(stub) == {"authorization": "Bearer value"}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"api_token": ""}, ("api_token", "CLOUDFLARE_API_TOKEN")),
        ({"api_token": "se\ncret"}, ("api_token", "CLOUDFLARE_API_TOKEN")),
        ({"api_token": "sécret"}, ("api_token", "CLOUDFLARE_API_TOKEN")),
        ({"user_service_key": " secret"}, ("CLOUDFLARE_API_USER_SERVICE_KEY",)),
        ({"api_key": "secret"}, ("api_key", "api_email", "CLOUDFLARE_EMAIL")),
        ({"api_email": "secret"}, ("api_email", "api_key", "CLOUDFLARE_API_KEY")),
    ],
)
def test_an_unusable_credential_is_refused_by_name_and_never_shown(
    arguments: dict[str, Any], named: tuple[str, ...]
) -> None:
    from cloudflare import Cloudflare

    with pytest.raises(ValueError, match=named[0]) as raised:
        Cloudflare(**arguments)
    text = str(raised.value)
    assert all(name in text for name in named)
    assert "cret" not in text


def test_a_credential_is_not_shown_by_the_client() -> None:
    from cloudflare import Cloudflare

    with Cloudflare(api_token="se-cret") as client:
        assert "cret" not in repr(client)


def test_without_credentials_the_first_call_says_what_is_missing(stub: Stub) -> None:
    from cloudflare import Cloudflare

    expected = (
        '"Could not resolve authentication method. Expected one of api_email, api_key, '
        "api_token or user_service_key to be set. Or for one of the `X-Auth-Email`, "
        "`X-Auth-Key`, `Authorization` or `X-Auth-User-Service-Key` headers to be "
        'explicitly omitted"'
    )
    with Cloudflare(base_url=stub.url) as client:
        with pytest.raises(TypeError) as raised:
            call(client)
        assert str(raised.value) == expected
        assert stub.requests == []
        client.security_center.insights.audit_logs.list(
            account_id="account_id", extra_headers={"Authorization": "Bearer mine"}
        )
    assert credentials_sent(stub) == {"authorization": "Bearer mine"}


@pytest.mark.parametrize(
    "header",
    ["Authorization", "X-Auth-Key", "X-Auth-Email", "X-Auth-User-Service-Key"],
)
def test_a_call_without_credentials_can_be_asked_for(stub: Stub, header: str) -> None:
    from cloudflare import AuthenticationError, Cloudflare, omit

    with Cloudflare(base_url=stub.url) as client:
        audit_logs = client.security_center.insights.audit_logs
        with pytest.raises(AuthenticationError):
            audit_logs.list(account_id="account_id", extra_headers={header: omit})
    assert credentials_sent(stub) == {}
