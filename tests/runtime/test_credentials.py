"""Which credentials a client uses, and which it refuses: promises R11 and R12."""

from __future__ import annotations

import traceback
from base64 import b64decode
from typing import Any

import pytest

from generator.runtime import ClientError, Credential
from generator.runtime.policy.credentials import (
    as_secret,
    Secret,
    choose_credentials,
    missing_credentials,
)
from tests.runtime.acme import async_client, settings, sync_client
from tests.runtime.server import Server

URL = "http://127.0.0.1:9"
TOKEN = {"Authorization": "Bearer t"}
PAIR = {"X-Email": "e", "X-Key": "k"}


@pytest.mark.parametrize(
    ("given", "environ", "headers"),
    [
        ({"token": "t"}, {}, TOKEN),
        ({}, {"ACME_TOKEN": "t"}, TOKEN),
        ({"token": "t"}, {"ACME_TOKEN": "other"}, TOKEN),
        ({"token": "t"}, {"ACME_EMAIL": "e"}, TOKEN),
        ({"token": "t"}, {"ACME_EMAIL": "e", "ACME_KEY": "k"}, TOKEN),
        ({"token": "t", "email": "e", "key": "k"}, {}, TOKEN),
        ({"email": "e", "key": "k"}, {}, PAIR),
        ({"email": "e", "key": "k"}, {"ACME_TOKEN": "t"}, PAIR),
        ({"key": "k"}, {"ACME_EMAIL": "e"}, PAIR),
        ({}, {"ACME_EMAIL": "e", "ACME_KEY": "k"}, PAIR),
        ({}, {"ACME_EMAIL": "e", "ACME_TOKEN": "t"}, TOKEN),
        ({}, {}, {}),
    ],
)
def test_explicit_arguments_beat_the_environment_and_a_token_beats_a_pair(
    given: dict[str, str], environ: dict[str, str], headers: dict[str, str]
) -> None:
    assert choose_credentials(settings(), given, environ).sent_in("header") == headers


@pytest.mark.parametrize(
    ("given", "environ", "words"),
    [
        ({"token": ""}, {}, ("token", "ACME_TOKEN", "empty")),
        ({}, {"ACME_TOKEN": " "}, ("token", "ACME_TOKEN", "empty")),
        ({"token": "s3cret\n"}, {}, ("token", "ACME_TOKEN")),
        ({"token": "s3cret\x00"}, {}, ("token", "ACME_TOKEN")),
        ({"token": "s3crét"}, {}, ("token", "ACME_TOKEN")),
        ({"key": "s3cret"}, {}, ("key", "ACME_KEY", "email", "ACME_EMAIL")),
        ({"email": "s3cret"}, {}, ("email", "ACME_EMAIL", "key", "ACME_KEY")),
        ({}, {"ACME_KEY": "s3cret"}, ("key", "ACME_KEY", "email", "ACME_EMAIL")),
        ({"token": b"s3cret"}, {}, ("token", "ACME_TOKEN", "string", "bytes")),
        ({"token": 5}, {}, ("token", "ACME_TOKEN", "string", "int")),
        ({"token": ["s3cret"]}, {}, ("token", "ACME_TOKEN", "string", "list")),
        ({"token": lambda: "s3cret"}, {}, ("token", "ACME_TOKEN", "string")),
        ({"token": "s3cret\r\nX: y"}, {}, ("token", "ACME_TOKEN")),
        ({"token": "s3cret\u2028"}, {}, ("token", "ACME_TOKEN")),
    ],
)
def test_a_bad_credential_is_refused_by_name_and_never_shown(
    given: dict[str, object], environ: dict[str, str], words: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="argument") as caught:
        choose_credentials(settings(), given, environ)
    assert all(word in str(caught.value) for word in words)
    assert "s3cr" not in str(caught.value)


def test_without_credentials_only_the_first_request_is_refused() -> None:
    client = sync_client(URL, options={})
    with pytest.raises(TypeError) as caught:
        client.get("/x", cast_to=object)
    assert str(caught.value) == (
        '"Could not resolve authentication method. Expected one of email, key or token to be set. '
        'Or for one of the `X-Email`, `X-Key` or `Authorization` headers to be explicitly omitted"'
    )


