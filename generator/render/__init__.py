"""Printing views through templates."""

from .environment import environment, render, template_folder

__all__ = ["environment", "render", "template_folder"]
