"""Which response a request gets: status, media type, and the value of the body.

The caller may choose with ``Prefer: code=404, example=name, dynamic=true`` (the header is that of
RFC 7240; the preferences are the ones that mock servers commonly understand).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_dict_header
from werkzeug.wrappers import Request

from ..openapi import Cursor
from ..source.document import Value
from .refusal import Refusal
from .routes import Operation
from .samples import Sampler

_OURS = {"content-type", "content-length", "transfer-encoding", "connection", "date"}
"""Headers that follow from how the body is sent."""


@dataclass(frozen=True, slots=True)
class Preference:
    """What the caller wants: a status, a named example, a value made from the schema."""

    code: int | None = None
    example: str | None = None
    dynamic: bool = False

    @classmethod
    def of(cls, request: Request) -> Preference:
        """The preferences of a request.

        Raises:
            Refusal: 400, the code is no status.
        """
        stated = parse_dict_header(request.headers.get("Prefer", "").replace(";", ","))
        code = stated.get("code")
        if code is not None and not (
            code.isascii() and code.isdigit() and len(code) == 3
        ):
            raise Refusal(400, f"Prefer: code={code} is not a status")
        return cls(
            int(code) if code else None,
            stated.get("example"),
            stated.get("dynamic") == "true",
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """A described response, chosen for a request: ``media`` is None where it has no body."""

    status: int
    response: Cursor
    media_type: str | None = None
    media: Cursor | None = None

    @property
    def schema(self) -> Cursor | None:
        """The schema of the body."""
        return self.media.at("schema") if self.media else None

    @property
    def is_json(self) -> bool:
        """Whether the body is JSON."""
        essence = (self.media_type or "").partition(";")[0].strip().lower()
        return essence == "application/json" or essence.endswith("+json")

    def examples(self) -> Mapping[str, Value]:
        """The examples of the body by name; a single one is called ``example``."""
        found: dict[str, Value] = {}
        if self.media is not None and self.media.has("example"):
            found["example"] = self.media.value["example"]
        named = self.media.at("examples") if self.media else None
        for name, entry in named.entries() if named else ():
            value = entry.resolve().at("value")
            if value is not None:
                found[name] = value.value
        return found

    def body(self, sampler: Sampler, preference: Preference) -> Value:
        """The value of the body: the example asked for, the first that matches, or one made up.

        Raises:
            Refusal: 404, there is no example of the name.
            NoSample: nothing was found that matches the schema.
        """
        examples = self.examples()
        if preference.example is not None:
            if preference.example not in examples:
                known = ", ".join(examples) or "none"
                message = f"there is no example '{preference.example}', only {known}"
                raise Refusal(404, message)
            return examples[preference.example]
        for value in () if preference.dynamic else examples.values():
            if self.schema is None or sampler.accepts(self.schema, value):
                return value
        return sampler.sample(self.schema) if self.schema else None


def choose(operation: Operation, request: Request, preference: Preference) -> Answer:
    """The response that a request gets: the preferred one, else the lowest success.

    Raises:
        Refusal: 404 for a status that is not described, 406 where no media type is acceptable.
    """
    responses = operation.cursor.at("responses")
    described = dict(responses.entries()) if responses else {}
    if preference.code is None:
        key = _success(described)
        status = _status(key)
    else:
        status = preference.code
        key = find_key(described, status) or ""
        if not key:
            known = ", ".join(described) or "none"
            raise Refusal(404, f"a response {status} is not described, only {known}")
    if not key:
        raise Refusal(501, f"'{operation.name}' describes no response")
    response = described[key].resolve()
    return _negotiated(Answer(status, response), request)


def find_key(described: Mapping[str, Cursor], status: int) -> str | None:
    """The entry for a status: itself, its class, or the default (OpenAPI 3.1, 4.8.16)."""
    wanted = (str(status), f"{status // 100}XX", "default")
    keys = {key.upper() if key != "default" else key: key for key in described}
    return next((keys[key] for key in wanted if key in keys), None)


def find_json(operation: Operation, status: int) -> Answer | None:
    """The described response of a status, if its body is JSON."""
    responses = operation.cursor.at("responses")
    described = dict(responses.entries()) if responses else {}
    key = find_key(described, status)
    if key is None:
        return None
    response = described[key].resolve()
    content = response.at("content")
    answers = (
        Answer(status, response, media_type, media)
        for media_type, media in (content.entries() if content else ())
    )
    return next((answer for answer in answers if answer.is_json), None)


def _success(described: Mapping[str, Cursor]) -> str:
    successes = sorted(key for key in described if key.startswith("2"))
    if successes:
        return successes[0]
    return "default" if "default" in described else next(iter(described), "")


def _status(key: str) -> int:
    """The status to send for an entry: 200 for ``2XX`` and for the default one."""
    return int(key.upper().replace("X", "0")) if key[:1].isdigit() else 200


def _negotiated(answer: Answer, request: Request) -> Answer:
    """The answer in a media type that the caller accepts, JSON where that is possible."""
    section = answer.response.at("content")
    described = dict(section.entries()) if section else {}
    if not described:
        return answer
    offers = [
        Answer(answer.status, answer.response, name, media)
        for name, media in sorted(described.items(), key=_json_first)
    ]
    usable = [offer for offer in offers if _accepts(request.accept_mimetypes, offer)]
    if usable:
        return usable[0]
    if answer.status >= 400:
        return offers[0]
    raise Refusal(
        406, f"the response is {', '.join(described)}, which Accept rules out"
    )


def _accepts(accepted: MIMEAccept, offer: Answer) -> bool:
    stated = offer.media_type or ""
    names = (stated, stated.partition(";")[0].strip())
    return not accepted or "*" in stated or any(map(accepted.quality, names))


def _json_first(entry: tuple[str, Cursor]) -> tuple[bool, str]:
    return "json" not in entry[0].lower(), entry[0]


def headers_of(answer: Answer, sampler: Sampler) -> Iterator[tuple[str, str]]:
    """The headers that the response describes, with values that their schemas accept."""
    section = answer.response.at("headers")
    for name, entry in section.entries() if section else ():
        header = entry.resolve()
        schema = header.at("schema")
        if name.lower() in _OURS:
            continue
        value = header.value.get("example") if isinstance(header.value, dict) else None
        if value is None and schema is not None:
            value = sampler.sample(schema, name)
        if isinstance(value, (str, int, float)):
            text = str(value).lower() if isinstance(value, bool) else str(value)
            if text.isprintable() and text.isascii():
                yield name, text
