"""Edits of a client, by the commands that keep, list, count, merge and lose them."""

from __future__ import annotations

import json

from .conftest import Project

MODELS = "src/cloudflare/types/security_center/insights"
MERGED = f"{MODELS}/audit_log_list_response.py"
STUCK = f"{MODELS}/audit_log_list_by_insight_response.py"
OLD, NEW = "When the change was made.", "The moment of the change."


def test_edits_are_kept_listed_merged_and_given_up(project: Project) -> None:
    clean = project.state()
    merged, stuck = project.output / MERGED, project.output / STUCK
    merged.write_text(merged.read_text() + "\n\nMINE = 1\n")
    stuck.write_text(stuck.read_text().replace(OLD, "Mine."))
    (project.output / "api.md").unlink()
    edited = project.state()

    outcome = project.run("generate")
    assert outcome.code == 0
    assert "unchanged, 2 with custom code, 1 deleted by hand; " in outcome.out
    outcome = project.run("check")
    assert outcome.code == 0
    assert outcome.out.endswith(" files, 3 files with custom code)\n")
    outcome = project.run("check", "--no-edits")
    assert outcome.code == 1
    listed = f"generated has 3 files with custom code:\n  ! api.md\n  ! {STUCK}\n"
    assert outcome.out == f"{listed}  ! {MERGED}\n"
    outcome = project.run("check", "--no-edits", "--format", "json")
    assert outcome.code == 1
    assert json.loads(outcome.out)["drift"]["custom"] == ["api.md", STUCK, MERGED]
    outcome = project.run("edits")
    assert outcome.code == 0
    assert f"--- a/{MERGED}\n+++ b/{MERGED}\n" in outcome.out
    assert "+\n+\n+MINE = 1\n" in outcome.out
    assert outcome.out.endswith("generated: 3 generated files with edits\n")
    assert project.run("edits", "-q").out == f"api.md\n{STUCK}\n{MERGED}\n"
    document = json.loads(project.run("edits", "--format", "json").out)
    assert "-# " in document["edits"][0]["diff"]
    assert project.state() == edited

    project.in_description(OLD, NEW)
    outcome = project.run("check")
    assert outcome.code == 1
    assert f"1 file with custom code would be merged:\n  ~ {MERGED}\n" in outcome.out
    conflict = "1 file with custom code in conflict with what is generated:\n"
    assert f"{conflict}  ! {STUCK}\n" in outcome.out
    assert project.state() == edited
    outcome = project.run("generate")
    assert outcome.code == 1
    assert outcome.err.startswith("error[O033]: custom code is in conflict")
    assert f"--> generated/{STUCK}:" in outcome.err
    assert "'generate --continue'" in outcome.err
    assert "generated: wrote " in outcome.out
    assert NEW in merged.read_text()
    assert "MINE = 1" in merged.read_text()
    for words in (("check",), ("generate",), ("generate", "--continue")):
        outcome = project.run(*words)
        assert outcome.code == 1
        assert f"--> generated/{STUCK}:" in outcome.err
    assert project.run("generate", "--continue", "--abort").code == 2
    outcome = project.run("generate", "--abort")
    assert outcome.out == "generated: merge aborted; the files are as before\n"
    contents = {path: seen[:2] for path, seen in project.state().items()}
    assert contents == {path: seen[:2] for path, seen in edited.items()}

    project.in_description(NEW, OLD)
    assert project.run("generate", "--force").code == 0
    contents = {path: seen[:2] for path, seen in project.state().items()}
    assert contents == {path: seen[:2] for path, seen in clean.items()}
