"""Type checkers tell users what they have in hand, and refuse what would fail when it runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.client.conftest import SOURCE
from tests.type_checkers import CHECKERS, Complaint, check, disagreements

CASES = Path(__file__).parent / "annotations"
SEEN, WRONG = "seen.py", "wrong.py"


@pytest.fixture(scope="session")
def complaints(
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[str, Sequence[Complaint]]:
    """All that each checker says of a user's project that holds the cases; each runs once."""
    project = tmp_path_factory.mktemp("project")
    return check(project, [CASES / SEEN, CASES / WRONG], SOURCE)


@pytest.mark.parametrize("checker", CHECKERS)
def test_type_checkers_see_the_documented_types(
    complaints: Mapping[str, Sequence[Complaint]], checker: str
) -> None:
    assert [c for c in complaints[checker] if c.file != WRONG] == []


@pytest.mark.parametrize("checker", CHECKERS)
def test_every_wrong_call_is_refused_and_no_other(
    complaints: Mapping[str, Sequence[Complaint]], checker: str
) -> None:
    marked, found = disagreements(CASES / WRONG, complaints[checker])
    assert marked > 40
    assert found == {}
