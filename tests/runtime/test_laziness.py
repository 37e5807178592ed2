"""What costs time is imported with the first request, not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = "httpx2 pydantic pydantic_core asyncio anyio logging ssl email.message".split()
CLIENT = """
from generator.runtime import Credential, Settings, SyncAPIClient, SyncResource
settings = Settings(
    name="Acme", package="acme", version="1", base_url="https://api.test", env_prefix="ACME",
    credentials=(Credential(option="token", header="Authorization"),), security=(("token",),),
)
client = SyncAPIClient(settings, options={"token": "t"})
copy = client._with_options(options={}, max_retries=3)
resource = SyncResource(copy)
"""


@pytest.mark.parametrize(
    "program",
    [
        "import generator.runtime",
        "import generator.runtime.client.client",
        "from generator.runtime import Settings, omit, not_given, Endpoint, PagedEndpoint",
        CLIENT,
    ],
    ids=["package", "client module", "names", "client, copy and resource"],
)
def test_nothing_heavy_is_imported_before_the_first_request(program: str) -> None:
    text = (
        "import sys, generator\nbefore = set(sys.modules)\n"
        f"{program}\n"
        f"print(*sorted(set({HEAVY!r}) & (set(sys.modules) - before)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", text],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    import generator.runtime as core

    with pytest.raises(
        AttributeError, match=r"module 'generator\.runtime' has no attribute 'Nope'"
    ):
        _ = core.Nope
    assert "SyncAPIClient" in dir(core)
