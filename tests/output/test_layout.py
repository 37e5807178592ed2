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
from generator.output.logical_lines import LogicalLine, text_of
from generator.output.syntax import BrokenOutput
from generator.pipeline import Inputs, compile_inputs
from generator.diagnostics import Report
from generator.targets import python
from generator.targets.notation.literals import literal
from generator.targets.python.docstrings import docstring
from tests import material
from tests.golden.cases import CASES, HERE, build_case

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
literals = listed(texts).map("Literal[{}]".format)
types = st.recursive(
    names | literals,
    lambda inner: (
        st.builds("{}[{}]".format, names, inner)
        | st.builds("Annotated[{}, REQUIRED]".format, inner)
        | st.lists(inner, min_size=2, max_size=6, unique=True).map(" | ".join)
    ),
    max_leaves=8,
)
defaults = st.sampled_from(["", " = None", " = omit", ' = "a, b"'])
parameters = st.lists(st.tuples(types, defaults), min_size=1, max_size=6).map(
    lambda found: ", ".join(
        f"a{n}: {type_}{end}" for n, (type_, end) in enumerate(found)
    )
)
results = st.sampled_from(["", " -> None"]) | types.map(" -> {}".format)
thunks = types.map("lambda: {}".format)
calls = st.builds(
    "{}({}, on={{{}}}, returns={})".format,
    names,
    listed(values),
    listed(st.builds("{}: {}".format, texts, thunks)),
    thunks,
)
awaited = st.sampled_from(["", "await "])
statements = (
    st.builds("{} = {}".format, st.sampled_from(["x", "x, y", "__all__"]), values)
    | st.builds("result: {} = {}".format, types, nested(values) | calls)
    | st.builds("Name: TypeAlias = {}".format, types)
    | st.builds("field: {}{}".format, types, st.sampled_from(["", " = None"]))
    | st.builds("from .some.module import {}".format, listed(st.sampled_from("abcd")))
    | st.builds("return {}{}({})".format, awaited, names, listed(values))
    | st.builds("result = {}{}({})".format, awaited, names, listed(values))
    | st.builds("{}{}({}).then({})".format, awaited, names, values, values)
    | st.builds("assert isinstance({}, {})".format, values, names)
    | st.builds("class {}({}): ...".format, st.sampled_from(["A", "B" * 70]), names)
    | st.builds("with {}({}) as x:\n{{}}    x".format, names, listed(values))
    | st.builds("def function(*, {}){}: ...".format, parameters, results)
    | st.builds("async def function(self, *, {}){}: ...".format, parameters, results)
)


@pytest.mark.hypothesis
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(statement=statements, depth=st.sampled_from([1, 2, 5]))
def test_a_statement_is_broken_as_black_breaks_it(statement: str, depth: int) -> None:
    blocks = [f"{'    ' * level}if x:" for level in range(1, depth)]
    text = "    " * depth + statement.replace("{}", "    " * depth)
    lines = ["async def outer():", *blocks, text, ""]
    source = "\n".join(lines)
    assert arrange_python(source, "x") == format_python(source, "x")


@pytest.mark.parametrize("case", CASES)
def test_no_statement_of_a_client_needs_black(
    case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[LogicalLine] = []

    def shapes(lines: list[LogicalLine]) -> list[str]:
        left.extend(lines)
        return [text_of(line) for line in lines]

    monkeypatch.setattr("generator.output.formatting._by_black", shapes)
    build_case(HERE / case)
    assert left == []


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


@pytest.mark.parametrize(
    "source",
    [
        "x = f(\n    a,  # why\n    b,\n)\n",
        'x = f("""a\nb""", c)\n',
        "x = 1  # a, )\n",
        "x = [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]\n",
        "x = a if b else c\n",
        f"x = {'a' * 50} + {'b' * 50}\n",
        "if x:\n\n    # why\n    y = \\\n        1\n",
        'def f():\n    # why\n    """Doc\n      more.\n    """\n',
        'x = "漢字", "漢字漢字漢字漢字漢字漢字漢字", "漢字漢字漢字漢字漢字漢字漢字漢字漢字"\n',
        f"x[0] = lambda: f({'a' * 50}, k='a, )', j={'b' * 50})\n",
        'x[0] = lambda: f(k="a, )")\n',
        "x = (\n    a | b\n)\n",
        "from a import (\n    b\n)\n",
        "def f() -> (\n    None\n): ...\n",
        f"if x:  # why\n    y\nelif f({'a' * 50}, {'b' * 50}):\n    z\n",
        f"for x in f({'a' * 50}, {'b' * 50}):  # why\n    y\n",
        'x = f("é", "ééééééééééééééééééééééééééé", "ééééééééééééééééééééééééééééééééééééé")\n',
    ],
)
def test_what_is_not_known_is_given_to_black(source: str) -> None:
    assert arrange_python(source, "x") == format_python(source, "x")


@pytest.mark.parametrize(
    ("source", "line"),
    [('x = f("a\n    b")\n', 1), ("x = 1\ny = f(\n    a\n", 2), ("y = [a)\n", 1)],
)
def test_what_is_joined_is_not_repaired(source: str, line: int) -> None:
    with pytest.raises(BrokenOutput) as refused:
        arrange_python(source, "x")
    assert refused.value.line == line


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
                'class A:\n    """Doc."""',
                "@decorated\nclass A:\n\n    def f(self): ...",
                "def f():\n    import a\n    x = 1",
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
