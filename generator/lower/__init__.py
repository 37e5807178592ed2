"""From description and configuration to the IR: the only place that reads OpenAPI keywords."""

from .api import lower
from .pages import fitting_page

__all__ = ["fitting_page", "lower"]
