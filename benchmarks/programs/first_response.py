"""A fresh process until its first decoded response, and the memory that it took.

``raw`` asks for the response with ``with_raw_response`` and decodes it later.
"""

import subprocess
import sys
import time

from measure import report

PROGRAM = """
import resource, sys
from cloudflare import Cloudflare
with Cloudflare(api_token="t" * 40, base_url=sys.argv[1]) as client:
    logs = client.security_center.insights.audit_logs
    given = {"issue_id": "i" * 32, "account_id": "a" * 32}
    if "raw" in sys.argv:
        page = logs.with_raw_response.list_by_insight(**given).parse()
    else:
        page = logs.list_by_insight(**given)
    page.result[0].changed_at
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

found = []
for _ in range(6):
    started = time.perf_counter()
    shown = subprocess.run(
        [sys.executable, "-c", PROGRAM, *sys.argv[1:]],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    found.append((time.perf_counter() - started, int(shown) * 1024))
report(wall=min(seconds for seconds, _ in found), memory=min(size for _, size in found))
