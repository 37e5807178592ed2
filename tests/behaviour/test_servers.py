"""Where calls go: servers of the description, of paths and of operations, and the user's own."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

OK = "responses: { '204': { description: done } }"
METHODS = "resources: { things: { methods: { get: get /a, delete: delete /a, other: get /b } } }"


def codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report.diagnostics]


def description(home: str, *, path: str = "", operation: str = "") -> str:
    return f"""
servers: {home}
paths:
  /a:
    {path}
    get: {{ {OK} }}
    delete: {{ {OK}, {operation} }}
  /b:
    get: {{ {OK} }}
"""


def test_an_operation_is_called_at_its_own_server_else_that_of_its_path(
    generate: Generate,
) -> None:
    with Stub(None) as home, Stub(None) as shared, Stub(None) as own:
        package = generate(
            description(
                f"[{{ url: '{home.url}/v1' }}]",
                path=f"servers: [{{ url: '{shared.url}' }}]",
                operation=f"servers: [{{ url: '{own.url}/files/' }}]",
            ),
            METHODS,
        )
        with package.Client() as client:
            client.things.get()
            client.things.delete()
            client.things.other()
    assert (home.requests, shared.requests, own.requests) == (
        ["GET /v1/b"],
        ["GET /a"],
        ["DELETE /files/a"],
    )


def test_a_chosen_base_url_holds_for_every_call(generate: Generate) -> None:
    package = generate(
        description(
            "[{ url: 'https://home.example' }]",
            operation="servers: [{ url: 'https://files.example' }]",
        ),
        METHODS,
    )
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.delete()
    assert stub.requests == ["DELETE /a"]


def test_credentials_go_to_the_server_of_an_operation(generate: Generate) -> None:
    with Stub(None) as own:
        package = generate(
            description(
                "[{ url: 'https://home.example' }]",
                operation=f"servers: [{{ url: '{own.url}' }}]",
            )
            + """
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
security: [{ key: [] }]
""",
            METHODS
            + "\nclient_settings: { opts: { key: { type: string, auth: { security_scheme: key } } } }",
        )
        with package.Client(key="k") as client:
            client.things.delete()
    assert own.headers[0]["x-key"] == "k"


@pytest.mark.parametrize(
    ("servers", "url"),
    [
        (
            "[{ url: 'https://{region}.example/{version}', variables: { region: { default: eu }, "
            "version: { enum: [v2, v1] } } }]",
            "https://eu.example/v2/",
        ),
        (
            "[{ url: /v1 }, { url: 'https://second.example' }]",
            "https://second.example/",
        ),
    ],
)
def test_the_first_server_that_is_complete_is_the_default(
    generate_with_findings: GenerateWithFindings, servers: str, url: str
) -> None:
    package, report = generate_with_findings(description(servers), METHODS)
    assert "C015" not in codes(report)
    assert str(package.Client().base_url) == url


def test_the_server_of_most_operations_is_the_default_without_one_of_the_api(
    generate: Generate,
) -> None:
    package = generate(
        description("[]", path="servers: [{ url: 'https://paths.example' }]"), METHODS
    )
    assert str(package.Client().base_url) == "https://paths.example/"


@pytest.mark.parametrize(
    "servers",
    [
        "[]",
        "[{ url: /v1 }]",
        "[{ url: 'https://{tenant}.example' }]",
        "[{ url: 'api.example.com' }]",
        "[{ url: 'https://u:p@example.com' }]",
        "[{ url: 'https://example.com:99999' }]",
        "[{ url: 'https://exa(mple.com' }]",
        "[{ url: 'https://example..com' }]",
        """[{ url: 'https://example.com/a"b' }]""",
    ],
)
def test_without_a_complete_address_a_client_needs_one(
    generate_with_findings: GenerateWithFindings,
    monkeypatch: pytest.MonkeyPatch,
    servers: str,
) -> None:
    package, report = generate_with_findings(description(servers), METHODS)
    assert "C015" in codes(report)
    with pytest.raises(package.AcmeError, match=r"base_url .* ACME_BASE_URL"):
        package.Client()
    with pytest.raises(package.AcmeError, match="base_url"):
        package.AsyncClient()
    with Stub(None) as stub:
        monkeypatch.setenv("ACME_BASE_URL", stub.url)
        package.Client().things.get()
    assert stub.requests == ["GET /a"]


def test_relative_servers_start_at_the_url_of_the_description(
    generate: Generate,
) -> None:
    package = generate(
        "openapi: 3.2.0\n$self: https://docs.example/apis/zoo.yaml"
        + description("[{ url: ../v1 }]"),
        METHODS,
    )
    assert str(package.Client().base_url) == "https://docs.example/v1/"


def test_a_server_of_an_operation_that_cannot_be_called_is_reported(
    generate_with_findings: GenerateWithFindings,
) -> None:
    package, report = generate_with_findings(
        description(
            "[{ url: 'https://home.example' }]", operation="servers: [{ url: /v2 }]"
        ),
        METHODS,
    )
    assert codes(report) == ["L020"]
    with Stub(None) as stub:
        package.Client(base_url=stub.url).things.delete()
    assert stub.requests == ["DELETE /a"]


KEYS = f"""
paths:
  "/x?op=list&mode": {{ get: {{ {OK} }} }}
  "/x#frag": {{ get: {{ {OK} }} }}
  "/y?q={{q}}&kind=a":
    get:
      parameters: [{{ name: q, in: path, required: true, schema: {{ type: string }} }}]
      {OK}
"""


def test_a_query_in_a_path_key_is_always_sent_and_a_fragment_never(
    generate_with_findings: GenerateWithFindings,
) -> None:
    package, _ = generate_with_findings(
        KEYS,
        'resources: { x: { methods: { list: "get /x?op=list&mode", frag: "get /x#frag", '
        'find: "get /y?q={q}&kind=a" } } }',
    )
    with Stub(*[None] * 4) as stub, package.Client(base_url=stub.url) as client:
        client.x.list()
        client.x.list(extra_query={"op": "other"})
        client.x.frag()
        client.x.find(q="z")
    assert stub.requests == [
        "GET /x?op=list&mode=",
        "GET /x?op=other&mode=",
        "GET /x",
        "GET /y?kind=a&q=z",
    ]
