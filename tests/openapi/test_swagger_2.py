"""Swagger 2.0 becomes the same model as OpenAPI 3, and its parts keep their places."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.openapi import (
    Body,
    Description,
    Location,
    Operation,
    SchemeKind,
    check_version,
    read_description,
    upgrade,
    validate,
)

from .conftest import Reading

Json = dict[str, Any]
OK: Json = {"200": {"description": "fine"}}


def described(reading: Reading, **keys: object) -> Description:
    whole = {
        "swagger": "2.0",
        "info": {"title": "Zoo", "version": "1"},
        "host": "zoo.example",
        "paths": {},
        **keys,
    }
    documents = reading.describe(json.dumps(whole), "swagger.json")
    assert documents is not None
    description = read_description(documents, reading.report)
    assert description is not None
    return description


def operation(reading: Reading, stated: Json, **keys: object) -> Operation:
    """The one operation of a description: POST to a path."""
    whole = {"post": {"responses": OK, **stated}}
    return described(reading, paths={"/a": whole}, **keys).operations["post", "/a"]


def body(reading: Reading, stated: Json, **keys: object) -> Body:
    found = operation(reading, stated, **keys).body
    assert found is not None
    return found


def field(name: str, **keys: object) -> Json:
    return {"name": name, "in": "formData", "type": "string", **keys}


@pytest.mark.parametrize(
    ("keys", "urls"),
    [
        ({"schemes": ["http", "https"], "basePath": "/v1"}, ["https", "http"]),
        ({"schemes": ["http", "ws"], "basePath": "/v1"}, ["http"]),
        ({"basePath": "/v1"}, ["https"]),
    ],
)
def test_host_and_base_path_are_the_servers_encrypted_first(
    reading: Reading, keys: Json, urls: list[str]
) -> None:
    found = [server.url for server in described(reading, **keys).servers]
    assert found == [f"{scheme}://zoo.example/v1" for scheme in urls]


def test_the_parameter_in_the_body_is_the_body(reading: Reading) -> None:
    whole = {"name": "b", "in": "body", "schema": {"$ref": "#/definitions/A"}}
    found = body(
        reading,
        {"parameters": [{**whole, "required": True}]},
        definitions={"A": {"type": "object"}},
    )
    (media,) = found.content
    assert (found.required, media.name) == (True, "application/json")
    assert media.schema is not None
    assert media.schema.ref is not None
    assert media.schema.ref.target == "#/definitions/A"


def test_an_operation_consumes_what_it_says_or_else_what_the_description_says(
    reading: Reading,
) -> None:
    whole: Json = {"parameters": [{"name": "b", "in": "body", "schema": {}}]}
    consumes = ["application/json", "application/xml"]
    inherited = body(reading, whole, consumes=consumes)
    assert [media.name for media in inherited.content] == consumes
    own = body(reading, {**whole, "consumes": ["text/plain"]}, consumes=consumes)
    assert [media.name for media in own.content] == ["text/plain"]


def test_form_fields_of_path_and_operation_are_one_form(reading: Reading) -> None:
    shared = {"$ref": "#/parameters/Shared"}
    item = {
        "parameters": [shared, field("own", type="integer")],
        "post": {
            "parameters": [field("own", required=True, description="Mine.")],
            "responses": OK,
        },
    }
    description = described(
        reading, paths={"/a": item}, parameters={"Shared": field("shared")}
    )
    found = description.operations["post", "/a"]
    assert found.parameters == ()
    assert found.body is not None
    (media,) = found.body.content
    assert media.name == "application/x-www-form-urlencoded"
    assert found.body.required
    assert media.schema is not None
    assert media.schema.required == ("own",)
    own = media.schema.properties["own"]
    assert (own.types, own.description) == (("string",), "Mine.")
    assert own.id == "#/paths/~1a/post/parameters/0"
    assert media.schema.properties["shared"].id == "#/parameters/Shared"
    assert media.schema.origin.place.pointer == "/paths/~1a/post/formData"


@pytest.mark.parametrize(
    ("chosen", "style", "explode"),
    [
        ({}, "form", False),
        ({"collectionFormat": "csv"}, "form", False),
        ({"collectionFormat": "pipes"}, "pipeDelimited", False),
        ({"collectionFormat": "multi"}, "form", True),
    ],
)
def test_a_list_in_a_form_is_written_as_its_collection_format_says(
    reading: Reading, chosen: Json, style: str, explode: bool
) -> None:
    fields = [
        field("many", **{"type": "array", "items": {"type": "string"}, **chosen}),
        field("one"),
    ]
    body = operation(reading, {"parameters": fields}).body
    assert body is not None
    (media,) = body.content
    assert media.essence == "application/x-www-form-urlencoded"
    assert {
        name: (found.style, found.explode, found.media_type)
        for name, found in media.encodings.items()
    } == {"many": (style, explode, None)}


@pytest.mark.parametrize(
    ("fields", "consumes", "media_type"),
    [
        ([field("f", type="file")], ["application/json"], "multipart/form-data"),
        ([field("f")], ["multipart/form-data"], "multipart/form-data"),
        ([field("f")], [], "application/x-www-form-urlencoded"),
    ],
)
def test_a_form_with_files_is_multipart(
    reading: Reading, fields: list[Json], consumes: list[str], media_type: str
) -> None:
    found = body(reading, {"parameters": fields, "consumes": consumes})
    assert [media.name for media in found.content] == [media_type]


def test_a_file_is_a_binary_string(reading: Reading) -> None:
    found = body(reading, {"parameters": [field("f", type="file")]})
    assert found.content[0].schema is not None
    file = found.content[0].schema.properties["f"]
    assert (file.types, file.format) == (("string",), "binary")


@pytest.mark.parametrize(
    ("collection", "style", "explode"),
    [
        ("csv", "form", False),
        ("ssv", "spaceDelimited", False),
        ("tsv", "tabDelimited", False),
        ("pipes", "pipeDelimited", False),
        ("multi", "form", True),
        (None, "form", False),
    ],
)
def test_collection_formats_are_styles(
    reading: Reading, collection: str | None, style: str, explode: bool
) -> None:
    listed = {"name": "q", "in": "query", "type": "array", "items": {"type": "integer"}}
    chosen = {"collectionFormat": collection} if collection else {}
    (found,) = operation(reading, {"parameters": [{**listed, **chosen}]}).parameters
    assert (found.style, found.explode, found.unread) == (style, explode, ())
    assert found.schema is not None
    assert found.schema.types == ("array",)
    assert found.schema.items is not None
    assert found.schema.items.types == ("integer",)
    assert found.schema.bounds == {}


def test_a_parameter_is_its_own_schema(reading: Reading) -> None:
    stated = {"name": "X-A", "in": "header", "type": "string", "enum": ["a"]}
    (found,) = operation(reading, {"parameters": [stated]}).parameters
    assert (found.location, found.style) == (Location.HEADER, "simple")
    assert found.schema is not None
    assert (found.schema.types, found.schema.enum) == (("string",), ("a",))
    assert found.schema.unread == ()


def test_responses_have_the_media_types_that_are_produced(reading: Reading) -> None:
    response = {
        "description": "fine",
        "schema": {"type": "string", "x-nullable": True},
        "headers": {"X-Rate": {"type": "integer"}},
        "examples": {"text/plain": "hello"},
    }
    produces = ["application/json", "text/plain"]
    found = operation(reading, {"responses": {"200": response}}, produces=produces)
    (success,) = found.responses
    assert [media.name for media in success.content] == produces
    assert [media.example for media in success.content] == [None, "hello"]
    schema = success.content[0].schema
    assert schema is not None
    assert schema.nullable
    (header,) = success.headers
    assert header.schema is not None
    assert (header.name, header.schema.types) == ("X-Rate", ("integer",))
    assert success.unread == ()


def test_a_response_without_a_schema_has_no_content(reading: Reading) -> None:
    found = operation(reading, {"produces": ["application/json"]})
    assert found.responses[0].content == ()


def test_a_file_as_response_is_no_json(reading: Reading) -> None:
    response = {"description": "fine", "schema": {"type": "file"}}
    produces = ["application/json", "image/png"]
    found = operation(reading, {"responses": {"200": response}, "produces": produces})
    (media,) = found.responses[0].content
    assert media.name == "image/png"
    found = operation(reading, {"responses": {"200": response}})
    assert found.responses[0].content[0].name == "application/octet-stream"


def test_definitions_are_schemas_with_names(reading: Reading) -> None:
    description = described(
        reading,
        definitions={
            "Pet": {
                "type": "object",
                "discriminator": "kind",
                "properties": {"age": {"type": "integer", "exclusiveMinimum": True}},
            }
        },
    )
    assert description.schema_names == ("Pet",)
    pet = description.find_schema("Pet")
    assert pet is not None
    assert pet.id == "#/definitions/Pet"
    assert pet.discriminator is not None
    assert pet.discriminator.property == "kind"


def test_security_definitions_are_security_schemes(reading: Reading) -> None:
    description = described(
        reading,
        securityDefinitions={
            "user": {"type": "basic"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        },
        security=[{"key": []}],
    )
    user, key = (description.security_schemes[name] for name in ("user", "key"))
    assert (user.kind, user.http_scheme) == (SchemeKind.HTTP, "basic")
    assert (key.kind, key.wire_name) == (SchemeKind.API_KEY, "X-Key")
    assert description.security == (("key",),)


def test_nothing_of_a_sound_description_is_left_unread(reading: Reading) -> None:
    description = described(
        reading,
        schemes=["https"],
        basePath="/",
        consumes=["application/json"],
        produces=["application/json"],
        tags=[],
        externalDocs={"url": "https://zoo.example"},
        definitions={},
        parameters={},
        responses={},
        securityDefinitions={},
    )
    assert description.unread == ()


@pytest.mark.parametrize("version", ['"2.0"', "2.0"])
def test_the_version_may_lack_its_quotes(reading: Reading, version: str) -> None:
    documents = reading.describe(f"swagger: {version}\n")
    assert documents is not None
    assert check_version(documents, reading.report) == "2.0"


SOUND = """\
swagger: "2.0"
info: {title: Zoo, version: "1"}
security: [{user: []}]
securityDefinitions: {user: {type: basic}}
paths:
  /a/{id}:
    get:
      parameters:
        - {name: id, in: path, required: true, type: string}
        - {name: f, in: query, type: array, items: {type: string}}
      responses:
        "200": {description: One, schema: {type: file}}
        "404": {$ref: "#/responses/Missing"}
