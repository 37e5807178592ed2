"""Printing views through templates."""

from .environment import render, template_folder

__all__ = ["render", "template_folder"]
