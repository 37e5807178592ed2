"""The body of a refusal: in the form that the description gives to errors, else as RFC 9457.

A described error gets its words, its pointer and its status in the properties whose names ask for
them.
"""

from __future__ import annotations

from copy import deepcopy
from http import HTTPStatus

from ..config import SdkConfig
from ..source.document import Value
from .negotiation import Choice
from .refusal import Refusal
from .samples import NoSample, Sampler
from .schemas import Problem

_WORDS = {"message", "detail", "error_description", "description", "reason", "msg"}
_POINTERS = {"pointer", "field", "path", "param", "parameter", "location", "instance"}
_STATUS = {"status", "statuscode", "status_code", "httpstatus"}
_SUCCESS = {"success", "ok", "successful"}
_LISTS = {"errors", "error", "issues", "details", "violations", "problems"}
_MOST_PROBLEMS = 20


def body_of(
    refusal: Refusal, choice: Choice | None, sampler: Sampler, config: SdkConfig | None
) -> tuple[str, Value]:
    """The media type and the value of a refusal's body; ``choice`` is the described error, if any."""
    media = choice.media if choice is not None else None
    if media is not None and media.is_json and media.schema is not None:
        try:
            model = sampler.sample(media.schema)
        except NoSample:
            return _problem_details(refusal)
        listed = config.errors.listed.items if config and config.errors.listed else None
        filled = _Filling(refusal, listed).of(deepcopy(model))
        if filled != model and sampler.accepts(media.schema, filled):
            return media.name, filled
    return _problem_details(refusal)


class _Filling:
    """Writes what a refusal says into a sample of the described error."""

    def __init__(self, refusal: Refusal, listed: str | None) -> None:
        self._refusal = refusal
        self._lists = {listed} if listed else _LISTS

    def of(self, model: Value) -> Value:
        """The sample with the refusal's words in it."""
        if isinstance(model, dict) and not self._lists & model.keys():
            return self._entry(model, self._refusal.problems[0])
        return self._envelope(model) if isinstance(model, dict) else model

    def _envelope(self, model: Value) -> Value:
        first = self._refusal.problems[0]
        filled = self._entry(model, Problem(first.tokens, str(self._refusal)))
        for name, value in model.items():
            if isinstance(value, list):
                is_list = name in self._lists and value
                filled[name] = self._each(value[0]) if is_list else []
        return filled

    def _each(self, model: Value) -> list[Value]:
        problems = self._refusal.problems[:_MOST_PROBLEMS]
        if isinstance(model, str):
            return [problem.message for problem in problems]
        return [self._entry(deepcopy(model), problem) for problem in problems]

    def _entry(self, model: Value, problem: Problem) -> Value:
        """One object with the words of one problem, also in what is nested in it."""
        if not isinstance(model, dict):
            return model
        return {
            name: self._member(name, value, problem) for name, value in model.items()
        }

    def _member(self, name: str, value: Value, problem: Problem) -> Value:
        key = name.lower()
        if isinstance(value, dict):
            return self._entry(value, problem)
        if isinstance(value, bool):
            return False if key in _SUCCESS else value
        if isinstance(value, str) and key in _WORDS:
            return problem.message
        if isinstance(value, str) and key in _POINTERS:
            return problem.pointer
        if isinstance(value, int) and key in _STATUS:
            return self._refusal.status
        return value


def _problem_details(refusal: Refusal) -> tuple[str, Value]:
    try:
        title = HTTPStatus(refusal.status).phrase
    except ValueError:
        title = "Error"
    body: Value = {
        "type": "about:blank",
        "title": title,
        "status": refusal.status,
        "detail": str(refusal),
    }
    placed = [p for p in refusal.problems if p.tokens][:_MOST_PROBLEMS]
    if placed:
        body["errors"] = [{"detail": p.message, "pointer": p.pointer} for p in placed]
    return "application/problem+json", body
