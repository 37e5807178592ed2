"""Arguments of a call, where they go on the wire, and under which name."""

from __future__ import annotations

import asyncio
import inspect
from datetime import date, datetime, timedelta, timezone

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

OK = "responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }"


def search(*parameters: str) -> str:
    """A description of ``GET /found`` with these parameters."""
    return f"""
paths:
  /found:
    get:
      parameters: [{", ".join(parameters)}]
      {OK}
"""


FINDING = "resources: { things: { methods: { find: get /found } } }"


def test_a_parameter_is_named_for_python_and_keeps_its_wire_name(
    generate: Generate,
) -> None:
    package = generate(
        search(
            "{ name: fromDate, in: query, schema: { type: string } }",
            "{ name: class, in: query, schema: { type: string } }",
            "{ name: X-Request-ID, in: header, schema: { type: string } }",
            "{ name: 'a[b]', in: query, schema: { type: string } }",
        ),
        FINDING,
    )
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.things.find(from_date="1", class_="2", x_request_id="3", a_b="4")
    assert stub.requests == ["GET /found?a%5Bb%5D=4&class=2&fromDate=1"]
    assert stub.headers[0]["x-request-id"] == "3"


def test_parameters_of_different_places_may_share_a_name(generate: Generate) -> None:
    package = generate(
        f"""
paths:
  /rooms/{{id}}:
    get:
      parameters:
        - {{ name: id, in: path, required: true, schema: {{ type: string }} }}
        - {{ name: id, in: query, schema: {{ type: integer }} }}
        - {{ name: id, in: header, schema: {{ type: string }} }}
      {OK}
""",
        "resources: { rooms: { methods: { retrieve: 'get /rooms/{id}' } } }",
    )
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.rooms.retrieve("r", query_id=2, header_id="h")
        signature = inspect.signature(client.rooms.retrieve)
    assert stub.requests == ["GET /rooms/r?id=2"]
    assert stub.headers[0]["id"] == "h"
    positional = [
        name
        for name, parameter in signature.parameters.items()
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    assert positional == ["id"]
    assert set(package.types.RoomRetrieveParams.__annotations__) == {
        "query_id",
        "header_id",
    }


def test_absent_arguments_are_not_sent_and_empty_text_is(generate: Generate) -> None:
    package = generate(
        search(
            "{ name: q, in: query, schema: { type: [string, 'null'] } }",
            "{ name: page_size, in: query, schema: { type: integer, default: 10 } }",
        ),
        FINDING,
    )
    with Stub({}, {}, {}, {}) as stub, package.Client(base_url=stub.url) as client:
        client.things.find()
        client.things.find(q="")
        client.things.find(q=None)
        client.things.find(q=package.omit, page_size=0)
    assert stub.requests == [
        "GET /found",
        "GET /found?q=",
        "GET /found",
        "GET /found?page_size=0",
    ]


@pytest.mark.parametrize(
    ("array_format", "sent"),
    [
        ("repeat", "tags=a&tags=b+c"),
        ("comma", "tags=a%2Cb+c"),
        ("brackets", "tags%5B%5D=a&tags%5B%5D=b+c"),
        ("indices", "tags%5B0%5D=a&tags%5B1%5D=b+c"),
    ],
)
def test_lists_are_written_as_the_configuration_says(
    array_format: str, sent: str, generate: Generate
) -> None:
    package = generate(
        search(
            "{ name: tags, in: query, schema: { type: array, items: { type: string } } }"
        ),
        f"{{ {FINDING}, query_settings: {{ array_format: {array_format} }} }}",
    )
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.things.find(tags=["a", "b c"])
    assert stub.requests == [f"GET /found?{sent}"]


@pytest.mark.parametrize(
    ("nested_format", "sent"),
    [
        ("dots", "filter.a=1&filter.b.c=x"),
        ("brackets", "filter%5Ba%5D=1&filter%5Bb%5D%5Bc%5D=x"),
    ],
)
def test_objects_in_a_query_are_written_as_the_configuration_says(
    nested_format: str, sent: str, generate: Generate
) -> None:
    package = generate(
        search(
            "{ name: filter, in: query, style: deepObject, explode: true, schema: { type: object } }"
        ),
        f"{{ {FINDING}, query_settings: {{ nested_format: {nested_format} }} }}",
    )
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.things.find(filter={"a": 1, "b": {"c": "x"}})
    assert stub.requests == [f"GET /found?{sent}"]


def test_scalars_have_one_form_in_queries_headers_and_paths(generate: Generate) -> None:
    package = generate(
        f"""
paths:
  /at/{{number}}:
    get:
      parameters:
        - {{ name: number, in: path, required: true, schema: {{ type: integer }} }}
        - {{ name: yes, in: query, schema: {{ type: boolean }} }}
        - {{ name: half, in: query, schema: {{ type: number }} }}
        - {{ name: day, in: query, schema: {{ type: string, format: date }} }}
        - {{ name: X-Since, in: header, schema: {{ type: string, format: date-time }} }}
        - {{ name: X-No, in: header, schema: {{ type: boolean }} }}
      {OK}
""".replace("name: yes", "name: 'yes'"),
        "resources: { things: { methods: { at: 'get /at/{number}' } } }",
    )
    since = datetime(2020, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.things.at(
            7, yes=True, half=0.5, day=date(2020, 2, 3), x_since=since, x_no=False
        )
    assert stub.requests == ["GET /at/7?day=2020-02-03&half=0.5&yes=true"]
    assert stub.headers[0]["x-since"] == "2020-01-02T03:04:05+02:00"
    assert stub.headers[0]["x-no"] == "false"


def test_parameters_of_the_path_item_hold_for_its_operations_unless_they_differ(
    generate: Generate,
) -> None:
    package = generate(
        f"""
paths:
  /found:
    parameters:
      - {{ name: both, in: query, schema: {{ type: string }} }}
      - {{ name: own, in: query, required: true, schema: {{ type: string }} }}
    get:
      parameters: [{{ name: own, in: query, schema: {{ type: integer }} }}]
      {OK}
""",
        FINDING,
    )
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.things.find(both="b")  # `own` is optional here
    assert stub.requests == ["GET /found?both=b"]


def test_positional_arguments_are_the_last_of_the_path_or_those_configured_in_that_order(
    generate: Generate,
) -> None:
    parameters = ", ".join(
        f"{{ name: {n}, in: path, required: true, schema: {{ type: string }} }}"
        for n in ("zone", "rule")
    )
    package = generate(
        f"""
paths:
  /zones/{{zone}}/rules/{{rule}}:
    parameters: [{parameters}]
    get: {{ {OK} }}
    delete: {{ responses: {{ '204': {{ description: gone }} }} }}
""",
        """
resources:
  rules:
    methods:
      retrieve: 'get /zones/{zone}/rules/{rule}'
      delete: { endpoint: 'delete /zones/{zone}/rules/{rule}', positional_params: [zone, rule] }
""",
    )
    with Stub({}, None) as stub, package.Client(base_url=stub.url) as client:
        client.rules.retrieve("r", zone="z")
        client.rules.delete("z", "r")
        with pytest.raises(TypeError):
            client.rules.retrieve("r", "z")
    assert stub.requests == ["GET /zones/z/rules/r", "DELETE /zones/z/rules/r"]


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("", None),
        (".", None),
        ("..", None),
        ("a/../b", "a%2F..%2Fb"),
        ("?#\\", "%3F%23%5C"),
    ],
)
def test_a_path_argument_is_one_segment_or_refused(
    name: str, sent: str | None, generate: Generate
) -> None:
    package = generate(
        f"""
paths:
  /files/{{name}}/content:
    parameters: [{{ name: name, in: path, required: true, schema: {{ type: string }} }}]
    get: {{ {OK} }}
""",
        "resources: { files: { methods: { content: 'get /files/{name}/content' } } }",
    )
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        if sent is None:
            with pytest.raises(ValueError, match=r"name|dot-segment"):
                client.files.content(name)
        else:
            client.files.content(name)
    assert stub.requests == ([] if sent is None else [f"GET /files/{sent}/content"])


