"""Transforms of the configuration change a description before it is read."""

from __future__ import annotations

import json

import pytest

from generator.config import load_config
from generator.diagnostics import Report, render_report
from generator.openapi import load_description
from generator.openapi.selecting import Unselectable, select, standard
from generator.source import Pointer

from .conftest import Reading

HEAD = "organization: {name: zoo}\nresources: {}\nopenapi:\n  transforms:\n"
DESCRIPTION = """openapi: 3.1.0
info: {title: Zoo, version: '1'}
paths:
  /v1/pets/{id}:
    get:
      summary: Pets
      parameters:
      - {name: limit, in: query, schema: {type: number}}
      - {name: after, in: query, schema: {type: string}}
      responses: {}
components:
  schemas:
    Pet: {type: object, properties: {id: {type: integer}, tag: {type: string}}, required: [id]}
    Cat: {type: object, properties: {id: {type: integer}, tag: {type: string}}, required: [id]}
    Any: {oneOf: [{type: string}, {type: integer}]}
"""


class Transformed:
    """A description with transforms, and what was found."""

    def __init__(self, reading: Reading, *transforms: str) -> None:
        self.report = Report()
        path = reading.write(DESCRIPTION)
        lines = "".join(f"  - {transform}\n" for transform in transforms)
        config = load_config(reading.write(HEAD + lines, "zoo.yml"), self.report)
        assert config is not None, render_report(self.report)
        found = load_description(path, self.report, transforms=config.transforms)
        assert found is not None, render_report(self.report)
        self.root = found.root
        self.value = found.root.value

    @property
    def findings(self) -> list[str]:
        return [f"{d.code}: {d.message}" for d in self.report.diagnostics]


def test_update_replaces_every_value_that_the_target_selects(reading: Reading) -> None:
    target = '$.paths..parameters[?(@.name === "limit")].schema.type'
    change = f"{{command: update, args: {{target: '{target}', value: integer}}}}"
    found = Transformed(reading, change)
    get = found.value["paths"]["/v1/pets/{id}"]["get"]
    kinds = [parameter["schema"]["type"] for parameter in get["parameters"]]
    assert (kinds, found.findings) == (["integer", "string"], [])


