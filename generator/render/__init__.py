"""Printing views through templates, and the check of each template against its view.

Knows how to print a frozen view; neither what the views are nor what they were made from.
"""

from .environment import environment, render, template_folder

__all__ = ["environment", "render", "template_folder"]
