"""What is logged of a call, and what never is (promise R5)."""

from __future__ import annotations

import logging

import pytest

from generator.runtime import Credential
from generator.runtime.policy.policies import Policies
from tests.runtime.acme import settings
from tests.runtime.clocks import SteppedClock
from tests.runtime.conftest import Call
from tests.runtime.server import Server, answer, reset


def test_the_log_names_the_call_and_shows_no_secret(
    call: Call, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    kinds = settings(
        credentials=(
            Credential(option="key", query="api_key"),
            Credential(option="email", header="X-Email"),
            Credential(option="token", cookie="session"),
        ),
        security=(("key", "email", "token"),),
    )
    server.will(answer(503, set_cookie="a=s3cret"), answer(200, {"id": "body-text"}))
    with caplog.at_level(logging.DEBUG, logger="acme"):
        call(
            lambda zones: zones.get("z", extra_query={"page": 2}),
            settings=kinds,
            options={"key": "s3cret", "email": "s3cret", "token": "s3cret"},
        )
    text = "\n".join(r.getMessage() for r in caplog.records if r.name == "acme")
    assert "GET" in text
    assert "page=2" in text
    assert "Retrying" in text
    assert "503" in text
    assert "s3cret" not in text
    assert "body-text" not in text


def test_the_info_log_has_a_line_an_attempt_with_status_and_duration(
    call: Call, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    class Ticking(SteppedClock):
        """Each look at the clock is a quarter of a second after the one before."""

        def now(self) -> float:
            self.moment += 0.25
            return self.moment

    server.will(reset, answer(503), answer(200, {"id": "z"}))
    policies = Policies(Ticking(), random_fraction=lambda: 0.0)
    with caplog.at_level(logging.INFO, logger="acme"):
        call(lambda zones: zones.get("z"), _policies=policies)
    lost, waited, refused, _, answered = [
        r.getMessage() for r in caplog.records if r.name == "acme"
    ]
    assert lost.startswith(f"GET {server.url}/zones/z: no response in 0.250 s: ")
    assert waited == "Retrying request in 0.000000 seconds"
    assert refused == f"GET {server.url}/zones/z: status 503 in 0.250 s"
    assert answered == f"GET {server.url}/zones/z: status 200 in 0.250 s"
