"""Seconds to walk over 20 pages where both sides take 50 ms a page: server and consumer."""

import sys
import time

from cloudflare import Cloudflare
from measure import call, report

PAGES, LATE = 20, 0.05
with Cloudflare(api_token="t" * 40, base_url=sys.argv[1]) as client:
    call(client)
    started = time.perf_counter()
    page = call(
        client, per_page=100, extra_query={"pages": str(PAGES), "ms": str(LATE * 1000)}
    )
    for index, _ in enumerate(page.items(prefetch=True)):
        if index % 100 == 0:
            time.sleep(LATE)
    report(wall=time.perf_counter() - started, slower=PAGES * LATE)
