"""Which type a schema is: scalars, null, literals, lists, maps, unions, allOf, recursion."""

from __future__ import annotations

import time
from typing import Any

import pytest

from generator.ir import (
    Alias,
    Api,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Nullable,
    Object,
    Ref,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
)

from .small import Json, Small, fields_of, model, returns

STRING = Scalar(ScalarKind.STRING)
INTEGER = Scalar(ScalarKind.INTEGER)
ANY = Unknown()
THING: Json = {"type": "object", "properties": {"a": {"type": "string"}}}
OTHER: Json = {"type": "object", "properties": {"b": {"type": "integer"}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, STRING),
        ({"type": "string", "format": "uuid"}, Scalar(ScalarKind.STRING, "uuid")),
        (
            {"type": "string", "format": "date-time"},
            Scalar(ScalarKind.DATE_TIME, "date-time"),
        ),
        ({"type": "string", "format": "date"}, Scalar(ScalarKind.DATE, "date")),
        ({"type": "string", "format": "binary"}, Scalar(ScalarKind.BINARY, "binary")),
        ({"type": "integer"}, INTEGER),
        ({"type": "number"}, Scalar(ScalarKind.NUMBER)),
        ({"type": "boolean"}, Scalar(ScalarKind.BOOLEAN)),
        ({"type": "null"}, Scalar(ScalarKind.NULL)),
        ({"enum": ["a", "b", "a"]}, Literals(("a", "b"))),
        ({"const": 7}, Literals((7,))),
        ({"enum": ["a", None]}, Nullable(Literals(("a",)))),
        ({"enum": [None]}, Scalar(ScalarKind.NULL)),
        ({"enum": ["a", {"b": 1}]}, UnionOf((Literals(("a",)), MapOf(ANY)))),
        ({"enum": [1, True, 1.0, 1]}, Literals((1, True))),
        (
            {"enum": [0.5, 1, "x"]},
            UnionOf((Literals((1, "x")), Scalar(ScalarKind.NUMBER))),
        ),
        ({"enum": [1.034e20]}, Scalar(ScalarKind.NUMBER)),
        (
            {"enum": [1, 2**64]},
            UnionOf((Literals((1,)), Scalar(ScalarKind.NUMBER))),
        ),
        ({"const": None}, Scalar(ScalarKind.NULL)),
        ({"const": [1]}, ListOf(ANY)),
        ({"patternProperties": {"^x": {"type": "integer"}}}, MapOf(INTEGER)),
        (
            {
                "patternProperties": {"^x": {"type": "integer"}},
                "additionalProperties": {"type": "string"},
            },
            MapOf(UnionOf((STRING, INTEGER))),
        ),
        (
            {"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False},
            TupleOf((STRING, INTEGER)),
        ),
        ({"type": "string", "anyOf": [{"minLength": 1}, {"maxLength": 3}]}, STRING),
        ({"type": "string", "not": {"const": "a"}, "if": {}, "then": {}}, STRING),
        ({"type": "array", "items": {"type": "string"}}, ListOf(STRING)),
        ({"items": {"type": "string"}}, ListOf(STRING)),
        ({"type": "object"}, MapOf(ANY)),
        ({"additionalProperties": {"type": "integer"}}, MapOf(INTEGER)),
        ({"type": "object", "additionalProperties": True}, MapOf(ANY)),
        ({"type": ["string", "null"]}, Nullable(STRING)),
        ({"type": ["string", "integer"]}, UnionOf((STRING, INTEGER))),
        ({"type": ["null"]}, Scalar(ScalarKind.NULL)),
        ({"allOf": [{"type": "string"}]}, STRING),
        ({"anyOf": [{"type": "string"}]}, STRING),
    ],
    ids=str,
)
def test_a_schema_without_properties_is_a_plain_type(
    small: Small, schema: dict[str, Any], expected: TypeRef
) -> None:
    assert small.type_of(schema) == expected
    assert small.codes == []


