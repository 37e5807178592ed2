"""The options of a client: arguments, environment variables, copies, and closing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.client.conftest import Programs
from tests.client.stub import Stub, failure

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


def test_the_base_url_is_the_public_address_unless_it_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from cloudflare import Cloudflare

    with Cloudflare(api_token="t") as client:
        assert str(client.base_url) == "https://api.cloudflare.com/client/v4/"
    monkeypatch.setenv("CLOUDFLARE_BASE_URL", "http://one.test/v1")
    with Cloudflare(api_token="t") as client:
        assert str(client.base_url) == "http://one.test/v1/"
    with Cloudflare(api_token="t", base_url="http://two.test/") as client:
        assert str(client.base_url) == "http://two.test/"
        client.base_url = "http://three.test/v3"
        assert str(client.base_url) == "http://three.test/v3/"


@pytest.mark.parametrize(
    "url",
    ["example.com", "file:///etc/passwd", "https://user:secret@example.com", "//x"],
)
def test_an_unusable_base_url_is_refused(url: str) -> None:
    from cloudflare import Cloudflare

    with pytest.raises(ValueError, match="base_url"):
        Cloudflare(api_token="t", base_url=url)


def test_a_base_url_with_a_path_stands_before_every_path(stub: Stub) -> None:
    from cloudflare import Cloudflare, NotFoundError

    with (
        Cloudflare(api_token="t", base_url=f"{stub.url}/client/v4") as client,
        pytest.raises(NotFoundError),
    ):
        call(client)
    assert stub.last.path.startswith("/client/v4/accounts/account_id/")


def test_custom_headers_come_from_the_environment_and_arguments_win(
    monkeypatch: pytest.MonkeyPatch, stub: Stub
) -> None:
    from cloudflare import Cloudflare

    monkeypatch.setenv("CLOUDFLARE_CUSTOM_HEADERS", "X-One: 1: a\nX-Two: 2\n\nnonsense")
    with Cloudflare(
        api_token="t", base_url=stub.url, default_headers={"x-two": "two"}
    ) as client:
        call(client)
    assert stub.last.headers["x-one"] == "1: a"
    assert stub.last.headers["x-two"] == "two"


def test_default_headers_and_query_go_with_every_request(stub: Stub) -> None:
    from cloudflare import Cloudflare

    with Cloudflare(
        api_token="t",
        base_url=stub.url,
        default_headers={"X-Team": "blue", "User-Agent": "mine"},
        default_query={"trace": 1, "order": "asc"},
    ) as client:
        client.security_center.insights.audit_logs.list(zone_id="z", order="desc")
    assert stub.last.headers["x-team"] == "blue"
    assert stub.last.headers["user-agent"] == "mine"
    assert stub.last.query == {"trace": "1", "order": "desc"}


def test_a_request_says_who_sends_it(client: Cloudflare, stub: Stub) -> None:
    import cloudflare

    call(client)
    headers = stub.last.headers
    assert headers["user-agent"] == f"Cloudflare/Python {cloudflare.__version__}"
    assert headers["accept"] == "application/json"
    assert headers["x-stainless-lang"] == "python"
    assert headers["x-stainless-package-version"] == cloudflare.__version__
    assert headers["x-stainless-async"] == "false"
    assert headers["x-stainless-retry-count"] == "0"
    assert "api-version" not in headers
    assert "cookie" not in headers


def test_the_version_of_the_api_is_sent_where_it_is_asked_for(stub: Stub) -> None:
    from cloudflare import Cloudflare

    with Cloudflare(
        api_token="t", base_url=stub.url, api_version="2026-01-31"
    ) as client:
        call(client)
        assert client.api_version == "2026-01-31"
    assert stub.last.headers["api-version"] == "2026-01-31"


@pytest.mark.parametrize(("level", "shown"), [("info", 1), ("debug", 2)])
def test_the_log_goes_to_standard_error_without_credentials(
    programs: Programs, level: str, shown: int
) -> None:
    program = (
        "from cloudflare import Cloudflare\n"
        "with Cloudflare(api_token='se-cret') as client:\n"
        "    client.security_center.insights.audit_logs.list(account_id='a')\n"
    )
    done = programs.run(program, CLOUDFLARE_LOG=level)
    assert done.returncode == 0
    assert done.stderr.count("cloudflare ") >= shown
    assert "/accounts/a/security-center/insights/audit-log" in done.stderr
    assert "cret" not in done.stderr
    assert done.stdout == ""
    assert programs.output(program) == ""


@pytest.fixture
def quiet_log() -> Iterator[logging.Logger]:
    logger = logging.getLogger("cloudflare")
    before = logger.level, list(logger.handlers)
    yield logger
    logger.setLevel(before[0])
    logger.handlers[:] = before[1]


def test_the_log_leaves_other_loggers_alone(
    monkeypatch: pytest.MonkeyPatch, quiet_log: logging.Logger
) -> None:
    from cloudflare import Cloudflare

    root = logging.getLogger()
    before = root.level, list(root.handlers)
    monkeypatch.setenv("CLOUDFLARE_LOG", "debug")
    with Cloudflare(api_token="t"):
        assert quiet_log.level == logging.DEBUG
    assert (root.level, list(root.handlers)) == before


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
    assert credentials_sent(stub) == {"authorization": "Bearer token"}
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


def test_a_copy_can_have_other_credentials_and_another_address(stub: Stub) -> None:
    from cloudflare import Cloudflare

    with Cloudflare(api_token="t") as client:
        other = client.with_options(base_url=stub.url, user_service_key="s")
        call(other)
        assert credentials_sent(stub) == {"x-auth-user-service-key": "s"}
        call(client.with_options(base_url=stub.url))
        assert credentials_sent(stub) == {"authorization": "Bearer t"}


def test_a_copy_keeps_strict_mode(stub: Stub) -> None:
    from cloudflare import APIResponseValidationError, Cloudflare
    from tests.client.stub import Answer

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
    assert not client.is_closed


def test_a_closed_client_refuses_to_send(client: Cloudflare, stub: Stub) -> None:
    call(client)
    client.close()
    assert client.is_closed
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


def test_options_are_given_by_keyword_and_retries_are_a_number() -> None:
    import cloudflare

    build: Any = cloudflare.Cloudflare
    with pytest.raises(TypeError):
        build("token")
    with pytest.raises(TypeError, match="max_retries"):
        build(api_token="t", max_retries=None)
    with pytest.raises(ValueError, match="max_retries"):
        build(api_token="t", max_retries=-1)


def test_retries_can_be_turned_off(client: Cloudflare, stub: Stub) -> None:
    from cloudflare import InternalServerError

    stub.script(failure(503), failure(503), failure(503))
    with pytest.raises(InternalServerError) as raised:
        call(client)
    assert raised.value.retries_taken == 2
    stub.script(failure(503))
    with pytest.raises(InternalServerError):
        call(client.with_options(max_retries=0))
    assert len(stub.requests) == 4


def test_paths_that_no_method_describes_can_be_called(
    client: Cloudflare, stub: Stub
) -> None:
    path = "/accounts/a/security-center/insights/audit-log"
    answer = client.get(path, cast_to=dict[str, object], options={"params": {"a": 1}})
    assert answer["success"] is True
    assert stub.last.query == {"a": "1"}
    for verb in ("post", "put", "patch", "delete"):
        getattr(client, verb)(path, cast_to=object, body={"text": "é"})
        assert stub.last.method == verb.upper()
        assert stub.last.body == '{"text":"é"}'.encode()
        assert stub.last.headers["content-type"] == "application/json"
