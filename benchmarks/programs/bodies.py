"""CPU time for a body, beyond that of the same call without one.

The peer has methods for these calls, whose bodies it goes through by their types. Ours sends the same
through ``post``: bodies are not among what is generated so far.
"""

import sys
from functools import partial

from cloudflare import Cloudflare
from measure import ZONE, report, seconds_more

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
LIST = {"account_id": "a" * 32, "list_id": "l" * 32}
ITEMS = f"/accounts/{LIST['account_id']}/rules/lists/{LIST['list_id']}/items"

url, kind = sys.argv[1:]
with Cloudflare(api_token="t" * 40, base_url=url) as client:
    if hasattr(client, "zones"):
        zones, items = client.zones, client.rules.lists.items
        acts = {
            "small": (
                partial(zones.create, **ZONE),
                partial(zones.delete, zone_id="z" * 32),
            ),
            "nested": (
                partial(items.create, **LIST, body=REDIRECTS),
                partial(items.delete, **LIST),
            ),
        }
    else:
        post, delete = (
            partial(verb, cast_to=object) for verb in (client.post, client.delete)
        )
        acts = {
            "small": (
                partial(post, "/zones", body=ZONE),
                partial(delete, f"/zones/{'z' * 32}"),
            ),
            "nested": (partial(post, ITEMS, body=REDIRECTS), partial(delete, ITEMS)),
        }
    count = {"small": 3000, "nested": 100}[kind]
    report(cpu=seconds_more(*acts[kind], count=count))
