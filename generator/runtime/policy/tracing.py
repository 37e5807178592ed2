"""Spans for attempts, after OpenTelemetry's semantic conventions for HTTP clients (1.23 and later)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from opentelemetry import propagate, trace
from opentelemetry.trace import SpanKind, Status, StatusCode

from .observers import ObservedAttempt, Observer


class Tracing(Observer):
    """Makes a span of each attempt and hands its context to the server.

    Needs the extra ``opentelemetry``. ``tracer_provider`` is the global one unless it is given.
    """

    def __init__(self, tracer_provider: Any = None) -> None:
        self._tracer = trace.get_tracer(
            __name__.partition(".")[0], tracer_provider=tracer_provider
        )
        self._spans: dict[int, trace.Span] = {}

    def started(self, attempt: ObservedAttempt) -> None:
        """Begin the span of an attempt."""
        parts = urlsplit(attempt.url)
        attributes: dict[str, str | int] = {
            "http.request.method": attempt.method,
            "url.full": attempt.url,
            "url.template": attempt.template,
            "server.address": parts.hostname or "",
            "server.port": parts.port or (443 if parts.scheme == "https" else 80),
        }
        if attempt.number:
            attributes["http.request.resend_count"] = attempt.number
        name = f"{attempt.method} {attempt.template}"
        span = self._tracer.start_span(
            name, kind=SpanKind.CLIENT, attributes=attributes
        )
        self._spans[id(attempt)] = span
        propagate.inject(attempt.headers, context=trace.set_span_in_context(span))

    def ended(self, attempt: ObservedAttempt) -> None:
        """End the span of an attempt."""
        span = self._spans.pop(id(attempt))
        if attempt.status is not None:
            span.set_attribute("http.response.status_code", attempt.status)
        failed = attempt.error is not None or (attempt.status or 0) >= 400
        if failed:
            kind = (attempt.error or str(attempt.status)).partition(":")[0]
            span.set_attribute("error.type", kind)
            span.set_status(Status(StatusCode.ERROR))
        span.end()