def test_the_error_for_an_empty_path_argument_names_the_argument(
    generate: Generate,
) -> None:
    package = generate(
        f"""
paths:
  /stops/{{stopID}}:
    parameters: [{{ name: stopID, in: path, required: true, schema: {{ type: string }} }}]
    get: {{ {OK} }}
""",
        "resources: { stops: { methods: { retrieve: 'get /stops/{stopID}' } } }",
    )
    message = "Expected a non-empty value for `stop_id` but received ''"
    client = package.Client(base_url="http://127.0.0.1:1")
    with pytest.raises(ValueError, match=message):
        client.stops.retrieve("")


def test_a_path_scope_holds_for_the_async_client_and_for_raw_responses_too(
    generate: Generate,
) -> None:
    package = generate(
        f"""
paths:
  /{{kind}}/{{owner}}/keys:
    parameters:
      - {{ name: kind, in: path, required: true, schema: {{ type: string }} }}
      - {{ name: owner, in: path, required: true, schema: {{ type: string }} }}
    get: {{ {OK} }}
""",
        """
x-path-scopes:
  owner:
    parameters: { kind: kind, id: owner }
    choices: { user_id: { value: users }, team_id: { value: teams } }
resources: { keys: { methods: { all: 'get /{kind}/{owner}/keys' } } }
""",
    )

    async def call(url: str) -> None:
        async with package.AsyncClient(base_url=url) as client:
            await client.keys.all(team_id="t")
            with pytest.raises(ValueError, match="user_id"):
                await client.keys.all(user_id="u", team_id="t")
            raw = await client.keys.with_raw_response.all(user_id="u")
            assert raw.status_code == 200

    with Stub({}, {}) as stub:
        asyncio.run(call(stub.url))
    assert stub.requests == ["GET /teams/t/keys", "GET /users/u/keys"]


def test_options_of_the_client_travel_as_headers(
    generate: Generate, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = generate(
        search(),
        f"""
client_settings:
  default_headers: {{ X-Fixed: always }}
  opts:
    region: {{ type: string, nullable: true, default: eu, send_in_header: X-Region }}
    team: {{ type: string, nullable: true, read_env: BEHAVIOUR_TEAM, send_in_header: X-Team }}
{FINDING}
""",
    )
    monkeypatch.setenv("BEHAVIOUR_TEAM", "from the environment")
    with Stub({}, {}) as stub:
        with package.Client(base_url=stub.url) as client:
            client.things.find()
        with package.Client(base_url=stub.url, region="us", team="own") as client:
            client.things.find()
    seen = [(h["x-fixed"], h["x-region"], h["x-team"]) for h in stub.headers]
    assert seen == [("always", "eu", "from the environment"), ("always", "us", "own")]