@pytest.mark.parametrize("schema", [{}, True, {"x-stainless-any": True}, {"not": {}}])
def test_an_empty_schema_accepts_any_value(small: Small, schema: object) -> None:
    assert isinstance(small.type_of(schema), Unknown)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["string", "null"]},
        {"type": ["string", None]},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"oneOf": [{"type": "null"}, {"type": "string"}]},
        {"anyOf": [{"type": ["string", "null"]}, {"type": "null"}]},
    ],
    ids=str,
)
def test_every_way_to_allow_null_is_the_same(
    small: Small, schema: dict[str, Any]
) -> None:
    assert small.type_of(schema) == Nullable(STRING)


def test_null_in_openapi_3_0_is_the_same_too(small: Small) -> None:
    thing = {
        "type": "object",
        "properties": {
            "plain": {"type": "string", "nullable": True},
            "choice": {"type": "string", "enum": ["a"], "nullable": True},
        },
    }
    fields = fields_of(small.api(schemas={"Thing": thing}, version="3.0.3"), "Thing")
    assert fields["plain"].type == Nullable(STRING)
    assert isinstance(fields["choice"].type, Nullable | Literals)


def test_a_model_can_be_nullable_where_it_is_used(small: Small) -> None:
    inner = {"type": "object", "properties": {"a": {"type": "string"}}}
    found = small.type_of({"anyOf": [ref("Inner"), {"type": "null"}]}, Inner=inner)
    assert isinstance(found, Nullable)
    assert isinstance(found.inner, Ref)
    assert found.inner.target == "#/components/schemas/Inner"


def test_absent_and_null_are_different(small: Small) -> None:
    thing = {
        "type": "object",
        "required": ["must", "must_null"],
        "properties": {
            "may": {"type": "string"},
            "must": {"type": "string"},
            "may_null": {"type": ["string", "null"]},
            "must_null": {"type": ["string", "null"]},
        },
    }
    fields = fields_of(small.api(schemas={"Thing": thing}), "Thing")
    assert {n: (f.required, f.type == STRING) for n, f in fields.items()} == {
        "must": (True, True),
        "must_null": (True, False),
        "may": (False, True),
        "may_null": (False, False),
    }


def test_fields_come_required_first_then_as_in_a_dictionary(small: Small) -> None:
    names = "locId locationPrivate token id b A user_write userMessage".split()
    thing = {
        "type": "object",
        "required": ["b", "userMessage"],
        "properties": {name: {"type": "string"} for name in names},
    }
    fields = fields_of(small.api(schemas={"Thing": thing}), "Thing")
    assert list(fields) == [
        "b",
        "userMessage",
        "id",
        "token",
        "A",
        "locationPrivate",
        "locId",
        "user_write",
    ]
    settings = {"sort_schema_properties": False}
    fields = fields_of(small.api(schemas={"Thing": thing}, settings=settings), "Thing")
    rest = [name for name in names if name not in ("b", "userMessage")]
    assert list(fields) == ["b", "userMessage", *rest]


def test_all_of_merges_schemas_that_are_not_models(small: Small) -> None:
    thing = {
        "allOf": [
            {"type": "object", "properties": {"a": {"type": "string"}}},
            {"required": ["a"], "properties": {"b": {"type": "integer"}}},
        ],
        "properties": {"c": {"type": "string"}},
    }
    definition = model(small.api(schemas={"Thing": thing}), "Thing")
    assert isinstance(definition, Object)
    assert definition.base is None
    assert [(f.wire_name, f.required) for f in definition.fields] == [
        ("a", True),
        ("b", False),
        ("c", False),
    ]


def test_all_of_with_a_model_inherits_from_it(small: Small) -> None:
    base = {"type": "object", "properties": {"a": {"type": "string"}}}
    heir = {"allOf": [ref("Base"), {"properties": {"b": {"type": "string"}}}]}
    definition = model(small.api(schemas={"Base": base, "Heir": heir}), "Heir")
    assert isinstance(definition, Object)
    assert definition.base == "#/components/schemas/Base"
    assert [f.wire_name for f in definition.fields] == ["b"]


