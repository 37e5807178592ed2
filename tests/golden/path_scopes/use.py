from path_scopes import PathScopes
from stub import Stub

with Stub({"value": "x"}, {"value": "x"}) as stub:
    keys = PathScopes(base_url=stub.url).keys
    assert keys.get("k", user_id="u").value == "x"
    keys.get("k", team_id="a/b")
    for wrong in ({}, {"user_id": "u", "team_id": "t"}):
        try:
            keys.get("k", **wrong)
        except ValueError:
            pass
        else:
            raise AssertionError(f"{wrong} was taken")

assert stub.requests == ["GET /users/u/keys/k", "GET /teams/a%2Fb/keys/k"]
