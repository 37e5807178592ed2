"""Nothing is carried for no one: each field of the model of a description, of the IR and of the
surface is read by a later phase.

The readers are watched at work, so a field of the same name in another class does not count.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from msgspec import Struct
from msgspec.structs import fields
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from generator.config import load_config
from generator.diagnostics import Report
from generator.infer import inferred
from generator.ir import api, operations
from generator.ir import responses as ir_responses
from generator.ir import types as ir_types
from generator.lower import lower
from generator.mock import Mock
from generator.mock.samples import Sampler
from generator.mock.schemas import Direction, Schemas
from generator.openapi import describe
from generator.openapi import info as description_info
from generator.openapi import model as description_model
from generator.pipeline import Compiled, Inputs, compile_inputs
from generator.surface import arguments, model, responses
from generator.surface import types as surface_types
from generator.targets import docs, python

ROOT = Path(__file__).parents[2]
COOKIE = """
openapi: 3.1.0
info: {title: Jar, version: "1"}
servers: [{url: "https://jar.example"}]
paths:
  /jar:
    get:
      servers: [{url: /relative}]
      parameters: [{name: c, in: cookie, required: true, schema: {type: string}}]
      responses: {"204": {description: none}}
"""


def structs_of(*modules: Any) -> list[type]:
    """The structs that the modules define, without the bases that only share fields."""
    return [
        value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type)
        and issubclass(value, Struct)
        and value.__module__ == module.__name__
        and not name.startswith("_")
    ]


@contextmanager
def watched(classes: list[type], *own: str) -> Iterator[set[tuple[str, str]]]:
    """The class and name of every attribute that is read while the context is open.

    A read counts for the nearest caller outside the first of the packages ``own``, unless that is
    in the second.
    """
    seen: set[tuple[str, str]] = set()
    inner, builders = (str(ROOT / "generator" / name) for name in own)
    ours = str(ROOT / "generator")

    def recorded(self: Any, name: str) -> Any:
        frame = sys._getframe(1)
        while frame.f_code.co_filename.startswith((inner, __file__)) and frame.f_back:
            frame = frame.f_back
        file = frame.f_code.co_filename
        if file.startswith(ours) and not file.startswith((inner, builders)):
            seen.add((type(self).__name__, name))
        return object.__getattribute__(self, name)

    with pytest.MonkeyPatch.context() as patch:
        for watched_class in classes:
            patch.setattr(watched_class, "__getattribute__", recorded)
        yield seen


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Inputs that use every field; those of the golden cases have no cookies, no relative servers and no client whose
    name is taken."""
    (tmp_path / "openapi.yaml").write_text(COOKIE)
    (tmp_path / "stainless.yml").write_text(
        "{organization: {name: stream}, targets: {python: {package_name: jar}}, "
        "resources: {jar: {methods: {get: get /jar}}}}"
    )
    golden = (ROOT / "tests" / "golden").glob("*/openapi.yaml")
    return [ROOT / "spec", tmp_path, *sorted(path.parent for path in golden)]


def fields_of(classes: list[type]) -> set[tuple[str, str]]:
    return {(c.__name__, f.name) for c in classes for f in fields(c)}


def compiled(folder: Path) -> Compiled:
    inputs = Inputs(folder / "openapi.yaml", folder / "stainless.yml")
    found = compile_inputs(inputs, Report(), progress=lambda _: None)
    assert found is not None, folder
    return found


EVERYTHING = """
openapi: 3.1.0
info: {title: All, version: "1"}
servers: [{url: "https://all.example"}]
security: [{key: []}]
paths:
  /all:
    post:
      operationId: all
      security: [{key: []}]
      parameters: [{name: q, in: query, example: [1], schema: {type: array, items: {}}}]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}
      responses:
        "200":
          description: All.
          headers: {X-H: {schema: {type: string}, example: h}}
          content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}
  /none:
    post: {requestBody: {content: {}}, responses: {"204": {description: None.}}}
webhooks:
  all: {post: {requestBody: {content: {text/plain: {schema: {type: string}}}}}}
components:
  securitySchemes: {key: {type: apiKey, in: query, name: k}}
  schemas:
    All:
      type: object
      discriminator: {propertyName: kind, mapping: {a: A}}
      oneOf: [{$ref: "#/components/schemas/A"}]
    A: {type: object, properties: {kind: {type: string}}, additionalProperties: {}}
"""


def read_description(folder: Path) -> None:
    """Lower a description, infer a configuration for it, and ask a mock of it for each operation once."""
    described = describe(folder / "openapi.yaml", Report())
    config = load_config(folder / "stainless.yml", Report())
    assert described is not None
    assert config is not None
    lower(described.description, config, Report())
    inferred(described.description, Report())
    mock = Mock(described)
    for operation in described.description.operations.values():
        builder = EnvironBuilder(
            operation.path,
            method=operation.verb.upper(),
            query_string={"q": "1", "k": "x"},
            data="{}" if operation.body else None,
            content_type="application/json",
        )
        mock.exchange(Request(builder.get_environ()))
        mock.exchange(Request({**builder.get_environ(), "CONTENT_LENGTH": ""}))
        for media in operation.body.content if operation.body else ():
            if media.schema is not None:
                Sampler(Schemas(described, Direction.REQUEST)).sample(media.schema)


def test_every_field_of_a_description_has_a_reader(
    folders: list[Path], tmp_path: Path
) -> None:
    everything = tmp_path / "everything"
    everything.mkdir()
    (everything / "openapi.yaml").write_text(EVERYTHING)
    (everything / "stainless.yml").write_text(
        "{organization: {name: all}, resources: {all: {models: {all: All, no: No}, "
        "methods: {all: post /all, none: post /none}}}}"
    )
    classes = structs_of(description_model, description_info)
    with watched(classes, "openapi", "openapi") as seen:
        for folder in (*folders, everything):
            read_description(folder)
    assert sorted(fields_of(classes) - seen) == []


def test_every_field_of_the_ir_has_a_reader(folders: list[Path]) -> None:
    classes = structs_of(api, operations, ir_responses, ir_types)
    with watched(classes, "ir", "lower") as seen:
        for folder in folders:
            sdk = compiled(folder).sdk
            python.texts(sdk)
            docs.texts(sdk)
    assert sorted(fields_of(classes) - seen) == []


def test_every_field_of_the_surface_has_a_reader(folders: list[Path]) -> None:
    classes = structs_of(arguments, model, responses, surface_types)
    sdks = [compiled(folder).sdk for folder in folders]
    with watched(classes, "surface", "surface") as seen:
        for sdk in sdks:
            python.texts(sdk)
            docs.texts(sdk)
    assert sorted(fields_of(classes) - seen) == []


def test_a_read_counts_only_outside_the_packages_that_build() -> None:
    scalar = ir_types.Scalar(ir_types.ScalarKind.NULL)
    with watched([ir_types.Scalar], "ir", "lower") as seen:
        assert scalar.kind
    assert seen == set()  # a test is no reader
