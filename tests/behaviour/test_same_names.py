"""Types of the same name in different folders refer to each other and stay apart."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /a: { get: { responses: { '200': { description: ok, content: {
    application/json: { schema: { $ref: '#/components/schemas/ASettings' } } } } } } }
  /b: { get: { responses: { '200': { description: ok, content: {
    application/json: { schema: { $ref: '#/components/schemas/BSettings' } } } } } } }
components:
  schemas:
    AKind: { type: string, enum: [x] }
    BKind: { type: string, enum: [y] }
    Base: { type: object, properties: { base: { $ref: '#/components/schemas/AKind' } } }
    ASettings:
      type: object
      properties:
        own: { $ref: '#/components/schemas/ASettings' }
        other: { $ref: '#/components/schemas/BSettings' }
        kind: { $ref: '#/components/schemas/AKind' }
        other_kind: { $ref: '#/components/schemas/BKind' }
    BSettings:
      allOf:
        - { $ref: '#/components/schemas/Base' }
        - type: object
          properties:
            others: { type: array, items: { $ref: '#/components/schemas/ASettings' } }
            kind: { $ref: '#/components/schemas/BKind' }
            nested: { type: object, properties: { back: { $ref: '#/components/schemas/ASettings' } } }
"""
CONFIGURATION = """
resources:
  a: { subresources: { parts: {
    models: { settings: ASettings, kind: AKind }, methods: { get: get /a } } } }
  b: { subresources: { parts: {
    models: { settings: BSettings, kind: BKind, base: Base }, methods: { get: get /b } } } }
"""


@pytest.fixture
def package(generate: Generate) -> str:
    return generate(DESCRIPTION, CONFIGURATION).__name__


def test_models_of_the_same_name_refer_to_each_other(package: str) -> None:
    answer = {
        "own": {},
        "other": {"others": [{"kind": "x"}], "kind": "y", "nested": {"back": {}}},
    }
    types = import_module(f"{package}.types")
    with (
        Stub(answer) as stub,
        import_module(package).Client(base_url=stub.url) as client,
    ):
        found = client.a.parts.get()
    assert type(found) is type(found.own) is types.a.Settings
    assert type(found.other) is types.b.Settings
    assert type(found.other.others[0]) is types.a.Settings
    assert type(found.other.nested.back) is types.a.Settings


def test_enums_of_the_same_name_stay_apart(package: str) -> None:
    types = import_module(f"{package}.types")
    fields = types.a.Settings.model_fields
    assert fields["kind"].annotation == types.a.Kind | None
    assert fields["other_kind"].annotation == types.b.Kind | None
    assert types.b.Settings.model_fields["base"].annotation == types.a.Kind | None
