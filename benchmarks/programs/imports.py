"""Seconds until a program has imported what it names, beyond a bare interpreter."""

import subprocess
import sys
import time

from measure import report

PROGRAMS = {
    "import": "import cloudflare",
    "client": "from cloudflare import Cloudflare\nCloudflare(api_token='t')",
    "resource": "from cloudflare import Cloudflare\nCloudflare(api_token='t').security_center.insights.audit_logs",
}


def best(program: str) -> float:
    """The least of several runs: whatever else the machine does only adds to it."""
    found = []
    for _ in range(10):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        found.append(time.perf_counter() - started)
    return min(found)


bare = best("pass")
best(PROGRAMS[sys.argv[1]])  # compiled
report(wall=best(PROGRAMS[sys.argv[1]]) - bare)
