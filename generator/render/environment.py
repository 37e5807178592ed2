"""The Jinja environment: templates print what a view holds, and nothing else.

A name that a view does not have is an error. No text of a description is ever a template.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape


def template_folder() -> Path:
    """The folder of the templates: inside an installed package, else next to it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@cache
def environment() -> Environment:
    """The one environment, which knows no filter but Jinja's own, and escapes what goes into HTML."""
    return Environment(
        loader=FileSystemLoader(template_folder()),
        undefined=StrictUndefined,
        autoescape=select_autoescape(("html.jinja",), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # it would look at each file before each use
    )


def render(template: str, view: object) -> str:
    """The text of a template for a view."""
    return environment().get_template(template).render(view=view)
