"""Small descriptions that have, each for one part of the grammar, every object and key of it.

Together with the large one of ``every_slot`` they have a slot for everything that is read. They are
small because one is compiled for each of its slots.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.security.every_slot import Slot, configuration, description, slots

Json = dict[str, Any]
Inputs = tuple[Json, Json]
DONE = {"204": {"description": "done"}}
TEXT = {"type": "string"}


def _api(paths: Json, schemas: Json | None = None, **more: Any) -> Json:
    return {
        "openapi": "3.2.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://x.example"}],
        "paths": paths,
        "components": {"schemas": schemas or {}},
        **more,
    }


def _sdk(methods: Json, **more: Any) -> Json:
    return {
        "organization": {"name": "acme"},
        "targets": {"python": {"package_name": "acme"}},
        "resources": {"things": {"methods": methods}},
        **more,
    }


def _sent(media_type: str, media: Json, **more: Any) -> Json:
    body = {"required": True, "description": "d", "content": {media_type: media}}
    return {"requestBody": body, "responses": DONE, **more}


def _object(**properties: Json) -> Json:
    return {"type": "object", "properties": properties}


def bodies() -> Inputs:
    """Bodies in JSON: properties, kinds of objects, whole values."""
    order = {
        "type": "object",
        "title": "Order",
        "required": ["a"],
        "description": "d",
        "properties": {
            "a": {"type": "string", "default": "a", "description": "d", "deprecated": True},
            "oneWord": {"type": "integer", "minimum": 1, "examples": [2]},
            "inner": _object(twoWords={"type": "string", "format": "date"}),
            "list": {"type": "array", "items": _object(b={"const": "b"})},
            "only": {"type": "string", "enum": ["x", "y"]},
            "bytes": {"type": "string", "contentEncoding": "base64"},
            "secret": {"type": "string", "writeOnly": True},
        },
    }  # fmt: skip
    kinds = {
        "oneOf": [
            {"$ref": "#/components/schemas/Card"},
            {"title": "Cash", "type": "object", "required": ["kind", "amount"],
             "x-stainless-variantName": "Coins",
             "properties": {"kind": {"const": "cash"}, "amount": {"type": "integer"}}},
        ],
        "discriminator": {"propertyName": "kind",
                          "mapping": {"card": "#/components/schemas/Card"}},
    }  # fmt: skip
    card = {"required": ["kind", "no"], "type": "object",
            "properties": {"kind": {"const": "card"}, "no": TEXT}}  # fmt: skip
    example = {"a": "a", "oneWord": 2}
    paths = {
        "/orders": {
            "post": _sent("application/json", {"schema": order, "example": example}),
            "patch": _sent("application/merge-patch+json", {"schema": order}),
            "put": _sent("application/json", {
                "schema": {"type": "array", "items": _object(aB=TEXT)},
                "examples": {"one": {"summary": "s", "value": [{}], "dataValue": []}}}),
            "delete": _sent("application/json", {"schema": kinds}),
        }
    }  # fmt: skip
    methods = {
        "create": "post /orders",
        "update": "patch /orders",
        "fill": {"endpoint": "put /orders", "body_param_name": "orders"},
        "pay": "delete /orders",
    }
    return _api(paths, {"Card": card}), _sdk(methods)


def forms() -> Inputs:
    """Forms, multipart forms with files, and contents that are sent as they are."""
    file = {"type": "string", "format": "binary"}
    form = _object(a=TEXT, tags={"type": "array", "items": TEXT}, b=_object(c=TEXT))
    parts = _object(
        file=file, files={"type": "array", "items": file}, meta=_object(aB=TEXT), x=TEXT
    )
    encoding = {
        "a": {"style": "form", "explode": True, "allowReserved": False},
        "tags": {"contentType": "application/json"},
        "b": {"style": "deepObject", "explode": True},
    }
    part_encoding = {
        "meta": {"contentType": "application/json",
                 "headers": {"X-A": {"schema": TEXT, "description": "d"}}},
        "file": {"contentType": "image/png, image/jpeg", "encoding": {}},
    }  # fmt: skip
    paths = {
        "/forms": {
            "post": _sent("application/x-www-form-urlencoded",
                          {"schema": form, "encoding": encoding}),
            "put": _sent("multipart/form-data",
                         {"schema": parts, "encoding": part_encoding,
                          "prefixEncoding": [], "itemEncoding": {}}),
            "patch": _sent("text/plain; charset=utf-8", {"schema": TEXT}),
            "delete": _sent("application/octet-stream", {"schema": file}),
        },
        "/any": {"post": _sent("*/*", {}), "put": _sent("image/png", {})},
    }  # fmt: skip
    methods = {
        "create": "post /forms", "upload": "put /forms", "say": "patch /forms",
        "push": "delete /forms", "any": "post /any",
        "draw": {"endpoint": "put /any", "body_param_name": "image"},
    }  # fmt: skip
    settings = {"array_format": "brackets", "nested_format": "dots"}
    return _api(paths), _sdk(methods, multipart_settings=settings)


def streams() -> Inputs:
    """Streams, and what decides that a response is one."""
    event = _object(type={"const": "delta"}, text=TEXT)
    ref = {"$ref": "#/components/schemas/Event"}
    sse = {
        "itemSchema": {
            "type": "object",
            "required": ["event"],
            "properties": {
                "event": {"const": "delta"},
                "data": {
                    "type": "string",
                    "contentMediaType": "application/json",
                    "contentSchema": ref,
                },
            },
        }
    }
    both = {
        "application/json": {"schema": _object(a=TEXT)},
        "text/event-stream": {"schema": ref},
    }
    sent = _sent(
        "application/json", {"schema": _object(stream={"type": "boolean"}, q=TEXT)}
    )
    paths = {
        "/chat": {
            "post": {**sent, "responses": {"200": {"description": "d", "content": both}}},
            "get": {"responses": {"200": {"content": {"text/event-stream": sse}}}},
            "put": {"responses": {"200": {"content": {
                "application/jsonl": {"itemSchema": ref, "examples": {
                    "one": {"serializedValue": "{}"}}}}}}},
            "delete": {"responses": {"200": {"content": {
                "application/json-seq": {"itemSchema": {"oneOf": [ref, event]}}}}}},
        }
    }  # fmt: skip
    methods = {
        "ask": {
            "endpoint": "post /chat",
            "streaming": {
                "param_discriminator": "stream",
                "stream_event_model": "things.event",
                "params_type_name": "wishes",
            },
        },
        "watch": "get /chat",
        "lines": "put /chat",
        "each": {"endpoint": "delete /chat", "streaming": True},
    }
    rules = [
        {"event_type": ["delta"], "handle": "yield"},
        {"data_starts_with": "[DONE]", "handle": "done"},
        {"kind": "fallthrough", "handle": "error", "error_property": "error"},
    ]
    sdk = _sdk(methods, streaming={"on_event": rules})
    sdk["resources"]["things"]["models"] = {"event": "Event"}
    return _api(paths, {"Event": event}), sdk


def security() -> Inputs:
    """Every kind of credentials, and operations with their own; servers of their own, too."""
    flow = {"tokenUrl": "https://x.example/token", "refreshUrl": "https://x.example/r",
            "scopes": {"read": "d"}}  # fmt: skip
    coded = {**flow, "authorizationUrl": "https://x.example/auth"}
    device = {**flow, "deviceAuthorizationUrl": "https://x.example/device"}
    schemes = {
        "token": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
        "basic": {"type": "http", "scheme": "basic", "description": "d"},
        "digest": {"type": "http", "scheme": "digest"},
        "header": {"type": "apiKey", "in": "header", "name": "X-Key", "deprecated": True},
        "query": {"type": "apiKey", "in": "query", "name": "key"},
        "cookie": {"type": "apiKey", "in": "cookie", "name": "session"},
        "oauth": {
            "type": "oauth2", "oauth2MetadataUrl": "https://x.example",
            "flows": {"clientCredentials": flow, "password": flow, "implicit": coded,
                      "authorizationCode": coded, "deviceAuthorization": device}},
        "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://x.example"},
        "mtls": {"type": "mutualTLS"},
    }  # fmt: skip
    server = {
        "url": "https://{region}.x.example/{v}",
        "description": "d",
        "name": "main",
        "variables": {
            "region": {"default": "eu", "enum": ["eu", "us"], "description": "d"},
            "v": {"default": "1"},
        },
    }
    paths = {
        "/keys": {
            "servers": [server],
            "get": {"security": [{"header": [], "query": []}, {}], "responses": DONE},
            "post": {"security": [{"oauth": ["read"]}, {"oidc": []}, {"mtls": []}],
                     "servers": [server, {"url": "/relative"}], "responses": DONE},
            "put": {"security": [], "responses": DONE},
            "delete": {"security": [{"cookie": []}, {"basic": []}], "responses": DONE},
        }
    }  # fmt: skip
    api = _api(paths, security=[{"token": []}, {"basic": []}], servers=[server])
    api["components"]["securitySchemes"] = schemes
    methods = {"list": "get /keys", "create": "post /keys", "put": "put /keys",
               "delete": "delete /keys"}  # fmt: skip
    return api, _sdk(methods)


def parameters() -> Inputs:
    """Parameters of every location and style, of paths and of operations of any verb."""
    size = _object(minSize={"type": "integer"}, max={"type": "string", "enum": ["a"]})
    numbers = {"type": "array", "items": {"type": "integer", "format": "int64"}}

    def one(name: str, place: str, schema: Json, **more: Any) -> Json:
        return {"name": name, "in": place, "schema": schema, **more}

    of_path = [
        one("id", "path", {"type": "integer"}, required=True, style="label"),
        one("sub", "path", numbers, required=True, style="matrix", explode=True),
    ]
    own = [
        one("filter", "query", size, style="deepObject", explode=True),
        one("ids", "query", numbers, style="pipeDelimited", explode=False),
        one("sp", "query", numbers, style="spaceDelimited", allowReserved=True),
        one("X-Size", "header", size, style="simple", explode=True, description="d"),
        one("Content-Type", "header", TEXT),
        one("crumbs", "cookie", size, style="cookie"),
        {"name": "doc", "in": "query", "deprecated": True,
         "content": {"application/json": {"schema": size, "example": {"minSize": 1}}}},
        {"name": "plain", "in": "header", "content": {"text/plain": {"schema": TEXT}}},
    ]  # fmt: skip
    whole = {"name": "all", "in": "querystring",
             "content": {"application/x-www-form-urlencoded": {"schema": size}}}  # fmt: skip
    paths = {
        "/things/{id}/{sub}?fixed=1#part": {
            "parameters": of_path,
            "get": {"parameters": own, "responses": DONE},
            "query": {"parameters": [whole], "responses": DONE},
            "additionalOperations": {"COPY": {"summary": "s", "responses": DONE}},
        }
    }
    path = "/things/{id}/{sub}?fixed=1#part"
    methods = {
        "get": {"endpoint": f"get {path}", "positional_params": ["id", "sub"]},
        "ask": f"query {path}",
        "copy": f"COPY {path}",
    }
    return _api(paths), _sdk(methods)


def choices() -> Inputs:
    """Unions and what tells their members apart, and the rest of JSON Schema."""
    cat = {"type": "object", "required": ["kind"],
           "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}}  # fmt: skip
    dog = {"allOf": [{"$ref": "#/components/schemas/Base"}, _object(bark=TEXT)]}
    base = {
        **_object(kind=TEXT, id={"type": "string", "format": "uuid"}),
        "discriminator": {"propertyName": "kind", "mapping": {"dog": "Dog"},
                          "defaultMapping": "Cat"},
    }  # fmt: skip
    pet = {
        "title": "Pet",
        "description": "d",
        "anyOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"},
                  {"type": "null"}],
        "discriminator": {"propertyName": "kind", "mapping": {
            "cat": "#/components/schemas/Cat", "d": "Dog"}, "defaultMapping": "Dog"},
    }  # fmt: skip
    rest = {
        "$id": "https://x.example/rest",
        "$anchor": "here",
        "$dynamicAnchor": "node",
        "$comment": "c",
        "$defs": {"inner": {"$dynamicRef": "#node"}},
        "type": ["object", "null"],
        "properties": {
            "tuple": {"type": "array", "prefixItems": [TEXT, {"type": "integer"}],
                      "items": False, "contains": {}},
            "mixed": {"enum": ["a", 1, 1.5, None, True, {"b": []}, ["c"]]},
            "again": {"$ref": "#/components/schemas/Rest", "description": "d"},
            "data": {"type": "string", "contentMediaType": "application/json",
                     "contentSchema": TEXT},
            "many": {"type": "array", "items": {"oneOf": [TEXT, {"title": "N", **cat}]}},
            "null": {"anyOf": [{"type": "null"}, {"type": "string", "description": "d"}]},
            "not": {"not": TEXT, "if": {}, "then": {}, "else": {}},
            "days": {"type": "string", "format": "duration", "pattern": "^P"},
        },
        "patternProperties": {"^x-": {"type": "integer"}},
        "propertyNames": {"pattern": "^[a-z]"},
        "additionalProperties": TEXT,
        "unevaluatedProperties": False,
        "dependentRequired": {"tuple": ["mixed"]},
        "dependentSchemas": {"tuple": {}},
    }  # fmt: skip
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Rest"}}}
    paths = {
        "/pets": {
            "get": {"responses": {"200": {"content": {"application/json": {
                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}}}}}},
            "put": {"responses": {"200": {"content": content}}},
        }
    }  # fmt: skip
    schemas = {"Pet": pet, "Cat": cat, "Dog": dog, "Base": base, "Rest": rest}
    sdk = _sdk({"list": "get /pets", "replace": "put /pets"})
    sdk["resources"]["things"]["models"] = {
        "pet": "Pet", "dog": "Dog", "base": "Base", "cat": "Cat"}  # fmt: skip
    return _api(paths, schemas), sdk


def results() -> Inputs:
    """Responses of every kind, their headers and links; callbacks, webhooks and tags."""
    headers = {
        "X-Total": {"description": "d", "required": True, "schema": {"type": "integer"}},
        "X-Doc": {"content": {"application/json": {"schema": _object(a=TEXT)}}},
        "Link": {"$ref": "#/components/headers/Link"},
    }  # fmt: skip
    link = {"operationRef": "#/paths/~1results/get", "parameters": {"a": "$response"},
            "requestBody": "$request.body", "description": "d",
            "server": {"url": "https://x.example"}}  # fmt: skip
    sent = _sent("application/json", {"schema": _object(event=TEXT)})
    paths = {
        "/results": {
            "get": {"tags": ["inner"], "responses": {
                "200": {"summary": "s", "description": "d", "headers": headers,
                        "content": {"application/json": {"schema": _object(a=TEXT)}},
                        "links": {"next": link, "other": {"operationId": "o"}}},
                "202": {"content": {"application/json": {"schema": TEXT}}},
                "2XX": {"content": {"application/json": {"schema": {"type": "integer"}}}},
                "4XX": {"description": "bad", "content": {"application/problem+json": {
                    "schema": _object(title=TEXT)}}},
                "default": {"description": "worse"}}},
            "post": {"responses": {"200": {"content": {"image/png": {}, "application/pdf": {}}}},
                     "callbacks": {"done": {"{$request.body#/url}": {"post": sent}}}},
            "put": {"responses": {"201": {"content": {"text/plain": {"example": "t"}}}}},
            "delete": {"responses": {"200": {"content": {"application/xml": {
                "schema": {**_object(a=TEXT), "xml": {"nodeType": "element", "name": "a",
                           "namespace": "https://x.example", "prefix": "p"}}}}}}},
        }
    }  # fmt: skip
    methods = {"list": "get /results", "draw": "post /results", "say": "put /results",
               "delete": "delete /results"}  # fmt: skip
    api = _api(
        paths,
        webhooks={"done": {"post": sent}},
        tags=[
            {"name": "outer", "summary": "s", "description": "d"},
            {"name": "inner", "parent": "outer", "kind": "nav"},
        ],
    )
    api["$self"] = "https://x.example/openapi"
    api["components"] |= {
        "headers": {"Link": {"schema": TEXT}},
        "mediaTypes": {"A": {"schema": TEXT}},
        "callbacks": {"c": {}},
        "links": {"l": {}},
        "examples": {"e": {"value": 1}},
        "requestBodies": {"r": {"content": {}}},
    }
    return api, _sdk(methods)


def swagger() -> Inputs:
    """Swagger 2.0."""
    thing = {
        "type": "object",
        "required": ["kind"],
        "discriminator": "kind",
        "description": "d",
        "properties": {
            "kind": TEXT,
            "size": {"type": "integer", "x-nullable": True, "default": 1},
            "tags": {"type": "array", "items": {"type": "string", "enum": ["a"]}},
        },
        "example": {"kind": "a"},
    }
    sub = {"allOf": [{"$ref": "#/definitions/Thing"}, _object(more=TEXT)]}
    ref = {"$ref": "#/definitions/Thing"}

    def one(name: str, place: str, kind: str, **more: Any) -> Json:
        return {"name": name, "in": place, "type": kind, "description": "d", **more}

    listing = {
        "operationId": "o", "tags": ["t"], "summary": "s", "schemes": ["https"],
        "deprecated": True, "security": [{"key": []}, {"oauth": ["read"]}],
        "parameters": [
            one("q", "query", "array", items=TEXT, collectionFormat="pipes"),
            one("n", "query", "number", default=1, enum=[1, 2], allowEmptyValue=True),
            one("X-A", "header", "string", format="date-time", required=True),
            {"$ref": "#/parameters/Page"},
        ],
        "responses": {
            "200": {"description": "d", "schema": {"type": "array", "items": ref},
                    "headers": {"X-B": {"type": "integer", "description": "d"}},
                    "examples": {"application/json": []}},
            "default": {"$ref": "#/responses/Bad"}},
    }  # fmt: skip
    creating = {
        "consumes": ["application/json"],
        "parameters": [
            {"name": "thing", "in": "body", "required": True, "schema": ref}
        ],
        "responses": {"201": {"description": "d", "schema": ref}},
    }
    uploading = {
        "consumes": ["multipart/form-data"], "produces": ["application/octet-stream"],
        "parameters": [one("file", "formData", "file", required=True),
                       one("tags", "formData", "array", items=TEXT,
                           collectionFormat="multi")],
        "responses": {"200": {"description": "d", "schema": {"type": "file"}}},
    }  # fmt: skip
    api = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "host": "x.example",
        "basePath": "/v1",
        "schemes": ["https", "http"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": {"/things": {"get": listing, "post": creating, "put": uploading}},
        "definitions": {"Thing": thing, "Sub": sub},
        "parameters": {"Page": one("page", "query", "integer")},
        "responses": {"Bad": {"description": "d"}},
        "securityDefinitions": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "basic": {"type": "basic"},
            "oauth": {"type": "oauth2", "flow": "application",
                      "tokenUrl": "https://x.example", "scopes": {"read": "d"}},
        },
        "security": [{"basic": []}],
        "tags": [{"name": "t", "description": "d"}],
    }  # fmt: skip
    sdk = _sdk({"list": "get /things", "create": "post /things", "put": "put /things"})
    sdk["resources"]["things"]["models"] = {"thing": "Thing", "sub": "Sub"}
    return api, sdk


def everything() -> Inputs:
    """The large description and its configuration."""
    return description(), configuration()


GRAMMARS: Mapping[str, Callable[[], Inputs]] = {
    grammar.__name__: grammar
    for grammar in (
        *(everything, bodies, forms, streams, security, parameters, choices),
        *(results, swagger),
    )
}

COMMON = frozenset(("info", "openapi", "organization", "targets"))
"""What the large description has as well."""


def every_slot(grammar: str) -> list[tuple[int, Slot]]:
    """The slots of a grammar: those of its description (0), then of its configuration (1)."""
    return [
        (number, slot)
        for number, value in enumerate(GRAMMARS[grammar]())
        for slot in slots(value)
        if grammar == everything.__name__ or (slot.path and slot.path[0] not in COMMON)
    ]
