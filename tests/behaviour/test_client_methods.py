"""Methods of the client itself (``$client``)."""

from __future__ import annotations

import asyncio
from types import ModuleType

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /status:
    get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Status' } } } } } }
  /search:
    post:
      requestBody: { content: { application/json: { schema: { type: object, properties: { query: { type: string } } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { hits: { type: integer } } } } } } }
  /things:
    get: { responses: { '204': { description: ok } } }
components:
  schemas: { Status: { type: object, properties: { up: { type: boolean } } } }
"""
CONFIGURATION = """
resources:
  $client:
    models: { status: Status }
    methods: { status: get /status, search: post /search }
  things: { methods: { list: get /things } }
"""


@pytest.fixture
def package(generate: Generate) -> ModuleType:
    return generate(DESCRIPTION, CONFIGURATION)


def test_the_client_has_methods_of_its_own(package: ModuleType) -> None:
    with Stub({"up": True}, {"hits": 3}, None) as stub:
        client = package.Client(base_url=stub.url)
        status = client.status()
        found = client.search(query="q")
        client.things.list()
    assert (type(status), status.up) == (package.types.Status, True)
    assert (type(found), found.hits) == (package.types.ClientSearchResponse, 3)
    assert stub.requests == ["GET /status", "POST /search", "GET /things"]
    assert stub.bodies[1] == b'{"query":"q"}'
    assert package.types.ClientSearchParams.__total__ is False


def test_they_can_return_responses(package: ModuleType) -> None:
    with Stub({"up": True}, {"up": False}) as stub:
        client = package.Client(base_url=stub.url)
        assert client.with_raw_response.status().parse().up is True
        with client.with_streaming_response.status() as response:
            assert response.parse().up is False


def test_an_asynchronous_client_has_them_too(package: ModuleType) -> None:
    async def statuses(url: str) -> list[bool]:
        async with package.AsyncClient(base_url=url) as client:
            raw = await client.with_raw_response.status()
            return [(await client.status()).up, (await raw.parse()).up]

    with Stub({"up": True}, {"up": False}) as stub:
        assert asyncio.run(statuses(stub.url)) == [False, True]


def test_a_copy_of_the_client_keeps_returning_values(package: ModuleType) -> None:
    with Stub({"up": True}) as stub:
        client = package.Client(base_url=stub.url)
        assert client.with_raw_response is not None
        assert client.with_options(timeout=3).status().up is True


def test_a_resource_may_have_the_name_of_a_method_or_of_the_client(
    generate: Generate,
) -> None:
    package = generate(
        DESCRIPTION,
        """
resources:
  $client: { methods: { status: get /status, search: post /search } }
  client: { methods: { list: get /things } }
""",
    )
    with Stub(None, {"up": True}) as stub:
        client = package.Client(base_url=stub.url)
        client.client.list()
        assert client.status().up is True
