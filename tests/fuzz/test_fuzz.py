"""Damaged descriptions become clients that can be imported, or are refused with a reason.

``make fuzz`` tries others for minutes; these are the same in every run.
"""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.attempt import attempt, import_faults, own_base

SAMPLE = range(80)


def test_a_damaged_description_is_refused_with_a_reason_or_becomes_a_client(
    tmp_path: Path,
) -> None:
    descriptions, clients = [own_base()], {}
    for seed in SAMPLE:
        folder = tmp_path / f"inputs-{seed}"
        folder.mkdir()
        outcome = attempt(seed, descriptions, folder)
        assert outcome.fault is None, f"seed {seed}: {outcome.fault}"
        if outcome.files:
            clients[seed] = outcome.files
    assert len(clients) > len(SAMPLE) / 2
    assert import_faults(clients, tmp_path) == []
