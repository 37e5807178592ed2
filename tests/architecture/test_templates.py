"""Templates print: each reads only what its view has, and stays small."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, UndefinedError

from generator.render import contract, environment, template_folder
from generator.targets import docs, notation, python

TEMPLATES = sorted(
    p.relative_to(template_folder()).as_posix()
    for p in template_folder().rglob("*.jinja")
)


HOMES = {"docs": docs, "python": python, "shared": notation}
"""The package of the views that the templates of a folder print."""


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_reads_what_its_view_has(name: str) -> None:
    contract.check_template(name, notation, HOMES[name.split("/")[0]])


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_small(name: str) -> None:
    lines = (template_folder() / name).read_text().splitlines()
    assert len(lines) <= 120


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ view.name }}", "no {# name: Type #}"),
        ("{# view: NoView #}", "NoView"),
        ("{# view: FieldView #}{{ view.nmae }}", "has no 'nmae'"),
        ("{# view: FieldView #}{{ view.doc }}", "not a string"),
        ("{# view: FieldView #}{% for x in view.name %}{% endfor %}", "has no items"),
        ("{# view: FieldView #}{% set x = 1 %}", "Assign is not allowed in templates"),
        ("{# view: FieldView #}{{ view.doc | sort | join }}", "the filter 'sort'"),
        ("{# view: FieldView #}{{ other }}", "'other' is not declared"),
        (
            "{# view: FieldView #}{{ view.name + view.name }}",
            "Add is not allowed in templates",
        ),
        (
            "{# view: FieldView #}{{ view.name.upper() }}",
            "Call is not allowed in templates",
        ),
        ("{# view: StartView #}{{ view.readme.title }}", "has no 'title'"),
        (
            "{# view: StartView #}{% if view.readme %}{% else %}{{ view.readme.title }}{% endif %}",
            "has no 'title'",
        ),
        (
            '{# view: FieldView #}{% from "python/macros/docstring.jinja" import docstring %}'
            "{{ docstring(view.name) }}",
            "docstring takes",
        ),
    ],
)
def test_a_breach_is_found(
    source: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    jinja = environment()
    files = {"bad.jinja": source}
    macro = "python/macros/docstring.jinja"
    files[macro] = (template_folder() / macro).read_text()
    monkeypatch.setattr(jinja, "loader", DictLoader(files))
    with pytest.raises(contract.Breach, match=words):
        contract.check_template("bad.jinja", python, docs, notation)


def test_a_test_for_an_optional_value_makes_its_attributes_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = (
        "{# view: StartView #}{% if view.readme %}{{ view.readme.title }}{% endif %}"
    )
    monkeypatch.setattr(environment(), "loader", DictLoader({"good.jinja": source}))
    contract.check_template("good.jinja", docs, notation)


@pytest.mark.parametrize(
    "source", ["{{ other }}", "{{ other.name }}", "{{ view.other }}"]
)
def test_a_name_that_a_view_does_not_have_is_an_error(source: str) -> None:
    template = environment().from_string(source)
    with pytest.raises((UndefinedError, AttributeError), match="other"):
        template.render(view=template)
