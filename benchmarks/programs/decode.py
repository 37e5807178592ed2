"""CPU time to decode a page of 1,000 entries: that of the call, less that of a page of none."""

import sys

from cloudflare import Cloudflare
from measure import ENTRY, call, http, page, report, seconds_each

KINDS = {
    "clean": lambda n: ENTRY,
    "unknown enum": lambda n: {**ENTRY, "field_changed": "mood"} if n == 500 else ENTRY,
    "wrong types": lambda n: {
        **ENTRY,
        "id": n,
        "changed_at": "yesterday",
        "changed_by": [],
        "rationale": 7,
    },
    "missing fields": lambda n: {
        k: v for k, v in ENTRY.items() if k not in ("id", "changed_by", "issue_id")
    },
}


def decoded(body: bytes) -> float:
    transport = http.MockTransport(
        lambda request: http.Response(
            200, content=body, headers={"content-type": "application/json"}
        )
    )
    with Cloudflare(
        api_token="t" * 40, http_client=http.Client(transport=transport)
    ) as client:
        return seconds_each(lambda: call(client))


entries = [KINDS[sys.argv[1]](n) for n in range(1000)]
report(cpu=decoded(page(entries)) - decoded(page([])))
