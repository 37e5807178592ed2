from headers_and_nothing import HeadersAndNothing
from stub import Stub

with Stub(None, None) as stub:
    buckets = HeadersAndNothing(base_url=stub.url).buckets
    assert buckets.check("b", x_region="eu", x_trace=True) is None
    assert buckets.delete("b") is None
assert stub.requests == ["HEAD /buckets/b", "DELETE /buckets/b"]
assert (stub.headers[0]["x-region"], stub.headers[0]["x-trace"]) == ("eu", "true")
