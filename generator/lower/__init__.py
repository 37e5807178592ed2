"""From description and configuration to the IR: the only place that reads OpenAPI keywords."""

from .api import lower

__all__ = ["lower"]
