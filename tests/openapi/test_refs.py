"""References are followed inside the folder of the description, and nowhere else (G10, G11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.openapi import DocumentSet, Reach, load_description
from generator.openapi.cursor import Cursor
from generator.source import Pointer

from .conftest import Reading

HEAD = "openapi: 3.1.0\n"


def _follow(documents: DocumentSet | None, ref: str) -> tuple[str, str, object]:
    assert documents is not None
    found = documents.follow(documents.root, ref)
    assert found is not None
    document, pointer, value = found
    return documents.key(document), str(pointer), value


def test_references_are_followed_from_file_to_file(reading: Reading) -> None:
    reading.write("$ref: ../deep/kind.json#/kinds/0", "schemas/animal.yaml")
    reading.write('{"kinds": [{"type": "string"}]}', "deep/kind.json")
    documents = reading.describe(
        HEAD + "components: {schemas: {A: {$ref: schemas/animal.yaml}}}"
    )
    assert reading.codes == []
    assert _follow(documents, "schemas/animal.yaml") == (
        "schemas/animal.yaml",
        "",
        {"$ref": "../deep/kind.json#/kinds/0"},
    )
    assert documents is not None
    cursor = Cursor.root(documents, reading.report).descend("components", "schemas")
    kind = cursor and cursor.at("A")
    assert kind is not None
    assert kind.resolve().id == "deep/kind.json#/kinds/0"
    assert kind.resolve().value == {"type": "string"}


def test_a_pointer_may_lead_through_a_reference(reading: Reading) -> None:
    documents = reading.describe(HEAD + """
components:
  schemas:
    A: {$ref: '#/components/schemas/B'}
    B: {properties: {x: {type: string}}}
    C: {$ref: '#/components/schemas/A/properties/x'}
""")
    assert reading.codes == []
    assert _follow(documents, "#/components/schemas/A/properties/x") == (
        "",
        "/components/schemas/B/properties/x",
        {"type": "string"},
    )


def test_a_file_may_name_itself_and_percent_encode(reading: Reading) -> None:
    documents = reading.describe(
        HEAD + "components: {schemas: {'a b': {}, C: {$ref: 'openapi.yaml"
        "#/components/schemas/a%20b'}}}"
    )
    assert reading.codes == []
    assert documents is not None
    assert len(documents.files) == 1


def test_prose_can_be_referred_to(reading: Reading) -> None:
    reading.write("# Zoo: the API\n---\n", "intro.md")
    documents = reading.describe(HEAD + "info: {description: {$ref: intro.md}}")
    assert reading.codes == []
    assert _follow(documents, "intro.md")[2] == "# Zoo: the API\n---\n"


@pytest.mark.parametrize(
    "part",
    [
        "components: {schemas: {A: {default: {$ref: '#/x'}}}}",
        "components: {schemas: {A: {const: {$ref: '#/x'}, enum: [{$ref: '#/x'}]}}}",
        "components: {schemas: {A: {examples: [{$ref: '#/x'}]}}}",
        "components: {examples: {A: {value: {$ref: '#/x'}}}}",
        "components: {parameters: {A: {example: {$ref: '#/x'}}}}",
        "components: {schemas: {A: {properties: {$ref: {type: string}}}}}",
        "x-internal: {$ref: '#/x'}",
    ],
)
def test_a_ref_key_inside_data_is_not_a_reference(reading: Reading, part: str) -> None:
    reading.describe(HEAD + part)
    assert reading.codes == []


@pytest.mark.parametrize(
    "part",
    [
        "components: {responses: {default: {$ref: '#/x'}}}",
        "components: {schemas: {default: {$ref: '#/x'}}}",
        "components: {schemas: {A: {properties: {example: {$ref: '#/x'}}}}}",
        "components: {schemas: {A: {properties: {x-a: {$ref: '#/x'}}}}}",
        "components: {schemas: {A: {properties: {properties: {items: {$ref: '#/x'}}}}}}",
        "components: {examples: {A: {$ref: '#/x'}}}",
        "components: {callbacks: {A: {'{$url}': {post: {requestBody: {$ref: '#/x'}}}}}}",
        "paths: {/a: {get: {responses: {default: {$ref: '#/x'}}}}}",
        "paths: {/a: {additionalOperations: {COPY: {parameters: [{$ref: '#/x'}]}}}}",
        "paths: {$ref: '#/x'}",
    ],
)
def test_a_reference_is_seen_wherever_the_standard_allows_one(
    reading: Reading, part: str
) -> None:
    reading.describe(HEAD + part)
    assert [d.message for d in reading.report.diagnostics] == ["'#/x' does not exist"]


def test_the_same_dangling_reference_is_reported_once(reading: Reading) -> None:
    parts = ", ".join(f"A{i}: {{$ref: '#/x'}}" for i in range(3))
    reading.describe(HEAD + f"components: {{schemas: {{{parts}}}}}")
    assert reading.only == "S001 2:29 '#/x' does not exist (3 references to it)"


def test_a_symbolic_link_does_not_lead_out(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("type: string\n")
    inside = tmp_path / "spec"
    inside.mkdir()
    (inside / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (inside / "folder").symlink_to(tmp_path)
    reading.describe(
        HEAD + "components: {schemas: {A: {$ref: link.yaml},"
        " B: {$ref: folder/secret.yaml}}}",
        "spec/openapi.yaml",
    )
    assert reading.codes == ["S003", "S003"]
    assert "secret.yaml" not in " ".join(reading.report.sources)


def test_references_outside_the_folder_can_be_allowed(reading: Reading) -> None:
    reading.write("type: string\n", "shared/kind.yaml")
    path = reading.write(
        HEAD + "components: {schemas: {A: {$ref: ../shared/kind.yaml}}}",
        "api/openapi.yaml",
    )
    documents = load_description(path, reading.report, reach=Reach(reading.folder))
    assert reading.codes == []
    assert documents is not None
    assert sorted(map(documents.key, documents.files.values())) == [
        "",
        "shared/kind.yaml",
    ]


def test_errors_do_not_reveal_files_outside(reading: Reading, tmp_path: Path) -> None:
    (tmp_path / "there.yaml").write_text("x: 1")
    messages = []
    for name in ("there", "absent"):
        report = Report()
        path = reading.write(HEAD + f"x: {{$ref: ../{name}.yaml}}", "spec/openapi.yaml")
        path.write_text(path.read_text().replace("x: {", "info: {"))
        load_description(path, report)
        messages += [d.message.replace(name, "…") for d in report.diagnostics]
    assert len(messages) == 2
    assert messages[0] == messages[1]


def test_schemas_may_refer_to_themselves_through_a_value(reading: Reading) -> None:
    reading.describe(HEAD + """
