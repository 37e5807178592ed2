"""The fast layout of generated Python breaks every line as black does.

The golden trees were formatted by black once, so their tests compare every construct of the templates;
here are random ones, deeper and longer, and those that only black knows.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.output.formatting import arrange_python, format_python
from generator.output.layout import lay_out
from generator.output.logical_lines import logical_lines
from generator.pipeline import Inputs, compile_inputs
from generator.diagnostics import Report
from generator.targets import python
from generator.targets.notation.literals import literal
from generator.targets.python.docstrings import docstring
from tests import material

GOLDEN = Path(__file__).parents[1] / "golden"

names = st.sampled_from(
    "a item some_name types.PetListResponse shared.a_rather_long_name_of_something".split()
)
texts = st.sampled_from(["text", "a (b", "it's, said", 'a "b" [', "long " * 12]).map(
    literal
)


def listed(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=6).map(", ".join)


def nested(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    calls = st.builds("{}({})".format, names, listed(values))
    keywords = st.builds("{}(kind={}, other={})".format, names, values, values)
    pairs = st.lists(values, min_size=2, max_size=5).map(", ".join)
    tuples = pairs.map("({})".format)
    singles = values.map("({},)".format)
    lists = pairs.map("[{}]".format)
    entries = listed(st.builds("{}: {}".format, texts, names))
    return calls | keywords | tuples | singles | lists | entries.map("{{{}}}".format)


values = st.recursive(names | texts | st.just("None"), nested, max_leaves=12)
unions = st.lists(names, min_size=1, max_size=6, unique=True).map(" | ".join)
parameters = st.lists(unions, min_size=1, max_size=6).map(
    lambda types: ", ".join(f"a{n}: {type_}" for n, type_ in enumerate(types))
)
statements = (
    st.builds("{} = {}".format, st.sampled_from(["x", "x, y", "__all__"]), values)
    | st.builds("result: {} = {}".format, names, nested(values))
    | st.builds("Name: TypeAlias = {}".format, unions)
    | st.builds("field: Literal[{}]".format, listed(texts))
    | st.builds("from .some.module import {}".format, listed(st.sampled_from("abcd")))
    | st.builds("return {}({})".format, names, listed(values))
    | st.builds("def function({}) -> {}: ...".format, parameters, unions)
    | st.builds("async def function(self, {}) -> None: ...".format, parameters)
)


@pytest.mark.hypothesis
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(statement=statements, depth=st.sampled_from([1, 2, 5]))
def test_a_statement_is_broken_as_black_breaks_it(statement: str, depth: int) -> None:
    blocks = [f"{'    ' * level}if x:" for level in range(1, depth)]
    lines = ["async def outer():", *blocks, "    " * depth + statement, ""]
    source = "\n".join(lines)
    assert arrange_python(source, "x") == format_python(source, "x")


def test_nearly_all_statements_of_a_client_need_no_black() -> None:
    expected = sorted(GOLDEN.glob("*/expected/**/*.py"))
    shapes = [
        lay_out(line, is_first=False)
        for path in expected
        for line in logical_lines(path.read_text())
    ]
    assert len(shapes) > 1_000
    assert sum(shape is None for shape in shapes) < len(shapes) / 100


@pytest.mark.parametrize(
    "path", material.each(material.files("corpus/small/heyapi*31.yaml"))
)
def test_a_whole_client_is_arranged_as_black_formats_it(path: Path) -> None:
    inputs = Inputs(path, None)
    compiled = compile_inputs(inputs, Report(), progress=lambda _: None)
    assert compiled is not None
    texts = python.texts(compiled.sdk)
    files = [name for name in sorted(texts) if name.endswith(".py")]
    for name in files[:: len(files) // 60 + 1]:
        assert arrange_python(texts[name], name) == format_python(texts[name], name)


@pytest.mark.hypothesis
@given(
    text=st.text(st.sampled_from(" \n\ta\"'\\b.`-")),
    above=st.sampled_from(["class A:", "def f():"]),
)
def test_docstrings_come_out_as_black_leaves_them(text: str, above: str) -> None:
    first, *rest = docstring(text, indent=4) or ("x",)
    end = "\n".join(["", *rest, "    "]) if rest else ""
    source = f'{above}\n    """{first}{end}"""\n'
    assert arrange_python(source, "x") == format_python(source, "x")


@pytest.mark.hypothesis
@given(
    parts=st.lists(
        st.sampled_from(
            [
                "import a",
                "from a import b",
                "x = 1",
                "def f(): ...",
                "def f():\n    return 1",
                "@overload\ndef f(): ...",
                "class A: ...",
                'class A:\n    """Doc."""\n    x: int\n    """Doc."""',
                "if x:\n    y = 1\nelse:\n    def g(): ...",
            ]
        ),
        min_size=1,
        max_size=6,
    ),
    blanks=st.lists(st.integers(0, 3), min_size=6, max_size=6),
)
def test_blank_lines_are_those_of_black(parts: list[str], blanks: list[int]) -> None:
    pairs = zip(parts, blanks, strict=False)
    source = '"""Doc."""\n' + "".join(f"{part}\n{chr(10) * n}" for part, n in pairs)
    assert arrange_python(source, "x") == format_python(source, "x")