def test_no_repr_shows_a_credential() -> None:
    client = sync_client(URL, options={"token": "s3cret"})
    shown = (client, client._credentials, client.auth_headers, client.default_headers)
    assert "s3cret" not in repr(shown)
    assert client.auth_headers == {"Authorization": "Bearer s3cret"}


def test_a_copy_agrees_with_the_environment_that_its_original_saw(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ACME_TOKEN", "t")
    client = sync_client(URL, options={})
    monkeypatch.delenv("ACME_TOKEN")
    assert client._with_options(options={"extra": "x"}).auth_headers == TOKEN


def test_a_copy_with_another_credential_forgets_the_one_before() -> None:
    client = sync_client(URL, options={"token": "t"})
    assert client._with_options(options={"email": "e", "key": "k"}).auth_headers == PAIR
    assert client.auth_headers == TOKEN


def test_a_credential_that_is_set_later_is_used(server: Server) -> None:
    with sync_client(server.url, options={"token": "first"}) as client:
        client.token = "second"
        client.get("/x", cast_to=object)
        assert server.seen[0].headers["authorization"] == "Bearer second"
        with pytest.raises(ValueError, match="token"):
            client.token = "line\nbreak"
        assert client.token == "second"
        client.get("/x", cast_to=object)
        assert server.seen[1].headers["authorization"] == "Bearer second"


def test_a_repr_names_what_is_used() -> None:
    def shown(**options: str) -> str:
        return repr(choose_credentials(settings(), options, {}))

    assert shown() == "<credentials: none>"
    assert shown(token="t") == "<credentials: token>"
    assert shown(email="e", key="k") == "<credentials: email, key>"
    assert repr(Secret("s3cret")) == "<secret>"


def test_an_argument_without_a_variable_is_named_alone() -> None:
    nameless = settings(
        credentials=(Credential("token", header="X-Token"),), security=(("token",),)
    )
    with pytest.raises(ValueError, match=r"^the argument token is empty$"):
        choose_credentials(nameless, {"token": " "}, {})


def test_what_the_environment_holds_beside_an_argument_is_not_used() -> None:
    environ = {"ACME_TOKEN": "t", "ACME_KEY": "k"}
    chosen = choose_credentials(settings(), {"email": "e"}, environ)
    assert chosen.sent_in("header") == {"X-Email": "e", "X-Key": "k"}


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ((), "one of none to be set. Or for one of the none headers"),
        (("a",), "one of a to be set. Or for one of the `A` headers"),
        (("a", "b"), "one of a or b to be set. Or for one of the `A` or `B` headers"),
    ],
)
def test_missing_credentials_are_listed(options: tuple[str, ...], text: str) -> None:
    held = tuple(Credential(option, header=option.upper()) for option in options)
    assert text in missing_credentials(settings(credentials=held))


def test_the_environment_does_not_help_out_an_argument_of_another_kind() -> None:
    either = settings(security=(("token",), ("email",)))
    chosen = choose_credentials(either, {"email": "e"}, {"ACME_TOKEN": "t"})
    assert [credential.option for credential in chosen.chosen] == ["email"]


@pytest.mark.parametrize(
    ("security", "options"),
    [
        ((("email",),), ["email"]),
        ((("key",),), ["token"]),
        ((("key",), ("email",)), ["email"]),
        ((), []),
        (((), ("key",)), []),
    ],
    ids=["its own", "those of the API", "one of its own", "none", "none needed"],
)
def test_a_call_uses_its_own_alternatives_or_else_those_of_the_api(
    security: tuple[tuple[str, ...], ...], options: list[str]
) -> None:
    api = settings(security=(("token",),))
    environ = {"ACME_TOKEN": "t", "ACME_EMAIL": "e"}
    chosen = choose_credentials(api, {}, environ, security)
    assert [credential.option for credential in chosen.chosen] == options


CUSTOM = "Authorization: Bearer from-environment\nX-Own: own"


