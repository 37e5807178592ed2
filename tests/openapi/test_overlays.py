"""Overlays change a description before it is read, and every part keeps its place (Overlay 1.1)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Report, render_report
from generator.openapi import DocumentSet, load_description, read_description, upgrade

from .conftest import Reading

HEAD = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\n"
DESCRIPTION = """openapi: 3.1.0
info: {title: Zoo, version: '1'}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /pets:
    get: &list
      operationId: list
      parameters:
      - {name: limit, in: query}
      - {name: after, in: query}
      responses: {}
  /cats:
    get: *list
"""


class Overlaid:
    """A description with an overlay, and what was found."""

    def __init__(self, reading: Reading, *overlays: str, description: str) -> None:
        self.report = Report()
        path = reading.write(description)
        files = [
            reading.write(HEAD + text, f"fix{number}.yaml")
            for number, text in enumerate(overlays)
        ]
        found = load_description(path, self.report, overlays=files)
        assert found is not None, render_report(self.report)
        self.documents: DocumentSet = found
        self.value = found.root.value

    def place(self, pointer: str) -> str:
        return str(self.documents.root.locate(pointer))

    @property
    def findings(self) -> list[str]:
        return [f"{d.code} {d.place}: {d.message}" for d in self.report.diagnostics]


def overlaid(
    reading: Reading, *actions: str, description: str = DESCRIPTION
) -> Overlaid:
    """The description with one overlay of these actions."""
    items = "".join(f"- {action}\n" for action in actions)
    return Overlaid(reading, f"actions:\n{items}", description=description)


def test_an_update_is_merged_into_mappings_and_appended_to_lists(
    reading: Reading,
) -> None:
    made = overlaid(
        reading,
        "{target: $.info, update: {title: Zoo II, contact: {email: a@b.example}}}",
        "{target: $.tags, update: {name: d}}",
        "{target: $, update: {tags: [{name: e}, {name: f}], x-zoo: true}}",
        "{target: $.info.version, update: '2'}",
    )
    assert made.findings == []
    assert made.value["info"] == {
        "title": "Zoo II",
        "version": "2",
        "contact": {"email": "a@b.example"},
    }
    assert [tag["name"] for tag in made.value["tags"]] == list("abcdef")
    assert made.value["x-zoo"] is True


def test_values_are_removed_without_disturbing_each_other(reading: Reading) -> None:
    made = overlaid(
        reading,
        "{target: '$.tags[0, 2]', remove: true}",
        "{target: \"$.paths['/cats']\", remove: true}",
        "{target: \"$..parameters[?@.name == 'limit']\", remove: true}",
        "{target: \"$..*[?@.name == 'after']\", remove: true}",
        "{target: $.info, remove: true, update: {title: ignored}}",
    )
    assert made.findings == []
    assert made.value["tags"] == [{"name": "b"}]
    assert list(made.value["paths"]) == ["/pets"]
    assert made.value["paths"]["/pets"]["get"]["parameters"] == []
    assert "info" not in made.value


def test_parts_that_share_an_anchor_are_changed_apart(reading: Reading) -> None:
    made = overlaid(
        reading, "{target: \"$.paths['/cats'].get\", update: {operationId: cats}}"
    )
    paths = made.value["paths"]
    assert paths["/cats"]["get"]["operationId"] == "cats"
    assert paths["/pets"]["get"]["operationId"] == "list"


def test_a_copy_brings_what_is_there_at_that_time(reading: Reading) -> None:
    made = overlaid(
        reading,
        "{target: $.paths, update: {/dogs: {}}}",
        "{target: \"$.paths['/dogs']\", copy: \"$.paths['/pets']\"}",
        "{target: \"$.paths['/dogs'].get\", update: {operationId: dogs}}",
        "{target: \"$.paths['/pets']\", remove: true}",
    )
    assert made.findings == []
    assert list(made.value["paths"]) == ["/cats", "/dogs"]
    assert made.value["paths"]["/dogs"]["get"]["operationId"] == "dogs"
    assert made.value["paths"]["/cats"]["get"]["operationId"] == "list"
    assert made.place("/paths/~1dogs/get/parameters/1/name") == "openapi.yaml:10:10"


def test_overlays_are_applied_one_after_the_other(reading: Reading) -> None:
    made = Overlaid(
        reading,
        "actions: [{target: $.info, update: {x-first: {a: 1}}}]",
        "actions: [{target: \"$.info['x-first']\", update: {b: 2}}]",
        description=DESCRIPTION,
    )
    assert made.value["info"]["x-first"] == {"a": 1, "b": 2}
    assert made.place("/info/x-first/a").startswith("fix0.yaml:3:")
    assert made.place("/info/x-first/b").startswith("fix1.yaml:3:")


def test_every_part_is_placed_where_it_is_written(reading: Reading) -> None:
    made = overlaid(
        reading,
        "{target: '$.tags[0]', remove: true}",
        "{target: $.tags, update: [{name: d}]}",
        "{target: $.info, update: {contact: {name: x}, title: New}}",
    )
    assert made.place("/tags/0/name") == "openapi.yaml:3:20"
    assert made.place("/tags/2/name") == "fix0.yaml:5:30"
    assert made.place("/info/contact/name") == "fix0.yaml:6:39"
    assert made.place("/info/title") == "fix0.yaml:6:49"
    assert made.place("/info/version") == "openapi.yaml:2:20"
    assert made.place("/paths/~1pets/get/operationId") == "openapi.yaml:7:7"
    assert made.place("/tags/9/name") == "openapi.yaml:3:1"
    pointer = made.documents.root.locate("/info/contact/name").pointer
    assert pointer == "/actions/2/update/contact/name"


def test_places_survive_the_upgrade_of_older_descriptions(reading: Reading) -> None:
    made = overlaid(
        reading,
        "{target: $.components.schemas.A, update: {nullable: true, properties: {b: {example: 1}}}}",
        description="openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n"
        "components: {schemas: {A: {allOf: [{type: object}]}}}\n",
    )
    documents = upgrade(made.documents, "3.0.3")
    root = documents.root
    within = root.value["components"]["schemas"]["A"]["anyOf"][0]
    assert within["properties"]["b"] == {"examples": [1]}
    at = "/components/schemas/A/anyOf/0/properties/b/examples/0"
    assert root.locate(at).file == "fix0.yaml"
    assert root.locate("/components/schemas/A/anyOf/0/allOf/0").file == "openapi.yaml"


def test_references_that_an_overlay_brings_are_followed(reading: Reading) -> None:
    reading.write("type: string\n", "kind.yaml")
    made = overlaid(
        reading,
        "{target: $, update: {components: {schemas: {A: {$ref: kind.yaml}, B: {$ref: no.yaml}}}}}",
    )
    assert len(made.documents.files) == 2
    assert made.findings == ["S001 fix0.yaml:4:73: the file 'no.yaml' does not exist"]
    description = read_description(made.documents, Report())
    assert description is not None


@pytest.mark.parametrize(
    ("action", "finding"),
    [
        (
            "{target: $.nothing, remove: true}",
            "S051 fix0.yaml:4:4: the target '$.nothing' matches nothing",
        ),
        (
            "{target: $.x-y, remove: true}",
            "S050 fix0.yaml:4:4: '$.x-y' is not a usable JSONPath",
        ),
        ("{target: 1, remove: true}", "S050 fix0.yaml:4:4: 'target' must be a string"),
        ("{remove: true}", "S050 fix0.yaml:4:3: an action needs 'target' and one of"),
        ("{target: $.info}", "S050 fix0.yaml:4:3: an action needs 'target' and one of"),
        (
            "{target: $.info, updat: 1, remove: true}",
            "S050 fix0.yaml:4:20: unknown key",
        ),
        ("{target: $, remove: true}", "S052 fix0.yaml:4:3: this does not fit '#'"),
        (
            "{target: $.info, update: 1}",
            "S052 fix0.yaml:4:3: this does not fit '#/info': a single value cannot be merged",
        ),
        (
            "{target: $.info, update: {title: {}}}",
            "S052 fix0.yaml:4:3: this does not fit",
        ),
        (
            "{target: $.info, copy: '$.tags[*]'}",
            "S052 fix0.yaml:4:3: this does not fit",
        ),
        (
            "{target: $.info, copy: $., }",
            "S050 fix0.yaml:4:20: '$.' is not a usable JSONPath",
        ),
        ("not an action", "S050 fix0.yaml:4:3: an action needs"),
    ],
)
def test_an_action_that_cannot_be_applied_is_reported_and_costs_no_other(
    reading: Reading, action: str, finding: str
) -> None:
    made = overlaid(reading, action, "{target: $, update: {x-after: 1}}")
    assert len(made.findings) == 1
    assert made.findings[0].startswith(finding)
    assert made.value["x-after"] == 1
    assert all(diagnostic.help for diagnostic in made.report.diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "overlay: 2.0.0\nactions: []",
        "actions: []",
        "openapi: 3.1.0",
        "[]",
        "overlay: 1.0.0",
    ],
)
def test_what_is_no_overlay_is_an_error(reading: Reading, text: str) -> None:
    overlay = reading.write(text, "fix.yaml")
    load_description(reading.write(DESCRIPTION), reading.report, overlays=[overlay])
    assert reading.codes == ["S050"]
    assert reading.report.has_errors


def test_an_overlay_that_is_not_there_is_an_error(reading: Reading) -> None:
    overlays = [Path("none.yaml")]
    path = reading.write(DESCRIPTION)
    assert load_description(path, reading.report, overlays=overlays) is None
    (found,) = reading.report.diagnostics
    assert (found.code, found.message) == ("I001", "the overlay does not exist")


def test_null_brings_nothing_into_mappings_and_lists(reading: Reading) -> None:
    made = overlaid(reading, "{target: $, update: {info: , tags: , paths: {/pets: }}}")
    assert made.findings == []
    assert made.value == yaml.safe_load(DESCRIPTION)
