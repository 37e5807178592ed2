"""Values made from schemas match them: small schemas by hand, and the corpus as a whole.

Another validator than the mock's own is the judge.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Specification
from referencing.exceptions import Unresolvable
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request

from generator.diagnostics import Report
from generator.mock import Mock
from generator.mock.samples import NoSample, Sampler
from generator.mock.schemas import Direction, Schemas
from generator.mock.styles import Styles
from generator.openapi import (
    Described,
    DocumentSet,
    Location,
    Operation,
    Schema,
    SchemeKind,
    describe,
)
from generator.source import Pointer
from tests import material
from tests.mock.conftest import Values, Workshop

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def made(workshop: Workshop, schema: Values, **components: Values) -> Any:
    described = workshop.described(
        {}, components={"schemas": {"It": schema, **components}}
    )
    it = described.description.find_schema("#/components/schemas/It")
    assert it is not None
    return Sampler(Schemas(described, Direction.RESPONSE)).sample(it, "it")


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({}, {}),
        ({"type": "string"}, "it"),
        ({"type": "string", "minLength": 5}, "it_it"),
        ({"type": "string", "maxLength": 1}, "i"),
        ({"type": "string", "examples": [7, "eight"]}, "eight"),
        ({"type": "string", "default": "usual"}, "usual"),
        ({"type": ["null", "string"]}, "it"),
        ({"enum": ["a", "b"]}, "a"),
        ({"const": None}, None),
        ({"type": "integer", "minimum": 5}, 5),
        ({"type": "integer", "exclusiveMinimum": 5, "multipleOf": 4}, 8),
        ({"type": "integer", "maximum": -3}, -3),
        ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}, 0.5),
        ({"type": "integer", "multipleOf": 10, "maximum": 25}, 10),
        ({"type": "boolean"}, True),
        ({"type": "array", "items": {"type": "integer"}, "minItems": 2}, [1, 1]),
        (
            {
                "type": "array",
                "items": {"enum": ["a", "b", "c"]},
                "minItems": 3,
                "uniqueItems": True,
            },
            ["a", "b", "c"],
        ),
        ({"type": "array", "prefixItems": [{"const": 1}, {"const": 2}]}, [1, 2]),
        ({"type": "array", "maxItems": 0}, []),
        (
            {"type": "object", "additionalProperties": {"type": "integer"}},
            {"key": 1},
        ),
        (
            {
                "type": "object",
                "minProperties": 2,
                "additionalProperties": {"const": "x"},
                "propertyNames": {"pattern": "^key(_2)?$"},
            },
            {"key": "x", "key_2": "x"},
        ),
        ({"oneOf": [{"type": "integer"}, {"type": "string"}]}, 1),
        (
            {
                "type": "object",
                "required": ["a"],
                "properties": {"a": {"anyOf": [{"enum": ["x"]}, {"enum": ["y"]}]}},
            },
            {"a": "x"},
        ),
        (
            {
                "type": "object",
                "required": ["a"],
                "properties": {
                    "a": {
                        "type": "string",
                        "anyOf": [
                            {"type": "string", "enum": ["x"]},
                            {"type": "string", "const": "y"},
                        ],
                    }
                },
            },
            {"a": "x"},
        ),
        (
            {
                "allOf": [
                    {"properties": {"a": {"type": "integer"}}, "required": ["b"]},
                    {"properties": {"b": {"type": "string", "minLength": 3}}},
                ],
                "properties": {"a": {"minimum": 9}},
            },
            {"a": 9, "b": "b_b"},
        ),
    ],
)
def test_a_small_schema_gets_the_plain_value(
    workshop: Workshop, schema: Values, value: object
) -> None:
    found = made(workshop, schema)
    Draft202012Validator(schema).validate(found)
    assert found == value


@pytest.mark.parametrize(
    "form",
    ["date-time", "date", "time", "email", "uuid", "uri", "ipv4", "ipv6", "hostname"],
)
def test_a_format_gets_a_value_of_that_format(workshop: Workshop, form: str) -> None:
    found = made(workshop, {"type": "string", "format": form})
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator({"format": form}, format_checker=checker).validate(found)
    assert found != "it"


@pytest.mark.parametrize(
    "pattern",
    ["^[a-f0-9]{32}$", r"^(?!x)\w{3}-\d+$", "^https://", "^a|b$", r"^\S+@\S+$"],
)
def test_a_pattern_is_kept(workshop: Workshop, pattern: str) -> None:
    found = made(workshop, {"type": "string", "pattern": pattern, "maxLength": 200})
    assert re.search(pattern, found)
    assert found.isprintable()


def test_recursive_schemas_have_finite_samples(workshop: Workshop) -> None:
    node: Values = {
        "type": "object",
        "required": ["name", "children", "parent"],
        "properties": {
            "name": {"type": "string"},
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/It"}},
            "parent": {
                "anyOf": [{"$ref": "#/components/schemas/It"}, {"type": "null"}]
            },
            "next": {"$ref": "#/components/schemas/It"},
        },
    }
    end = {"name": "name", "children": [], "parent": None}
    assert made(workshop, node) == {**end, "next": end}


def test_an_endless_recursion_has_no_sample(workshop: Workshop) -> None:
    node: Values = {
        "type": "object",
        "required": ["next"],
        "properties": {"next": {"$ref": "#/components/schemas/It"}},
    }
    with pytest.raises(NoSample, match=r"openapi\.json:1:"):
        made(workshop, node)


def test_a_discriminator_names_the_member(workshop: Workshop) -> None:
    pet = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}},
    }
    members = [{"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog")]
    cat = {**pet, "properties": {**pet["properties"], "lives": {"type": "integer"}}}
    mapping = {"feline": "#/components/schemas/Cat"}
    found = made(
        workshop,
        {
            "anyOf": members,
            "discriminator": {"propertyName": "kind", "mapping": mapping},
        },
        Cat=cat,
        Dog=pet,
    )
    assert found == {"kind": "feline", "lives": 1}


SCALARS = st.one_of(
    st.builds(
        lambda low, size, step: {
            "type": "integer",
            "minimum": low,
            "maximum": low + size,
            **({"multipleOf": step} if step <= size else {}),
        },
        st.integers(-50, 50),
        st.integers(0, 20),
        st.integers(1, 25),
    ),
    st.builds(
        lambda low, more: {"type": "string", "minLength": low, "maxLength": low + more},
        st.integers(0, 12),
        st.integers(0, 12),
    ),
    st.just({"type": ["boolean", "null"]}),
    st.sampled_from([{"format": "uuid"}, {"format": "date-time"}]).map(
        lambda schema: {"type": "string", **schema}
    ),
)
SCHEMAS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.builds(
            lambda items, low, more: {
                "type": "array",
                "items": items,
                "minItems": low,
                "maxItems": low + more,
            },
            inner,
            st.integers(0, 4),
            st.integers(0, 3),
        ),
        st.builds(
            lambda properties, needed, strict: {
                "type": "object",
                "properties": properties,
                "required": sorted(needed & properties.keys()),
                **({"additionalProperties": False} if strict else {}),
            },
            st.dictionaries(st.sampled_from("abcd"), inner, max_size=4),
            st.sets(st.sampled_from("abcd")),
            st.booleans(),
        ),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: {"anyOf": some}),
    ),
    max_leaves=8,
)


@given(SCHEMAS)
@settings(max_examples=150)
def test_a_value_matches_whatever_the_schema(schema: Values) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = made(Workshop(Path(folder)), schema)
    Draft202012Validator(schema).validate(found)


class Judge:
    """Validates with another library, in which a property that is only written may be missing."""

    def __init__(self, documents: DocumentSet) -> None:
        self._documents = documents
        resources = [
            (
                self._uri(documents.relative(d)),
                Specification.OPAQUE.create_resource(d.value),
            )
            for d in documents.files.values()
        ]
        self._registry: Any = Registry().with_resources(resources)

    def _uri(self, key: str) -> str:
        return f"http://judge/{quote(key)}"

    def findings(self, schema: Schema, value: object) -> list[str]:
        key, _, text = schema.id.partition("#")
        document = self._documents.by_key(key)
        found = self._documents.find(document, Pointer.parse(text))
        assert found is not None
        uri = self._uri(self._documents.relative(document))
        wrapper = {"$schema": DIALECT, "$ref": f"{uri}#{quote(str(found[1]))}"}
        validator = Draft202012Validator(wrapper, registry=self._registry)
        try:
            errors = list(validator.iter_errors(value))
        except (AttributeError, Unresolvable):
            return []  # ``items`` that is a list, a reference into the network
        return [
            f"{error.json_path}: {error.message[:200]}"
            for error in errors
            if not (error.validator == "required" and self._is_hidden(error))
        ]

    def _is_hidden(self, error: Any) -> bool:
        missing = set(error.validator_value) - set(error.instance)
        described = error.schema.get("properties", {})
        return all(described.get(name, {}).get("writeOnly") for name in missing)


def is_contradictory(described: Described, schema: Schema) -> bool:
    """Whether it can be proven that no value matches a schema."""
    schemas = Schemas(described, Direction.RESPONSE)
    wrapper = {"$schema": DIALECT, "$ref": schemas._uri(schema.id)}
    found = jsonschema_rs.canonicalize(
        wrapper, registry=schemas._registry, offline=True
    )
    return str(found.satisfiability()) in ("no", "Satisfiability.NO")


def answers(operation: Operation) -> Iterator[tuple[str, str, Schema]]:
    """The status, media type and schema of every JSON response of an operation."""
    for response in operation.responses:
        for media in response.content:
            if media.schema is not None and "json" in media.name:
                code = response.status
                status = code.upper().replace("X", "9") if code != "default" else "418"
                yield status, media.name, media.schema


class Caller:
    """Makes a request for an operation out of values for its parameters and its body."""

    def __init__(self, described: Described) -> None:
        self._description = described.description
        schemas = Schemas(described, Direction.REQUEST)
        self._sampler, self._styles = Sampler(schemas), Styles(schemas)

    def request(self, operation: Operation, prefer: str, accept: str) -> Request | None:
        """The request; None where it needs something that only a client can write."""
        path, query, headers = operation.path, {}, {"Prefer": prefer, "Accept": accept}
        for parameter in operation.parameters:
            if not parameter.required or parameter.schema is None:
                continue
            if self._styles.shape(parameter) != "scalar" or parameter.style in (
                "label",
                "matrix",
            ):
                return None
            value = self._sampler.sample(parameter.schema, parameter.name)
            text = str(value).lower() if isinstance(value, bool) else str(value)
            match parameter.location:
                case Location.PATH if not text:
                    return None
                case Location.PATH:
                    path = path.replace(f"{{{parameter.name}}}", quote(text, safe=""))
                case Location.QUERY:
                    query[parameter.name] = text
                case Location.HEADER:
                    headers[parameter.name] = text
                case _:
                    headers["Cookie"] = f"{parameter.name}={text}"
        body = self._body(operation)
        if body is NotImplemented:
            return None
        builder = EnvironBuilder(
            path=path,
            method=operation.verb.upper(),
            query_string=query,
            headers=headers | self._credentials(operation, query),
            json=body,
        )
        environ = builder.get_environ() | {"REQUEST_URI": path}
        return Request(environ)

    def _body(self, operation: Operation) -> Any:
        if operation.body is None or not operation.body.content:
            return None
        for media in operation.body.content:
            if media.name == "application/json" and media.schema is not None:
                return self._sampler.sample(media.schema, "body")
        return NotImplemented

    def _credentials(self, operation: Operation, query: Values) -> Values:
        """The headers of the first alternative; what belongs into the query is put there."""
        headers: Values = {}
        alternatives = operation.security
        if alternatives is None:
            alternatives = self._description.security or ()
        for name in alternatives[0] if alternatives else ():
            scheme = self._description.security_schemes.get(name)
            if scheme is None:  # required, and declared nowhere
                continue
            key = scheme.wire_name or ""
            if scheme.kind is not SchemeKind.API_KEY:
                headers["Authorization"] = f"{scheme.http_scheme or 'bearer'} eDp4"
            elif scheme.location is Location.QUERY:
                query[key] = "x"
            elif scheme.location is Location.COOKIE:
                headers["Cookie"] = f"{key}=x"
            else:
                headers[key] = "x"
        return headers


@pytest.mark.parametrize("path", material.readable())
def test_every_answer_of_a_real_api_matches_its_schema(path: Path) -> None:
    report = Report()
    described = describe(path, report)
    assert described is not None
    mock, judge, caller = Mock(described), Judge(described.documents), Caller(described)
    wrong = []
    for operation in described.description.operations.values():
        for status, media_type, schema in answers(operation):
            try:
                request = caller.request(operation, f"code={status}", media_type)
            except NoSample as error:
                if not is_contradictory(described, error.schema):
                    wrong.append(f"{operation}: {error}")
                continue
            if request is None:
                continue
            answered = mock.exchange(request)
            if answered.response.status_code == 500 and is_contradictory(
                described, schema
            ):
                continue
            where = f"{operation} {status}: {answered.note}"
            if answered.response.status_code != int(status):
                wrong.append(f"{where} is answered with {answered.response.status}")
            elif findings := judge.findings(schema, answered.response.json):
                wrong.append(f"{where}: {findings[0]}")
    assert wrong == []
