"""Methods that return streams: of which items, and when."""

from __future__ import annotations

import asyncio
import importlib
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.answering import Reply, answering
from tests.behaviour.conftest import Generate
from tests.behaviour.test_results import GETTING, OBJECT, described, ok

EVENTS = "text/event-stream"


def items(
    package: ModuleType, body: str, media: str = EVENTS, **given: Any
) -> list[Any]:
    """The items of the stream that the method returns, the same for both clients."""
    reply = Reply(body.encode(), media)
    with answering(reply) as asked:
        with package.Client(base_url=asked.url) as client:
            found = list(client.things.get(**given))

        async def later() -> list[Any]:
            async with package.AsyncClient(base_url=asked.url) as client:
                return [item async for item in await client.things.get(**given)]

        assert asyncio.run(later()) == found
    assert set(asked.accepts) == {media}
    return found


@pytest.mark.parametrize(
    ("media", "body"),
    [
        (EVENTS, 'data: {"a": "x"}\n\ndata: {"a": "y"}\n\n'),
        ("application/x-ndjson", '{"a": "x"}\n{"a": "y"}\n'),
        ("application/jsonl", '{"a": "x"}\n{"a": "y"}'),
        ("application/json-seq", '\x1e{"a":\n "x"}\n\x1e{"a": "y"}\n'),
    ],
)
@pytest.mark.parametrize("schema", [OBJECT, f"{{ type: array, items: {OBJECT} }}"])
def test_a_stream_gives_its_items_one_by_one(
    media: str, body: str, schema: str, generate: Generate
) -> None:
    package = generate(described(ok(f"{{ {media}: {{ schema: {schema} }} }}")), GETTING)
    found = items(package, body, media)
    assert [item.a for item in found] == ["x", "y"]
    assert type(found[0]) is package.types.ThingGetEvent


@pytest.mark.parametrize("content", ["{}", "{ schema: { type: string } }"])
def test_events_of_which_nothing_is_known_are_given_as_they_are(
    content: str, generate: Generate
) -> None:
    package = generate(described(ok(f"{{ {EVENTS}: {content} }}")), GETTING)
    (event,) = items(package, "event: tick\ndata: 7\nid: 1\n\n")
    assert (event.event, event.data, event.id) == ("tick", "7", "1")


def test_lines_of_which_nothing_is_known_are_any_values(generate: Generate) -> None:
    package = generate(described(ok("{ application/x-ndjson: {} }")), GETTING)
    assert items(package, '1\n{"a": [2]}\n', "application/x-ndjson") == [1, {"a": [2]}]


@pytest.mark.parametrize(
    "data",
    [
        OBJECT,
        f"{{ type: string, contentMediaType: application/json, contentSchema: {OBJECT} }}",
    ],
)
def test_an_event_that_is_described_with_its_fields_gives_its_data(
    data: str, generate: Generate
) -> None:
    event = (
        f"{{ type: object, properties: {{ event: {{ type: string }}, data: {data} }} }}"
    )
    package = generate(described(ok(f"{{ {EVENTS}: {{ schema: {event} }} }}")), GETTING)
    (found,) = items(package, 'event: x\ndata: {"a": "b"}\n\n')
    assert found.a == "b"


def test_items_have_the_type_of_the_item_schema(generate: Generate) -> None:
    schemas = f"openapi: 3.2.0\n{described(ok('{ application/jsonl: { itemSchema: ' + OBJECT + ' } }'))}"
    package = generate(schemas, GETTING)
    assert items(package, '{"a": "b"}\n', "application/jsonl")[0].a == "b"


def test_events_of_several_kinds_are_a_union(generate: Generate) -> None:
    def kind(name: str) -> str:
        return (
            f"{{ properties: {{ event: {{ const: {name} }}, data: {{ type: string, contentSchema: "
            f"{{ type: object, required: [{name}], properties: {{ {name}: {{ type: integer }} }} }} }} }} }}"
        )

    event = f"{{ type: object, oneOf: [{kind('up')}, {kind('down')}] }}"
    content = f"{{ {EVENTS}: {{ itemSchema: {event} }} }}"
    package = generate(f"openapi: 3.2.0\n{described(ok(content))}", GETTING)
    first, second = items(
        package, 'event: up\ndata: {"up": 1}\n\nevent: down\ndata: {"down": 2}\n\n'
    )
    assert (first.up, second.down) == (1, 2)


def test_a_stream_ends_at_done(generate: Generate) -> None:
    package = generate(
        described(ok(f"{{ {EVENTS}: {{ schema: {OBJECT} }} }}")), GETTING
    )
    found = items(package, 'data: {"a": "b"}\n\ndata: [DONE]\n\ndata: {"a": "c"}\n\n')
    assert [item.a for item in found] == ["b"]


