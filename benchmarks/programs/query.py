"""CPU time to write the query of a call with many parameters."""

from cloudflare import Cloudflare
from measure import report, seconds_each

PARAMS = {
    "per_page": 50,
    "order": "desc",
    "flag": True,
    "since": "2026-01-02T03:04:05Z",
    "tags": [f"tag {n}" for n in range(20)],
    "account": {"id": "a" * 32, "owner": {"name": "someone", "kinds": ["x", "y"]}},
}
client = Cloudflare(api_token="t" * 40)
assert "tag+7" in client.qs.stringify(PARAMS)
report(cpu=seconds_each(lambda: client.qs.stringify(PARAMS)))
