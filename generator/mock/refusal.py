"""A request that gets an error instead of what it asked for."""

from __future__ import annotations

from collections.abc import Mapping

from .schemas import Problem


class Refusal(Exception):
    """Why a request is refused: the status, and what is wrong with which part of the request.

    A problem's tokens start with ``path``, ``query``, ``header``, ``cookie`` or ``body``; one
    that concerns the request as a whole may be given as its words alone.
    """

    def __init__(
        self,
        status: int,
        *problems: Problem | str,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        self.problems = tuple(
            Problem((), p) if isinstance(p, str) else p for p in problems
        )
        self.headers = dict(headers or {})
        super().__init__("; ".join(problem.message for problem in self.problems))
