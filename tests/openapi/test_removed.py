"""What the description of an earlier release has besides is brought back (``x-keep-removed``)."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from generator.diagnostics import Place, Report, render_report
from generator.openapi import load_description, read_description

from .conftest import Reading

GONE = "Removed from the API, and from this client in 2.0."
TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
OK = {"200": {"description": "ok"}}


def described(**parts: Any) -> dict[str, Any]:
    """A description of these parts."""
    head = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    return {**head, **parts}


class Keeping:
    """A description with what was brought back, and what was found."""

    def __init__(
        self,
        reading: Reading,
        old: dict[str, Any],
        new: dict[str, Any],
        successors: dict[str, str] | None = None,
    ) -> None:
        former = reading.write(yaml.safe_dump(old), "old.yaml")
        kept: Any = SimpleNamespace(
            description=former,
            until="2.0",
            successors=successors or {},
            place=Place("stainless.yml", 1, 1),
        )
        self.report = Report()
        path = reading.write(yaml.safe_dump(new, sort_keys=False), "new.yaml")
        found = load_description(path, self.report, kept=kept)
        assert found is not None, render_report(self.report)
        self.documents = found
        self.value = found.root.value
        self.operations = dict(found.removed.operations)

    @property
    def findings(self) -> list[str]:
        return [f"{d.code} {d.message}" for d in self.report.diagnostics]


def schema_after(
    reading: Reading, old: dict[str, Any], new: dict[str, Any]
) -> dict[str, Any]:
    """What a schema becomes against a former one."""
    both = [described(components={"schemas": {"Zoo": s}}) for s in (old, new)]
    kept: dict[str, Any] = Keeping(reading, *both).value["components"]["schemas"]["Zoo"]
    return kept


def with_properties(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


@pytest.mark.parametrize(
    ("old", "new", "successor"),
    [
        ({"colour": TEXT}, {"color": TEXT}, "color"),
        ({"name": TEXT}, {"display_name": TEXT}, "display_name"),
        ({"a": {"enum": ["x"]}}, {"b": {"enum": ["x"]}}, "b"),
        (
            {"a": {**TEXT, "description": "Its age."}},
            {"b": {**TEXT, "description": "Its age."}},
            "b",
        ),
        # nothing is certain: the words differ, the schema does, or there are two of a kind
        ({"note": TEXT}, {"owner": TEXT}, None),
        ({"start_date": TEXT}, {"end_date": TEXT}, None),
        ({"colour": TEXT}, {"color": NUMBER}, None),
        ({"colour": TEXT}, {"color": TEXT, "colours": TEXT}, None),
        ({"colour": TEXT, "colours": TEXT}, {"color": TEXT}, None),
    ],
)
def test_a_removed_property_is_optional_and_names_the_one_that_took_its_place(
    reading: Reading, old: dict[str, Any], new: dict[str, Any], successor: str | None
) -> None:
    before = {**with_properties(**old), "required": [*old]}
    kept = schema_after(reading, before, with_properties(**new))
    name = next(iter(old))
    hint = f"; use `{successor}` instead." if successor else "."
    text = kept["properties"][name]["description"].partition("\n\n")[0]
    assert text == GONE.removesuffix(".") + hint
    assert kept["properties"][name]["deprecated"] is True
    assert name not in kept.get("required", ())
    assert kept["properties"] == {**kept["properties"], **new}


PET = {"$ref": "#/components/schemas/Pet"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the property is elsewhere in the object
        (
            with_properties(a=TEXT),
            {"allOf": [{"type": "object"}, with_properties(a=NUMBER)]},
        ),
        ({"allOf": [with_properties(a=TEXT)]}, {"allOf": [PET, with_properties()]}),
        # it is no longer an object, or another variant: the two are not the same thing
        (with_properties(a=TEXT), TEXT),
        (
            {"oneOf": [with_properties(a=TEXT), with_properties(b=TEXT)]},
            {"oneOf": [with_properties(b=TEXT), with_properties(c=TEXT)]},
        ),
        ({"enum": ["a", "b"]}, {"enum": [1, 2]}),
        ({"enum": ["a"]}, TEXT),
    ],
)
def test_what_is_not_lost_is_not_brought_back(
    reading: Reading, old: dict[str, Any], new: dict[str, Any]
) -> None:
    assert schema_after(reading, old, new) == new


@pytest.mark.parametrize(
    "around",
    [
        lambda schema: with_properties(x=schema),
        lambda schema: {"type": "array", "items": schema},
        lambda schema: {"type": "object", "additionalProperties": schema},
        lambda schema: {"allOf": [PET, schema]},
        lambda schema: {"anyOf": [schema, {"type": "null"}]},
    ],
)
def test_objects_and_enums_inside_a_schema_are_compared(
    reading: Reading, around: Any
) -> None:
    old, new = with_properties(a=TEXT, b=TEXT), with_properties(b=TEXT)
    marked = {**TEXT, "deprecated": True, "description": GONE}
    assert schema_after(reading, around(old), around(new)) == around(
        with_properties(b=TEXT, a=marked)
    )
    text = "Removed from the API, and from this client in 2.0: `x`."
    found = schema_after(reading, around({"enum": ["x", "y"]}), around({"enum": ["y"]}))
    assert found == around({"enum": ["y", "x"], "description": text})


def operation(**parts: Any) -> dict[str, Any]:
    return {"responses": OK, **parts}


def query(name: str, **parts: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": TEXT, **parts}


FIND = ("get", "/find")


@pytest.mark.parametrize(
    ("old", "new", "successor"),
    [
        # the same id elsewhere, another verb on the route, the route of another version
        (
            {"/find": {"get": operation(operationId="f")}},
            {"/search": {"post": operation(operationId="f")}},
            ("post", "/search"),
        ),
        (
            {"/find": {"get": operation()}},
            {"/find": {"post": operation()}},
            ("post", "/find"),
        ),
        (
            {"/find": {"get": operation()}},
            {"/v2/find": {"get": operation()}},
            ("get", "/v2/find"),
        ),
        # nothing is certain
        (
            {"/find": {"get": operation(operationId="f")}},
            {"/search": {"get": operation(operationId="s")}},
            None,
        ),
        (
            {"/find": {"get": operation()}},
            {"/find": {"post": operation(), "put": operation()}},
            None,
        ),
        (
            {"/find": {"get": operation(), "post": operation()}},
            {"/find": {"post": operation()}},
            None,
        ),
    ],
)
def test_a_removed_operation_is_kept_with_the_one_that_took_its_place(
    reading: Reading,
    old: dict[str, Any],
    new: dict[str, Any],
    successor: tuple[str, str] | None,
) -> None:
    found = Keeping(reading, described(paths=old), described(paths=new))
    assert found.operations == {FIND: successor}
    kept = found.value["paths"]["/find"]["get"]
    assert kept["deprecated"] is True
    assert found.findings == []
    assert str(found.documents.root.locate("#/paths/~1find/get")).startswith("old.yaml")
    description = read_description(found.documents, Report())
    assert description is not None
    ids = [o.operation_id for o in description.operations.values() if o.operation_id]
    assert len(ids) == len({*ids})


def test_a_variable_of_a_path_may_have_another_name(reading: Reading) -> None:
    old = described(paths={"/pets/{id}": {"get": operation(parameters=[query("a")])}})
    new = described(paths={"/pets/{pet}": {"get": operation()}})
    found = Keeping(reading, old, new)
    assert found.operations == {}
    (parameter,) = found.value["paths"]["/pets/{pet}"]["get"]["parameters"]
    assert parameter == query("a", deprecated=True, description=GONE)


def test_a_removed_parameter_is_optional_wherever_it_was_written(
    reading: Reading,
) -> None:
    shared = {"parameters": {"B": query("b", required=True)}}
    old = described(
        components=shared,
        paths={
            "/x": {
                "parameters": [query("a", required=True, description="Its a.")],
                "get": operation(
                    parameters=[{"$ref": "#/components/parameters/B"}, query("c")]
                ),
            }
        },
    )
    body = {"content": {"application/json": {"schema": with_properties(c=TEXT)}}}
    new = described(paths={"/x": {"get": operation(requestBody=body)}})
    found = Keeping(reading, old, new)
    assert found.value["paths"]["/x"]["get"]["parameters"] == [
        query("a", deprecated=True, description=f"{GONE}\n\nIts a."),
        query("b", deprecated=True, description=GONE),
    ]  # c is an argument still: it went into the body


def test_what_kept_parts_refer_to_comes_along_unless_there_is_one(
    reading: Reading,
) -> None:
    old_schemas = {
        "Pet": {**with_properties(owner={"$ref": "#/components/schemas/Owner"})},
        "Owner": with_properties(name=TEXT),
        "Name": TEXT,
    }
    content = {"application/json": {"schema": PET}}
    responses = {"200": {"description": "ok", "content": content}}
    old = described(
        paths={"/find": {"get": operation(responses=responses)}},
        components={"schemas": old_schemas},
    )
    new = described(components={"schemas": {"Name": NUMBER}})
    found = Keeping(reading, old, new)
    assert found.value["components"]["schemas"] == {**old_schemas, "Name": NUMBER}
    assert found.findings == []


def test_a_schema_under_another_name_keeps_what_it_lost(reading: Reading) -> None:
    def api(name: str, **properties: Any) -> dict[str, Any]:
        schema = {"$ref": f"#/components/schemas/{name}"}
        content = {"application/json": {"schema": schema}}
        responses = {"200": {"description": "ok", "content": content}}
        return described(
            paths={"/x": {"get": operation(responses=responses)}},
            components={"schemas": {name: with_properties(**properties)}},
        )

    found = Keeping(reading, api("Pet", a=TEXT, b=TEXT), api("Animal", b=TEXT))
    schemas = found.value["components"]["schemas"]
    assert schemas["Animal"]["properties"]["a"]["deprecated"] is True
    assert schemas["Pet"] == with_properties(a=TEXT, b=TEXT)


BEARER = {"type": "http", "scheme": "bearer"}


def test_a_kept_operation_has_the_security_that_it_had(reading: Reading) -> None:
    schemes = {"securitySchemes": {"a": BEARER, "b": BEARER}}
    old = described(
        paths={"/find": {"get": operation()}},
        components=schemes,
        security=[{"a": []}],
    )
    same = described(components=schemes, security=[{"a": []}])
    assert "security" not in Keeping(reading, old, same).value["paths"]["/find"]["get"]
    other = described(components=schemes, security=[{"b": []}])
    kept = Keeping(reading, old, other).value["paths"]["/find"]["get"]
    assert kept["security"] == [{"a": []}]
    without = described(
        components={"securitySchemes": {"b": BEARER}}, security=[{"b": []}]
    )
    found = Keeping(reading, old, without)
    assert "security" not in found.value["paths"]["/find"]["get"]
    assert found.findings == [
        "S053 'get /find' was removed and is kept with the security of the description: "
        "its scheme 'a' is gone"
    ]


def test_the_owner_names_successors(reading: Reading) -> None:
    old = described(
        paths={
            "/find": {"get": operation()},
            "/x": {"get": operation(parameters=[query("a")])},
        },
        components={
            "schemas": {"Pet": with_properties(a=TEXT, b=with_properties(c=TEXT))}
        },
    )
    new = described(
        paths={"/search": {"get": operation()}, "/x": {"get": operation()}},
        components={"schemas": {"Pet": with_properties(b=with_properties(d=TEXT))}},
    )
    found = Keeping(
        reading,
        old,
        new,
        {
            "get /find": "get /search",
            "get /x a": "alpha",
            "Pet.a": "d",
            "Pet.b.c": "e",
            "Pet.b": "f",
        },
    )
    assert found.operations == {FIND: ("get", "/search")}
    properties = found.value["components"]["schemas"]["Pet"]["properties"]
    texts = [
        found.value["paths"]["/x"]["get"]["parameters"][0]["description"],
        properties["a"]["description"],
        properties["b"]["properties"]["c"]["description"],
    ]
    assert [text.partition("use ")[2] for text in texts] == [
        f"`{name}` instead." for name in ("alpha", "d", "e")
    ]
    assert found.findings == ["S053 'Pet.b' has a successor, and was not removed"]


def test_a_successor_that_does_not_exist_is_reported(reading: Reading) -> None:
    old = described(paths={"/find": {"get": operation()}})
    found = Keeping(reading, old, described(), {"get /find": "get /nowhere"})
    assert found.operations == {FIND: None}
    assert found.findings == [
        "S053 the successor of 'get /find' is 'get /nowhere', which the description does not have"
    ]


def test_a_file_that_is_no_description_is_called_so(reading: Reading) -> None:
    found = Keeping(reading, {"paths": {"/find": {"get": operation()}}}, described())
    assert found.value["paths"] == {}
    assert found.findings == [
        "S053 nothing of 'old.yaml' is kept: it is not an OpenAPI description"
    ]


def test_versions_of_openapi_are_not_mixed(reading: Reading) -> None:
    old = {**described(paths={"/find": {"get": operation()}}), "openapi": "3.0.3"}
    found = Keeping(reading, old, described())
    assert found.value["paths"] == {}
    (finding,) = found.findings
    assert finding.startswith(
        "S053 nothing of 'old.yaml' is kept: it is written in OpenAPI 3.0"
    )


def test_an_earlier_description_that_is_missing_fails_the_run(
    reading: Reading, tmp_path: Path
) -> None:
    kept: Any = SimpleNamespace(
        description=tmp_path / "gone.yaml", until="2", successors={}, place=Place("")
    )
    report = Report()
    path = reading.write(yaml.safe_dump(described()))
    assert load_description(path, report, kept=kept) is None
    assert [d.code for d in report.diagnostics] == ["I001"]


def test_swagger_2_keeps_arguments_and_properties(reading: Reading) -> None:
    def api(*parameters: Any, **properties: Any) -> dict[str, Any]:
        body = {"name": "body", "in": "body", "schema": with_properties(**properties)}
        call = operation(parameters=[body, *parameters])
        return {
            "swagger": "2.0",
            "info": {"title": "T", "version": "1"},
            "paths": {"/x": {"post": call}},
            "definitions": {"Pet": with_properties(**properties)},
        }

    status = {"name": "status", "in": "query", "type": "string"}
    gone = {"name": "gone", "in": "query", "type": "string"}
    old = api({**status, "enum": ["a", "b"]}, gone, x=TEXT, y=TEXT)
    found = Keeping(reading, old, api({**status, "enum": ["a"]}, y=TEXT))
    body, kept_status, kept = found.value["paths"]["/x"]["post"]["parameters"]
    assert kept == {**gone, "deprecated": True, "description": GONE}
    assert kept_status["enum"] == ["a", "b"]
    for schema in (body["schema"], found.value["definitions"]["Pet"]):
        assert schema["properties"]["x"]["deprecated"] is True


@pytest.mark.parametrize("odd", [None, [], {}, "x", 1, True, [None], {"": None}])
def test_odd_values_on_either_side_cost_what_they_touch(
    reading: Reading, odd: object
) -> None:
    whole = described(
        paths={"/x": {"get": operation(operationId="x", parameters=[query("a")])}},
        components={"schemas": {"Pet": with_properties(a=TEXT)}},
    )
    places: list[tuple[str, ...]] = [
        *(("paths",), ("paths", "/x"), ("paths", "/x", "get"), ("components",)),
        ("paths", "/x", "get", "operationId"),
        ("paths", "/x", "get", "parameters"),
        ("paths", "/x", "get", "responses"),
        ("components", "schemas"),
        ("components", "schemas", "Pet"),
        ("components", "schemas", "Pet", "properties"),
    ]
    for place in places:
        damaged = yaml.safe_load(yaml.safe_dump(whole))
        holder = damaged
        for token in place[:-1]:
            holder = holder[token]
        holder[place[-1]] = odd
        for pair in ((whole, damaged), (damaged, whole)):
            assert Keeping(reading, *pair).value["info"] == whole["info"]


def test_a_long_chain_of_components_comes_along(reading: Reading) -> None:
    schemas: dict[str, Any] = {
        f"S{n}": {"$ref": f"#/components/schemas/S{n + 1}"} for n in range(1500)
    }
    old = described(components={"schemas": {**schemas, "S1500": TEXT}})
    found = Keeping(reading, old, described())
    assert len(found.value["components"]["schemas"]) == 1501
