"""Unions decode into the right class, or leave a value as it came, however their members are told apart."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from tests.behaviour.conftest import Generate
from tests.behaviour.test_inheritance import description, models
from tests.golden.stub import Stub

CAT = "{ type: object, required: [petType], properties: { petType: %s, n: { type: integer } } }"
TEXT = "{ type: string }"
REFS = "[{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]"
MAPPED = "{ propertyName: petType, mapping: { c: Cat, d: '#/components/schemas/Dog', also: Cat } }"


def pets(pet: str, cat: str = TEXT, dog: str = TEXT) -> str:
    owner = "{ type: object, properties: { pet: { $ref: '#/components/schemas/Pet' }, pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }"
    return description(
        "Owner",
        Owner=owner,
        Pet=pet,
        Cat=CAT.replace("%s", cat),
        Dog=CAT.replace("%s", dog),
    )


KINDS = {
    "mapping": (pets(f"{{ oneOf: {REFS}, discriminator: {MAPPED} }}"), "c", "d"),
    "implicit names": (
        pets(f"{{ anyOf: {REFS}, discriminator: {{ propertyName: petType }} }}"),
        "Cat",
        "Dog",
    ),
    "constants": (
        pets(f"{{ oneOf: {REFS} }}", "{ const: c }", "{ const: d }"),
        "c",
        "d",
    ),
    "enumerations": (
        pets(f"{{ oneOf: {REFS} }}", "{ enum: [c] }", "{ enum: [d, e] }"),
        "c",
        "e",
    ),
    "whole numbers": (
        pets(f"{{ oneOf: {REFS} }}", "{ const: 1 }", "{ const: 2 }"),
        1,
        2,
    ),
    "a union in a union": (
        pets(
            f"{{ oneOf: [{{ oneOf: {REFS}, discriminator: {MAPPED} }}, {{ $ref: '#/components/schemas/Owner' }}], discriminator: {{ propertyName: petType }} }}"
        ),
        "c",
        "d",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_discriminator_chooses_the_class(kind: str, generate: Generate) -> None:
    text, cat, dog = KINDS[kind]
    package = generate(text, models("Cat", "Dog", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    unknown = {"petType": "cow", "n": "x"}
    sent = {
        "pet": {"petType": dog, "n": 1},
        "pets": [{"petType": cat, "n": "x"}, unknown, {}, 5, {"petType": dog}],
    }
    with Stub(sent) as stub, package.Client(base_url=stub.url) as client:
        owner = client.things.get()
    assert [type(owner.pet)] == [types.Dog]
    assert [type(pet) for pet in owner.pets] == [types.Cat, dict, dict, int, types.Dog]
    assert owner.pets[1] == unknown
    assert owner.to_dict() == sent


@pytest.mark.parametrize("kind", KINDS)
def test_strict_mode_reports_a_value_that_no_member_has(
    kind: str, generate: Generate
) -> None:
    package = generate(KINDS[kind][0], models("Cat", "Dog", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    with (
        Stub({"pet": {"petType": "cow"}}) as stub,
        package.Client(base_url=stub.url, _strict_response_validation=True) as client,
        pytest.raises(package.APIResponseValidationError, match="petType"),
    ):
        client.things.get()
    with pytest.raises(ValidationError):
        types.Owner(pet={"petType": "cow"})
    assert types.Owner.model_json_schema()


@pytest.mark.parametrize("kind", KINDS)
def test_a_program_gives_members_as_objects_or_dictionaries(
    kind: str, generate: Generate
) -> None:
    text, cat, _ = KINDS[kind]
    package = generate(text, models("Cat", "Dog", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    made = types.Owner(pet=types.Cat(pet_type=cat, n=1), pets=[{"petType": cat}])
    assert type(made.pet) is type(made.pets[0]) is types.Cat
    found: Any = TypeAdapter(types.Pet).validate_python({"pet_type": cat})
    assert type(found) is types.Cat


def test_any_other_value_is_that_of_the_default_mapping(generate: Generate) -> None:
    pet = f"{{ oneOf: {REFS}, discriminator: {{ propertyName: petType, mapping: {{ c: Cat }}, defaultMapping: Dog }} }}"
    text = pets(pet).replace("\npaths:", "\nopenapi: 3.2.0\npaths:")
    package = generate(text, models("Cat", "Dog", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    sent = {"pets": [{"petType": "c"}, {"petType": "cow"}, {}]}
    with Stub(sent) as stub, package.Client(base_url=stub.url) as client:
        owner = client.things.get()
    assert [type(pet) for pet in owner.pets] == [types.Cat, types.Dog, types.Dog]
