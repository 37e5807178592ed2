from names import Names
from stub import Stub

odd = {
    "class": "c",
    "schema": "s",
    "copy": "x",
    "object": {"a": 1},
    "list": [1],
    "_id": "i",
    "1st": "f",
    "camelCaseURL": "u",
    "model_name": "m",
    "any": None,
}
with Stub(odd, [{"str": "s"}]) as stub:
    client = Names(base_url=stub.url)
    got = client.class_.import_(
        "a", timeout_=3, value_2nd_id="b", self_="me", query_from="q"
    )
    assert client.class_.list()[0].str == "s"

assert stub.requests[0] == "GET /class/a?2nd-Id=b&from=q&self=me&timeout=3"
assert (got.class_, got.schema_, got.copy_, got.list) == ("c", "s", "x", [1])
assert (got.api_id, got.api_1st, got.camel_case_url) == ("i", "f", "u")
assert got.api_model_name == "m" and got.to_dict() == odd
