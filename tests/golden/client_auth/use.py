import os

from client_auth import (
    DEFAULT_MAX_RETRIES,
    DEFAULT_TIMEOUT,
    AsyncClientAuth,
    ClientAuth,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
    Timeout,
)
from stub import Stub

os.environ["AUTH_TOKEN"] = "from-the-environment"
with Stub({"name": "x"}, {"name": "x"}) as stub:
    ClientAuth(base_url=stub.url).me.retrieve()
    ClientAuth(base_url=stub.url, user="u", key="k").me.retrieve()
assert stub.requests == ["GET /me", "GET /me?key=k"]
assert stub.headers[0]["authorization"] == "Bearer from-the-environment"
assert stub.headers[1]["x-user"] == "u" and "authorization" not in stub.headers[1]
assert ClientAuth(token="t").max_retries == DEFAULT_MAX_RETRIES == 5
assert ClientAuth(token="t").timeout == DEFAULT_TIMEOUT == Timeout(600, connect=5)
for kind, http_client in (
    (ClientAuth, DefaultHttpxClient),
    (AsyncClientAuth, DefaultAsyncHttpxClient),
    (AsyncClientAuth, DefaultAioHttpClient),
):
    for options, expected in (({}, DEFAULT_TIMEOUT), ({"timeout": 7}, Timeout(7))):
        client = kind(token="t", http_client=http_client(**options))
        assert client.timeout == client.copy().timeout == expected
for half in ({"user": "u"}, {"key": "k"}, {"token": ""}, {"token": "a\nb"}):
    try:
        ClientAuth(**half)
    except ValueError as error:
        assert "argument" in str(error)
    else:
        raise AssertionError(f"{half} was taken")