def test_a_single_all_of_is_transparent(small: Small) -> None:
    base = {"type": "object", "properties": {"a": {"type": "string"}}}
    assert isinstance(small.type_of({"allOf": [ref("Base")]}, Base=base), Ref)


def test_a_component_that_is_no_model_is_expanded_where_it_is_used(
    small: Small,
) -> None:
    point = {"type": "object", "properties": {"x": {"type": "integer"}}}
    thing = {"type": "object", "properties": {"a": ref("Point"), "b": ref("Point")}}
    api = small.api(
        schemas={"Point": point, "Thing": thing},
        resources={"things": {"models": {"Thing": "Thing"}}},
    )
    assert "#/components/schemas/Point" not in api.types
    objects = [d for d in api.types.values() if isinstance(d, Object)]
    assert len(objects) == 3


def test_a_component_that_is_a_model_is_defined_once(small: Small) -> None:
    point = {"type": "object", "properties": {"x": {"type": "integer"}}}
    thing = {"type": "object", "properties": {"a": ref("Point"), "b": ref("Point")}}
    api = small.api(schemas={"Point": point, "Thing": thing})
    fields = fields_of(api, "Thing")
    assert fields["a"].type == fields["b"].type == Ref(model(api, "Point").id)
    assert len(api.types) == 2


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_unions_are_flattened_and_without_repetition(small: Small, key: str) -> None:
    inner = {"oneOf": [{"type": "integer"}, {"type": "string"}]}
    schema = {key: [{"type": "string"}, inner, {"type": "string"}]}
    assert small.type_of(schema) == UnionOf((STRING, INTEGER))


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["integer", "number"]},
        {"anyOf": [{"type": "integer", "format": "int64"}, {"type": "number"}]},
        {"oneOf": [{"type": "number"}, {"oneOf": [{"type": "integer"}]}]},
    ],
)
def test_whole_numbers_beside_any_number_are_numbers(
    small: Small, schema: Json
) -> None:
    assert small.type_of(schema) == Scalar(ScalarKind.NUMBER)


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_a_format_beside_a_choice_is_that_of_its_strings(
    small: Small, key: str
) -> None:
    moment = Scalar(ScalarKind.DATE_TIME, "date-time")
    schema = {"format": "date-time", key: [{"type": "string"}, {"type": "integer"}]}
    assert small.type_of(schema) == UnionOf((moment, INTEGER))
    listed = {"type": "string", "enum": ["never"]}
    day = {"type": "string", "format": "date"}
    of_its_own = {"format": "date-time", key: [day, listed]}
    expected = UnionOf((Scalar(ScalarKind.DATE, "date"), Literals(("never",))))
    assert small.type_of(of_its_own) == expected


@pytest.mark.parametrize("key", ["oneOf", "anyOf", "properties"])
def test_a_list_has_neither_properties_nor_objects_among_its_variants(
    small: Small, key: str
) -> None:
    objects = {"properties": THING["properties"]}
    says: Json = {key: [objects]} if key != "properties" else objects
    schema = {"type": "array", "items": {"type": "string"}, **says}
    assert small.type_of(schema) == ListOf(STRING)


def test_a_model_whose_type_is_no_object_is_extended_by_none(small: Small) -> None:
    heir = {"allOf": [ref("Base"), OTHER]}
    api = small.api(schemas={"Base": {**THING, "type": "array"}, "Heir": heir})
    assert isinstance(model(api, "Base"), Alias)
    found = model(api, "Heir")
    assert isinstance(found, Object)
    assert found.base is None


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_a_choice_may_state_its_type_once(small: Small, key: str) -> None:
    schema = {"type": "number", key: [{"type": "integer"}, {"enum": [0.5]}]}
    assert small.type_of(schema) == Scalar(ScalarKind.NUMBER)


@pytest.mark.parametrize(
    ("format_", "kind"),
    [
        ("binary", ScalarKind.BINARY),
        ("date-time", ScalarKind.DATE_TIME),
        ("uuid", ScalarKind.STRING),
        ("int64", ScalarKind.INTEGER),
        ("double", ScalarKind.NUMBER),
    ],
)
def test_a_format_implies_the_type(
    small: Small, format_: str, kind: ScalarKind
) -> None:
    assert small.type_of({"format": format_}) == Scalar(kind, format_)
    assert small.type_of({"format": "made-up"}) == Unknown()


