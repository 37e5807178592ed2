"""Names that break generators: as properties, schemas, parameters and fields of bodies, all in one package."""

from __future__ import annotations

import inspect
import json
import pkgutil
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.behaviour.conftest import GenerateWithFindings
from tests.golden.stub import Stub

Json = dict[str, Any]
NAMES = [
    *("self", "cls", "class", "def", "import", "async", "await", "match", "type", "_"),
    *(
        "None",
        "True",
        "List",
        "Dict",
        "str",
        "int",
        "list",
        "dict",
        "object",
        "property",
    ),
    *(
        "date",
        "datetime",
        "Literal",
        "Annotated",
        "BaseModel",
        "Field",
        "Optional",
        "Any",
    ),
    *(
        "model_config",
        "model_fields",
        "model_extra",
        "schema",
        "json",
        "copy",
        "validate",
    ),
    *("construct", "to_dict", "to_json", "mro", "register", "super", "print", "types"),
    *("extra_headers", "extra_query", "extra_body", "timeout", "client", "_client"),
    *("omit", "Omit", "not_given", "params", "httpx2", "Subtypes", "Base64Url", "body"),
    *("__class__", "__init__", "__slots__", "__dict__", "__subtypes__", "_abc_impl"),
    *(
        "id",
        "Id",
        "ID",
        "_id",
        "aB",
        "a_b",
        "a-b",
        "a.b",
        "a b",
        "a/b",
        "A-B",
        "ab",
        "AB",
    ),
    *(
        "1st",
        "2",
        "-1",
        "\U0001f600",
        "\u00e9t\u00e9",
        "\u65e5\u672c",
        "$ref",
        "@id",
        "#x",
        "%41",
    ),
    *('"""', "'''", "\\", "{x}", "x\ny", "\u202e", "~", "x" * 300, ""),
]
OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout", "self")


def reference(name: str) -> Json:
    escaped = name.replace("~", "~0").replace("/", "~1").replace("%", "%25")
    return {"$ref": f"#/components/schemas/{escaped}"}


def described() -> str:
    inner: Json = {"x": {"type": "string", "format": "date"}}
    texts: Json = {name: {"type": "string"} for name in NAMES}
    objects: Json = {
        name: {"type": "object", "properties": {**inner, name: {"type": "integer"}}}
        for name in NAMES
    }
    schemas: Json = {
        name: {"type": "object", "properties": {name: {"type": "integer"}}}
        for name in NAMES
    }
    schemas["Whole"] = {
        "type": "object",
        "properties": {
            "texts": {"type": "object", "properties": texts},
            "objects": {"type": "object", "properties": objects},
            "refs": {
                "type": "object",
                "properties": {name: reference(name) for name in NAMES},
            },
        },
    }
    answer = {
        "description": "ok",
        "content": {"application/json": {"schema": reference("Whole")}},
    }
    body = {
        "content": {
            "application/json": {"schema": {"type": "object", "properties": texts}}
        }
    }
    query = [
        {"name": name, "in": "query", "schema": {"type": "string"}} for name in NAMES
    ]
    return json.dumps(
        {
            "paths": {
                "/whole": {
                    "get": {"parameters": query, "responses": {"200": answer}},
                    "post": {
                        "requestBody": body,
                        "responses": {"204": {"description": "none"}},
                    },
                }
            },
            "components": {"schemas": schemas},
        }
    )


@pytest.fixture
def package(generate_with_findings: GenerateWithFindings) -> ModuleType:
    models = {f"m{index}": name for index, name in enumerate(NAMES) if name}
    models["whole"] = "Whole"
    methods = {"get": "get /whole", "send": "post /whole"}
    things = {"models": models, "methods": methods}
    configuration = json.dumps({"resources": {"things": things}})
    return generate_with_findings(described(), configuration)[0]


@pytest.mark.filterwarnings("error")
def test_every_module_is_imported_and_every_model_is_built_without_a_warning(
    package: ModuleType,
) -> None:
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)
    types = import_module(f"{package.__name__}.types")
    for name in types.__all__:
        if hasattr(found := getattr(types, name), "model_rebuild"):
            found.model_rebuild()


def test_every_property_is_a_field_of_its_own(package: ModuleType) -> None:
    sent = {
        "texts": {name: name for name in NAMES},
        "objects": {name: {"x": "2020-01-02", name: 1} for name in NAMES},
        "refs": {name: {name: 1} for name in NAMES},
    }
    with Stub(sent) as stub, package.Client(base_url=stub.url) as client:
        whole = client.things.get()
    assert whole.to_dict(mode="json") == sent
    for part in (whole.texts, whole.objects, whole.refs):
        assert not part.model_extra
        fields = type(part).model_fields
        assert {_wire_name(n, f) for n, f in fields.items()} == set(NAMES)
        assert all(name.isidentifier() for name in fields)
    for entry in (whole.objects, whole.refs):
        for name in type(entry).model_fields:
            assert not getattr(entry, name).model_extra


@pytest.mark.parametrize("method", ["get", "send"])
def test_every_parameter_and_field_of_a_body_is_an_argument_of_its_own(
    method: str, package: ModuleType
) -> None:
    with Stub({}, None) as stub, package.Client(base_url=stub.url) as client:
        call = getattr(client.things, method)
        given = {n: n for n in inspect.signature(call).parameters if n not in OPTIONS}
        if method == "send":
            client.things.get()
        call(**given)
    assert len(given) == len(NAMES)
    if method == "send":
        sent = json.loads(stub.bodies[-1])
    else:
        query = urlsplit(stub.requests[-1].removeprefix("GET ")).query
        sent = dict(parse_qsl(query))
    assert sent.keys() == set(NAMES)
    assert sorted(sent.values()) == sorted(given)


def _wire_name(name: str, field: Any) -> str:
    alias: str | None = field.alias
    return name if alias is None else alias
