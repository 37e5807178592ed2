import os

from client_security import ClientSecurity
from stub import Stub

os.environ["CLIENT_SECURITY_BEARER_TOKEN"] = "t"
with Stub(None, None, None, None) as stub:
    client = ClientSecurity(base_url=stub.url, admin="k", site="s")
    client.calls.me()
    client.calls.health()
    client.calls.admin()
    ClientSecurity(base_url=stub.url, username="u", password="p").calls.me()
names = ("authorization", "x-admin", "cookie")
sent = [{n: h[n] for n in names if n in h} for h in stub.headers]
assert sent == [
    {"authorization": "Bearer t"},
    {},
    {"x-admin": "k"},
    {"authorization": "Basic dTpw"},
]
