"""OpenAPI overlays (1.0 and 1.1): changes to a description, in files of their own.

Applied before references are followed; parts that an overlay brings are placed in its file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from ..diagnostics import Report, Severity
from ..source.document import Document
from ..source.pointer import Pointer
from ..source.reader import Reader
from .patch import Incompatible, Patch, Path
from .selecting import Unselectable, select

_READ = re.compile(r"1\.[01]\.\d+")
_KEYS = ("overlay", "info", "extends", "actions")
_ACTION_KEYS = ("target", "description", "update", "remove", "copy")
_HELP_SHAPE = "see the Overlay Specification, 1.1: overlay, info, actions"

_Change = Callable[[Path], None]


def apply_overlays(
    root: Document, overlays: Iterable[Document], report: Report
) -> Document:
    """The root of a description with the actions of each overlay, in order."""
    patch = None
    for overlay in overlays:
        patch = patch or Patch(root)
        reader = Reader(report, overlay, Pointer(), overlay.value, _WRONG)
        _Overlay(patch, reader).apply()
    return patch.document() if patch else root


_WRONG = (Severity.WARNING, "S050")


class _Overlay(Struct, frozen=True):
    """One overlay on its way into a description."""

    patch: Patch
    reader: Reader

    def apply(self) -> None:
        """Apply every action that can be applied; report the others."""
        version = self.reader.text("overlay")
        if version is None or not _READ.fullmatch(version):
            message = "this is not an overlay of version 1.0 or 1.1"
            self.reader.error("S050", message, help="start it with overlay: 1.1.0")
            return
        _report_unknown(self.reader, _KEYS)
        actions = self.reader.at("actions")
        if actions is None:
            self.reader.error("S050", "'actions' is missing", help=_HELP_SHAPE)
            return
        for action in actions.items():
            self._act(action)

    def _act(self, action: Reader) -> None:
        _report_unknown(action, _ACTION_KEYS)
        target = action.at("target")
        change = self._change(action)
        if target is None or change is None:
            message = (
                "an action needs 'target' and one of 'update', 'copy' and 'remove'"
            )
            action.error("S050", message, help=_HELP_SHAPE)
            return
        found = self._select(target)
        if found is None:
            return
        if not found:
            message = f"the target '{target.value}' matches nothing"
            help = "fix the expression, or remove the action"
            target.warning("S051", message, help=help)
        # later items and inner parts first, so that the other paths stay true
        for path in sorted(set(found), reverse=True):
            try:
                change(path)
            except Incompatible as error:
                where = Pointer(tuple(map(str, path)))
                message = f"this does not fit '#{where}': {error}"
                help = "update mappings with mappings, lists with items"
                action.error("S052", message, help=help)
                return

    def _change(self, action: Reader) -> _Change | None:
        """What the action does to each value that its target selects; None if it is nothing."""
        if action.flag("remove"):
            return self._remove
        update, copy = action.at("update"), action.at("copy")
        if update is not None:
            source = (update.document, update.pointer.tokens)
            return lambda path: self.patch.merge(path, update.value, source)
        if copy is not None:
            return lambda path: self._copy(copy, path)
        return None

    def _remove(self, path: Path) -> None:
        if not path:
            raise Incompatible("the whole description cannot be removed")
        self.patch.remove(path)

    def _copy(self, copy: Reader, path: Path) -> None:
        found = self._select(copy)
        if found is None:
            return
        if len(found) != 1:
            raise Incompatible(f"'copy' must select one value, not {len(found)}")
        self.patch.merge(path, *self.patch.copy(found[0]))

    def _select(self, expression: Reader) -> list[Path] | None:
        """The paths that an expression selects; None after reporting that it cannot be read."""
        text = expression.as_text()
        if text is None:
            return None
        try:
            return select(text, self.patch.value)
        except Unselectable as error:
            expression.error("S050", str(error), help=error.remedy)
            return None


def _report_unknown(reader: Reader, known: tuple[str, ...]) -> None:
    for child, close in reader.unknown_keys(known):
        if not child.name.startswith("x-"):
            help = f"did you mean '{close}'?" if close else f"remove it; {_HELP_SHAPE}"
            child.warning("S050", f"unknown key '{child.name}'", help=help)
