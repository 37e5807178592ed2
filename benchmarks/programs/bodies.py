"""CPU time for a body, beyond that of the same call without one.

The peer has methods for these calls, whose bodies it goes through by their types. Ours sends the same
through ``post``: bodies are not among what is generated so far.
"""

import sys

from cloudflare import Cloudflare
from measure import report, seconds_more

ZONE = {"account": {"id": "a" * 32}, "name": "example.com", "type": "full"}
REDIRECTS = [
    {
        "comment": f"rule {number}",
        "redirect": {
            "source_url": f"example.com/{number}",
            "target_url": "https://example.com/",
            "status_code": 301,
        },
    }
    for number in range(1000)
]
url, kind = sys.argv[1:]
with Cloudflare(api_token="t" * 40, base_url=url, max_retries=0) as client:
    ids = {"account_id": "a" * 32, "list_id": "l" * 32}
    path = f"/accounts/{ids['account_id']}/rules/lists/{ids['list_id']}/items"
    has_methods = hasattr(client, "zones")
    if kind == "small":
        if has_methods:
            send = lambda: client.zones.create(**ZONE)
            ask = lambda: client.zones.delete(zone_id="z" * 32)
        else:
            send = lambda: client.post("/zones", body=ZONE, cast_to=object)
            ask = lambda: client.delete(f"/zones/{'z' * 32}", cast_to=object)
        report(cpu=seconds_more(send, ask))
    else:
        if has_methods:
            send = lambda: client.rules.lists.items.create(**ids, body=REDIRECTS)
            ask = lambda: client.rules.lists.items.delete(**ids)
        else:
            send = lambda: client.post(path, body=REDIRECTS, cast_to=object)
            ask = lambda: client.delete(path, cast_to=object)
        report(cpu=seconds_more(send, ask, count=100))
