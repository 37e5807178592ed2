"""The Jinja environment: templates print what a view holds, and nothing else.

A name that a view does not have is an error. No text of a description is ever a template.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    select_autoescape,
)
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Getattr


def template_folder() -> Path:
    """The folder of the templates: inside an installed package, else next to it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


class _Generator(CodeGenerator):
    """Compiles ``a.b`` to the attribute itself: no view is a mapping, whose items Jinja would try."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        """Write the owner, a dot and the name."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Environment(Environment):
    code_generator_class = _Generator


@cache
def environment() -> Environment:
    """The one environment, which knows no filter but Jinja's own, and escapes what goes into HTML."""
    return _Environment(
        loader=FileSystemLoader(template_folder()),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html.jinja",), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # no template has an expression that could be computed before
        cache_size=-1,  # all stay
        auto_reload=False,  # it would look at each file before each use
    )


def render(template: str, view: object) -> str:
    """The text of a template for a view."""
    return _template(template).render(view=view)


@cache
def _template(name: str) -> Template:
    return environment().get_template(name)
