"""Errors say what the API says, and have classes for what it tells apart."""

from __future__ import annotations

import builtins
import json
import pickle
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Sent, Stub

DESCRIPTION = """
paths:
  /things:
    get:
      responses:
        '204': {description: ok}
        default: {description: failed, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
components:
  schemas:
    Error:
      oneOf:
      - $ref: '#/components/schemas/Limited'
      - $ref: '#/components/schemas/Broken'
      - {$ref: '#/components/schemas/Lost'}
      discriminator: {propertyName: kind, mapping: {lost: '#/components/schemas/Lost'}}
    Limited:
      type: object
      description: Too "many" calls.
      properties: {kind: {type: string, enum: [rate_limited]}, status: {type: integer, enum: [429]}, why: {$ref: '#/components/schemas/Why'}}
    Broken:
      type: object
      properties: {kind: {type: string, enum: [out_of_order, 'it''s "None"', class]}, status: {type: integer, enum: [500, 503]}}
    Lost:
      type: object
      properties: {kind: {type: string}, status: {type: integer, enum: [404]}}
    Why: {type: object, properties: {text: {type: string}}}
"""
CONFIGURATION = """
errors:
  message_property: why.text
  union:
    source: Error
    discriminator: kind
    status_property: status
    variants: {out_of_order: {status_code: 503}, lost: {name: not_found_error}, class: {name: rate_limit_error}}
resources: {things: {methods: {list: get /things}}}
client_settings: {default_retries: {max_retries: 0}}
"""


def failed(package: ModuleType, status: int, body: object) -> Any:
    """What a call raises."""
    with Stub(Sent("application/json", json.dumps(body).encode(), status)) as stub:
        client = package.Client(base_url=stub.url)
        with pytest.raises(package.APIStatusError) as caught:
            client.things.list()
    return caught.value


@pytest.fixture
def package(generate: Generate) -> ModuleType:
    return generate(DESCRIPTION, CONFIGURATION)


@pytest.mark.parametrize(
    ("status", "kind", "name", "base"),
    [
        (429, "rate_limited", "RateLimited", "RateLimitError"),
        (503, "out_of_order", "OutOfOrder", "InternalServerError"),
        (500, "out_of_order", "InternalServerError", "APIStatusError"),
        (500, 'it\'s "None"', "ItSNone", "InternalServerError"),
        (404, "lost", "NotFoundError", "APIStatusError"),
        (503, "class", "AcmeRateLimitError", "InternalServerError"),
        (429, "other", "RateLimitError", "APIStatusError"),
        (429, ["rate_limited"], "RateLimitError", "APIStatusError"),
    ],
)
def test_an_error_has_the_class_of_its_kind(
    package: ModuleType, status: int, kind: object, name: str, base: str
) -> None:
    error = failed(package, status, {"kind": kind})
    assert type(error) is getattr(package, name)
    assert isinstance(error, getattr(package, base))
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again)) == (type(error), str(error))
    assert type(error).__module__ == package.__name__


def test_an_error_does_not_take_the_name_of_a_class_of_the_language(
    generate: Generate,
) -> None:
    kinds = "enum: [permission_error, timeout_error, 'exception', plan_error]"
    described = DESCRIPTION.replace("enum: [rate_limited]", kinds)
    package = generate(described, CONFIGURATION)
    assert not {*package.__all__} & {*dir(builtins)}
    error = failed(package, 429, {"kind": "permission_error"})
    assert type(error) is package.AcmePermissionError
    assert type(failed(package, 429, {"kind": "plan_error"})) is package.PlanError


def test_an_error_says_what_its_response_says(package: ModuleType) -> None:
    why = "call 'less' \"often\""
    error = failed(package, 429, {"kind": "rate_limited", "why": {"text": why}})
    assert str(error).startswith(f"Error code: 429 - {why} (GET /things")
    assert error.message == str(error)
    error = failed(package, 429, {"why": {"text": 3}})
    assert "{'why': {'text': 3}}" in str(error)
    assert type(error).__doc__ is not None
    assert package.RateLimited.__doc__ == 'Too "many" calls.'


@pytest.mark.parametrize(
    ("errors", "code", "pointer", "message"),
    [
        (
            "{message_property: text}",
            "C023",
            "/errors/message_property",
            "no error response has the property 'text'",
        ),
        (
            "{union: {source: Eror, discriminator: kind}}",
            "C013",
            "/errors/union",
            "errors.union refers to the schema 'Eror', which does not exist",
        ),
        (
            "{union: {source: Error, discriminator: code}}",
            "C023",
            "/errors/union",
            "'Limited' has no property 'code'",
        ),
        (
            "{union: {source: Error, discriminator: kind, status_property: code}}",
            "C023",
            "/errors/union",
            "'Lost' has no property 'code'",
        ),
        (
            "{union: {source: Why, discriminator: text}}",
            "C023",
            "/errors/union",
            "'text' of 'Why' can be any text, so it means no kind of error",
        ),
        (
            "{union: {source: Error, discriminator: kind, variants: {lots: {name: a}}}}",
            "C023",
            "/errors/union/variants/lots",
            "no error of 'Error' has 'lots' as its 'kind'",
        ),
        (
            "{union: {source: Error, discriminator: status, status_property: kind}}",
            "C023",
            "/components/schemas/Limited/properties/kind",
            "'rate_limited' is not the status of an error",
        ),
    ],
)
def test_errors_that_the_description_does_not_have_are_findings(
    generate_with_findings: GenerateWithFindings,
    errors: str,
    code: str,
    pointer: str,
    message: str,
) -> None:
    _, report = generate_with_findings(
        DESCRIPTION,
        f"errors: {errors}\nresources: {{things: {{methods: {{list: get /things}}}}}}",
    )
    found = [(d.code, d.place.pointer, d.message) for d in report.diagnostics]
    assert (code, pointer, message) in found
    assert all(d.help for d in report.diagnostics)
