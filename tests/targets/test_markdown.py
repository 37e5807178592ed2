"""Text of a description as Markdown prose: code spans stay, and nothing else is markup."""

from __future__ import annotations

import pytest

from generator.targets.notation.markdown import markdown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a `b|c` d", r"a `b\|c` d"),
        ("a ` <b>", r"a \` \<b\>"),
        ("``` <img> `", r"\`\`\` \<img\> \`"),
        ("`` <img> ``", r"\`\` \<img\> \`\`"),
    ],
)
def test_only_pairs_of_single_backticks_are_code(text: str, shown: str) -> None:
    assert markdown(text) == shown


def test_backticks_of_several_lengths_let_no_markup_through() -> None:
    shown = markdown("``` <img src=x onerror=alert(1)> `")
    assert "<" not in shown.replace(r"\<", "")
