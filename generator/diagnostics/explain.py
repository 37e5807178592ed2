"""What a code means, with an example and what to do: the sections of ``codes.md``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_SECTION = re.compile(r"^### ([A-Z]\d{3}): (.*)$", re.MULTILINE)
_AREA = re.compile(r"^## .*$", re.MULTILINE)
_LABEL = re.compile(r"^```yaml (description|configuration)$", re.MULTILINE)


@cache
def explanations() -> dict[str, str]:
    """The section of each code, beginning with the code and its title."""
    text = _AREA.sub("", Path(__file__).with_name("codes.md").read_text("utf-8"))
    _, *parts = _SECTION.split(text)
    found = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return {code: f"{code}: {title}\n\n{body.strip()}\n" for code, title, body in found}


def explanation(code: str) -> str | None:
    """The section of a code as a terminal shows it, or None."""
    section = explanations().get(code.upper())
    return _LABEL.sub("```yaml", section) if section is not None else None