def test_a_template_holds_the_text_that_was_there(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: update, args: {target: '$.paths./v1/pets/{id}.get.summary', "
        "value: 'All {{value}}', template: true}}",
    )
    assert found.value["paths"]["/v1/pets/{id}"]["get"]["summary"] == "All Pets"


def test_append_adds_entries_and_items(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: append, args: {target: $.components.schemas.Pet.properties, "
        "value: {name: {type: string}}}}",
        "{command: append, args: {target: $.components.schemas.Pet.required, value: tag}}",
    )
    pet = found.value["components"]["schemas"]["Pet"]
    assert (list(pet["properties"]), pet["required"]) == (
        ["id", "tag", "name"],
        ["id", "tag"],
    )
    tokens = ("components", "schemas", "Pet", "properties", "name")
    assert str(found.root.locate(Pointer(tokens))).startswith("zoo.yml:5")


def test_append_never_replaces_an_entry(reading: Reading) -> None:
    change = "{command: append, args: {target: $.info, value: {title: A}}}"
    found = Transformed(reading, change)
    assert found.value["info"]["title"] == "Zoo"
    assert found.findings == [
        "C020: the transform 'append' does not fit and changes nothing: '#/info/title' is already in the description"
    ]


def test_merge_reaches_every_depth(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: merge, args: {target: [$.components.schemas.Pet, $.components.schemas.Cat], "
        "value: {properties: {id: {format: int64}}}}}",
    )
    schemas = found.value["components"]["schemas"]
    expected = {"type": "integer", "format": "int64"}
    assert schemas["Pet"]["properties"]["id"] == expected
    assert schemas["Cat"]["properties"]["id"] == expected


def test_remove_takes_out_values_or_keys(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: remove, args: {target: '$..parameters[*]'}}",
        "{command: remove, args: {target: $.components.schemas.Pet, keys: [required]}}",
    )
    assert found.value["paths"]["/v1/pets/{id}"]["get"]["parameters"] == []
    assert "required" not in found.value["components"]["schemas"]["Pet"]


def test_a_parent_is_selected_with_a_caret(reading: Reading) -> None:
    change = (
        "{command: remove, args: {target: '$.components.schemas.*.properties.tag^^'}}"
    )
    found = Transformed(reading, change)
    assert list(found.value["components"]["schemas"]) == ["Any"]


def test_copy_and_move_put_a_value_elsewhere(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: copy, args: {from: $.components.schemas.Pet, to: $.components.schemas.Dog}}",
        "{command: move, args: {from: $.components.schemas.Any, to: $.components.schemas.All}}",
    )
    schemas = found.value["components"]["schemas"]
    assert list(schemas) == ["Pet", "Cat", "Dog", "All"]
    assert schemas["Dog"] == schemas["Pet"]


def test_equal_schemas_become_references(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: update, args: {target: [{matches_schema: $.components.schemas.Pet, "
        "ignore: $.components.schemas.Pet}], value: {$ref: '#/components/schemas/Pet'}}}",
    )
    schemas = found.value["components"]["schemas"]
    assert schemas["Cat"] == {"$ref": "#/components/schemas/Pet"}
    assert schemas["Pet"]["type"] == "object"


def test_older_commands_are_read(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: oneOfToAnyOf}",
        "{command: renameValue, args: {filter: {only: ['$.components.schemas.Pet.properties.tag']}, "
        "rename: {python.property_name: label}}}",
        "{command: extractToRefs, args: {ref: {target: '$..parameters[0].schema', name: Limit}}}",
        "{command: mergeObject, args: {target: $.info, object: {summary: S}}}",
    )
    schemas, info = found.value["components"]["schemas"], found.value["info"]
    assert list(schemas["Any"]) == ["anyOf"]
    naming = {"python": {"property_name": "label"}}
    assert schemas["Pet"]["properties"]["tag"]["x-stainless-naming"] == naming
    assert schemas["Limit"] == {"type": "number"}
    assert info["summary"] == "S"
    assert found.findings == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            "{command: remove, args: {target: $.nothing}}",
            "C021: the target '$.nothing' matches",
        ),
        (
            "{command: remove, args: {target: $.info, keys: [x]}}",
            "C021: #/info has none of the keys to remove",
        ),
        ("{command: update, args: {target: $.info}}", "it needs 'value'"),
        ("{command: update, args: {value: 1}}", "it needs 'target'"),
        (
            "{command: update, args: {target: '$[', value: 1}}",
            "is not a usable JSONPath",
        ),
        (
            "{command: remove, args: {target: $}}",
            "the whole description cannot be removed",
        ),
        (
            "{command: update, args: {target: $, value: 1}}",
            "the whole description cannot be replaced",
        ),
        (
            "{command: update, args: {target: $.info, value: 1, template: true}}",
            "a template and its targets are texts",
        ),
        (
            "{command: append, args: {target: $.info.title, value: 1}}",
            "'#/info/title' is not a mapping or a list",
        ),
        (
            "{command: copy, args: {from: '$.components.schemas.*', to: $.info.x}}",
            "must select one value, not 3",
        ),
        (
            "{command: copy, args: {from: $.info, to: $.nothing.here}}",
            "'$.nothing.here' does not name one place in a mapping",
        ),
        (
            "{command: replaceProperties}",
            "C002: the command 'replaceProperties' has no effect",
        ),
        (
            "{command: remove, args: {target: $.info, keys: [[title]]}}",
            "'keys' is a key or a list of keys",
        ),
        (
            "{command: move, args: {from: $.info.title, to: $.info}}",
            "a value cannot be moved to what it is in",
        ),
        (
            "{command: move, args: {from: $.info, to: $.info.x}}",
            "a value cannot be moved into itself",
        ),
        (
            "{command: copy, args: {from: $.info, to: '$.paths.*.get.parameters[7]'}}",
            "[7]' does not name one place in a mapping",
        ),
        (
            "{command: remove, args: {target: $.%s}}" % ("a" * 2000),
            "more than 2000 characters",
        ),
        (
            f"{{command: remove, args: {{target: '$[?{'(' * 900}@{')' * 900}]'}}}}",
            "is nested too deeply",
        ),
    ],
)
def test_what_cannot_be_applied_is_a_finding(
    reading: Reading, change: str, finding: str
) -> None:
    found = Transformed(reading, change)
    assert len(found.findings) == 1
    assert finding in found.findings[0]
    assert found.value["info"] == {"title": "Zoo", "version": "1"}


def test_keys_in_quotes_are_made(reading: Reading) -> None:
    change = """{command: copy, args: {from: $.info.title, to: "$.info['a.b']"}}"""
    assert Transformed(reading, change).value["info"]["a.b"] == "Zoo"


def test_nested_parts_are_extracted_from_the_inside(reading: Reading) -> None:
    found = Transformed(
        reading,
        "{command: extractToRefs, args: {ref: {target: ['$.components.schemas.Pet.properties', "
        "$.components.schemas.Pet], name: New}}}",
    )
    schemas = found.value["components"]["schemas"]
    assert schemas["Pet"] == {"$ref": "#/components/schemas/New"}
    assert schemas["New"]["type"] == "object"


