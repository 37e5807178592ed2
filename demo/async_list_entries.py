import asyncio
from cloudflare import AsyncCloudflare

async def main():
    async with AsyncCloudflare() as client:
        logs = client.security_center.insights.audit_logs
        return [entry async for entry in logs.list(account_id="account_id", per_page=100)]

print(len(asyncio.run(main())), "entries")
