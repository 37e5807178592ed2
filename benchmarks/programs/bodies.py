"""CPU time for a body, beyond that of the same call without one."""

import sys

from cloudflare import Cloudflare
from measure import http, report, seconds_each

BODIES = {
    "small": {"name": "x", "enabled": True, "tags": ["a", "b"]},
    "nested": {
        "rules": [
            {"id": n, "match": {"host": "example.com", "paths": ["/a", "/b"]}}
            for n in range(1000)
        ]
    },
}
transport = http.MockTransport(lambda request: http.Response(200, content=b"{}"))
with Cloudflare(
    api_token="t" * 40, http_client=http.Client(transport=transport)
) as client:
    body = BODIES[sys.argv[1]]
    report(
        cpu=seconds_each(lambda: client.post("/x", body=body, cast_to=object))
        - seconds_each(lambda: client.post("/x", cast_to=object))
    )
