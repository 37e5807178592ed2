"""CPU time of this process for a call with a small answer, many at once."""

import asyncio
import sys
import time

from cloudflare import AsyncCloudflare, DefaultAioHttpClient
from measure import call, report

url, at_once, transport = sys.argv[1], int(sys.argv[2]), sys.argv[3]
EACH = max(2, 2000 // at_once)


async def some(client: AsyncCloudflare, count: int) -> None:
    for _ in range(count):
        await call(client)


async def main() -> None:
    options = {"http_client": DefaultAioHttpClient()} if transport == "aiohttp" else {}
    async with AsyncCloudflare(
        api_token="t" * 40, base_url=url, timeout=600, **options
    ) as client:
        await asyncio.gather(*(some(client, 2) for _ in range(at_once)))
        started = time.process_time()
        await asyncio.gather(*(some(client, EACH) for _ in range(at_once)))
        report(cpu=(time.process_time() - started) / EACH / at_once)


asyncio.run(main())
