"""A method sends the credentials that its operation asks for, and no others."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

OK = "responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }"
CALLING = "resources: { things: { methods: { %s } } }"


def described(schemes: str, *operations: str, security: str = "") -> str:
    """A description with schemes, and a GET for each operation's own keys."""
    paths = "".join(
        f"\n  /{number}: {{ get: {{ {own}{', ' if own else ''}{OK} }} }}"
        for number, own in enumerate(operations or ("",))
    )
    whole = f"security: {security}\n" if security else ""
    return f"components: {{ securitySchemes: {{ {schemes} }} }}\n{whole}paths:{paths}\n"


def calling(count: int = 1) -> str:
    methods = ", ".join(f"call_{number}: get /{number}" for number in range(count))
    return CALLING % methods


def sent(
    package: Any, *numbers: int, **options: Any
) -> list[tuple[str, dict[str, str]]]:
    """The targets and headers of calls, synchronous and asynchronous alike."""
    stub = Stub(*[{}] * len(numbers))
    with stub, package.Client(base_url=stub.url, **options) as client:
        for number in numbers:
            getattr(client.things, f"call_{number}")()
    found = list(zip(stub.requests, stub.headers, strict=True))

    async def again() -> None:
        async with package.AsyncClient(base_url=stub.url, **options) as client:
            for number in numbers:
                await getattr(client.things, f"call_{number}")()

    with Stub(*[{}] * len(numbers)) as stub:
        asyncio.run(again())
    assert stub.requests == [request for request, _ in found]
    for headers, (_, before) in zip(stub.headers, found, strict=True):
        for name in ("authorization", "cookie", "x-key"):
            assert headers.get(name) == before.get(name)
    return found


@pytest.mark.parametrize(
    ("scheme", "options", "header", "value"),
    [
        ("{ type: http, scheme: bearer }", {"bearer_token": "t"}, "authorization", "Bearer t"),
        ("{ type: http, scheme: Basic }", {"username": "é", "password": "p:w"},
         "authorization", f"Basic {base64.b64encode('é:p:w'.encode()).decode()}"),
        ("{ type: http, scheme: basic }", {"username": "key", "password": ""},
         "authorization", f"Basic {base64.b64encode(b'key:').decode()}"),
        ("{ type: http, scheme: digest }", {"bearer_token": "Digest x"}, "authorization", "Digest x"),
        ("{ type: apiKey, in: header, name: X-Key }", {"api_key": "k"}, "x-key", "k"),
        ("{ type: apiKey, in: cookie, name: sid }", {"api_key": "k"}, "cookie", "sid=k"),
        ("{ type: openIdConnect, openIdConnectUrl: 'https://x.example/o' }", {"bearer_token": "t"},
         "authorization", "Bearer t"),
        ("{ type: oauth2, flows: { implicit: { authorizationUrl: 'https://x.example', scopes: {} } } }",
         {"bearer_token": "t"}, "authorization", "Bearer t"),
    ],
)  # fmt: skip
def test_options_are_derived_from_the_schemes(
    scheme: str, options: dict[str, str], header: str, value: str, generate: Generate
) -> None:
    package = generate(
        described(f"main: {scheme}", security="[{ main: [] }]"), calling()
    )
    ((_, headers),) = sent(package, 0, **options)
    assert headers[header] == value
    refused = pytest.raises(TypeError, match="Could not resolve authentication method")
    with package.Client() as client, refused:
        client.things.call_0()


