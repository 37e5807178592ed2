"""Unions decode into the right class, or leave a value as it came, however their members are told apart."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from tests.behaviour.conftest import Generate, GenerateWithFindings
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


PET_OF = (
    "{ type: object, required: [%s], properties: { petType: { type: string }, %s } }"
)
OWNER = "owner: { type: [object, 'null'], properties: { pet: { $ref: '#/components/schemas/Pet' } } }"


def optional_tags(cat: str, cat_fields: str, dog: str, dog_fields: str) -> str:
    """Cats and dogs that need not say what they are: what they require, and have."""
    text = pets(f"{{ oneOf: {REFS}, discriminator: {MAPPED} }}")
    text = text.replace(CAT.replace("%s", TEXT), PET_OF % (cat, cat_fields), 1)
    return text.replace(CAT.replace("%s", TEXT), PET_OF % (dog, dog_fields), 1)


@pytest.mark.parametrize("first", [None, "Cat", "Dog"])
@pytest.mark.parametrize("strict", [False, True])
def test_without_its_property_the_fields_choose_the_class(
    strict: bool, first: str | None, generate: Generate
) -> None:
    """Whichever class was used before; those in a circle are complete only then."""
    text = optional_tags(
        "n, owner", f"n: {{}}, {OWNER}", "n", "n: {}, bone: {}, dogTag: {}"
    )
    package = generate(text, models("Cat", "Dog", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    if first is not None:
        getattr(types, first).model_validate({"n": 1, "owner": None})
    decided = [
        {"n": 1, "owner": {"pet": {"n": 2, "bone": 1}}},
        {"n": 2, "bone": 3},
        {"petType": "c", "n": 1, "owner": None, "bone": 2},
        {"n": 1, "dogTag": 5, "new": 1},
    ]
    sent = {"pet": {"n": 2}, "pets": decided}
    with (
        Stub(sent) as stub,
        package.Client(base_url=stub.url, _strict_response_validation=strict) as client,
    ):
        owner = client.things.get()
    assert type(owner.pet) is types.Dog
    found = [type(pet).__name__ for pet in owner.pets]
    assert found == ["Cat", "Dog", "Cat", "Dog"]
    assert type(owner.pets[0].owner.pet) is types.Dog
    assert owner.to_dict() == sent
    assert types.Owner.model_json_schema()


@pytest.mark.parametrize(
    ("fields", "open_ones"),
    [
        # nothing is required
        (("", "n: {}", "", "bone: {}"), [{}, {"new": 1}]),
        # fields of both, or of one without what it requires
        (("n", "n: {}", "bone", "bone: {}"), [{"n": 1, "bone": 1}, {}, {"new": 1}]),
        # a field that only the other has
        (("n", "n: {}", "", "n: {}, meow: {}"), [{"n": 1}]),
        (("n", "n: {}", "bone", "n: {}, bone: {}"), [{"petType": "cow", "n": 1}, 5]),
    ],
)
def test_where_fields_do_not_decide_a_value_stays_as_it_came(
    fields: tuple[str, str, str, str], open_ones: list[object], generate: Generate
) -> None:
    text = optional_tags(*fields)
    package = generate(text, models("Cat", "Dog", "Pet", "Owner"))
    for pet in open_ones:
        with Stub({"pet": pet}) as stub, package.Client(base_url=stub.url) as client:
            assert client.things.get().pet == pet
        with (
            Stub({"pet": pet}) as stub,
            package.Client(
                base_url=stub.url, _strict_response_validation=True
            ) as client,
            pytest.raises(package.APIResponseValidationError, match="pet: ") as caught,
        ):
            client.things.get()
        assert "undecided" not in str(caught.value)
        assert str(caught.value).count("pet: ") == 1


def test_a_field_of_one_class_excludes_the_other(generate: Generate) -> None:
    text = optional_tags("n", "n: {}", "", "n: {}, meow: {}")
    package = generate(text, models("Cat", "Dog", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    with (
        Stub({"pet": {"n": 1, "meow": True}}) as stub,
        package.Client(base_url=stub.url) as client,
    ):
        assert type(client.things.get().pet) is types.Dog


def test_a_program_gives_members_without_the_property(generate: Generate) -> None:
    text = optional_tags("n", "n: {}", "dogTag", "dogTag: {}")
    package = generate(text, models("Cat", "Dog", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    dog = types.Dog(dog_tag=1)
    for given in (dog, {"dog_tag": 1}, {"dogTag": 1}, dog.model_dump()):
        assert type(types.Owner(pet=given).pet) is types.Dog


def test_a_list_among_the_members_has_no_property_that_tells_it(
    generate: Generate,
) -> None:
    several = "{ type: array, items: { $ref: '#/components/schemas/Cat' } }"
    members = REFS.replace("]", ", { $ref: '#/components/schemas/Several' }]")
    mapping = MAPPED.replace("also: Cat", "array: Several")
    text = pets(f"{{ oneOf: {members}, discriminator: {mapping} }}").replace(
        "  schemas:\n", f"  schemas:\n    Several: {several}\n"
    )
    package = generate(text, models("Cat", "Dog", "Several", "Pet", "Owner"))
    types = import_module(f"{package.__name__}.types")
    with (
        Stub({"pet": [{"petType": "c"}], "pets": [{"petType": "d"}]}) as stub,
        package.Client(base_url=stub.url, _strict_response_validation=True) as client,
    ):
        owner = client.things.get()
    assert [type(pet) for pet in (*owner.pet, *owner.pets)] == [types.Cat, types.Dog]


HOME = "{ type: object, properties: { pet: { $ref: '#/components/schemas/Pet' }, pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }"
PET = "{ type: object, required: [petType], properties: { petType: { type: string }, homes: { type: array, items: { $ref: '#/components/schemas/Home' } } }, discriminator: %s }"
HEIR = "{ allOf: [{ $ref: '#/components/schemas/%s' }, { type: object, properties: { %s } }] }"


def inheriting(root: str = "Home", discriminator: str = "") -> str:
    stated = discriminator or "{ propertyName: petType, mapping: { d: Dog } }"
    return description(
        root,
        Home=HOME,
        Pet=PET % stated,
        Cat=HEIR % ("Pet", "catNap: { type: string, format: date }"),
        Dog=HEIR % ("Pet", "bone: { type: integer }"),
        Pup=HEIR % ("Dog", "age: { type: integer }"),
    )


ALL = ("Home", "Pet", "Cat", "Dog", "Pup")
PETS = [
    {"petType": "Cat", "catNap": "2020-01-02"},
    {"petType": "d", "bone": "x"},
    {"petType": "Pup", "age": 1, "homes": [{"pet": {"petType": "Cat"}}]},
    {"petType": "cow", "bone": 1},
    {},
    5,
]


def test_a_value_of_a_base_class_is_the_class_that_its_discriminator_says(
    generate: Generate,
) -> None:
    package = generate(inheriting(), models(*ALL))
    types = import_module(f"{package.__name__}.types")
    sent = {"pet": PETS[0], "pets": PETS}
    with Stub(sent) as stub, package.Client(base_url=stub.url) as client:
        home = client.things.get()
    classes = [types.Cat, types.Dog, types.Pup, types.Pet, types.Pet, int]
    assert [type(pet) for pet in home.pets] == classes
    assert type(home.pet) is types.Cat
    assert home.pet.cat_nap.year == 2020
    assert type(home.pets[2].homes[0].pet) is types.Cat
    assert home.to_dict(mode="json") == sent
    assert types.Home.model_fields["pet"].annotation == types.Pet | None
    assert types.Home.model_json_schema()
    made = types.Home(pet=types.Cat(pet_type="Cat"), pets=[{"petType": "Pup"}])
    assert [type(made.pet), type(made.pets[0])] == [types.Cat, types.Pup]


@pytest.mark.parametrize("pet", PETS[:4], ids=str)
def test_a_response_of_a_base_class_is_the_class_that_its_discriminator_says(
    pet: dict[str, Any], generate: Generate
) -> None:
    package = generate(inheriting("Pet"), models(*ALL))
    types = import_module(f"{package.__name__}.types")
    classes = {"Cat": types.Cat, "d": types.Dog, "Pup": types.Pup}
    with Stub(pet) as stub, package.Client(base_url=stub.url) as client:
        found = client.things.get()
    assert type(found) is classes.get(pet["petType"], types.Pet)
    assert found.to_dict(mode="json") == pet


def test_swagger_2_names_the_property_that_tells_classes_apart(
    generate: Generate,
) -> None:
    found = yaml.safe_load(inheriting(discriminator="petType"))
    schema = {"$ref": "#/definitions/Home"}
    answer = {"200": {"description": "ok", "schema": schema}}
    whole = {
        "swagger": "2.0",
        "host": "a.example",
        "paths": {"/thing": {"get": {"responses": answer}}},
        "definitions": found["components"]["schemas"],
    }
    text = json.dumps(whole).replace("components/schemas", "definitions")
    package = generate(text, models(*ALL))
    types = import_module(f"{package.__name__}.types")
    home = types.Home.model_validate_json(json.dumps({"pets": PETS}))
    assert [type(pet) for pet in home.pets][:3] == [types.Cat, types.Pet, types.Pup]


def test_what_extends_a_class_may_be_given_where_the_class_is_sent(
    generate: Generate,
) -> None:
    text = inheriting().replace(
        "get: {",
        "post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Home' } } } }, responses: { '204': { description: none } } }, get: {",
    )
    configured = models(*ALL).replace(
        "get: get /thing", "get: get /thing, post: post /thing"
    )
    package = generate(text, configured)
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.post(pet={"pet_type": "Cat", "cat_nap": "2020-01-02"})
    assert json.loads(stub.bodies[0]) == {"pet": PETS[0]}


def test_a_discriminator_of_a_class_that_no_model_extends_is_reported(
    generate_with_findings: GenerateWithFindings,
) -> None:
    for configured in (models("Home", "Pet"), models("Home")):
        _, report = generate_with_findings(inheriting(), configured)
        assert [found.code for found in report.diagnostics] == ["L007"]
        assert report.diagnostics[0].place.pointer.endswith("Pet/discriminator")
