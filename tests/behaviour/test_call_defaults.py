"""What calls have without their caller saying so: keys, timeouts, retries."""

from __future__ import annotations

import importlib
import inspect

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Sent, Stub

NO_CONTENT = "responses: { '204': { description: ok } }"
DESCRIPTION = f"""
paths:
  /things:
    get: {{ {NO_CONTENT} }}
    post:
      parameters:
      - {{ name: idempotency-key, in: header, schema: {{ type: string }} }}
      - {{ name: X-Key, in: header, schema: {{ type: string }} }}
      - {{ name: other, in: header, schema: {{ type: string }} }}
      {NO_CONTENT}
components: {{ securitySchemes: {{ key: {{ type: apiKey, in: header, name: X-Key }} }} }}
"""
METHODS = """
resources: { things: { methods: { list: get /things, create: { endpoint: post /things, %s } } } }
client_settings: { %s }
"""
FAILED = Sent("text/plain", b"", 409)


def test_calls_with_an_effect_carry_an_idempotency_key(generate: Generate) -> None:
    package = generate(
        DESCRIPTION, METHODS % ("", "idempotency: { header: Idempotency-Key }")
    )
    create = inspect.signature(package.resources.ThingsResource.create).parameters
    # a header that the client sends by itself is no argument
    assert list(create)[1:] == [
        *("other", "extra_headers", "extra_query", "extra_body", "timeout"),
        "idempotency_key",
    ]
    listed = inspect.signature(package.resources.ThingsResource.list).parameters
    assert "idempotency_key" not in listed
    with Stub(None, None, None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(idempotency_key="mine")
        client.things.create()
        client.things.list()
    keys = [headers.get("idempotency-key") for headers in stub.headers]
    assert (keys[0], len(keys[1] or ""), keys[2]) == ("mine", 36, None)


def test_overloads_take_an_idempotency_key(generate: Generate) -> None:
    package = generate(
        f"""
paths:
  /{{owners}}/{{owner_id}}/keys:
    post:
      parameters:
      - {{ name: owners, in: path, required: true, schema: {{ type: string, enum: [users, teams] }} }}
      - {{ name: owner_id, in: path, required: true, schema: {{ type: string }} }}
      {NO_CONTENT}
""",
        """
client_settings: { idempotency: { header: Idempotency-Key } }
x-path-scopes: { owner: { parameters: { kind: owners, id: owner_id }, choices: { user_id: { value: users }, team_id: { value: teams } } } }
resources: { keys: { methods: { create: "post /{owners}/{owner_id}/keys" } } }
""",
    )
    module = inspect.getmodule(package.types.KeyCreateParams)
    assert module is not None
    assert "idempotency_key" in module.KeyCreateArguments.__annotations__


def test_calls_of_a_method_that_may_stream_carry_an_idempotency_key(
    generate: Generate,
) -> None:
    package = generate(
        """
paths:
  /chats:
    post:
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string }, stream: { type: boolean } } } } }
      responses:
        '200':
          description: ok
          content:
            application/json: { schema: { type: object, properties: { id: { type: string } } } }
            text/event-stream: { schema: { type: string } }
""",
        """
client_settings: { idempotency: { header: Idempotency-Key } }
resources: { chats: { methods: { create: { endpoint: post /chats, streaming: { param_discriminator: stream } } } } }
""",
    )
    module = importlib.import_module(f"{package.__name__}.types.chat_create_params")
    assert "idempotency_key" in module.ChatCreateArguments.__annotations__
    events = Sent("text/event-stream", b"data: {}\n\n")
    with Stub({"id": "1"}, events) as stub, package.Client(base_url=stub.url) as client:
        client.chats.create(text="a", stream=False, idempotency_key="one")
        list(client.chats.create(text="a", stream=True, idempotency_key="two"))
    keys = [headers.get("idempotency-key") for headers in stub.headers]
    assert keys == ["one", "two"]


@pytest.mark.parametrize(
    "header", ["Authorization", "x-key", "Content-Type", "X-Stainless-Key", "X-Mode"]
)
def test_a_header_that_the_client_needs_carries_no_idempotency_key(
    generate_with_findings: GenerateWithFindings, header: str
) -> None:
    opts = "opts: { mode: { type: string, nullable: true, send_in_header: X-Mode }, key: { type: string, auth: { security_scheme: key } } }"
    package, report = generate_with_findings(
        DESCRIPTION,
        METHODS % ("", f"idempotency: {{ header: {header} }}, {opts}"),
    )
    (found,) = (d for d in report.diagnostics if d.code == "C004")
    assert found.message == (
        f"the client sends '{header}' by itself, so it cannot carry idempotency keys"
    )
    assert found.place.pointer == "/client_settings/idempotency/header"
    create = inspect.signature(package.resources.ThingsResource.create).parameters
    assert list(create)[-1] == "timeout"  # not a key


def test_an_unknown_positional_argument_is_a_finding(
    generate_with_findings: GenerateWithFindings,
) -> None:
    _, report = generate_with_findings(
        DESCRIPTION, METHODS % ("positional_params: [nothing]", "")
    )
    (found,) = (d for d in report.diagnostics if d.code == "C022")
    assert (
        found.message
        == "'nothing' cannot be given by position: the path of 'create' has no such parameter"
    )
    assert found.place.pointer == "/resources/things/methods/create"


@pytest.mark.parametrize(
    ("method", "client", "requests"),
    [
        ("", "", 1),
        ("x-retries: compatible", "", 3),
        (
            "x-retries: compatible, default_request_options: { max_retries: 0 }",
            "",
            1,
        ),
        ("x-retries: compatible", "default_retries: { max_retries: 1 }", 2),
    ],
)
def test_a_method_may_be_repeated_as_the_configuration_says(
    generate: Generate, method: str, client: str, requests: int
) -> None:
    delays = "initial_delay_seconds: 0, max_delay: 1"
    client = client.replace("max_retries: 1", f"max_retries: 1, {delays}")
    settings = client or f"default_retries: {{ {delays} }}"
    package = generate(DESCRIPTION, METHODS % (method, settings))
    with Stub(*[FAILED] * requests) as stub, pytest.raises(package.ConflictError):
        package.Client(base_url=stub.url).things.create()
    assert len(stub.requests) == requests


def test_a_configuration_may_repeat_all_calls(generate: Generate) -> None:
    package = generate(
        DESCRIPTION,
        "x-retries: compatible"
        + METHODS % ("", "default_retries: { initial_delay: 0, max_retries: 1 }"),
    )
    with Stub(FAILED, None) as stub:
        package.Client(base_url=stub.url).things.create()
    assert len(stub.requests) == 2


def test_a_timeout_of_a_method_counts_until_its_caller_chooses_one(
    generate: Generate,
) -> None:
    package = generate(
        DESCRIPTION, METHODS % ("default_request_options: { timeout: PT10M }", "")
    )
    client = package.Client()
    prepared: list[object] = []
    original = type(client).prepare

    def prepare(self: object, endpoint: object, **given: object) -> object:
        call = original(self, endpoint, **given)
        prepared.append(call.timeout)
        return call

    with Stub(None, None, None) as stub, pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(client), "prepare", prepare)
        client = package.Client(base_url=stub.url)
        client.things.create()
        client.things.create(timeout=3)
        client.with_options(timeout=7).things.create()
    assert prepared == [600.0, 3, 7]
