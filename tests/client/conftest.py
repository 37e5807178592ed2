"""The checked-in client, the server it talks to, and the environment it is used in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.client.stub import Stub, running_stub

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "generated" / "src"

# Tests import the client as its users do, from where it is checked in.
sys.path.insert(0, str(SOURCE))

if TYPE_CHECKING:
    from cloudflare import Cloudflare
    from cloudflare.resources.security_center.insights import AuditLogsResource


@pytest.fixture(scope="session")
def server() -> Iterator[Stub]:
    with running_stub() as stub:
        yield stub


@pytest.fixture
def stub(server: Stub) -> Iterator[Stub]:
    """The server, as new."""
    server.forget()
    yield server
    assert not server.scripted, "an answer was prepared and never asked for"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the developer's own settings reaches the client."""
    for name in list(os.environ):
        if name.startswith("CLOUDFLARE_") or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def client(stub: Stub) -> Iterator[Cloudflare]:
    from cloudflare import Cloudflare

    with Cloudflare(api_token="token", base_url=stub.url) as client:
        yield client


@pytest.fixture
def audit_logs(client: Cloudflare) -> AuditLogsResource:
    return client.security_center.insights.audit_logs


class Programs:
    """Runs programs as a user would, in a process of their own."""

    def __init__(self, stub: Stub, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": os.defpath,
            "PYTHONPATH": str(SOURCE),
            "CLOUDFLARE_API_TOKEN": "token",
            "CLOUDFLARE_BASE_URL": stub.url,
        }

    def run(self, text: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """What a program prints; every warning is an error."""
        program = self.folder / "program.py"
        program.write_text(text, encoding="utf-8")
        return subprocess.run(
            [sys.executable, "-W", "error", str(program)],
            env=self.environment | environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def output(self, text: str, **environment: str) -> str:
        """What a program that must succeed prints."""
        done = self.run(text, **environment)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout


@pytest.fixture
def programs(stub: Stub, tmp_path: Path) -> Programs:
    return Programs(stub, tmp_path)