responses:
  Missing: {description: None, schema: {$ref: "#/definitions/Error"}}
definitions:
  Error: {type: object, properties: {code: {type: integer, example: 1}}}
"""


@pytest.mark.parametrize("thorough", [True, False])
def test_a_sound_description_passes(reading: Reading, thorough: bool) -> None:
    documents = reading.describe(SOUND)
    assert documents is not None
    validate(documents, reading.report, thorough=thorough)
    assert reading.report.diagnostics == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("type: file", "type: fil", "S024 12:44 'type' must be"),
        ("[{user: []}]", "[{usr: []}]", "S044 3:13 unknown security scheme 'usr'"),
        ("in: query", "in: query, typ: x", "S022 10:32 the key 'typ' is not"),
        ("in: path, required: true", "in: path", "S021 9:11 the key 'required'"),
        ("example: 1", "example: x", "S033 17:60 the example does not match"),
        ("name: id", "name: ix", "S040 7:5 the path variable 'id'"),
        ("definitions/Error", "definitions/Eror", "S001 15:41 '#/definitions/Eror'"),
    ],
)
def test_faults_are_reported_at_their_places(
    reading: Reading, old: str, new: str, complaint: str
) -> None:
    documents = reading.describe(SOUND.replace(old, new, 1))
    assert documents is not None
    validate(documents, reading.report)
    found = reading.report.diagnostics[0]
    line = f"{found.code} {found.place.line}:{found.place.column} {found.message}"
    assert line.startswith(complaint)


def test_validators_see_a_parameter_as_the_schema_of_its_value(
    reading: Reading,
) -> None:
    documents = reading.describe(
        SOUND.replace("type: string}", "type: string, x-nullable: true}", 1)
    )
    assert documents is not None
    upgraded = upgrade(documents, "2.0")
    found = upgraded.follow(upgraded.root, "#/paths/~1a~1{id}/get/parameters/0")
    assert found is not None
    assert found[2] == {"type": ["string", "null"]}
