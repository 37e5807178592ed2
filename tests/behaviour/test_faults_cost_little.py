"""A fault in a description costs what it touches: all else is generated, and a finding tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report, render_report
from generator.pipeline import Compiled, Inputs, compile_inputs
from generator.surface import Scalar, ScalarKind
from generator.targets import python

HEAD = """
openapi: 3.1.0
info: {title: t, version: "1"}
servers: [{url: https://x.example}]
"""
GOOD = """
paths:
  /good:
    get:
      operationId: good
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Good"}}}}}
"""
SCHEMAS = """
components:
  schemas:
    Good: {type: object, properties: {name: {type: string}}}
"""
BAD = """
  /bad:
    get:
"""
RESPONSES = """
      responses: {"204": {description: gone}}
"""


def schema(text: str) -> str:
    return f"{HEAD}{GOOD}{SCHEMAS}    Bad: {text}\n"


def operation(text: str) -> str:
    return f"{HEAD}{GOOD}{BAD}      {text}\n{RESPONSES}{SCHEMAS}"


def compiled(
    text: str | bytes, folder: Path, *, strict: bool
) -> tuple[Compiled | None, Report]:
    path = folder / "openapi.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    models = {"good": "Good", "bad": "Bad"}
    methods = {"good": "get /good", "bad": "get /bad", "one": "get /bad/{id}"}
    config: dict[str, Any] = {
        "organization": {"name": "acme"},
        "targets": {"python": {"package_name": "acme"}},
        "settings": {"license": "MIT"},
        "resources": {"things": {"models": models, "methods": methods}},
    }
    (folder / "stainless.json").write_text(json.dumps(config))
    report = Report(strict=strict)
    inputs = Inputs(path, folder / "stainless.json")
    return compile_inputs(inputs, report, progress=lambda _: None), report


FAULTS = {
    "a reference to nothing": (schema("{$ref: '#/nowhere'}"), "S001"),
    "a reference to an anchor": (schema("{$ref: '#here'}"), "S001"),
    "a reference that is not a string": (schema("{$ref: [1]}"), "S001"),
    "a reference out of the folder": (schema("{$ref: '../x.yaml'}"), "S003"),
    "a remote reference": (schema("{$ref: 'https://x.example/y'}"), "S003"),
    "a reference to itself": (schema("{$ref: '#/components/schemas/Bad'}"), "S002"),
    "its own member": (schema("{allOf: [{$ref: '#/components/schemas/Bad'}]}"), "S006"),
    "required holds a boolean": (
        schema("{type: object, required: [true], properties: {a: {}}}"),
        "S010",
    ),
    "required is a boolean": (schema("{type: string, required: true}"), "S023"),
    "properties is a list": (schema("{type: object, properties: [a]}"), "S010"),
    "a property is a text": (schema("{properties: {a: text}}"), "S010"),
    "a type is a number": (schema("{type: 3}"), "S010"),
    "an enum is a text": (schema("{type: string, enum: abc}"), "S010"),
    "items is a list": (schema("{type: array, items: [{type: string}]}"), "S010"),
    "a schema is a number": (schema("5"), "S010"),
    "a schema is null": (schema(""), "S010"),
    "the same key twice": (schema("{type: string, type: integer}"), "I010"),
    "a tag": (schema("!custom {type: string}"), "I006"),
    "a key that is a list": (schema("{? [a] : 1}"), "I006"),
    "a number without end": (schema("{maximum: 1e999}"), "I009"),
    "an unknown anchor": (schema("{default: *x}"), "I007"),
    "a second document": (schema("{}") + "---\nx: 1\n", "I011"),
    "Latin letters": (schema("{description: caf\u00e9}").encode("latin-1"), "I004"),
    "UTF-16": (schema("{}").encode("utf-16"), "I004"),
    "a control character": (schema("{description: '\x07'}"), "I005"),
    "an operation that is a text": (
        f"{HEAD}{GOOD}  /bad: {{get: x}}\n{SCHEMAS}",
        "S023",
    ),
    "a path that is null": (f"{HEAD}{GOOD}  /bad:\n{SCHEMAS}", "C008"),
    "a path that is a list": (f"{HEAD}{GOOD}  /bad: []\n{SCHEMAS}", "S010"),
    "a path without a slash": (f"{HEAD}{GOOD}  bad: {{get: {{}}}}\n{SCHEMAS}", "S02"),
    "parameters are null": (operation("parameters:"), "C013"),
    "parameters are a text": (operation("parameters: x"), "S010"),
    "a parameter is null": (operation("parameters: [null]"), "S0"),
    "a parameter without a name": (operation("parameters: [{in: query}]"), "S0"),
    "a parameter from nowhere": (
        operation("parameters: [{name: a, in: mars}]"),
        "S024",
    ),
    "a parameter for no variable": (
        operation("parameters: [{name: a, in: path, required: true, schema: {}}]"),
        "S041",
    ),
    "a parameter twice": (
        operation("parameters: [{name: a, in: query}, {name: a, in: query}]"),
        "S043",
    ),
    "a duplicate operationId": (operation("operationId: good"), "S042"),
    "an operationId that is a number": (operation("operationId: 7"), "S010"),
    "no such security scheme": (operation("security: [{x: []}]"), "S044"),
    "security is a mapping": (operation("security: {x: []}"), "S010"),
    "a variable without a parameter": (
        operation("").replace("/bad:", "/bad/{id}:"),
        "S040",
    ),
    "an empty variable": (operation("").replace("/bad:", "'/bad/{}':"), "C008"),
    "a version of two numbers": (schema("{}").replace("3.1.0", "3.1"), "S005"),
    "a version to come": (schema("{}").replace("3.1.0", "3.9.0"), "S005"),
    "no version": (schema("{}").replace("openapi: 3.1.0", ""), "S004"),
    "info is null": (schema("{}").replace('{title: t, version: "1"}', ""), "S02"),
}


def test_parameters_follow_the_variables_of_the_path(tmp_path: Path) -> None:
    text = operation("parameters: [{name: x, in: path, required: true, schema: {}}]")
    made, report = compiled(text.replace("/bad:", "/bad/{id}:"), tmp_path, strict=False)
    assert made is not None
    assert {"S040", "S041"} <= {d.code for d in report.diagnostics}
    (method,) = (m for m in made.sdk.every_method() if m.route == "/bad/{id}")
    (argument,) = method.arguments
    assert (argument.name, argument.type) == ("id", Scalar(ScalarKind.STRING))


@pytest.mark.parametrize(("text", "code"), FAULTS.values(), ids=list(FAULTS))
def test_a_fault_costs_what_it_touches(
    text: str | bytes, code: str, tmp_path: Path
) -> None:
    made, report = compiled(text, tmp_path, strict=False)
    assert made is not None, render_report(report)
    assert not report.has_errors
    found = [d for d in report.diagnostics if d.code.startswith(code)]
    assert found, render_report(report)
    assert all(d.help and d.place.line for d in found if d.code != "I004")
    methods = {method.name for method in made.sdk.every_method()}
    assert "good" in methods
    for name, source in python.texts(made.sdk).items():
        if name.endswith(".py"):
            compile(source, name, "exec")
    refused, report = compiled(text, tmp_path, strict=True)
    assert refused is None
    assert any(d.code.startswith(code) for d in report.diagnostics)
