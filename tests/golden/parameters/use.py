from datetime import date

from parameters import Kites
from stub import Stub

with Stub(None, None) as stub:
    client = Kites(base_url=stub.url)
    client.kites.list(
        "json",
        beach=[1, 2],
        colour="red",
        session_id="a b",
        link="a/b",
        size={"from": 1, "to": 2},
        sort=["x", "y"],
        tags=["p", "q"],
        where={"a": [1]},
        wind={"min": 3},
        x_days=[date(2030, 1, 2), "2030-01-03"],
    )
    client.kites.query(path="$.a")
first, second = stub.requests
path, _, query = first.removeprefix("GET ").partition("?")
assert path == "/beaches/1,2/kites/.red.json"
assert sorted(query.split("&")) == [
    "from=1",
    "link=a/b",
    "sort=x%7Cy",
    "tags=p",
    "tags=q",
    "to=2",
    "where=%7B%22a%22%3A%5B1%5D%7D",
    "wind%5Bmin%5D=3",
]
assert second == "GET /query?%24.a"
assert stub.headers[0]["cookie"] == "session-id=a%20b"
assert stub.headers[0]["x-days"] == "2030-01-02,2030-01-03"
