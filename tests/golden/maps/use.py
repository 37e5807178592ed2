from datetime import UTC, datetime

from maps import Maps
from stub import Stub

answer = {
    "stock": {"nails": 7, "screws": "plenty"},
    "shelves": {"a b": {"row": 1}, "": {"row": 2}},
    "tags": {"x": ["y"]},
    "grid": {"r": {"c": True}},
    "anything": {"n": [1, {"m": None}]},
    "bare": {"k": "v"},
    "nothing_else": {"a": "b", "yet": 1},
    "mixed": {"name": "n", "more": 3},
    "gaps": {"hole": None, "text": "t"},
    "times": {"t": "2020-01-02T03:04:05Z"},
}
with Stub(answer, {"eur": 1.5}) as stub:
    stores = Maps(base_url=stub.url).stores
    store, prices = stores.any(), stores.prices()

assert store.stock["nails"] == 7 and store.stock["screws"] == "plenty"
assert store.shelves is not None and store.shelves["a b"].row == 1
assert store.shelves[""].row == 2  # an empty key is a key
assert store.tags == {"x": ["y"]} and store.grid == {"r": {"c": True}}
assert store.anything == answer["anything"] and store.bare == {"k": "v"}
assert store.nothing_else is not None
assert store.nothing_else.model_extra == {"yet": 1}  # a server may grow
assert store.mixed is not None and store.mixed.name == "n"
assert store.mixed.model_extra == {"more": 3}
assert store.gaps == {"hole": None, "text": "t"}
assert store.times == {"t": datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)}
assert prices == {"eur": 1.5}
assert store.to_dict(mode="json") == answer