def test_configured_rules_say_what_events_mean(generate: Generate) -> None:
    package = generate(
        described(ok(f"{{ {EVENTS}: {{ schema: {OBJECT} }} }}")),
        f"""
{GETTING}
streaming:
  on_event:
    - {{ data_starts_with: END, handle: done }}
    - {{ event_type: [failed, broken], handle: error, error_property: error }}
    - {{ event_type: null, handle: yield }}
""",
    )
    skipped = 'event: ping\ndata: {"a": "no"}\n\n'
    good = f'data: {{"a": "b"}}\n\n{skipped}'
    (found,) = items(package, f"{good}data: END\n\n{good}")
    assert found.a == "b"
    failed = f'{good}event: broken\ndata: {{"error": {{"why": "x"}}}}\n\n'
    with pytest.raises(package.APIStatusError) as error:
        items(package, failed)
    assert error.value.body == {"why": "x"}


SWITCHED = """
paths:
  /thing:
    get:
      parameters: [{ name: stream, in: query, schema: { type: boolean } }, { name: q, in: query, required: true, schema: { type: string } }]
      responses:
        '200':
          description: ok
          content:
            application/json: { schema: { type: object, properties: { whole: { type: string } } } }
            text/event-stream: { schema: { type: object, properties: { part: { type: string } } } }
"""


@pytest.mark.parametrize(
    "streaming", ["", ", streaming: { param_discriminator: stream }"]
)
def test_an_argument_asks_for_a_stream_instead_of_a_value(
    streaming: str, generate: Generate
) -> None:
    package = generate(
        SWITCHED,
        f"resources: {{ things: {{ methods: {{ get: {{ endpoint: get /thing{streaming} }} }} }} }}",
    )
    (event,) = items(package, 'data: {"part": "p"}\n\n', stream=True, q="x")
    assert event.part == "p"
    reply = Reply(b'{"whole": "w"}', "application/json")
    with answering(reply) as asked, package.Client(base_url=asked.url) as client:
        assert client.things.get(q="x").whole == "w"
        assert client.things.get(q="x", stream=False).whole == "w"
    assert asked.accepts == ["application/json"] * 2
    assert asked.queries == ["q=x", "q=x&stream=false"]


NESTED = """
paths:
  /thing:
    post:
      requestBody: { required: true, content: { application/json: { schema: {
        type: object, required: [q, stream], properties: { stream: SWITCH, q: {
          type: object, properties: { "max-size": { type: integer } } } } } } } }
      responses:
        '200':
          description: ok
          content:
            application/json: { schema: { type: object, properties: { whole: { type: string } } } }
            text/event-stream: { schema: { type: object, properties: { part: { type: string } } } }
"""


@pytest.mark.parametrize(
    ("switch", "off"),
    [
        ("{ type: boolean }", "Required[Literal[False]]"),
        ("{ type: boolean, nullable: true }", "Required[Literal[False] | None]"),
    ],
)
def test_the_parameters_of_calls_with_and_without_a_stream_have_types(
    switch: str, off: str, generate: Generate
) -> None:
    package = generate(
        f"openapi: 3.0.3\n{NESTED.replace('SWITCH', switch)}",
        "resources: { things: { methods: { get: { endpoint: post /thing, "
        "streaming: { param_discriminator: stream } } } } }",
    )
    params = importlib.import_module(f"{package.__name__}.types.thing_get_params")
    base = params.ThingGetParamsBase
    assert set(base.__annotations__) == {"q"}
    whole, parts = params.ThingGetParamsNonStreaming, params.ThingGetParamsStreaming
    assert set(whole.__annotations__) == set(parts.__annotations__) == {"q", "stream"}
    assert whole.__annotations__["stream"].__forward_arg__ == off
    assert parts.__annotations__["stream"].__forward_arg__ == "Required[Literal[True]]"
    assert package.types.ThingGetParams == whole | parts
    reply = Reply(b'{"whole": "w"}', "application/json")
    with answering(reply) as asked, package.Client(base_url=asked.url) as client:
        client.things.get(q={"max_size": 1}, stream=False)
    assert b'"max-size":1' in asked.bodies[0]


def test_the_configuration_names_the_model_of_an_event(generate: Generate) -> None:
    package = generate(
        described(
            ok(f"{{ {EVENTS}: {{ schema: {{ type: object }} }} }}"), f"Part: {OBJECT}"
        ),
        """
resources:
  parts: { models: { part: Part } }
  things: { methods: { get: { endpoint: get /thing, streaming: { stream_event_model: parts.part } } } }
""",
    )
    (event,) = items(package, 'data: {"a": "b"}\n\n')
    assert type(event) is package.types.Part


def test_a_stream_can_be_declined(generate: Generate) -> None:
    package = generate(
        described(ok(f"{{ {EVENTS}: {{}} }}")),
        "resources: { things: { methods: { get: { endpoint: get /thing, streaming: false } } } }",
    )
    reply = Reply(b"data: 1\n\n", EVENTS)
    with answering(reply) as asked, package.Client(base_url=asked.url) as client:
        assert client.things.get() == "data: 1\n\n"


def test_raw_responses_give_the_stream_when_parsed(generate: Generate) -> None:
    package = generate(
        described(ok(f"{{ {EVENTS}: {{ schema: {OBJECT} }} }}")), GETTING
    )
    reply = Reply(b'data: {"a": "b"}\n\n', EVENTS)
    with answering(reply) as asked, package.Client(base_url=asked.url) as client:
        raw = client.things.with_raw_response.get()
        assert [item.a for item in raw.parse()] == ["b"]
