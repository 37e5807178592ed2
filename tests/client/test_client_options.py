"""The options of a client: arguments, environment variables, and what goes with every request."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.client.conftest import Programs
from tests.client.stub import Stub, failure

if TYPE_CHECKING:
    from cloudflare import Cloudflare


def call(client: Cloudflare) -> None:
    client.security_center.insights.audit_logs.list(account_id="account_id")


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
    assert headers["x-stainless-read-timeout"] == "60"
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
