"""Seconds to walk over 100 pages of 1,000 entries from a server that answers late."""

import sys
import time

from cloudflare import Cloudflare
from measure import call, report

url, late = sys.argv[1], sys.argv[2]
with Cloudflare(api_token="t" * 40, base_url=url) as client:
    call(client)
    started, cpu = time.perf_counter(), time.process_time()
    count = sum(
        1 for _ in call(client, per_page=1000, extra_query={"pages": "100", "ms": late})
    )
    assert count == 100_000, count
    report(wall=time.perf_counter() - started, cpu=time.process_time() - cpu)
