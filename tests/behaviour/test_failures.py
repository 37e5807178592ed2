"""The body of an error status is the model that is described for that status."""

from __future__ import annotations

import asyncio
import json
import pickle
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.answering import Reply, answering
from tests.behaviour.conftest import Generate

DESCRIPTION = """
paths:
  /things:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }
        '404': { $ref: '#/components/responses/Missing' }
        '409': { description: inline, content: { application/json: { schema: { type: object, properties: { at: { type: string } } } } } }
        '4XX': { description: refused, content: { application/problem+json: { schema: { $ref: '#/components/schemas/Problem' } } } }
        default: { description: others, content: { application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Fault' }], description: a fault } } } }
components:
  responses:
    Missing: { description: missing, content: { application/json: { schema: { $ref: '#/components/schemas/Missing' } } } }
  schemas:
    Missing: { type: object, required: [name], properties: { name: { type: string } } }
    Problem: { type: object, properties: { title: { type: string }, seenAt: { type: string, format: date-time } } }
    Fault: { oneOf: [{ type: array, items: { type: integer } }, { $ref: '#/components/schemas/Problem' }] }
"""
CONFIGURATION = """
resources:
  things:
    models: { missing: '#/components/schemas/Missing', problem: '#/components/schemas/Problem', fault: '#/components/schemas/Fault' }
    methods: { get: get /things }
"""


@pytest.fixture
def package(generate: Generate) -> ModuleType:
    return generate(DESCRIPTION, CONFIGURATION)


def failed(package: ModuleType, status: int, body: object, **options: Any) -> Any:
    """The error of a call that got this status and body."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    reply = Reply(raw, "application/json", status)
    with answering(reply) as asked:
        client = package.Client(base_url=asked.url, max_retries=0, **options)
        with client, pytest.raises(package.APIStatusError) as caught:
            client.things.get()
    return caught.value


def failed_later(package: ModuleType, status: int, body: object) -> Any:
    """The same with the asynchronous client."""

    async def fail(url: str) -> Any:
        async with package.AsyncClient(base_url=url, max_retries=0) as client:
            with pytest.raises(package.APIStatusError) as caught:
                await client.things.get()
        return caught.value

    reply = Reply(json.dumps(body).encode(), "application/json", status)
    with answering(reply) as asked:
        return asyncio.run(fail(asked.url))


@pytest.mark.parametrize(
    ("status", "body", "model"),
    [
        (404, {"name": "x"}, "Missing"),
        (400, {"title": "x"}, "Problem"),
        (429, {"title": "x"}, "Problem"),
        (500, {"title": "x"}, "Problem"),
    ],
)
def test_a_failure_holds_the_model_of_its_status(
    status: int, body: object, model: str, package: ModuleType
) -> None:
    for error in failed(package, status, body), failed_later(package, status, body):
        assert type(error.parsed).__name__ == model
        assert type(error.parsed) is getattr(package.types, model)
        assert error.parsed.to_dict() == error.body == body


def test_values_inside_are_decoded(package: ModuleType) -> None:
    found = failed(package, 400, {"seenAt": "2026-01-02T03:04:05Z"}).parsed
    assert found.seen_at.year == 2026
    assert failed(package, 503, [1, 2]).parsed == [1, 2]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (404, b"<h1>not found</h1>"),
        (404, b""),
        (404, ["name"]),
        (404, b'{"name": "x"'),
        (404, b"[" * 100_000),
        (409, {"at": "x"}),
    ],
)
def test_what_is_not_the_model_is_only_the_body(
    status: int, body: object, package: ModuleType
) -> None:
    error = failed(package, status, body)
    assert error.parsed is None
    assert error.status_code == status


def test_a_strict_client_parses_no_failure_that_breaks_its_model(
    package: ModuleType,
) -> None:
    assert failed(package, 404, {"name": 5}).parsed.name == 5
    strict = {"_strict_response_validation": True}
    error = failed(package, 404, {"name": 5}, **strict)
    assert (error.parsed, error.body) == (None, {"name": 5})


def test_raw_and_streamed_calls_fail_alike(package: ModuleType) -> None:
    reply = Reply(b'{"name": "x"}', "application/json", 404)
    with answering(reply) as asked, package.Client(base_url=asked.url) as client:
        with pytest.raises(package.NotFoundError) as raw:
            client.things.with_raw_response.get()
        streaming = client.things.with_streaming_response.get()
        with pytest.raises(package.NotFoundError) as streamed, streaming:
            pass
    assert raw.value.parsed == streamed.value.parsed == package.types.Missing(name="x")


def test_a_call_by_its_path_has_no_described_failure(package: ModuleType) -> None:
    reply = Reply(b'{"name": "x"}', "application/json", 404)
    with (
        answering(reply) as asked,
        package.Client(base_url=asked.url) as client,
        pytest.raises(package.NotFoundError) as caught,
    ):
        client.get("/things", cast_to=object)
    assert caught.value.parsed is None


def test_a_pickled_failure_keeps_its_model(package: ModuleType) -> None:
    error = pickle.loads(pickle.dumps(failed(package, 404, {"name": "x"})))
    assert error.parsed == package.types.Missing(name="x")


def test_a_text_is_read_from_its_json(generate: Generate) -> None:
    package = generate(
        """
paths:
  /things:
    get:
      responses:
        '204': { description: ok }
        '410': { description: gone, content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } } }
        '5xx': { description: broken, content: { application/json: { schema: { $ref: '#/components/schemas/Message' } } } }
components: { schemas: { Message: { type: string } } }
""",
        "resources: { things: { models: { message: Message }, methods: { get: get /things } } }",
    )
    assert failed(package, 410, "boom").parsed == "boom"
    assert failed(package, 502, "boom").parsed == "boom"
    assert failed(package, 410, b"<h1>gone</h1>").parsed is None
    assert failed(package, 404, "boom").parsed is None


def test_an_error_of_a_subclass_keeps_its_own_shape(package: ModuleType) -> None:
    class Bare(package.APIStatusError):  # type: ignore[name-defined,misc]
        def __init__(self) -> None:
            Exception.__init__(self, "mine")

    class Own(package.APIStatusError):  # type: ignore[name-defined,misc]
        parsed = property(lambda self: "mine")

    for kind in (Bare, Own):

        class Client(package.Client):  # type: ignore[name-defined,misc]
            def _make_status_error(
                self, message: str, *, body: object, response: Any, kind: Any = kind
            ) -> Any:
                if kind is Bare:
                    return Bare()
                return Own(message, response=response, body=body)

        reply = Reply(b'{"name": "x"}', "application/json", 404)
        with (
            answering(reply) as asked,
            Client(base_url=asked.url) as client,
            pytest.raises(kind) as caught,
        ):
            client.things.get()
        assert caught.value.parsed == ("mine" if kind is Own else None)
