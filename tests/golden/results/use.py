import tempfile
from pathlib import Path

from results import Results
from results.types import ReportRetrieveAcceptedResponse, ReportRetrieveResponse
from stub import Sent, Stub

EVENTS = "text/event-stream"
ANSWERS = (
    {"title": "t"},
    Sent("application/json", b'{"job": "j"}', 202),
    None,
    Sent("text/plain; charset=latin-1", b"na\xefve"),
    Sent("application/pdf", b"%PDF"),
    Sent("application/x-ndjson", b'{"line": "a"}\n{"line": "b"}\n'),
    Sent(EVENTS, b"event: tick\ndata: 1\n\n"),
    {"text": "whole"},
    Sent(EVENTS, b'data: {"words": "some"}\n\ndata: [DONE]\n\n'),
)
with Stub(*ANSWERS) as stub:
    reports = Results(base_url=stub.url).reports
    report = reports.retrieve("1")
    assert isinstance(report, ReportRetrieveResponse)
    assert report.title == "t"
    job = reports.retrieve("1")
    assert isinstance(job, ReportRetrieveAcceptedResponse)
    assert job.job == "j"
    assert reports.retrieve("1") is None
    assert reports.text("1") == "naïve"
    with tempfile.TemporaryDirectory() as folder:
        reports.pdf("1").write_to_file(Path(folder) / "it.pdf")
        assert (Path(folder) / "it.pdf").read_bytes() == b"%PDF"
    assert [line.line for line in reports.lines("1")] == ["a", "b"]
    with reports.events("1") as events:
        assert [(e.event, e.json()) for e in events] == [("tick", 1)]
    assert reports.summary("1", length=3).text == "whole"
    parts = reports.summary("1", length=3, stream=True)
    assert [part.words for part in parts] == ["some"]
assert [headers["accept"] for headers in stub.headers[3:]] == [
    "text/plain",
    "application/pdf",
    "application/x-ndjson",
    EVENTS,
    "application/json",
    EVENTS,
]
