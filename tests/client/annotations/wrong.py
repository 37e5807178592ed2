"""Calls that a type checker must refuse, each on a line marked so; checked, never run."""

from datetime import date

from cloudflare import AsyncCloudflare, Cloudflare, Omit
from cloudflare._core import SequenceNotStr
from cloudflare.types.security_center.insights import (
    AuditLogListByInsightParams,
    AuditLogListByInsightResponse,
)

client = Cloudflare()
logs = client.security_center.insights.audit_logs
raw = logs.with_raw_response
streamed = logs.with_streaming_response


def forwarded(account_id: str | Omit) -> None:
    logs.list(account_id=account_id)  # refused


logs.list()  # refused
logs.list(account_id="a", zone_id="z")  # refused
logs.list_by_insight("i")  # refused
logs.list_by_insight("i", account_id="a", zone_id="z")  # refused
logs.list_by_insight(account_id="a")  # refused
logs.list_by_insight("i", "a")  # refused
logs.list_by_insight(1, account_id="a")  # refused
logs.list(account_id=None)  # refused
logs.list(account_id="a", order="up")  # refused
logs.list(account_id="a", field_changed="colour")  # refused
logs.list(account_id="a", per_page="5")  # refused
logs.list(account_id="a", before=date(2026, 1, 31))  # refused
logs.list(account_id="a", since=1577470279)  # refused
logs.list(account_id="a", cursor=None)  # refused
logs.list(account_id="a", changed_by=["system"])  # refused
logs.list(account_id="a", colour="red")  # refused
logs.list(account_id="a", extra_headers={"X-A": 1})  # refused
logs.list(account_id="a", extra_headers="X-A: b")  # refused
logs.list(account_id="a", timeout="5")  # refused
logs.list(account_id="a", max_retries=5)  # refused

raw.list()  # refused
raw.list_by_insight("i", account_id="a", zone_id="z")  # refused
streamed.list(account_id="a", order="up")  # refused
streamed.list(account_id="a").parse()  # refused
client.with_raw_response.security_center.insights.audit_logs.list()  # refused

page = logs.list_by_insight("i", account_id="a")
page[0]  # refused
len(page.result[0].id)  # refused
print(page.result[0].colour)  # refused
page.iter_pages(limit=3)  # refused

Cloudflare("token")  # refused
Cloudflare(api_token=1)  # refused
Cloudflare(token="t")  # refused
Cloudflare(max_retries=None)  # refused
client.with_options(http_client="client")  # refused
client.with_options(colour="red")  # refused

params: AuditLogListByInsightParams = {"order": "up"}  # refused
other: AuditLogListByInsightParams = {"colour": "red"}  # refused
AuditLogListByInsightResponse(field_changed="colour")  # refused
names: SequenceNotStr[str] = "abc"  # refused
fine: SequenceNotStr[str] = ("a", "b")


async def asynchronously(client: AsyncCloudflare) -> None:
    logs = client.security_center.insights.audit_logs
    logs.list()  # refused
    logs.list(account_id="a", zone_id="z")  # refused
    (await logs.list(account_id="a", order="up"))  # refused
    print(logs.list(account_id="a").result)  # refused
    for _ in logs.list(account_id="a"):  # refused
        pass
    (await logs.with_raw_response.list())  # refused
    with logs.with_streaming_response.list(account_id="a"):  # refused
        pass
