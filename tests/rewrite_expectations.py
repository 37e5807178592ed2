"""Writes the expectations of the golden tests anew, where they differ: ``make golden``."""

from __future__ import annotations

from tests.golden import cases, evolution
from tests.golden_errors.cases import EXPECTED, case_folders, render_case
from tests.infer import test_trees


def main() -> None:
    """Rewrite, and say what changed; read the difference before you commit it."""
    changed = [
        name for case in cases.CASES for name in cases.rewrite(cases.HERE / case)
    ]
    changed += evolution.rewrite() + test_trees.rewrite()
    for folder in case_folders():
        record, text = folder / EXPECTED, render_case(folder)
        if not record.exists() or record.read_text() != text:
            record.write_text(text)
            changed.append(f"golden_errors/{folder.name}/expected.txt")
    print("\n".join(changed) or "nothing changed")


if __name__ == "__main__":
    main()
