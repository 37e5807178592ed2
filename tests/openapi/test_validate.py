"""Validation says what is wrong whatever the validators do (rows G11 and G14)."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Severity
from generator.examine import samples as sample_checks
from generator.examine.protocol import Sample
from generator.openapi import DocumentSet, validate
from generator.openapi.validation.request import build_request

from .conftest import Reading

SOUND = """\
openapi: {version}
info: {{title: Zoo, version: '1'}}
paths:
  /a/{{id}}:
    get:
      operationId: read
      parameters:
        - {{name: id, in: path, required: true, schema: {{type: string}}}}
      responses: {{'200': {{description: One}}}}
"""


def _described(reading: Reading, text: str) -> DocumentSet:
    documents = reading.describe(text)
    assert documents is not None
    return documents


@pytest.mark.parametrize("thorough", [True, False])
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_sound_description_passes(
    reading: Reading, version: str, thorough: bool
) -> None:
    documents = _described(reading, SOUND.format(version=version))
    validate(documents, reading.report, thorough=thorough)
    assert reading.report.diagnostics == []


def test_a_description_of_no_known_version_is_left_to_the_version_check(
    reading: Reading,
) -> None:
    validate(_described(reading, "swagger: '1.2'\n"), reading.report)
    validate(_described(reading, "[]"), reading.report)
    assert reading.codes == []


def test_reading_does_not_wait_for_the_validators_to_be_imported() -> None:
    program = (
        "import sys, generator.openapi;"
        "slow = {'jsonschema_rs', 'jsonschema', 'openapi_spec_validator', 'pydantic'};"
        "sys.exit(str(slow & set(sys.modules)) if slow & set(sys.modules) else 0)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root)


def test_a_validator_that_hangs_is_cut_off(reading: Reading) -> None:
    documents = _described(reading, SOUND.format(version="3.1.0"))
    validate(documents, reading.report, time_limit=0)
    assert reading.codes == ["S039"]
    assert "'structure' was cut off" in reading.report.diagnostics[0].message


def test_findings_before_a_crash_of_the_validator_are_kept(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = {
        "step": "structure",
        "document": "openapi.yaml",
        "tokens": ["info"],
        "keyword": "required",
        "detail": {"property": "licence"},
        "message": "",
    }
    lines = [json.dumps(finding), json.dumps({"done": "structure"}), '{"step": "sch']
    (reading.folder / "lines").write_text("\n".join(lines))
    dying = reading.write("#!/bin/sh\ncat lines\nkill -9 $$\n", "dying")
    dying.chmod(0o755)
    documents = _described(reading, SOUND.format(version="3.1.0"))
    monkeypatch.setattr(sys, "executable", str(dying))
    validate(documents, reading.report)
    assert sorted(reading.codes) == ["S021", "S039"]
    cut = next(d for d in reading.report.diagnostics if d.code == "S039")
    assert "'schemas' was cut off" in cut.message


def test_a_validator_that_reads_nothing_needs_no_file_for_the_request(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = reading.write("#!/bin/sh\nexit 1\n", "dying")
    script.chmod(0o755)
    text = SOUND.format(version="3.1.0") + f"x-much: {'a' * 500_000}\n"
    documents = _described(reading, text)
    monkeypatch.setattr(sys, "executable", str(script))
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    validate(documents, reading.report)
    assert reading.codes == ["S039"]


def test_findings_before_the_time_limit_are_kept(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = json.dumps({"done": "structure"})
    hanging = f"#!/bin/sh\ncat > /dev/null\necho '{line}'\nexec sleep 60\n"
    script = reading.write(hanging, "hanging")
    script.chmod(0o755)
    documents = _described(reading, SOUND.format(version="3.1.0"))
    monkeypatch.setattr(sys, "executable", str(script))
    validate(documents, reading.report, time_limit=1)
    assert "'schemas' was cut off" in reading.report.diagnostics[0].message


def test_a_step_that_fails_is_named(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = _described(reading, SOUND.format(version="3.1.0"))
    line = json.dumps({"done": "structure", "failure": "PanicException: no"})
    script = reading.write(f"#!/bin/sh\ncat > /dev/null\necho '{line}'\n", "failing")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    validate(documents, reading.report)
    messages = " ".join(d.message for d in reading.report.diagnostics)
    assert "failed at 'structure': PanicException: no" in messages
    assert all(d.severity is Severity.WARNING for d in reading.report.diagnostics)


@pytest.fixture
def visited() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and the paths that were asked of it."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"type": "string"}')

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_nothing_is_fetched(
    reading: Reading, visited: tuple[str, list[str]], version: str
) -> None:
    address, paths = visited
    text = SOUND.format(version=version) + f"""\
  /b: {{$ref: '{address}/path.json'}}
