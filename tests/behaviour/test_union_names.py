"""Unions of objects have names of their own, and their variants are named after them."""

from __future__ import annotations

import importlib
import inspect
import sys
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /things:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Cat: {type: object, required: [kind], properties: {kind: {enum: [cat]}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {enum: [dog]}, name: {type: string}}}
    Fish: {type: object, required: [kind], properties: {kind: {enum: [gold_fish]}}}
    Pet: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
    Animal: {anyOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Fish'}]}
    Thing:
      type: object
      properties:
        pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
        guest: {anyOf: [{$ref: '#/components/schemas/Animal'}, {type: 'null'}]}
        plain: {anyOf: [{type: string}, {type: array, items: {type: integer}}]}
        mixed: {anyOf: [{type: string}, {$ref: '#/components/schemas/Fish'}]}
        by_value:
          discriminator: {propertyName: kind}
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Fish'}]
        by_name:
          discriminator:
            propertyName: kind
            mapping: {cat: '#/components/schemas/Cat', gold_fish: '#/components/schemas/Fish'}
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Fish'}]
"""
CONFIGURATION = """
resources: { things: { models: { thing: Thing }, methods: { retrieve: get /things } } }
"""


@pytest.fixture
def module(generate: Generate) -> ModuleType:
    thing = generate(DESCRIPTION, CONFIGURATION).types.Thing
    return sys.modules[thing.__module__]


def annotation(module: ModuleType, field: str) -> Any:
    return inspect.get_annotations(module.Thing)[field]


def test_a_property_that_is_one_of_several_objects_has_an_alias(
    module: ModuleType,
) -> None:
    assert annotation(module, "pets") == list[module.Pet] | None
    assert {"Pet", "PetCat", "PetDog"} <= set(module.__all__)


def test_a_union_with_a_single_object_has_an_alias(module: ModuleType) -> None:
    assert module.Mixed == str | module.MixedFish
    assert annotation(module, "mixed") == module.Mixed | None


def test_a_union_without_objects_has_none(module: ModuleType) -> None:
    assert annotation(module, "plain") == str | list[int] | None
    assert "Plain" not in module.__all__


def test_unions_within_a_union_are_flattened_without_duplicates(
    module: ModuleType,
) -> None:
    guests = [name for name in module.__all__ if name.startswith("Guest")]
    assert sorted(guests) == ["Guest", "GuestCat", "GuestDog", "GuestFish"]


def test_variants_are_named_by_the_value_of_a_discriminator_without_mapping(
    module: ModuleType,
) -> None:
    values = {name for name in module.__all__ if name.startswith("ByValue")}
    assert values == {"ByValue", "ByValueCat", "ByValueGoldFish"}
    names = {name for name in module.__all__ if name.startswith("ByName")}
    assert names == {"ByName", "ByNameCat", "ByNameFish"}


def test_a_union_is_decoded_by_what_tells_its_variants_apart(
    generate: Generate,
) -> None:
    package = generate(DESCRIPTION, CONFIGURATION)
    data = {"guest": {"kind": "gold_fish"}, "pets": [{"kind": "dog", "name": "a"}]}
    with Stub(data) as stub:
        thing = package.Client(base_url=stub.url).things.retrieve()
    assert (type(thing.guest).__name__, type(thing.pets[0]).__name__) == (
        "GuestFish",
        "PetDog",
    )


def test_the_position_of_a_variant_counts_each_kind_of_value(
    generate: Generate,
) -> None:
    package = generate(
        """
paths:
  /things:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Thing:
      type: object
      properties:
        value:
          anyOf:
          - type: [string, number, boolean]
          - anyOf: [{type: integer}, {type: array, items: {}}]
          - {type: object, properties: {text: {type: string}}}
""",
        CONFIGURATION,
    )
    module = importlib.import_module(f"{package.__name__}.types.thing")
    assert set(module.__all__) == {"Thing", "Value", "ValueUnionMember5"}


def test_what_is_in_a_model_that_is_a_list_is_named_after_one_item(
    generate: Generate,
) -> None:
    package = generate(
        """
paths:
  /things:
    get:
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Things'}}}}
components:
  schemas:
    Things:
      type: array
      items: {type: object, properties: {part: {type: object, properties: {text: {type: string}}}}}
""",
        "resources: { things: { models: { all_things: Things }, methods: { list: get /things } } }",
    )
    module = importlib.import_module(f"{package.__name__}.types.all_things")
    assert set(module.__all__) == {"AllThings", "AllThingItem", "AllThingItemPart"}


def test_a_shared_choice_has_a_module_for_what_callers_give(generate: Generate) -> None:
    package = generate(
        """
paths:
  /things:
    get:
      parameters:
      - {name: size, in: query, schema: {$ref: '#/components/schemas/Size'}}
      - {name: own, in: query, schema: {$ref: '#/components/schemas/Own'}}
      responses: {'204': {description: ok}}
components:
  schemas:
    Size: {type: string, enum: [small, large]}
    Own: {type: string, enum: [mine, yours]}
""",
        "resources: { $shared: { models: { size: Size } }, things: { models: { own: Own }, "
        "methods: { list: get /things } } }",
    )
    sizes = package.types.shared_params.Size, package.types.shared.Size
    assert sizes[0] == sizes[1]
    names = dir(package.types)
    assert ("Size" in names, "Own" in names, "OwnParam" in names) == (True, True, False)