def test_a_union_of_objects_has_a_type_for_each(small: Small) -> None:
    variant = {"type": "object", "properties": {"kind": {"const": "a"}}}
    other = {"type": "object", "properties": {"kind": {"const": "b"}}}
    union = {"oneOf": [variant, other]}
    api = small.api(schemas={"Either": union})
    definition = model(api, "Either")
    assert isinstance(definition, Alias)
    assert isinstance(definition.type, UnionOf)
    assert all(
        isinstance(m, Ref) and m.target in api.types for m in definition.type.members
    )


def test_extra_properties_have_their_type(small: Small) -> None:
    thing = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "additionalProperties": {"type": "integer"},
    }
    definition = model(small.api(schemas={"Thing": thing}), "Thing")
    assert isinstance(definition, Object)
    assert definition.extra == INTEGER


def test_siblings_of_a_reference_win_over_its_target(
    small: Small,
) -> None:
    inner = {"type": "string", "description": "Behind.", "deprecated": True}
    thing = {
        "type": "object",
        "properties": {
            "a": {**ref("Inner"), "description": "Beside."},
            "b": ref("Inner"),
        },
    }
    fields = fields_of(small.api(schemas={"Inner": inner, "Thing": thing}), "Thing")
    assert fields["a"].description == "Beside."
    assert fields["b"].description == "Behind."
    assert fields["b"].deprecated


@pytest.mark.parametrize(
    "schema",
    [
        {**THING, "oneOf": [ref("Other"), ref("Third")]},
        {"allOf": [THING, {"anyOf": [ref("Other"), ref("Third")]}]},
        {"allOf": [ref("Thing"), ref("Union")]},
    ],
    ids=str,
)
def test_each_variant_has_what_stands_beside_the_choice(
    small: Small, schema: Json
) -> None:
    union = {"oneOf": [ref("Other"), ref("Third")]}
    third: Json = {"type": "object", "properties": {"c": {"type": "string"}}}
    api = small.api(
        schemas={
            "It": schema,
            "Other": OTHER,
            "Third": third,
            "Thing": THING,
            "Union": union,
        },
        resources={"things": {"models": {"it": "It"}}},
    )
    definition = model(api, "It")
    assert isinstance(definition, Alias)
    assert isinstance(definition.type, UnionOf)
    found: list[list[str]] = []
    for member in definition.type.members:
        assert isinstance(member, Ref)
        variant = api.types[member.target]
        assert isinstance(variant, Object)
        found.append([field.wire_name for field in variant.fields])
    assert found == [["a", "b"], ["a", "c"]]
    assert small.codes == []


