"""Questions about schemas that are answered once.

Part of lowering. A schema is met at each of its uses; what it means does not depend on where.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from ..openapi import Description, Schema

T = TypeVar("T")
Question = Callable[[Description, Schema], T]


def once(question: Question[T]) -> Question[T]:
    """The same question, whose answer the description keeps for each schema."""

    @wraps(question)
    def asked(description: Description, schema: Schema) -> T:
        known = description.answers.setdefault(question, {})
        if schema not in known:
            known[schema] = question(description, schema)
        answer: T = known[schema]
        return answer

    return asked
