import os
from cloudflare import Cloudflare

client = Cloudflare(
    api_token=os.environ.get("CLOUDFLARE_API_TOKEN"),  # This is the default and can be omitted
)
page = client.security_center.insights.audit_logs.list_by_insight(
    issue_id="issue_id",
    account_id="account_id",
)
page = page.result[0]
print(page.id)
