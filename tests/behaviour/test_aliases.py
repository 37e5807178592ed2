"""Further names of methods and models, and findings that the configuration does not want to see."""

from __future__ import annotations

import inspect
import json

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

OK = "{ '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }"
DESCRIPTION = f"""
paths:
  /things: {{ get: {{ responses: {OK} }} }}
  /internal: {{ get: {{ responses: {OK} }} }}
components: {{ schemas: {{ Thing: {{ type: object, properties: {{ id: {{ type: string }} }} }} }} }}
"""
METHODS = """
diagnostics: { ignored: { C009: true } }
resources:
  things:
    models: { thing: Thing, item: { type: alias, to: thing, deprecated: Use thing. } }
    methods: { list: get /things, all: { type: alias, to: list, deprecated: Use list. } }
  others: { models: { entry: { type: alias, to: things.thing } } }
"""


def test_an_alias_of_a_method_makes_the_same_call(generate: Generate) -> None:
    package = generate(DESCRIPTION, METHODS)
    with Stub({"id": "a"}, {"id": "b"}) as stub:
        things = package.Client(base_url=stub.url).things
        with pytest.warns(DeprecationWarning, match="Use list"):
            found = things.all()
        assert type(found) is type(things.list())
    assert stub.requests == ["GET /things", "GET /things"]


def test_an_alias_of_a_model_is_the_model(generate: Generate) -> None:
    types = generate(DESCRIPTION, METHODS).types
    assert types.Item is types.Thing
    assert types.Entry is types.Thing
    module = inspect.getsource(inspect.getmodule(types.Thing) or types)
    assert "class Item" not in module


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("models: { item: { type: alias, to: nothing } }", "C013"),
        ("models: { item: { type: alias } }", "C013"),
        ("methods: { all: { type: alias, to: nothing } }", "C005"),
        ("methods: { all: { type: alias } }", "C005"),
        (
            "methods: { all: { type: alias, to: any }, any: { type: alias, to: all } }",
            "C005 C005",
        ),
    ],
)
def test_an_alias_of_nothing_is_a_finding(
    generate_with_findings: GenerateWithFindings, alias: str, code: str
) -> None:
    configuration = f"""
diagnostics: {{ ignored: {{ Endpoint/NotConfigured: true }} }}
resources: {{ others: {{ methods: {{ list: get /things }} }}, things: {{ {alias} }} }}
"""
    _, report = generate_with_findings(DESCRIPTION, configuration)
    assert [found.code for found in report.diagnostics] == code.split()


def test_an_alias_of_what_python_lacks_is_left_out(generate: Generate) -> None:
    package = generate(
        DESCRIPTION,
        """
diagnostics: { ignored: { C009: true } }
resources: { things: { methods: { one: get /internal, list: { endpoint: get /things, skip: true },
  all: { type: alias, to: list } } } }
""",
    )
    assert not hasattr(package.Client().things, "all")


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("class", "class_"),
        ("__init__", "init"),
        ("__class__", "class_"),
        ('a b"""\n', "a_b"),
        ("1x", "method_1x"),
    ],
)
def test_an_alias_has_a_name_like_any_method(
    generate: Generate, alias: str, name: str
) -> None:
    methods = {"list": "get /things", alias: {"type": "alias", "to": "list"}}
    resources = {"things": {"methods": methods}}
    ignored = "diagnostics: { ignored: { C009: true } }"
    package = generate(DESCRIPTION, f"{ignored}\nresources: {json.dumps(resources)}")
    with Stub({"id": "a"}) as stub:
        getattr(package.Client(base_url=stub.url).things, name)()
    assert stub.requests == ["GET /things"]


@pytest.mark.parametrize(
    ("ignored", "findings"),
    [
        ({}, 1),
        ({"C009": True}, 0),
        ({"C009": False}, 1),
        ({"C009": ["get /internal"]}, 0),
        ({"C009": [{"location": "/paths//internal", "reason": "Ours."}]}, 0),
        ({"C009": [{"target": "get /other"}]}, 1),
        ({"Endpoint/NotConfigured": True}, 0),
        ({"C010": True}, 1),
    ],
)
def test_findings_can_be_left_out(
    generate_with_findings: GenerateWithFindings,
    ignored: dict[str, object],
    findings: int,
) -> None:
    configuration = f"""
diagnostics: {json.dumps({"ignored": ignored})}
resources: {{ things: {{ methods: {{ list: get /things }} }} }}
"""
    _, report = generate_with_findings(DESCRIPTION, configuration)
    assert len(report.diagnostics) == findings
