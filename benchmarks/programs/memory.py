"""Memory of a decoded entry, and what 10,000 requests leave behind."""

import gc
import sys

import psutil
from cloudflare import Cloudflare
from measure import call, report

process = psutil.Process()


def used() -> int:
    gc.collect()
    return process.memory_info().rss


with Cloudflare(api_token="t" * 40, base_url=sys.argv[1]) as client:
    for _ in range(200):
        call(client)
    if sys.argv[2] == "entry":
        call(client, per_page=1000)
        before = used()
        kept = [call(client, per_page=1000) for _ in range(20)]
        report(memory=(used() - before) / 20_000)
    else:
        for _ in range(1000):
            call(client)
        before = used()
        for _ in range(10_000):
            call(client)
        report(memory=used() - before)
