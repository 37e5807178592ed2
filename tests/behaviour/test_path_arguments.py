"""A method whose arguments all are in its path."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from tests.behaviour.conftest import Generate

PATH = "/orgs/{orgId}/class/{class}/things/{thingId}"
DESCRIPTION = f"""
paths:
  {PATH}:
    parameters:
    - {{ name: thingId, in: path, required: true, schema: {{ type: string }} }}
    - {{ name: class, in: path, required: true, schema: {{ type: string }} }}
    - {{ name: orgId, in: path, required: true, schema: {{ type: string }} }}
    get: {{ responses: {{ '204': {{ description: ok }} }} }}
    delete:
      parameters: [{{ name: force, in: query, schema: {{ type: boolean }} }}]
      responses: {{ '204': {{ description: ok }} }}
"""
CONFIGURATION = f"""
resources: {{ things: {{ methods: {{ retrieve: "get {PATH}", delete: "delete {PATH}" }} }} }}
"""


def test_keywords_stand_in_the_order_of_the_path(generate: Generate) -> None:
    package = generate(DESCRIPTION, CONFIGURATION)
    things = package.Client(base_url="http://localhost").things
    given = list(inspect.signature(things.retrieve).parameters)
    assert given[:3] == ["thing_id", "org_id", "class_"]


def test_only_arguments_outside_the_path_have_a_type(generate: Generate) -> None:
    package = generate(DESCRIPTION, CONFIGURATION)
    assert "ThingDeleteParams" in dir(package.types)
    assert "ThingRetrieveParams" not in dir(package.types)
    listed = (Path(str(package.__file__)).parents[2] / "api.md").read_text()
    assert r"retrieve</a>(thing_id, \*, org_id, class_) ->" in listed
    assert r"delete</a>(thing_id, \*, org_id, class_, \*\*<a" in listed


@pytest.mark.parametrize("empty", ["thing_id", "org_id", "class_"])
def test_an_empty_argument_is_named_as_python_names_it(
    generate: Generate, empty: str
) -> None:
    things = generate(DESCRIPTION, CONFIGURATION).Client(base_url="http://x").things
    given = {"thing_id": "t", "org_id": "o", "class_": "c"} | {empty: ""}
    message = f"Expected a non-empty value for `{empty}` but received ''"
    with pytest.raises(ValueError, match=message):
        things.retrieve(**given)
