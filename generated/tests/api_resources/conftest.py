"""The clients of the tests, which call a mock of the API."""

from __future__ import annotations

import os
import socket
from collections.abc import AsyncIterator, Iterator

import pytest

from cloudflare import AsyncCloudflare, Cloudflare


@pytest.fixture(scope="session")
def base_url() -> str:
    """The address of the mock; without one the tests are skipped."""
    if "TEST_API_BASE_URL" in os.environ:
        return os.environ["TEST_API_BASE_URL"]
    try:
        socket.create_connection(("127.0.0.1", 4010), timeout=1).close()
    except OSError:
        pytest.skip("no mock on port 4010; CONTRIBUTING.md says how to start one")
    return "http://127.0.0.1:4010"


@pytest.fixture
def client(base_url: str) -> Iterator[Cloudflare]:
    """A client that refuses responses of other types than described."""
    with Cloudflare(
        api_token="api_token",
        api_key="api_key",
        api_email="api_email",
        user_service_key="user_service_key",
        base_url=base_url,
        max_retries=0,
        _strict_response_validation=True,
    ) as client:
        yield client


@pytest.fixture
async def async_client(base_url: str) -> AsyncIterator[AsyncCloudflare]:
    """The asynchronous counterpart of ``client``."""
    async with AsyncCloudflare(
        api_token="api_token",
        api_key="api_key",
        api_email="api_email",
        user_service_key="user_service_key",
        base_url=base_url,
        max_retries=0,
        _strict_response_validation=True,
    ) as client:
        yield client


@pytest.fixture
def anyio_backend() -> str:
    """The event loop of the asynchronous tests."""
    return "asyncio"