def test_a_key_in_the_query_and_its_variable(
    generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = generate(
        described(
            "main: { type: apiKey, in: query, name: key }", security="[{ main: [] }]"
        ),
        calling(),
    )
    monkeypatch.setenv("ACME_API_KEY", "from-environment")
    ((target, _),) = sent(package, 0)
    assert target == "GET /0?key=from-environment"


SCHEMES = (
    "token: { type: http, scheme: bearer }, "
    "main: { type: apiKey, in: header, name: X-Key }, "
    "jar: { type: apiKey, in: cookie, name: sid }"
)
OWN = (
    "",
    "security: []",
    "security: [{ main: [], jar: [] }]",
    "security: [{ main: [] }, {}]",
    "security: [{}]",
)
GIVEN = {"bearer_token": "t", "main": "k", "jar": "c"}


def credentials(headers: dict[str, str]) -> dict[str, str]:
    names = ("authorization", "x-key", "cookie")
    return {name: headers[name] for name in names if name in headers}


def test_a_method_sends_only_what_its_operation_asks_for(generate: Generate) -> None:
    package = generate(
        described(SCHEMES, *OWN, security="[{ token: [] }]"), calling(len(OWN))
    )
    found = [
        credentials(headers) for _, headers in sent(package, *range(len(OWN)), **GIVEN)
    ]
    assert found == [
        {"authorization": "Bearer t"},
        {},
        {"x-key": "k", "cookie": "sid=c"},
        {"x-key": "k"},
        {},
    ]


def test_a_method_without_its_credentials_is_refused_before_it_is_sent(
    generate: Generate,
) -> None:
    package = generate(
        described(SCHEMES, *OWN, security="[{ token: [] }]"), calling(len(OWN))
    )
    with Stub({}, {}, {}) as stub, package.Client(base_url=stub.url) as client:
        for number in (1, 3, 4):
            getattr(client.things, f"call_{number}")()
        for number in (0, 2):
            with pytest.raises(TypeError, match="Could not resolve"):
                getattr(client.things, f"call_{number}")()
        with pytest.raises(ValueError, match=r"main .*is given without .*jar"):
            client.with_options(main="k").things.call_2()


def test_a_copy_with_other_credentials_uses_them_for_every_method(
    generate: Generate,
) -> None:
    package = generate(
        described(SCHEMES, *OWN, security="[{ token: [] }]"), calling(len(OWN))
    )
    stub = Stub({}, {}, {})
    with stub, package.Client(base_url=stub.url, **GIVEN) as client:
        client.things.call_3()
        client.with_options(main="other").things.call_3()
        client.main = "third"
        client.things.call_3()
    assert [h["x-key"] for h in stub.headers] == ["k", "other", "third"]


def test_extra_headers_replace_the_credentials_of_a_method(generate: Generate) -> None:
    package = generate(described(SCHEMES, OWN[2]), calling())
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.things.call_0(extra_headers={"X-Key": "mine"})
    assert stub.headers[0]["x-key"] == "mine"


def test_schemes_without_requirements_are_sent_if_given(generate: Generate) -> None:
    package = generate(described("main: { type: http, scheme: bearer }"), calling())
    ((_, anonymous),) = sent(package, 0)
    ((_, headers),) = sent(package, 0, bearer_token="t")
    assert "authorization" not in anonymous
    assert headers["authorization"] == "Bearer t"


def test_a_certificate_is_the_business_of_the_http_client(generate: Generate) -> None:
    package = generate(
        described(
            "cert: { type: mutualTLS }, main: { type: http, scheme: bearer }",
            "security: [{ cert: [] }]",
            security="[{ cert: [], main: [] }]",
        ),
        calling(),
    )
    ((_, headers),) = sent(package, 0, bearer_token="t")
    assert "authorization" not in headers


def test_configured_options_make_a_pair(generate: Generate) -> None:
    package = generate(
        described("main: { type: http, scheme: basic }", security="[{ main: [] }]"),
        f"""
client_settings:
  opts:
    account: {{ type: string, nullable: true, read_env: A, auth: {{ security_scheme: main, role: username }} }}
    secret: {{ type: string, nullable: true, read_env: B, auth: {{ security_scheme: main, role: password }} }}
{calling()}
""",
    )
    ((_, headers),) = sent(package, 0, account="a", secret="b")
    assert headers["authorization"] == f"Basic {base64.b64encode(b'a:b').decode()}"
    with pytest.raises(ValueError, match=r"account .*is given without .*secret"):
        package.Client(account="a")
    with pytest.raises(ValueError, match="has a colon"):
        package.Client(account="a:b", secret="c")
    shown = repr(package.Client(account="topsecret", secret="hidden"))
    assert "topsecret" not in shown
    assert "hidden" not in shown


class TokenServer(HTTPServer):
    """Gives tokens at ``/token``, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        super().__init__(("127.0.0.1", 0), TokenAnswer)


class TokenAnswer(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, TokenServer)
        server.asked.append((self.path, self.headers["Authorization"]))
        token = {"access_token": f"t{len(server.asked)}", "token_type": "bearer"}
        body = json.dumps({**token, "expires_in": 3600}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def token_server() -> Iterator[TokenServer]:
    server = TokenServer()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_token_is_fetched_for_the_methods_that_need_one(
    generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = generate(
        described(
            "main: { type: oauth2, flows: { clientCredentials: "
            "{ tokenUrl: 'https://auth.example/token', scopes: {} } } }",
            "",
            "security: []",
            security="[{ main: [read] }]",
        ),
        calling(2),
    )
    oauth2 = __import__(f"{package.__name__}._core.policy.oauth2", fromlist=["x"])
    with token_server() as tokens:
        own = oauth2.ClientCredentials.__init__
        local = f"http://127.0.0.1:{tokens.server_port}/token"
        asked: list[str] = []

        def made(self: Any, url: str, *pair: str) -> None:
            asked.append(url)
            own(self, local, *pair)

        monkeypatch.setattr(oauth2.ClientCredentials, "__init__", made)
        with (
            Stub({}, {}, {}) as stub,
            package.Client(
                base_url=stub.url, client_id="me", client_secret="s"
            ) as client,
        ):
            client.things.call_0()
            client.things.call_1()
            client.with_options(timeout=9).things.call_0()
    assert asked == ["https://auth.example/token"]
    assert len(tokens.asked) == 1
    assert [h.get("authorization") for h in stub.headers] == [
        "Bearer t1",
        None,
        "Bearer t1",
    ]


def test_a_token_at_hand_needs_no_token_endpoint(generate: Generate) -> None:
    package = generate(
        described(
            "main: { type: oauth2, flows: { clientCredentials: "
            "{ tokenUrl: '/relative', scopes: {} } } }",
            security="[{ main: [] }]",
        ),
        calling(),
    )
    ((_, headers),) = sent(package, 0, bearer_token="t")
    assert headers["authorization"] == "Bearer t"
    with pytest.raises(TypeError):
        package.Client(client_id="x")
