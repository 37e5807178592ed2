from hostile_text import HostileText
from stub import Stub

with Stub({"a": "1", 'b"\nimport os': "${HOME} %s {0}"}) as stub:
    got = HostileText(base_url=stub.url).x.get(q="a\nb")
assert got.b_import_os == "${HOME} %s {0}"
assert stub.requests == ["GET /x?q%27%22%5D%5C=a%0Ab"]
