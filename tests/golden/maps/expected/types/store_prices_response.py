"""The type StorePricesResponse."""

from typing import TypeAlias

__all__ = ["StorePricesResponse"]

StorePricesResponse: TypeAlias = dict[str, float]