@pytest.mark.parametrize(
    ("limit", "most", "change", "finding"),
    [
        (
            "patch.MOST_BROUGHT",
            50,
            "{command: copy, args: {from: $.components.schemas, to: $.components.schemas.x}}",
            "the description would become too large",
        ),
        (
            "patch.MOST_BROUGHT",
            9,
            "{command: update, args: {target: $.info.title, value: %s}}" % ("a" * 200),
            "the description would become too large",
        ),
        (
            "transforms._LONGEST_TEXT",
            40,
            "{command: update, args: {target: $.info.title, value: '%s', template: true}}"
            % ("{{value}}" * 10),
            "the text would become too long",
        ),
        (
            "selecting.MOST_VISITS",
            1_000,
            "{command: remove, args: {target: '$..[?($..nothing)]'}}",
            "selects too many values",
        ),
    ],
)
def test_no_transform_fills_the_memory_or_takes_for_ever(
    reading: Reading,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    most: int,
    change: str,
    finding: str,
) -> None:
    monkeypatch.setattr(f"generator.openapi.{limit}", most)
    found = Transformed(reading, *[change] * 5)
    assert finding in found.findings[-1]


def test_steps_count_even_if_they_lead_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.openapi.selecting.MOST_VISITS", 100)
    value = {"a": {"b": {"c": {"d": 1}}}}
    assert select("$[*,*,*].nothing", value) == []
    with pytest.raises(Unselectable, match="selects too many values"):
        select("$" + "[*,*,*]" * 4 + ".nothing", value)


@pytest.mark.parametrize(
    ("plus", "expected"),
    [
        ("$.a.b[*].c", "$.a.b[*].c"),
        ("$.paths./v1/pets.get", "$.paths['/v1/pets'].get"),
        ("$.paths./v1/{a.b}/c.get", "$.paths['/v1/{a.b}/c'].get"),
        ("$..x-internal", "$..['x-internal']"),
        ("$..a", "$..a"),
        ("$.paths[/v1/pets]", "$.paths['/v1/pets']"),
        ("$.a[get, put]", "$.a['get', 'put']"),
        ("$.a[0,1]", "$.a[0,1]"),
        ("$.a['b.c']", "$.a['b.c']"),
        ("$[?(@.a === '===' && @.b !== 1)]", "$[?(@.a == '===' && @.b != 1)]"),
        ("$.a[?(@['x'] == ']')].b", "$.a[?(@['x'] == ']')].b"),
        ("$.it's", "$['it\\'s']"),
    ],
)
def test_jsonpath_plus_is_written_as_the_standard_does(
    plus: str, expected: str
) -> None:
    assert standard(plus) == expected


def test_a_transform_that_fails_changes_nothing(reading: Reading) -> None:
    second = "$.components.schemas.Any"
    fails_late = (
        "{command: append, args: {target: [$.paths..parameters, "
        f"$.components.schemas.Pet.properties, {second}], value: {{oneOf: []}}}}}}"
    )
    removes_all = "{command: remove, args: {target: [$.info.title, $.paths, $]}}"
    found = Transformed(reading, fails_late, removes_all, "{command: oneOfToAnyOf}")
    untouched = Transformed(reading, "{command: oneOfToAnyOf}")
    assert [f.split(":")[0] for f in found.findings] == ["C020", "C020"]
    assert all("changes nothing" in finding for finding in found.findings)
    assert list(json_lines(found)) == list(json_lines(untouched))  # in the same order
    name = ("paths", "/v1/pets/{id}", "get", "parameters", "0", "name")
    assert found.root.locate(Pointer(name)) == untouched.root.locate(Pointer(name))


def json_lines(found: Transformed) -> list[str]:
    """The lines of a description."""
    return json.dumps(found.value, indent=1).splitlines()


def test_transforms_that_double_a_description_end_early(reading: Reading) -> None:
    changes = [
        f"{{command: copy, args: {{from: $.components, to: $.components.x{n}}}}}"
        for n in range(30)
    ]
    found = Transformed(reading, *changes)
    assert found.findings == [
        "C020: the description would become too large, so 'copy' and later transforms are not applied"
    ]
    assert "x8" in found.value["components"]
    assert "x20" not in found.value["components"]


def test_a_large_description_may_become_twice_as_large(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.openapi.patch.MOST_BROUGHT", 1)
    copy = "{command: copy, args: {from: $.components, to: $.components.x}}"
    again = "{command: copy, args: {from: $.components.x, to: $.components.y}}"
    assert Transformed(reading, copy).findings == []
    assert len(Transformed(reading, copy, again, again).findings) == 1