def test_a_choice_of_what_is_required_is_one_type(small: Small) -> None:
    schema = {**THING, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
    api = small.api(schemas={"It": schema})
    assert isinstance(model(api, "It"), Object)
    assert small.codes == []


def test_variants_that_extend_the_schema_with_the_choice_are_its_members(
    small: Small,
) -> None:
    parent = {**THING, "oneOf": [ref("Child"), ref("Other")]}
    child = {"allOf": [ref("Parent"), {"properties": {"c": {"type": "string"}}}]}
    api = small.api(schemas={"Parent": parent, "Child": child, "Other": OTHER})
    definition = model(api, "Parent")
    assert isinstance(definition, Alias)
    assert isinstance(definition.type, UnionOf)
    assert Ref(model(api, "Child").id) in definition.type.members
    assert set(fields_of(api, "Child")) == {"a", "c"}


def test_a_property_can_be_left_out(small: Small) -> None:
    skipped = {"type": "string", "x-stainless-skip": ["go", "python"]}
    kept = {"type": "string", "x-stainless-skip": ["go"]}
    thing = {"type": "object", "properties": {"a": skipped, "b": kept}}
    assert list(fields_of(small.api(schemas={"Thing": thing}), "Thing")) == ["b"]


def closed(api: Any) -> bool:
    """Whether every reference of every definition leads to a definition."""
    return all(
        target in api.types for d in api.types.values() for target in _targets(d)
    )


def _targets(definition: Any) -> list[str]:
    types = [definition.type] if isinstance(definition, Alias) else []
    if isinstance(definition, Object):
        types = [field.type for field in definition.fields]
        types += [definition.extra] if definition.extra else []
        types += [Ref(definition.base)] if definition.base else []
    found: list[str] = []
    while types:
        match types.pop():
            case Ref(target):
                found.append(target)
            case ListOf(inner) | MapOf(inner) | Nullable(inner):
                types.append(inner)
            case UnionOf(members):
                types += members
    return found


TREE = {
    "type": "object",
    "properties": {"children": {"type": "array", "items": ref("Tree")}},
}
RECURSIVE = [
    {"Tree": TREE},
    {"Tree": {"type": "array", "items": ref("Tree")}},
    {"Tree": {"type": "object", "additionalProperties": ref("Tree")}},
    {"Tree": {"anyOf": [{"type": "string"}, {"type": "array", "items": ref("Tree")}]}},
    {"Tree": {"allOf": [ref("Tree"), {"properties": {"a": ref("Tree")}}]}},
    {"Tree": {"oneOf": [ref("Tree"), {"type": "string"}]}},
    {"Tree": {"anyOf": [ref("Tree")]}},
    {"Tree": {"properties": {"a": ref("Other")}}, "Other": {"allOf": [ref("Tree")]}},
    {"Tree": ref("Other"), "Other": {"properties": {"a": ref("Tree")}}},
]


@pytest.mark.parametrize("models", [True, False], ids=["models", "no models"])
@pytest.mark.parametrize("schemas", RECURSIVE, ids=str)
def test_recursion_is_finite_and_every_reference_leads_somewhere(
    small: Small, schemas: dict[str, Any], models: bool
) -> None:
    named = {name: name for name in schemas} if models else {}
    api = small.api(
        schemas=schemas,
        paths={"/a": {"get": {"responses": returns(ref("Tree"))}}},
        resources={"trees": {"models": named, "methods": {"list": "get /a"}}},
    )
    assert closed(api)
    assert len(api.types) < 10


def doubling(key: str, depth: int) -> dict[str, Any]:
    """Each schema holds the one below twice: 2 ** depth ways to the bottom."""
    schemas: dict[str, Any] = {"S0": {"properties": {"leaf": {"type": "string"}}}}
    for level in range(1, depth + 1):
        below = ref(f"S{level - 1}")
        own = {"properties": {f"p{level}": {"type": "string"}}}
        schemas[f"S{level}"] = {key: [below, below, own]}
    return schemas


@pytest.mark.parametrize("key", ["allOf", "oneOf", "anyOf"])
@pytest.mark.parametrize("models", [True, False], ids=["models", "no models"])
def test_exponential_composition_takes_no_exponential_time(
    small: Small, key: str, models: bool
) -> None:
    schemas = doubling(key, 16)
    named = {name: name for name in schemas} if models else {"top": "S16"}
    started = time.process_time()
    api = small.api(schemas=schemas, resources={"things": {"models": named}})
    assert time.process_time() - started < 5
    assert closed(api)


@pytest.mark.parametrize("models", [True, False], ids=["models", "no models"])
def test_exponential_properties_take_no_exponential_time(
    small: Small, models: bool
) -> None:
    schemas: dict[str, Any] = {"S0": {"properties": {"leaf": {"type": "string"}}}}
    for level in range(1, 17):
        below = ref(f"S{level - 1}")
        schemas[f"S{level}"] = {"properties": {"a": below, "b": below}}
    named = {name: name for name in schemas} if models else {"top": "S16"}
    started = time.process_time()
    small.api(schemas=schemas, resources={"things": {"models": named}})
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("schema", "keyword"),
    [
        ({**THING, "type": "string"}, "properties"),
        ({**THING, "discriminator": {"propertyName": "a"}}, "discriminator"),
        ({"enum": ["a"], "properties": {"a": {}}}, "properties"),
        ({"type": "string", "maxLenght": 3}, "maxLenght"),
        ({"type": "string", "$dynamicRef": "#gone"}, "$dynamicRef"),
    ],
)
def test_a_keyword_that_shapes_no_type_is_reported_at_its_place(
    small: Small, schema: Json, keyword: str
) -> None:
    small.api(schemas={"It": schema, "Other": OTHER})
    (found,) = small.report.diagnostics
    assert found.code == "L007"
    assert found.place.pointer.split("/")[-1] == keyword
    assert f"'{keyword}'" in found.message


