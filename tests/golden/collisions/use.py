from datetime import UTC, date, datetime

from collisions import Collisions
from stub import Stub

room = {
    "date": "2020-01-02",
    "datetime": "2020-01-02T03:04:05Z",
    "until": "2020-01-03",
    "changed": "2020-01-02T03:04:06Z",
    "object": {"a": 1},
    "list": ["x"],
    "dict": {"k": None},
    "str": "s",
    "after_str": "t",
    "Literal": "a",
    "usage": {"detail": {"a": "1"}},
    "usage_detail": {"b": "2"},
}
with Stub(room) as stub:
    got = Collisions(base_url=stub.url).rooms.retrieve(
        "r", timeout_=1, header_timeout=2, sort_by="q", header_sort_by="h", timeout=9
    )

assert stub.requests == ["GET /rooms/r?sort-by=q&timeout=1"]
assert (stub.headers[0]["timeout"], stub.headers[0]["sort_by"]) == ("2", "h")
assert (got.date, got.until) == (date(2020, 1, 2), date(2020, 1, 3))
assert got.datetime == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
assert got.changed == datetime(2020, 1, 2, 3, 4, 6, tzinfo=UTC)
assert (got.list, got.dict_, got.str, got.after_str) == (["x"], {"k": None}, "s", "t")
assert got.literal == "a" and got.usage is not None and got.usage.detail is not None
assert got.usage.detail.a == "1"
assert got.usage_detail is not None and got.usage_detail.b == "2"
assert got.to_dict(mode="json") == room