components:
  parameters:
    P: {{$ref: '{address}/parameter.json'}}
  schemas:
    A: {{$ref: '{address}/schema.json'}}
    B: {{default: 5, properties: {{x: {{$ref: '{address}/inner.json'}}}}}}
    C: {{$ref: '#/components/schemas/B', example: {{x: 1}}}}
    D: {{$schema: '{address}/dialect.json', $id: '{address}/id.json', type: string}}
"""
    documents = _described(reading, text)
    validate(documents, reading.report)
    assert paths == []
    assert "S003" in reading.codes


def test_no_file_is_read_for_a_refused_reference(
    reading: Reading, tmp_path: Path
) -> None:
    (tmp_path / "secret.json").write_text('{"type": "sesame"}')
    text = SOUND.format(version="3.1.0") + f"""\
components:
  schemas:
    A: {{default: 5, properties: {{x: {{$ref: 'file://{tmp_path}/secret.json'}}}}}}
    B: {{default: 5, properties: {{x: {{$ref: '../secret.json'}}}}}}
"""
    documents = reading.describe(text, "spec/openapi.yaml")
    assert documents is not None
    validate(documents, reading.report)
    assert "sesame" not in str(reading.report.diagnostics)


def test_a_circle_of_schemas_does_not_end_the_validation_of_the_rest(
    reading: Reading,
) -> None:
    text = SOUND.format(version="3.1.0").replace("title: Zoo, ", "") + """\
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/B'}], default: 1}
    B: {allOf: [{$ref: '#/components/schemas/A'}]}
"""
    validate(_described(reading, text), reading.report)
    assert {"S006", "S021"} <= set(reading.codes)


def test_findings_in_other_files_have_their_places_there(reading: Reading) -> None:
    reading.write(
        "get:\n  responses:\n    '200': {}\n  parameters:\n"
        "    - {name: q, in: query, schema: {$ref: '../types.yaml#/Q'}, example: 7}\n",
        "paths/b.yaml",
    )
    reading.write("Q:\n  type: string\n  minLength: -1\n", "types.yaml")
    text = SOUND.format(version="3.1.0") + "  /b: {$ref: paths/b.yaml}\n"
    validate(_described(reading, text), reading.report)
    found = sorted(f"{d.code} {d.place}" for d in reading.report.diagnostics)
    assert found == [
        "S021 paths/b.yaml:3:5",
        "S024 types.yaml:3:3",
    ]


def test_examples_are_held_against_schemas_in_other_files(reading: Reading) -> None:
    reading.write("Kind: {type: string, nullable: true}\n", "more types.yaml")
    text = SOUND.format(version="3.0.3") + """\
components:
  schemas:
    A: {properties: {k: {$ref: 'more%20types.yaml#/Kind'}}, example: {k: 7}}
    B: {properties: {k: {$ref: 'more%20types.yaml#/Kind'}}, example: {k: null}}
"""
    validate(_described(reading, text), reading.report)
    assert reading.only.startswith("S033 12:71 the example does not match its schema")


def test_findings_explain_the_likeliest_branch_of_a_union(reading: Reading) -> None:
    text = SOUND.format(version="3.1.0") + """\
components:
  schemas:
    A:
      anyOf:
        - {type: object, required: [a, b, c]}
        - {type: 'null'}
      default: {a: 1}