@pytest.mark.parametrize(
    "schema",
    [
        {**THING, "additionalProperties": False, "required": ["a"], "minProperties": 1},
        {"allOf": [THING, OTHER], "title": "It", "xml": {"name": "it"}},
        {"type": "array", "items": THING, "maxItems": 3, "uniqueItems": True},
        {"type": "string", "format": "date", "x-vendor": 1, "$comment": "for us"},
        {"anyOf": [THING, {"type": "null"}], "externalDocs": {"url": "/"}},
    ],
)
def test_keywords_that_have_their_effect_or_need_none_are_not_reported(
    small: Small, schema: Json
) -> None:
    small.api(schemas={"It": schema})
    assert small.codes == []


def test_a_property_whose_reference_leads_to_nothing_takes_any_value(
    small: Small,
) -> None:
    holder = {"properties": {"lost": {"$ref": "#/components/schemas/Gone"}, "b": {}}}
    fields = fields_of(small.api(schemas={"Holder": holder}), "Holder")
    assert fields["lost"].type == Unknown()
    assert small.codes == ["S001"]
    assert not small.report.failed


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"oneOf": [ref("A"), {"type": "string"}]}},
        {"A": {"anyOf": [ref("B")]}, "B": {"anyOf": [ref("A"), {"type": "null"}]}},
        {"A": {"allOf": [ref("B"), THING]}, "B": {"allOf": [ref("A"), OTHER]}},
        {"A": {"allOf": [ref("A")]}},
    ],
)
def test_a_schema_composed_of_itself_costs_only_the_place_where_it_would_repeat(
    small: Small, schemas: Json
) -> None:
    api = small.api(schemas={**schemas, "Sound": THING})
    assert set(small.codes) == {"S006"}
    assert not small.report.failed
    assert isinstance(model(api, "Sound"), Object)
    for definition in api.types.values():
        assert definition.id not in reached(api, definition)


def reached(api: Api, definition: Definition) -> set[TypeId]:
    """The types that a value of a type has to be itself."""
    found: set[TypeId] = set()
    waiting = [definition]
    while waiting:
        current = waiting.pop()
        bases = (
            [Ref(current.base)] if isinstance(current, Object) and current.base else []
        )
        refs: list[TypeRef] = [current.type] if isinstance(current, Alias) else [*bases]
        while refs:
            match refs.pop():
                case Ref(target) if target not in found:
                    found.add(target)
                    waiting.append(api.types[target])
                case UnionOf(members):
                    refs += members
                case Nullable(inner):
                    refs.append(inner)
                case _:
                    pass
    return found


