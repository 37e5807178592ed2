"""The package's name and version."""

__title__ = "cloudflare"
__version__ = "0.1.0"
