"""Python text in black's style: one pinned mode, independent of local settings.

Part of the output phase; takes text and returns text. Settings files are never read: not of this
project, of the output folder or of the user.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache as once
from typing import TYPE_CHECKING

from .layout import Layout
from .logical_lines import LogicalLine, logical_lines, text_of
from .syntax import BrokenOutput, check_python
from .width import WIDTH

if TYPE_CHECKING:
    from black.mode import Mode

_MARK = "# the next one"
Progress = Callable[[int, int], None]


def format_tree(
    files: Mapping[str, str], *, progress: Progress | None = None
) -> dict[str, str]:
    """All files by path, those that end in ``.py`` formatted; raises BrokenOutput.

    ``progress`` is told how many Python files are done, of how many.
    """
    python = [path for path in files if path.endswith(".py")]
    formatted = dict(files)
    layout = Layout(_by_black)
    for done, path in enumerate(python, start=1):
        formatted[path] = arrange_python(files[path], path, layout)
        if progress:
            progress(done, len(python))
    return formatted


def arrange_python(source: str, name: str, layout: Layout | None = None) -> str:
    """The file ``name`` as our templates print it, in black's style, and sure to compile.

    Within a line, the templates print what black would: only lines are broken and joined (docs/009).
    A file with a line that black cannot read by itself, a clause such as `elif`, is left to black.

    Raises:
        BrokenOutput: it is not Python.
    """
    try:
        arranged = (layout or Layout(_by_black)).arrange(source)
        check_python(arranged, name)
    except BrokenOutput:
        return format_python(source, name)
    return arranged


def format_python(source: str, name: str) -> str:
    """``source``, the file ``name``, as black formats it: what `arrange_python` is compared with.

    Raises:
        BrokenOutput: it is not Python.
    """
    check_python(source, name)
    formatted = _blacken(source, name)
    check_python(formatted, name)
    return formatted


def _blacken(source: str, name: str) -> str:
    import black  # takes 0.1 s, which a run in which no line needs it saves

    try:
        return black.format_str(source, mode=_mode())
    except Exception as error:
        problem = str(error).partition("\n")[0]
        raise BrokenOutput(name, 0, "Python", problem) from error


def _by_black(lines: list[LogicalLine]) -> list[str]:
    """The shapes of logical lines, each as deep as it is in its file."""
    text = _blacken("".join(map(_alone, lines)), "a line")
    found = iter(map(text_of, logical_lines(text)))
    return [next(found) for line in found if line.endswith(_MARK)]


def _alone(line: LogicalLine) -> str:
    """A logical line in blocks that bring it to its depth, after a mark."""
    text, pad = text_of(line), line[1]
    blocks = [f"{pad[: 4 * depth]}if _:" for depth in range(len(pad) // 4)]
    rest: list[str] = []
    if text.endswith(":"):
        rest = [f"{pad}    pass"]
    elif text.startswith(f"{pad}@"):
        rest = [f"{pad}def _(): ..."]
    return "\n".join([*blocks, f"{pad}{_MARK}", text, *rest, ""])


@once
def _mode() -> Mode:
    from black.mode import Mode, TargetVersion

    return Mode(line_length=WIDTH, target_versions={TargetVersion.PY311})