@pytest.mark.parametrize(
    ("schema", "null"),
    [
        ({"description": "Own.", "allOf": [ref("Other")]}, False),
        ({"allOf": [ref("Other"), {"description": "Own."}]}, False),
        ({"type": "object", "title": "Own", "allOf": [ref("Other")]}, False),
        ({"allOf": [{"allOf": [ref("Other")]}, {"type": "object"}]}, False),
        ({"nullable": True, "allOf": [ref("Other")]}, True),
        ({"allOf": [ref("Other"), {"nullable": True}]}, True),
        ({**ref("Other"), "nullable": True}, True),
        ({**ref("Other"), "description": "Own."}, False),
    ],
    ids=str,
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_wrapper_that_adds_nothing_means_what_it_wraps(
    small: Small, schema: Json, null: bool, version: str
) -> None:
    holder = {"type": "object", "properties": {"it": schema}}
    schemas = {"Holder": holder, "Other": OTHER}
    api = small.api(schemas=schemas, version=version)
    field = fields_of(api, "Holder")["it"]
    other: TypeRef = Ref(model(api, "Other").id)
    assert field.type == (Nullable(other) if null else other)
    assert field.description in ("Own.", None)
    assert len(api.types) == 2
    assert small.codes == []


def test_siblings_of_a_reference_that_shape_its_type_extend_it(small: Small) -> None:
    more = {**ref("Other"), "properties": {"c": {"type": "string"}}}
    api = small.api(schemas={"It": more, "Other": OTHER})
    definition = model(api, "It")
    assert isinstance(definition, Object)
    assert definition.base == model(api, "Other").id
    assert [field.wire_name for field in definition.fields] == ["c"]
    assert small.codes == []


def test_a_model_that_only_refers_to_another_one_is_a_name_for_it(
    small: Small,
) -> None:
    schemas: Json = {
        "Also": ref("It"),
        "It": OTHER,
        "Third": {"description": "Own.", "allOf": [ref("It")]},
        "User": {"properties": {"a": ref("Also"), "b": ref("It"), "c": ref("Third")}},
    }
    api = small.api(schemas=schemas)
    its = Ref(model(api, "It").id)
    for name in ("Also", "Third"):
        found = model(api, name)
        assert isinstance(found, Alias)
        assert found.type == its
    targets = {n: f.type for n, f in fields_of(api, "User").items()}
    assert targets == {
        "a": Ref(model(api, "Also").id),
        "b": its,
        "c": Ref(model(api, "Third").id),
    }


def test_a_class_extends_the_class_behind_another_name_of_it(small: Small) -> None:
    heir = {"allOf": [ref("Also"), {"properties": {"c": {"type": "string"}}}]}
    also = {"description": "Own.", "allOf": [ref("Other")]}
    api = small.api(schemas={"Also": also, "Heir": heir, "Other": OTHER})
    definition = model(api, "Heir")
    assert isinstance(definition, Object)
    assert definition.base == model(api, "Other").id


@pytest.mark.parametrize("keyword", ["$ref", "$dynamicRef"])
@pytest.mark.parametrize("anchor", ["$anchor", "$dynamicAnchor"])
def test_a_reference_may_name_an_anchor(
    small: Small, keyword: str, anchor: str
) -> None:
    tree = {
        anchor: "node",
        "type": "object",
        "properties": {"children": {"type": "array", "items": {keyword: "#node"}}},
    }
    api = small.api(schemas={"Tree": tree})
    assert fields_of(api, "Tree")["children"].type == ListOf(Ref(model(api, "Tree").id))
    assert small.codes == []


def test_definitions_inside_a_schema_are_types_where_they_are_used(
    small: Small,
) -> None:
    inner = {"$defs": {"Size": {"type": "integer"}}, "properties": {}}
    holder = {
        **inner,
        "properties": {"a": {"$ref": "#/components/schemas/It/$defs/Size"}},
    }
    api = small.api(schemas={"It": holder})
    assert fields_of(api, "It")["a"].type == INTEGER
    assert small.codes == []


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ({"contentEncoding": "base64"}, "byte"),
        ({"contentEncoding": "BASE64URL"}, "base64url"),
        ({"contentEncoding": "base64", "contentMediaType": "image/png"}, "byte"),
        ({"contentEncoding": "base64", "format": "uuid"}, "uuid"),
        ({"contentMediaType": "image/png"}, "binary"),
        ({"contentMediaType": "application/json"}, None),
        ({"contentEncoding": "quoted-printable"}, None),
    ],
)
def test_the_encoding_of_a_text_has_the_meaning_of_its_format(
    content: Json, form: str | None, small: Small
) -> None:
    found = small.type_of({"type": "string", **content})
    assert isinstance(found, Scalar)
    assert found.format == form
    assert small.type_of({"type": "integer", **content}) == Scalar(
        ScalarKind.INTEGER, content.get("format")
    )
