"""Bodies of responses, one for each status and media type: the description's example, else a value
of the right type."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..ir import (
    Api,
    ListOf,
    Method,
    ModelResult,
    PageResult,
    Property,
    Response,
    ResponseContent,
    SwitchedResult,
)
from .values import body_sample, sample


class ResponseSample(Struct, frozen=True):
    """A body that a server may send with a status."""

    status: str
    media_type: str
    value: object


def response_samples(api: Api, method: Method) -> Iterator[ResponseSample]:
    """The bodies of the described responses, those of success first."""
    responses = method.operation.responses
    for response in sorted(responses, key=lambda found: not found.is_success):
        for content in response.contents:
            value = content.example
            if value is None:
                value = _made(api, method, response, content)
            if value is not None:
                shown = _led(api, method, value) if response.is_success else value
                yield ResponseSample(response.status, content.media_type, shown)


def _made(
    api: Api, method: Method, response: Response, content: ResponseContent
) -> object:
    """A value of the type of a body; None if it is not known."""
    result = method.result
    if not response.is_success:
        if not content.is_json:
            return None
        if response.model is not None:
            return sample(api, response.model, "", ())
        properties = response.properties.value
        return _outlined(api, properties) if properties else None
    value = result.value if isinstance(result, SwitchedResult) else result
    if isinstance(value, (ModelResult, PageResult)) and not content.is_json:
        return None
    if isinstance(value, ModelResult):
        own = dict(value.statuses).get(response.status)
        if own is not None:
            return sample(api, own, "", ())
    return body_sample(api, method)


def _outlined(api: Api, properties: tuple[Property, ...]) -> dict[str, object]:
    return {found.wire_name: _property(api, found) for found in properties}


def _property(api: Api, found: Property) -> object:
    if not found.inside:
        return sample(api, found.type, found.wire_name, found.bounds)
    inside = _outlined(api, found.inside)
    return [inside] if isinstance(found.type, ListOf) else inside


def _led(api: Api, method: Method, value: object) -> object:
    """A body that begins with what the method returns, and ends with what says that it failed."""
    if not isinstance(value, dict):
        return value
    first = _returned(api, method)
    errors = api.errors
    last = (errors.items, errors.success) if errors else ()
    in_order = sorted(value, key=lambda key: (key != first, key in last))
    return {key: value[key] for key in in_order}


def _returned(api: Api, method: Method) -> str | None:
    """The property of a body that holds what the method returns, if it is not the whole."""
    result = method.result
    if isinstance(result, PageResult):
        scheme = next(found for found in api.pages if found.name == result.scheme)
        return None if scheme.body else scheme.fields["items"][0]
    return result.unwrapped if isinstance(result, ModelResult) else None
