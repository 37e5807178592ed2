"""Observers see every attempt begin and end, without credentials, and never disturb a call."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from generator.runtime import (
    APIConnectionError,
    NotFoundError,
    ObservedAttempt,
    Observer,
    Tracing,
)
from generator.runtime.policy.settings import Credential
from tests.runtime.acme import async_client, settings, sync_client
from tests.runtime.conftest import Call
from tests.runtime.server import Server, answer, late, raw, reset

ZONE = answer(200, {"id": "z"})


def get(zones: Any) -> Any:
    return zones.get("z")


class Notes(Observer):
    def __init__(self) -> None:
        self.begun: list[tuple[str, str, str, int]] = []
        self.ended_with: list[int | str | None] = []
        self.attempts: list[ObservedAttempt] = []

    def started(self, attempt: ObservedAttempt) -> None:
        self.begun.append(
            (attempt.method, attempt.url, attempt.template, attempt.number)
        )
        attempt.headers["X-Trace"] = f"n{attempt.number}"

    def ended(self, attempt: ObservedAttempt) -> None:
        self.attempts.append(attempt)
        self.ended_with.append(attempt.status or attempt.error)


def test_every_attempt_is_seen(call: Call, server: Server) -> None:
    notes = Notes()
    server.will(reset, answer(503), ZONE)
    call(get, observers=[notes])
    url = f"{server.url}/zones/z"
    assert notes.begun == [("GET", url, "/zones/{zone_id}", n) for n in range(3)]
    first, *others = notes.ended_with
    assert str(first).startswith("ReadError")
    assert others == [503, 200]
    assert [seen.headers["x-trace"] for seen in server.seen] == ["n0", "n1", "n2"]
    assert all(0 < attempt.seconds < 5 for attempt in notes.attempts)


def test_a_redirect_is_an_attempt_of_its_own(call: Call, server: Server) -> None:
    notes = Notes()
    server.will(answer(307, location="/elsewhere"), ZONE)
    call(get, observers=[notes])
    assert notes.ended_with == [307, 200]
    assert notes.begun[1][1] == f"{server.url}/elsewhere"


def test_a_credential_in_the_query_is_not_shown(server: Server) -> None:
    notes = Notes()
    keyed = settings(
        credentials=(Credential(option="token", query="key"),), security=(("token",),)
    )
    with sync_client(server.url, settings=keyed, observers=[notes]) as client:
        client.get("/x", cast_to=object)
    assert server.seen[0].query == "key=s3cret"
    assert "s3cret" not in repr(notes.begun + notes.attempts)


def test_a_fault_of_an_observer_is_logged_and_changes_nothing(
    call: Call, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Observer):
        def started(self, attempt: ObservedAttempt) -> None:
            raise ValueError("broken")

        ended = started

    notes = Notes()
    server.will(ZONE)
    with caplog.at_level(logging.ERROR):
        assert call(get, observers=[Broken(), notes]).id == "z"
    assert notes.ended_with == [200]
    assert "the observer Broken failed" in caplog.text


def test_a_cancelled_attempt_has_an_end(server: Server) -> None:
    notes = Notes()
    server.will(late(0.5, ZONE))

    async def main() -> None:
        async with async_client(server.url, observers=[notes]) as client:
            task = asyncio.create_task(client.get("/x", cast_to=object))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert notes.ended_with == ["given up"]


def test_a_copy_may_have_other_observers(server: Server) -> None:
    first, second = Notes(), Notes()
    with sync_client(server.url, observers=[first]) as client:
        client.get("/x", cast_to=object)
        client._with_options(options={}, observers=[second]).get("/x", cast_to=object)
        client._with_options(options={}).get("/x", cast_to=object)
    assert (len(first.begun), len(second.begun)) == (2, 1)


def test_spans_follow_the_semantic_conventions(call: Call, server: Server) -> None:
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    observers = [Tracing(provider)]
    server.will(answer(503), ZONE)
    call(get, observers=observers)
    port = int(server.url.rpartition(":")[2])
    failed, answered = exporter.get_finished_spans()
    assert failed.name == answered.name == "GET /zones/{zone_id}"
    assert failed.kind is SpanKind.CLIENT
    common = {
        "http.request.method": "GET",
        "url.full": f"{server.url}/zones/z",
        "url.template": "/zones/{zone_id}",
        "server.address": "127.0.0.1",
        "server.port": port,
    }
    assert dict(failed.attributes or {}) == common | {
        "http.response.status_code": 503,
        "error.type": "503",
    }
    assert failed.status.status_code is StatusCode.ERROR
    assert dict(answered.attributes or {}) == common | {
        "http.response.status_code": 200,
        "http.request.resend_count": 1,
    }
    assert answered.status.status_code is StatusCode.UNSET
    sent = [seen.headers["traceparent"].split("-")[2] for seen in server.seen]
    assert sent == [f"{span.context.span_id:016x}" for span in (failed, answered)]


@pytest.mark.parametrize(
    ("step", "error", "kind"),
    [
        (answer(404), NotFoundError, "404"),
        (raw(b""), APIConnectionError, "RemoteProtocolError"),
    ],
)
def test_a_span_says_what_failed(
    call: Call, server: Server, step: Any, error: type[Exception], kind: str
) -> None:
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    server.will(step)
    with pytest.raises(error):
        call(get, observers=[Tracing(provider)], max_retries=0)
    (span,) = exporter.get_finished_spans()
    assert dict(span.attributes or {})["error.type"] == kind
