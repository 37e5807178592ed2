"""No traceback that shows local variables shows a credential of the client."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest

from tests.client.stub import Answer, Stub
from tests.tracebacks import shown

SECRET = "s3cret" * 40
WRONG: list[dict[str, Any]] = [
    {"api_token": f"{SECRET}\n"},
    {"api_token": [SECRET]},
    {"api_key": SECRET},
    {"api_token": SECRET, "user_service_key": SECRET, "base_url": "nonsense"},
    {"api_email": SECRET, "api_key": SECRET, "timeout": "soon"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: "-".join(wrong))
@pytest.mark.parametrize("name", ["Cloudflare", "AsyncCloudflare"])
def test_a_client_that_cannot_be_made_shows_no_credential(
    name: str, wrong: dict[str, Any]
) -> None:
    import cloudflare

    kind = getattr(cloudflare, name)
    makers = (kind, kind(api_token="t").with_options)
    for make, frame in zip(makers, ("__init__", "with_options"), strict=True):
        with pytest.raises((TypeError, ValueError)) as caught:
            make(**wrong)
        assert f"_client.py {frame}: " in shown(caught.value)
        assert "s3cret" not in shown(caught.value)


@pytest.mark.parametrize("name", ["Cloudflare", "AsyncCloudflare"])
def test_a_call_that_fails_shows_no_credential(name: str, stub: Stub) -> None:
    import cloudflare

    stub.script(Answer(403, {"errors": [{"code": 1, "message": "no"}]}))
    client = getattr(cloudflare, name)(
        api_email=SECRET, api_key=SECRET, base_url=stub.url, max_retries=0
    )

    async def main() -> None:
        logs = client.security_center.insights.audit_logs
        try:
            found = logs.list_by_insight("i", account_id="a")
            await found
        finally:
            closing = client.close()
            if inspect.isawaitable(closing):
                await closing

    with pytest.raises(cloudflare.PermissionDeniedError) as caught:
        asyncio.run(main())
    assert "perform: call=" in shown(caught.value)
    assert "s3cret" not in shown(caught.value)