components:
  schemas:
    Tree: {properties: {left: {$ref: '#/components/schemas/Tree'}}}
    List: {allOf: [{items: {$ref: '#/components/schemas/List'}}]}
    Json: {oneOf: [{type: string}, {additionalProperties: {$ref: '#/components/schemas/Json'}}]}
""")
    assert reading.codes == []


def test_a_reference_to_itself_is_a_circle(reading: Reading) -> None:
    reading.describe(
        HEAD + "components: {parameters: {A: {$ref: '#/components/parameters/A'}}}"
    )
    assert reading.codes == ["S002"]


def test_a_pointer_through_a_circle_ends(reading: Reading) -> None:
    reading.describe(
        HEAD + "components: {schemas: {A: {$ref: '#/components/schemas/A/a'}}}"
    )
    assert reading.codes == ["S001"]


def test_long_chains_of_references_are_followed(reading: Reading) -> None:
    count = 5_000
    schemas = "".join(
        f"    S{i}: {{$ref: '#/components/schemas/S{i + 1}'}}\n" for i in range(count)
    )
    text = HEAD + f"components:\n  schemas:\n{schemas}    S{count}: {{type: string}}\n"
    documents = reading.describe(text)
    assert reading.codes == []
    assert documents is not None
    first = documents.find(documents.root, Pointer(("components", "schemas", "S0")))
    assert first is not None
    cursor = Cursor(reading.report, *first, documents=documents)
    assert cursor.resolve().value == {"type": "string"}


def test_a_reference_must_be_a_string(reading: Reading) -> None:
    reading.describe(HEAD + "components: {schemas: {A: {$ref: 5}}}")
    assert reading.only == "S001 2:28 '$ref' must be a string"


def test_an_anchor_is_not_a_pointer(reading: Reading) -> None:
    reading.describe(HEAD + "components: {schemas: {A: {$ref: '#animal'}}}")
    assert reading.only.endswith("the anchor '#animal' is not supported")
