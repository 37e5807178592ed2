"""A changelog in the form of Keep a Changelog 1.1.0: its entries, and one more of them.

What was written by hand stays: entries as they are, lines under ``Unreleased`` as lines of the new entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from .entry import Section

_START = "# Changelog\n\n## [Unreleased]\n"
_HEADING = re.compile(r"##[ \t]+\[?([^\]\s]+)\]?")
_SECTION = re.compile(r"###[ \t]+(.+?)[ \t]*#*[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_REFERENCE = re.compile(r" {0,3}\[([^\]]+)\]:[ \t]+(\S+)")


class DatedVersion(Struct, frozen=True):
    """A version, the day of its release as YYYY-MM-DD, and the tag of the release before, if any."""

    version: str
    date: str
    last_tag: str | None


class Changelog(Struct, frozen=True):
    """The text of a changelog; an empty one if there is no file."""

    text: str

    def entry(self, version: str) -> str | None:
        """What is below the heading of a version; None if it has no entry."""
        span = self._span(version)
        if span is None:
            return None
        lines = self._lines()[span[0] + 1 : span[1]]
        while lines and (not lines[-1].strip() or _REFERENCE.match(lines[-1])):
            lines.pop()
        return "\n".join(lines).strip("\n") + "\n"

    @property
    def unreleased(self) -> str:
        """What is written about the next version by hand; empty if nothing is."""
        return (self.entry("Unreleased") or "").strip()

    def with_entry(
        self, release: DatedVersion, found: Mapping[Section, Sequence[str]]
    ) -> Changelog:
        """The changelog with the entry of a release: what was unreleased, and the lines of ``found``."""
        lines = self._lines() if self.text.strip() else _START.splitlines()
        changelog = Changelog("\n".join(lines))
        heading = f"## [{release.version}] - {release.date}"
        written = _merged(changelog.unreleased, found)
        span = changelog._span("Unreleased")
        if span is None:
            first = next((at for at, _ in changelog._headings()), None)
            at = len(_without_end(lines)) if first is None else first
            before, after = _without_end(lines[:at]), lines[at:]
        else:
            before = lines[: span[0] + 1]
            after = [*_references(lines, span), *lines[span[1] :]]
        entry = [heading, "", *written]
        blocks = ["\n".join(block) for block in (before, entry, after) if block]
        text = "\n\n".join(blocks)
        text = _with_reference(text, release).rstrip("\n") + "\n"
        return Changelog(text.replace("\n", "\r\n") if "\r\n" in self.text else text)

    def _lines(self) -> list[str]:
        return self.text.replace("\r\n", "\n").split("\n")

    def _span(self, name: str) -> tuple[int, int] | None:
        """The line of an entry's heading, and the line after its last one."""
        headings = list(self._headings())
        wanted = name.casefold().removeprefix("v")
        for number, (at, found) in enumerate(headings):
            if found.casefold().removeprefix("v") == wanted:
                rest = headings[number + 1 :]
                return at, rest[0][0] if rest else len(self._lines())
        return None

    def _headings(self) -> Iterator[tuple[int, str]]:
        """The headings of entries, by their lines; what looks like one in a block of code or in a
        comment is none."""
        fence, is_comment = "", False
        for at, line in enumerate(self._lines()):
            if is_comment:
                is_comment = "-->" not in line
            elif found := _FENCE.match(line):
                if not fence:
                    fence = found[1]
                elif found[1].startswith(fence) and not line.strip(" `~"):
                    fence = ""
            elif not fence and line.lstrip().startswith("<!--"):
                is_comment = "-->" not in line
            elif not fence and (heading := _HEADING.match(line)):
                yield at, heading[1]


def _merged(unreleased: str, found: Mapping[Section, Sequence[str]]) -> list[str]:
    """The lines of an entry: what was written by hand, then in each section what was found."""
    intro, sections = _parts(unreleased)
    order = [section.value for section in Section]
    for section, lines in found.items():
        written = sections.setdefault(section.value, [])
        written += [line for line in lines if line not in written]
    names = [name for name in order if sections.get(name)]
    names += [name for name in sections if name not in order]
    blocks = [intro] if intro else []
    blocks += [[f"### {name}", "", *sections[name]] for name in names]
    return "\n\n".join("\n".join(block) for block in blocks).split("\n")


def _parts(text: str) -> tuple[list[str], dict[str, list[str]]]:
    """The lines before the first section, and those of each section by its name, as Keep a Changelog
    writes it."""
    known = {section.value.casefold(): section.value for section in Section}
    intro: list[str] = []
    sections: dict[str, list[str]] = {}
    lines, fence = intro, ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and (not fence or found[1].startswith(fence)):
            fence = "" if fence else found[1]
        if not fence and (heading := _SECTION.match(line)):
            name = known.get(heading[1].casefold(), heading[1])
            lines = sections.setdefault(name, [])
        else:
            lines.append(line)
    return _stripped(intro), {name: _stripped(s) for name, s in sections.items()}


def _stripped(lines: Sequence[str]) -> list[str]:
    text = "\n".join(lines).strip("\n")
    return text.split("\n") if text else []


def _references(lines: Sequence[str], span: tuple[int, int]) -> list[str]:
    """The definitions of links at the end of the file, where the entry is the last one."""
    if span[1] < len(lines):
        return []
    end = list(lines[span[0] + 1 :])
    found: list[str] = []
    while end and (not end[-1].strip() or _REFERENCE.match(end[-1])):
        found.insert(0, end.pop())
    return _stripped(found)


def _without_end(lines: Sequence[str]) -> list[str]:
    kept = list(lines)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _with_reference(text: str, release: DatedVersion) -> str:
    """The text with a link of the new version, if those of the others are at its end."""
    lines = text.split("\n")
    found = [(at, m) for at, line in enumerate(lines) if (m := _REFERENCE.match(line))]
    names = {match[1].casefold(): (at, match) for at, match in found}
    new, last = f"v{release.version}", release.last_tag or ""
    if "unreleased" in names:
        at, match = names["unreleased"]
        start, compare, range = match[2].partition("/compare/")
        old, dots, head = range.partition("...")
        if not dots:
            return text
        lines[at : at + 1] = [
            f"[{match[1]}]: {start}{compare}{new}...{head}",
            f"[{release.version}]: {start}{compare}{old}...{new}",
        ]
    elif last in names or last.removeprefix("v") in names:
        at, match = names.get(last) or names[last.removeprefix("v")]
        start, compare, _ = match[2].partition("/compare/")
        url = f"{start}{compare}{last}...{new}" if compare else match[2]
        url = url.replace(f"/tag/{last}", f"/tag/{new}")
        lines.insert(at, f"[{release.version}]: {url}")
    return "\n".join(lines)
