"""Runs a program that was written for the last release; only what it calls says that it is gone."""

import warnings

from kept import Kept
from stub import Stub

with Stub({"id": "a"}, {"id": "b", "colour": "#fff"}, {"id": "c"}) as stub:
    client = Kept(base_url=stub.url)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert client.widgets.find(name="x").id == "a"
    assert client.widgets.list(size="medium", colour="red").colour == "#fff"
    client.widgets.create(name="x", maker={"name": "y", "nested": {"town": "z"}})

assert [str(warning.message) for warning in caught] == [
    "Removed from the API, and from this client in 1.6.0; use `client.widgets.search` instead."
]
assert stub.requests == [
    "GET /widgets/find?name=x",
    "GET /widgets?colour=red&size=medium",
    "POST /widgets",
]
