"""The addresses of an API by name, and options that are a part of them."""

from __future__ import annotations

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

DESCRIPTION = (
    "paths: { /things: { get: { responses: { '204': { description: ok } } } } }"
)
RESOURCES = "resources: { things: { methods: { list: get /things } } }"
TWO = f"environments: {{ production: 'https://a.example', sandbox: 'https://b.example' }}\n{RESOURCES}"


@pytest.mark.parametrize("client", ["Client", "AsyncClient"])
def test_an_environment_chooses_the_address(client: str, generate: Generate) -> None:
    package = generate(DESCRIPTION, TWO)
    assert dict(package.ENVIRONMENTS) == {
        "production": "https://a.example",
        "sandbox": "https://b.example",
    }
    make = getattr(package, client)
    assert str(make().base_url) == "https://a.example/"
    sandbox = make(environment="sandbox")
    assert str(sandbox.base_url) == "https://b.example/"
    assert str(sandbox.with_options(timeout=3).base_url) == "https://b.example/"
    production = sandbox.with_options(environment="production")
    assert str(production.base_url) == "https://a.example/"
    both = make(environment="sandbox", base_url="https://c.example")
    assert str(both.base_url) == "https://c.example/"
    with pytest.raises(ValueError, match="Unknown environment: nowhere"):
        make(environment="nowhere")


def test_a_variable_and_an_environment_are_ambiguous(
    generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = generate(DESCRIPTION, TWO)
    monkeypatch.setenv("ACME_BASE_URL", "https://c.example")
    assert str(package.Client().base_url) == "https://c.example/"
    with pytest.raises(ValueError, match="Ambiguous URL; The `ACME_BASE_URL` env var"):
        package.Client(environment="sandbox")
    chosen = package.Client(environment="sandbox", base_url=None)
    assert str(chosen.base_url) == "https://b.example/"


def test_one_environment_is_no_argument(generate: Generate) -> None:
    package = generate(
        DESCRIPTION, f"environments: {{ production: 'https://a.example' }}\n{RESOURCES}"
    )
    assert not hasattr(package, "ENVIRONMENTS")
    with pytest.raises(TypeError, match="environment"):
        package.Client(environment="production")


def test_an_option_fills_a_variable_of_the_address(generate: Generate) -> None:
    package = generate(
        DESCRIPTION,
        "environments: { production: 'https://{region}.a.example/v1' }\n"
        "client_settings: { opts: { region: { default: eu, server_variable: region } } }\n"
        f"{RESOURCES}",
    )
    client = package.Client()
    assert str(client.base_url) == "https://eu.a.example/v1/"
    assert str(package.Client(region="us").base_url) == "https://us.a.example/v1/"
    assert str(client.with_options(region="ap").base_url) == "https://ap.a.example/v1/"
    with pytest.raises(ValueError, match="region becomes a part of the base URL"):
        package.Client(region="evil.example/")


@pytest.mark.parametrize(
    ("configuration", "finding"),
    [
        (
            "environments: { a: 'https://{region}.a.example' }",
            "no option fills '{region}' in the URL of 'a'",
        ),
        (
            "environments: { a: 'https://a.example' }\n"
            "client_settings: { opts: { area: { nullable: true, server_variable: region } } }",
            "no environment has '{region}' in its URL, which 'area' fills",
        ),
        (
            "client_settings: { opts: { area: { nullable: true, server_variable: region } } }",
            "no environment has '{region}' in its URL, which 'area' fills",
        ),
    ],
)
def test_variables_and_options_that_lack_each_other_are_findings(
    generate_with_findings: GenerateWithFindings, configuration: str, finding: str
) -> None:
    _, report = generate_with_findings(DESCRIPTION, f"{configuration}\n{RESOURCES}")
    (found,) = report.diagnostics
    assert (found.code, found.message) == ("C004", finding)
    assert found.help is not None


def test_options_are_sent_where_they_belong(generate: Generate) -> None:
    package = generate(
        DESCRIPTION,
        "client_settings: { opts: {\n"
        "  tenant: { nullable: true, send_as_query_param: tenantId },\n"
        "  session: { nullable: true, send_in_cookie: sid } } }\n"
        f"{RESOURCES}",
    )
    with Stub(None, None) as stub:
        client = package.Client(base_url=stub.url, tenant="t 1", session="s")
        client.things.list()
        package.Client(base_url=stub.url).things.list()
    assert stub.requests == ["GET /things?tenantId=t+1", "GET /things"]
    assert [headers.get("cookie") for headers in stub.headers] == ["sid=s", None]