@pytest.mark.parametrize("make", [sync_client, async_client])
def test_a_header_of_the_environment_does_not_beat_a_credential_in_code(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_CUSTOM_HEADERS", CUSTOM)
    given = make(URL, options={"token": "t"}).default_headers
    assert (given["Authorization"], given["X-Own"]) == ("Bearer t", "own")
    pair = make(URL, options={"email": "e", "key": "k"}).default_headers
    assert "Authorization" not in pair
    assert (pair["X-Email"], pair["X-Key"]) == ("e", "k")
    monkeypatch.setenv("ACME_TOKEN", "t")
    assert make(URL, options={}).default_headers["Authorization"] == (
        "Bearer from-environment"
    )
    asked = {"Authorization": "Bearer asked"}
    chosen = make(URL, options={"token": "t"}, default_headers=asked).default_headers
    assert chosen["Authorization"] == "Bearer asked"


@pytest.mark.parametrize("make", [sync_client, async_client])
def test_a_client_that_is_half_built_can_be_shown(make: Any) -> None:
    kind = type(make(URL))
    assert repr(kind.__new__(kind)) == f"<{kind.__name__}>"
    for wrong in ({"token": "s3cret\n"}, {"token": b"s3cret"}, {"key": "s3cret"}):
        try:
            make(URL, options=wrong)
        except ValueError as error:
            inside = error.__traceback__
        else:
            pytest.fail("it was built")
        while (
            inside is not None and "generator" not in inside.tb_frame.f_code.co_filename
        ):
            inside = inside.tb_next
        lines = traceback.StackSummary.extract(
            traceback.walk_tb(inside), capture_locals=True
        ).format()
        assert f"self = <{kind.__name__}>" in "".join(lines)
        assert "s3cret" not in "".join(lines)


@pytest.mark.parametrize("make", [sync_client, async_client])
def test_an_option_that_is_needed_is_missed_when_the_client_is_built(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = settings(needed={"token": "ACME_TOKEN", "region": None})
    with pytest.raises(ClientError) as caught:
        make(URL, settings=strict, options={"region": "eu"})
    assert str(caught.value) == (
        "The token client option must be set either by passing token to the client or by "
        "setting the ACME_TOKEN environment variable"
    )
    with pytest.raises(ClientError) as caught:
        make(URL, settings=strict, options={"token": "t", "region": None})
    assert str(caught.value) == (
        "The region client option must be set by passing region to the client"
    )
    monkeypatch.setenv("ACME_TOKEN", "t")
    assert make(URL, settings=strict, options={"region": "eu"}).token == "t"


BASIC = settings(
    security=(("user", "password"),),
    credentials=(
        Credential(
            "user",
            env="ACME_USER",
            header="Authorization",
            prefix="Basic ",
            partner="password",
        ),
        Credential("password"),
    ),
)
GRANT = settings(
    security=(("id", "secret"),),
    credentials=(
        Credential("id", partner="secret", token_url="https://acme.example/token"),
        Credential("secret"),
    ),
)


@pytest.mark.parametrize(
    ("user", "password"),
    [("u", "p"), ("u", ""), ("é", "p:q"), ("u", "\ud800"), ("u v", " p\n")],
)
def test_user_and_password_are_sent_together(user: str, password: str) -> None:
    """RFC 7617, section 2."""
    found = choose_credentials(BASIC, {"user": user, "password": password}, {})
    sent = found.sent_in("header")["Authorization"]
    scheme, _, encoded = sent.partition(" ")
    text = b64decode(encoded).decode("utf-8", "surrogatepass")
    assert (scheme, text) == ("Basic", f"{user}:{password}")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"user": "", "password": "p"}, "ACME_USER) is empty"),
        ({"user": "s3cret:x", "password": "p"}, "ACME_USER) has a colon"),
        ({"user": "s3cret:x", "password": ""}, "the argument user"),
    ],
)
def test_a_user_name_that_cannot_be_told_from_a_password_is_refused(
    given: dict[str, str], words: str
) -> None:
    with pytest.raises(ValueError, match="argument user") as caught:
        choose_credentials(BASIC, given, {})
    assert words in str(caught.value)
    assert "s3cr" not in str(caught.value)


def test_the_id_of_a_program_may_have_a_colon_and_no_header_holds_the_pair() -> None:
    found = choose_credentials(GRANT, {"id": "a:b", "secret": "s"}, {})
    assert found.sent_in("header") == {}
    assert found.token_source == ("https://acme.example/token", "a:b", "s")
    with pytest.raises(ValueError, match="the argument id is empty"):
        choose_credentials(GRANT, {"id": "", "secret": "s"}, {})


def test_what_hides_a_credential_is_not_hidden_twice() -> None:
    secret, other = as_secret("t"), as_secret(5)
    assert as_secret(secret) is secret
    assert as_secret(other) is other
    assert as_secret(None) is None
    assert repr(other) == "<int>"
