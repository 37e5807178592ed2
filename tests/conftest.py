"""What holds for all tests."""

from __future__ import annotations

import os
import signal
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

from tests import material

# A busy machine is not a failure. Every run looks at the same examples; `make explore` at others.
settings.register_profile("fixed", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("PROPERTIES", "fixed"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_material: no material, no test")
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a background job
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("needs_material"):
        material.require()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was skipped, one line a reason."""
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
    )
    if reasons:
        terminalreporter.section("skipped tests", sep="-")
    for reason, count in sorted(reasons.items()):
        terminalreporter.line(f"{count:5}  {reason}")


@pytest.fixture(scope="session")
def reference_page() -> str:
    """The text of the page that documents the method of the official client."""
    path = next(iter(material.files("reference/audit-log-page.txt")), Path())
    material.require(path.is_file())
    return path.read_text("utf-8")