"""
    validate(_described(reading, text), reading.report)
    messages = [d.message.partition(": ")[2] for d in reading.report.diagnostics]
    assert messages == ["the key 'b' is missing", "the key 'c' is missing"]


def test_a_finding_is_short_however_long_the_value(reading: Reading) -> None:
    text = SOUND.format(version="3.1.0").replace("'1'", "[" + "x," * 100_000 + "]")
    validate(_described(reading, text), reading.report)
    assert all(len(d.message) < 500 for d in reading.report.diagnostics)
    assert reading.codes == ["S023"]


def test_findings_without_end_are_counted(reading: Reading) -> None:
    schemas = "".join(f"    S{i}: {{type: strange}}\n" for i in range(1_000))
    text = SOUND.format(version="3.1.0") + f"components:\n  schemas:\n{schemas}"
    validate(_described(reading, text), reading.report, thorough=False)
    assert reading.codes.count("S024") == 200
    (rest,) = (d for d in reading.report.diagnostics if d.code == "S039")
    assert rest.message == "the step 'schemas' has 800 more findings"


def test_duplicate_tags_are_found_by_openapi_spec_validator(
    reading: Reading,
) -> None:
    text = SOUND.format(version="3.1.0") + "tags: [{name: a}, {name: a}]\n"
    documents = _described(reading, text)
    validate(documents, reading.report, thorough=False)
    assert reading.codes == []
    validate(documents, reading.report)
    assert reading.only == "S020 10:1 Duplicate tag name 'a'"


def test_defaults_of_parameters_are_checked_in_swagger_2(reading: Reading) -> None:
    parameter = "{name: n, in: query, type: number, default: '0.2'}"
    responses = "responses: {'200': {description: One}}"
    validate(
        _described(
            reading,
            "swagger: '2.0'\ninfo: {title: Zoo, version: '1'}\n"
            f"paths: {{/a: {{get: {{parameters: [{parameter}], {responses}}}}}}}\n",
        ),
        reading.report,
    )
    assert reading.codes == ["S034"]


@pytest.mark.parametrize(
    ("schema", "default"),
    [
        ("type: integer", "true"),
        ("type: integer", "1.5"),
        ("type: number", "false"),
        ("type: boolean", "0"),
        ("type: string", "null"),
        ("type: string, enum: [a]", "b"),
        ("type: string, const: a", "b"),
        ("type: string, format: date", "b"),
        ("type: string, maxLength: 1, x-a: 1", "bb"),
        ("type: string, not: {}", "a"),
        ("type: [string], title: A", "1"),
    ],
)
def test_a_sample_is_left_out_only_if_its_schema_says_no_more_than_its_type(
    reading: Reading, schema: str, default: str
) -> None:
    text = SOUND.format(version="3.1.0")
    text += f"components: {{schemas: {{A: {{{schema}, default: {default}}}}}}}\n"
    documents = _described(reading, text)
    request = build_request(documents, documents, "3.1.0", thorough=False)
    assert [sample["kind"] for sample in request["samples"]] == ["default"]


@pytest.mark.parametrize("pattern", ["^(a+)+$", r"^(a+)+\1$", "^(?=(a|a)*$).*"])
def test_slow_patterns_are_not_waited_for(reading: Reading, pattern: str) -> None:
    value = f"{'a' * 40}!"
    schema = (
        f"{{type: string, pattern: '{pattern}', default: {value}, example: {value}}}"
    )
    text = f"{SOUND.format(version='3.0.3')}components: {{schemas: {{A: {schema}}}}}\n"
    validate(_described(reading, text), reading.report)
    assert sorted(reading.codes) == ["S033", "S034"]


def test_a_schema_that_cannot_be_used_hides_no_finding_of_others(
    reading: Reading,
) -> None:
    wrong = "{type: string, maxLength: 1, default: long}"
    unusable = "{type: string, pattern: '(', default: long}"
    schemas = [wrong, wrong, unusable, wrong, unusable, wrong]
    listed = "".join(f"    S{i}: {schema}\n" for i, schema in enumerate(schemas))
    text = f"{SOUND.format(version='3.0.3')}components:\n  schemas:\n{listed}"
    validate(_described(reading, text), reading.report, thorough=False)
    found = [d.place.line for d in reading.report.diagnostics if d.code == "S034"]
    assert found == [12, 13, 15, 17]


def test_one_validator_checks_all_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    schemas = {f"S{i}": {"$ref": "#/Common", "maxLength": i} for i in range(50)}
    documents = {"a.json": {**schemas, "Common": {"type": "string"}}}
    samples: list[Sample] = [
        {
            "kind": "default",
            "value": {"document": "a.json", "tokens": []},
            "schema": {"document": "a.json", "tokens": [name]},
        }
        for name in schemas
    ]
    compiled: list[object] = []
    compile = sample_checks.validator_for

    def counted(schema: object, **options: Any) -> Any:
        compiled.append(schema)
        return compile(schema, **options)

    monkeypatch.setattr(sample_checks, "validator_for", counted)
    checks = sample_checks.SampleChecks(documents, samples)
    found = [checks.errors(sample["schema"], "abc") for sample in samples]
    assert len(compiled) == 1
    assert [len(errors) for errors in found] == [1, 1, 1, *[0] * 47]
