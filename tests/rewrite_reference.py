"""Rewrites the reference page and the JSON Schema of the configuration: ``make reference``."""

from __future__ import annotations

from pathlib import Path

from generator.config import reference_page, schema_text

DOCS = Path(__file__).parents[1] / "docs"
FILES = {
    DOCS / "configuration-keys.md": reference_page,
    DOCS / "stainless.schema.json": schema_text,
}
"""What is made from the table of keys, and by what."""


def main() -> None:
    """Rewrite what differs, and say what changed."""
    changed = [
        path.name
        for path, text in FILES.items()
        if not path.exists() or path.read_text("utf-8") != text()
    ]
    for path, text in FILES.items():
        path.write_text(text(), "utf-8")
    print("\n".join(changed) or "nothing changed")


if __name__ == "__main__":
    main()
