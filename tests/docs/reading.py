"""Pages as their readers see them: elements, their text, and the programs among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
_FENCE = re.compile(r"^( *)```python\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)


@dataclass
class Element:
    """An element with what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, as it stands."""
        return "".join(p if isinstance(p, str) else p.text for p in self.parts)

    def all(self, tag: str = "", **wanted: str) -> Iterator[Element]:
        """The elements in it, at any depth, with a tag, an ``id``, or a ``klass``."""
        waiting = [part for part in reversed(self.parts) if isinstance(part, Element)]
        while waiting:
            found = waiting.pop()
            if found.fits(tag, **wanted):
                yield found
            inside = reversed(found.parts)
            waiting += [part for part in inside if isinstance(part, Element)]

    def one(self, tag: str = "", **wanted: str) -> Element:
        """The first of these."""
        found = next(self.all(tag, **wanted), None)
        assert found is not None, f"no {tag or 'element'} with {wanted} in {self.tag}"
        return found

    def fits(self, tag: str, id: str = "", klass: str = "") -> bool:
        return (
            tag in ("", self.tag)
            and id in ("", self.attributes.get("id", ""))
            and (not klass or klass in self.attributes.get("class", "").split())
        )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].parts.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:  # written as <br />
            return
        assert tag == self.open[-1].tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].parts.append(data)


def read(html: str) -> Element:
    """A page; an element that is not closed where it should be is an error."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"<{reader.open[-1].tag}> is not closed"
    return reader.open[0]


def html_programs(page: Element) -> list[str]:
    """The programs on an HTML page."""
    return [found.text.strip("\n") for found in page.all("pre", klass="program")]


def markdown_programs(text: str) -> list[str]:
    """The programs on a Markdown page."""
    return [match[2].strip("\n") for match in _FENCE.finditer(text)]


def files(folder: Path, ending: str) -> dict[str, str]:
    """The text of every page with an ending, by its path in the site."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob(f"*.{ending}"))
    }
