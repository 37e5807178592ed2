"""CPU time for the query of a call, beyond that of the same call without one."""

import sys
from datetime import UTC, datetime

from cloudflare import Cloudflare
from measure import call, report, seconds_more

PARAMS = {
    "before": datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC),
    "changed_by": "someone@example.com",
    "cursor": "1",
    "field_changed": "status",
    "order": "desc",
    "per_page": 1,
    "since": "2026-01-02T03:04:05Z",
}
with Cloudflare(api_token="t" * 40, base_url=sys.argv[1]) as client:
    report(cpu=seconds_more(lambda: call(client, **PARAMS), lambda: call(client)))
