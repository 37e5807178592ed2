import os

from client_auth import DEFAULT_MAX_RETRIES, ClientAuth
from stub import Stub

os.environ["AUTH_TOKEN"] = "from-the-environment"
with Stub({"name": "x"}, {"name": "x"}) as stub:
    ClientAuth(base_url=stub.url).me.retrieve()
    ClientAuth(base_url=stub.url, user="u", key="k").me.retrieve()
assert stub.requests == ["GET /me", "GET /me?key=k"]
assert stub.headers[0]["authorization"] == "Bearer from-the-environment"
assert stub.headers[1]["x-user"] == "u" and "authorization" not in stub.headers[1]
assert ClientAuth(token="t").max_retries == DEFAULT_MAX_RETRIES == 5
for half in ({"user": "u"}, {"key": "k"}, {"token": ""}, {"token": "a\nb"}):
    try:
        ClientAuth(**half)
    except ValueError as error:
        assert "argument" in str(error)
    else:
        raise AssertionError(f"{half} was taken")
