"""Options of a generated client: which it needs, and when it misses them."""

from __future__ import annotations

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

DESCRIPTION = """
components: { securitySchemes: { key: { type: http, scheme: bearer } } }
paths: { /things: { get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } } } }
"""
CONFIGURATION = """
client_settings: { opts: { api_key: { type: string, %s read_env: ACME_KEY, auth: { security_scheme: key } } } }
resources: { things: { methods: { retrieve: get /things } } }
"""


@pytest.mark.parametrize("client", ["Client", "AsyncClient"])
def test_a_credential_that_is_not_nullable_is_needed(
    client: str, generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = generate(DESCRIPTION, CONFIGURATION % "")
    with pytest.raises(package.AcmeError, match=r"api_key .* ACME_KEY"):
        getattr(package, client)()
    assert getattr(package, client)(api_key="k").api_key == "k"
    monkeypatch.setenv("ACME_KEY", "from-environment")
    assert getattr(package, client)().api_key == "from-environment"
    assert getattr(package, client)(api_key="k").api_key == "k"


def test_a_nullable_credential_is_missed_by_the_first_request(
    generate: Generate,
) -> None:
    package = generate(DESCRIPTION, CONFIGURATION % "nullable: true,")
    with Stub({"id": "a"}) as stub, package.Client(base_url=stub.url) as client:
        with pytest.raises(TypeError, match="Could not resolve authentication method"):
            client.things.retrieve()
        assert stub.requests == []
