"""What the environment says of proxies and certificates, when it counts, and when it does not."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx2
import pytest
import trustme

from generator.runtime import (
    APIConnectionError,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from generator.runtime.http.exchange import Opener
from generator.runtime.http.tls_contexts import tls_context
from tests.runtime.acme import async_client, sync_client
from tests.runtime.server import Server
from tests.runtime.test_faults import Tls

KINDS = ("sync", "async", "aiohttp")
DEFAULTS = {
    "sync": DefaultHttpxClient,
    "async": DefaultAsyncHttpxClient,
    "aiohttp": DefaultAioHttpClient,
}
ELSEWHERE = "http://elsewhere.invalid"


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def ask(kind: str, *urls: str, **options: Any) -> list[Any]:
    """What a client gets from some URLs; options are those of an HTTP client that is passed in."""

    async def main() -> list[Any]:
        given = DEFAULTS[kind](**options) if options or kind == "aiohttp" else None
        async with async_client("http://base.invalid", http_client=given) as client:
            found = [await client.get(url, cast_to=object) for url in urls]
        if given is not None:
            await given.aclose()
        return found

    if kind != "sync":
        return asyncio.run(main())
    given = DEFAULTS[kind](**options) if options else None
    with sync_client("http://base.invalid", http_client=given) as client:
        found = [client.get(url, cast_to=object) for url in urls]
    if given is not None:
        given.close()
    return found


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that our own transports, or aiohttp, were asked for past httpx2."""
    sent: list[str] = []

    real = Opener.open

    def opened(self: Opener, request: Any, *more: Any) -> Any:
        sent.append(httpx2.URL(request.url).path)
        return real(self, request, *more)

    monkeypatch.setattr(Opener, "open", opened)
    return sent


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY"])
def test_only_hosts_that_need_a_proxy_leave_our_connections(
    kind: str,
    variable: str,
    server: Server,
    own: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(variable, server.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1, .example.com")
    ask(kind, f"{server.url}/near", f"{ELSEWHERE}/far", f"{server.url}/near/again")
    targets = [seen.target for seen in server.seen]
    assert targets == ["/near", f"{ELSEWHERE}/far", "/near/again"]
    ours = [path for path in own if "near" in path]
    assert ours == ["/near", "/near/again"]


def test_a_proxy_for_another_scheme_changes_nothing(
    kind: str, server: Server, own: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    ask(kind, f"{server.url}/near")
    assert own == ["/near"]


@pytest.mark.parametrize("change", ["switched off", "taken back", "NO_PROXY=*"])
def test_a_proxy_that_does_not_count_is_not_used(
    kind: str, change: str, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    options = {}
    if change == "switched off":
        options = {"trust_env": False}
    elif change == "taken back":
        monkeypatch.delenv("ALL_PROXY")
    else:
        monkeypatch.setenv("NO_PROXY", "*")
    assert ask(kind, f"{server.url}/near", **options) == [{}]


def test_the_environment_counts_when_the_first_call_is_made(
    kind: str, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        given = DefaultAioHttpClient() if kind == "aiohttp" else None
        async with async_client(server.url, http_client=given) as client:
            await client.get("/x", cast_to=object)
            monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
            await client.get("/x", cast_to=object)
        if given is not None:
            await given.aclose()

    if kind != "sync":
        asyncio.run(main())
        return
    with sync_client(server.url) as client:
        client.get("/x", cast_to=object)
        monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
        client.get("/x", cast_to=object)


@pytest.fixture
def authority(tmp_path: Path) -> Any:
    """Puts the certificate of an authority where ``SSL_CERT_FILE`` may point."""

    def put(issuer: trustme.CA) -> str:
        path = tmp_path / "authority.pem"
        path.unlink(missing_ok=True)
        issuer.cert_pem.write_to_path(path)
        return str(path)

    return put


@pytest.mark.parametrize("options", [{}, {"trust_env": True}], ids=["own", "given"])
def test_certificates_count_as_they_are_when_connections_are_first_needed(
    kind: str,
    options: dict[str, Any],
    authority: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = Tls()
    with server.listening() as url:
        with pytest.raises(APIConnectionError, match="certificate verify failed"):
            ask(kind, url, **options)
        monkeypatch.setenv("SSL_CERT_FILE", authority(trustme.CA()))
        with pytest.raises(APIConnectionError, match="certificate verify failed"):
            ask(kind, url, **options)
        authority(server.authority)  # the same path
        assert ask(kind, url, **options) == [{"id": "z"}]
        with pytest.raises(APIConnectionError, match="certificate verify failed"):
            ask(kind, url, trust_env=False)
        monkeypatch.delenv("SSL_CERT_FILE")
        with pytest.raises(APIConnectionError, match="certificate verify failed"):
            ask(kind, url, **options)


def test_clients_share_a_tls_context_while_its_certificates_stay_the_same(
    authority: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer = trustme.CA()
    monkeypatch.setenv("SSL_CERT_FILE", authority(issuer))
    first = tls_context(trust_env=True)
    assert tls_context(trust_env=True) is first
    assert tls_context(trust_env=False) is not first
    authority(trustme.CA())
    assert tls_context(trust_env=True) is not first
