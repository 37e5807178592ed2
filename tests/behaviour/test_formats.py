"""Every format of the one table is decoded, written back, and never changed by leniency.

A format that is added to the table is tested here at once: what it lacks fails by its name.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from types import ModuleType
from typing import Any, assert_never

import jsonschema_rs
import pytest

from generator.ir import FORMATS, ScalarKind
from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

GETTING = "resources: { things: { methods: { get: get /thing } } }"
STRANGE = [
    5,
    -1,
    0.5,
    True,
    False,
    "",
    "text",
    "18:11",
    "1577470279",
    [],
    [1],
    {"a": 1},
]
"""What no format describes, or few do: it stays as it came."""


def described() -> str:
    """``GET /thing`` returns a model with a field of each format."""
    schemas = {name: {"type": "string", "format": name} for name in FORMATS}
    body = {"schema": {"type": "object", "properties": schemas}}
    answer = {"description": "ok", "content": {"application/json": body}}
    return json.dumps({"paths": {"/thing": {"get": {"responses": {"200": answer}}}}})


def python_type(kind: ScalarKind) -> type:
    """What a program holds for a string of a kind."""
    match kind:
        case ScalarKind.STRING:
            return str
        case ScalarKind.BINARY:
            return bytes
        case ScalarKind.DATE:
            return date
        case ScalarKind.DATE_TIME:
            return datetime
        case (
            ScalarKind.INTEGER
            | ScalarKind.NUMBER
            | ScalarKind.BOOLEAN
            | ScalarKind.NULL
        ):
            raise AssertionError(f"{kind} is no kind of string")
    assert_never(kind)


def got(package: ModuleType, answer: object) -> Any:
    with Stub(answer) as stub, package.Client(base_url=stub.url) as client:
        return client.things.get()


def written(value: Any) -> dict[str, object]:
    """What a model writes, timestamps as instants."""
    found: dict[str, object] = json.loads(value.to_json())
    return found


def sample(name: str) -> str:
    return FORMATS[name].sample or "text"


def test_a_value_of_each_format_has_its_type_and_is_written_as_it_came(
    generate: Generate,
) -> None:
    package = generate(described(), GETTING)
    answer = {name: sample(name) for name in FORMATS}
    thing = got(package, answer)
    fields = {f.alias or n: n for n, f in type(thing).model_fields.items()}
    wrong = {
        name: getattr(thing, fields[name])
        for name, form in FORMATS.items()
        if type(getattr(thing, fields[name])) is not python_type(form.kind)
    }
    assert wrong == {}
    back = written(thing)
    for name, form in FORMATS.items():
        if form.kind is ScalarKind.DATE_TIME:
            instant = datetime.fromisoformat(str(back[name]))
            assert instant == datetime.fromisoformat(sample(name))
        else:
            assert back[name] == sample(name), name


@pytest.mark.parametrize("value", STRANGE, ids=repr)
def test_what_no_format_describes_stays_as_it_came(
    value: object, generate: Generate
) -> None:
    package = generate(described(), GETTING)
    changed = {
        name: back
        for name, back in written(got(package, dict.fromkeys(FORMATS, value))).items()
        if json.dumps(back) != json.dumps(value)
    }
    assert changed == {}


def test_a_moment_finer_than_a_datetime_is_a_text_and_valid(generate: Generate) -> None:
    package = generate(described(), GETTING)
    text = "2026-01-02T03:04:05.123456789Z"
    assert got(package, {"date-time": text}).date_time == text
    strict = {"_strict_response_validation": True}
    with (
        Stub(
            {name: text if name == "date-time" else sample(name) for name in FORMATS}
        ) as stub,
        package.Client(base_url=stub.url, **strict) as client,
    ):
        moment = client.things.get().date_time
    assert moment == datetime(2026, 1, 2, 3, 4, 5, 123456, UTC)


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if f.sample])
def test_a_sample_is_valid(name: str) -> None:
    validator = jsonschema_rs.validator_for({"format": name}, validate_formats=True)
    assert validator.is_valid(sample(name))


def test_fields_named_like_dates_leave_those_of_other_classes_their_types(
    generate: Generate,
) -> None:
    when = {"type": "string", "format": "date-time"}
    day = {"type": "string", "format": "date"}
    inner = {
        "type": "object",
        "properties": {"date": day, "datetime": when, "at": when},
    }
    outer = {"type": "object", "properties": {"inner": inner, "at": when, "on": day}}
    answer = {
        "description": "ok",
        "content": {"application/json": {"schema": outer}},
    }
    paths = {"/thing": {"get": {"responses": {"200": answer}}}}
    package = generate(json.dumps({"paths": paths}), GETTING)
    at, on = "2020-01-02T03:04:05Z", "2020-01-02"
    sent = {"inner": {"date": on, "datetime": at, "at": at}, "at": at, "on": on}
    with Stub(sent) as stub, package.Client(base_url=stub.url) as client:
        thing = client.things.get()
    assert type(thing.at) is type(thing.inner.at) is type(thing.inner.datetime)
    assert type(thing.on) is type(thing.inner.date) is date
