"""What the configuration keeps from Python clients, or gives to them alone."""

from __future__ import annotations

import inspect

from tests.behaviour.conftest import Generate

_GET = "{ get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }"
DESCRIPTION = f"""
components: {{ schemas: {{ Thing: {{ type: object, properties: {{ id: {{ type: string }} }} }} }} }}
paths: {{ /a: {_GET}, /b: {_GET}, /c: {_GET}, /d: {_GET}, /e: {_GET}, '/f/{{x}}': {_GET} }}
"""
RESOURCES = """
resources:
  things:
    models:
      thing: { openapi_uri: Thing, skip: [python] }
    methods:
      all: { endpoint: get /a, skip: [go] }
      nowhere: { endpoint: get /b, skip: true }
      elsewhere: { endpoint: get /c, only: [go, ruby] }
      here: { endpoint: get /a, only: [python] }
      one: { endpoint: 'get /f/{x}' }
    subresources:
      hidden: { skip: [python], methods: { list: get /d } }
  others: { only: [go], methods: { list: get /e } }
"""


def test_what_python_lacks_is_left_out_without_a_finding(generate: Generate) -> None:
    package = generate(DESCRIPTION, RESOURCES)
    client = package.Client()
    assert not hasattr(client, "others")
    assert not hasattr(client.things, "hidden")
    public = {name for name in dir(client.things) if not name.startswith("_")}
    assert public == {
        "all",
        "here",
        "one",
        "with_raw_response",
        "with_streaming_response",
    }
    assert not hasattr(package.types, "Thing")


def test_no_argument_is_positional_where_the_settings_say_so(
    generate: Generate,
) -> None:
    package = generate(
        DESCRIPTION, f"settings: {{positional_params: false}}{RESOURCES}"
    )
    found = inspect.signature(package.resources.ThingsResource.one).parameters
    assert found["x"].kind is inspect.Parameter.KEYWORD_ONLY


def test_the_client_has_the_configured_name(generate: Generate) -> None:
    package = generate(
        DESCRIPTION, f"client_settings: {{client_name: OpenAIThing}}{RESOURCES}"
    )
    assert package.OpenAIThing is package.Client
    assert issubclass(package.APIError, package.OpenAIThingError)
    assert package.OpenAIThing.__init__ is not None
