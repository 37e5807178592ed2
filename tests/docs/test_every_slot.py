"""A hostile text in any slot of a description or a configuration stays text in the documentation.

The oracle: beside the site that a harmless text with the same words gives, no page has an element,
an attribute or a Markdown block of another kind, and the data files parse.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from generator import pipeline
from tests.docs.conftest import site_of
from tests.docs.reading import read
from tests.security.every_slot import (
    HARMLESS,
    Slot,
    configuration,
    description,
    filled,
    slots,
)

HOSTILE = (
    'zq"><script>import os</script><img src=x onerror=os>',
    "zq\n\n# import\n\n- os\n\n<iframe src=//os>",
    "zq | import `os`` \u2028\x1b[31m\u202e \ud800 ]]></code></pre>",
    "zq\n---\n- *import &os !!python/object:os",
)
ACTIVE = ("script", "style", "link", "iframe", "img", "form", "main", "h1", "object")
SHARDS = 8
STRIDE = 5
"""Every fifth slot; the shards together take turns with the texts."""
READER = MarkdownIt("commonmark").enable("table")
Files = dict[str, str]


def site(folder: Path, number: int, slot: Slot, text: str) -> Files | None:
    """The site with a text in a slot of the description (0) or the configuration (1)."""
    inputs: list[Any] = [description(), configuration()]
    inputs[number] = filled(inputs[number], slot, text)
    return site_of(folder, *inputs)


def check(hostile: Files, harmless: Files) -> None:
    """Raise AssertionError where the hostile text has become more than text."""
    for path, page in hostile.items():
        if page == harmless.get(path):
            continue
        odd = {c for c in page if not c.isprintable() and c != "\n"}
        assert not odd, (path, odd)
        if path.endswith(".html"):
            found, known = read(page), read(harmless.get(path, page))
            for tag in ACTIVE:
                assert len([*found.all(tag)]) == len([*known.all(tag)]), (path, tag)
            for element in found.all():
                assert not any(n.startswith("on") for n in element.attributes), path
        elif path.endswith(".md"):
            for token in READER.parse(page):
                for inner in (token, *(token.children or ())):
                    assert inner.type not in ("html_block", "html_inline"), (
                        path,
                        inner.content,
                    )
        elif path.endswith(".yaml"):
            assert yaml.safe_load(page).keys() == {"overlay", "info", "actions"}


@pytest.mark.parametrize("shard", range(SHARDS))
def test_no_text_in_any_slot_changes_a_page(
    shard: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "validate", lambda *_, **__: None)
    every = [(0, s) for s in slots(description())]
    every += [(1, s) for s in slots(configuration())]
    for position, (number, slot) in enumerate(every[::STRIDE]):
        if position % SHARDS != shard:
            continue
        text = HOSTILE[(position // SHARDS) % len(HOSTILE)]
        hostile = site(tmp_path, number, slot, text)
        if hostile is None:
            continue
        harmless = site(tmp_path, number, slot, HARMLESS)
        assert harmless is not None, str(slot)
        try:
            check(hostile, harmless)
        except Exception as error:
            error.add_note(f"{slot}: {text!r}")
            raise
