"""CPU time of this process for a call with a small answer."""

import sys
import time

from cloudflare import Cloudflare
from measure import call, report

COUNT = 1500
with Cloudflare(api_token="t" * 40, base_url=sys.argv[1]) as client:
    for _ in range(100):
        call(client)
    started = time.process_time()
    for _ in range(COUNT):
        call(client)
    report(cpu=(time.process_time() - started) / COUNT)
