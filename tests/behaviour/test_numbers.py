"""Any number is a float, however it is written."""

from __future__ import annotations

from tests.behaviour.answering import Reply
from tests.behaviour.conftest import Generate
from tests.behaviour.test_results import described, got, ok
from tests.behaviour.test_unwrapping import configured


def test_a_number_without_fraction_reads_as_a_float(generate: Generate) -> None:
    properties = (
        "one: { type: number }, either: { type: [integer, number] }, "
        "many: { type: array, items: { anyOf: [{ type: integer }, { type: number }] } }, "
        "named: { type: object, additionalProperties: { type: number } }, "
        "mixed: { type: [string, number] }, whole: { type: integer }"
    )
    schema = f"{{ schema: {{ type: object, properties: {{ {properties} }} }} }}"
    package = generate(
        described(ok(f"{{ application/json: {schema} }}")), configured("")
    )
    body = b'{"one":1,"either":2,"many":[3],"named":{"a":4},"mixed":5,"whole":6}'
    thing = got(package, Reply(body, "application/json"))[0]
    numbers = [thing.one, thing.either, *thing.many, thing.named["a"], thing.mixed]
    assert list(map(repr, numbers)) == ["1.0", "2.0", "3.0", "4.0", "5.0"]
    assert repr(thing.whole) == "6"
