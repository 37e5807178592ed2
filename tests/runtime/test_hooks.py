"""What a subclass of a client may override, seen from a server; for both clients alike."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.runtime import (
    APIStatusError,
    AsyncAPIClient,
    AsyncStream,
    NotFoundError,
    ServerSentEvent,
    Stream,
    SyncAPIClient,
)
from generator.runtime.wire.options import FinalRequestOptions
from tests.runtime.acme import EAGER, settings
from generator.runtime.policy.policies import Policies
from tests.runtime.clocks import SteppedClock
from tests.runtime.server import Server, answer

Options = dict[str, Any]
Ask = Callable[[type, str, Options], Any]


def _given(arguments: Options) -> Options:
    """The options of the client, taken out of the arguments of its method."""
    policies = arguments.pop("_policies", EAGER)
    url = arguments.pop("url")
    return {"options": {"token": "t"}, "base_url": url, "_policies": policies}


def _sync(hooks: type, verb: str, arguments: Options) -> Any:
    client = type("Mine", (hooks, SyncAPIClient), {})
    given = _given(arguments)
    with client(settings(), **given) as mine:
        return getattr(mine, verb)(**arguments)


def _async(hooks: type, verb: str, arguments: Options) -> Any:
    client = type("Mine", (hooks, AsyncAPIClient), {})
    given = _given(arguments)

    async def main() -> Any:
        async with client(settings(), **given) as mine:
            return await getattr(mine, verb)(**arguments)

    return asyncio.run(main())


@pytest.fixture(params=[_sync, _async], ids=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Ask:
    """Asks a client with some hooks."""
    asked: Ask = request.param
    return asked


def test_options_may_be_changed_before_the_first_attempt(
    server: Server, ask: Ask
) -> None:
    class Deployed:
        def _prepare_options(self, options: FinalRequestOptions) -> None:
            value: Any = options.json_data
            options.json_data = {"text": value["text"]}
            options.url = f"deployments/{value['model']}/chat"
            options.params = {**options.params, "version": "2"}
            options.headers = {**options.headers, "X-Mine": "1"}

    server.will(answer(503), answer(200, {"ok": True}))
    body = {"model": "m 1", "text": "hello"}
    put = {"url": server.url, "path": "/chat", "body": body, "cast_to": object}
    assert ask(Deployed, "put", put) == {"ok": True}
    assert len(server.seen) == 2
    for seen in server.seen:
        assert seen.target.endswith("/deployments/m%201/chat?version=2")
        assert seen.body == b'{"text":"hello"}'
        assert seen.headers["x-mine"] == "1"
        assert seen.headers["authorization"] == "Bearer t"
        assert seen.headers["content-type"] == "application/json"


def test_options_may_be_waited_for(server: Server) -> None:
    class Waiting:
        async def _prepare_options(
            self, options: FinalRequestOptions
        ) -> FinalRequestOptions:
            await asyncio.sleep(0)
            return replace(options, method="post", content=b"text", max_retries=0)

    server.will(answer(500))
    get = {"url": server.url, "path": "/x", "cast_to": object}
    with pytest.raises(APIStatusError):
        _async(Waiting, "get", get)
    assert [(seen.method, seen.body) for seen in server.seen] == [("POST", b"text")]


def test_credentials_do_not_follow_options_to_another_origin(
    server: Server, ask: Ask
) -> None:
    class Elsewhere:
        def _prepare_options(self, options: FinalRequestOptions) -> None:
            options.url = server.url + "/there"
            options.headers = {**options.headers, "X-Mine": "1"}

    ask(
        Elsewhere,
        "get",
        {"url": "http://other.test/v1", "path": "/x", "cast_to": object},
    )
    (seen,) = server.seen
    assert "authorization" not in seen.headers
    assert seen.headers["x-mine"] == "1"


@pytest.mark.parametrize("url", ["http://user:pass@x.test/", "http://x.test:99999/"])
def test_options_with_a_bad_url_are_refused(ask: Ask, url: str) -> None:
    class Wrong:
        def _prepare_options(self, options: FinalRequestOptions) -> None:
            options.url = url

    get = {"url": "http://other.test/v1", "path": "/x", "cast_to": object}
    with pytest.raises(ValueError, match="host"):
        ask(Wrong, "get", get)


def test_headers_may_be_judged_otherwise(server: Server, ask: Ask) -> None:
    class Careless:
        def _validate_headers(
            self, headers: Mapping[str, str], custom_headers: Mapping[str, object]
        ) -> None:
            if "X-Team" not in custom_headers:
                raise TypeError(f"no team beside {sorted(headers)[0]}")

    get = {"url": server.url, "path": "/x", "cast_to": object}
    with pytest.raises(TypeError, match="no team beside Accept"):
        ask(Careless, "get", {**get})
    ask(Careless, "get", {**get, "options": {"headers": {"X-Team": "blue"}}})
    assert server.seen[0].headers["x-team"] == "blue"


def test_without_the_hook_a_call_needs_credentials(server: Server) -> None:
    class Careless(SyncAPIClient):
        def _validate_headers(
            self, headers: Mapping[str, str], custom_headers: Mapping[str, object]
        ) -> None:
            """Nothing is refused."""

    class Careful(SyncAPIClient):
        def _validate_headers(
            self, headers: Mapping[str, str], custom_headers: Mapping[str, object]
        ) -> None:
            super()._validate_headers(headers, custom_headers)

    with Careless(settings(), options={}, base_url=server.url) as client:
        client.get("/x", cast_to=object)
    with (
        Careful(settings(), options={}, base_url=server.url) as client,
        pytest.raises(TypeError, match="authentication method"),
    ):
        client.get("/x", cast_to=object)
    assert len(server.seen) == 1


def test_the_delay_may_be_chosen(server: Server, ask: Ask, clock: SteppedClock) -> None:
    asked: list[tuple[int, str, str | None]] = []

    class Patient:
        def _calculate_retry_timeout(
            self,
            remaining_retries: int,
            options: FinalRequestOptions,
            response_headers: Mapping[str, str] | None = None,
        ) -> float:
            said = (response_headers or {}).get("x-wait")
            asked.append((remaining_retries, options.method, said))
            return 0.25 if said else -1

    server.will(answer(503, x_wait="1"), answer(503), answer(200, {}))
    given = {"url": server.url, "path": "/x", "cast_to": object}
    ask(Patient, "get", given | {"_policies": Policies(clock)})
    assert clock.slept == [0.25, 0.0]
    assert asked == [(2, "GET", "1"), (1, "GET", None)]


def test_a_chosen_delay_stays_within_the_deadline(server: Server) -> None:
    class Endless(SyncAPIClient):
        def _calculate_retry_timeout(
            self, remaining_retries: int, options: object, response_headers: Any = None
        ) -> float:
            return 1e9

    server.otherwise = answer(503)
    given: Options = {"options": {"token": "t"}, "base_url": server.url, "deadline": 30}
    with Endless(settings(), **given) as client, pytest.raises(APIStatusError):
        client.get("/x", cast_to=object)
    assert len(server.seen) == 1


def test_the_error_of_a_status_may_be_another(server: Server, ask: Ask) -> None:
    class QuotaExceeded(APIStatusError):
        """A status of this API's own."""

    class Own:
        def _make_status_error(
            self, err_msg: str, *, body: Any, response: Any
        ) -> APIStatusError:
            if response.status_code == 402:
                return QuotaExceeded(err_msg, response=response, body=body)
            base: Any = super()
            made: APIStatusError = base._make_status_error(
                err_msg, body=body, response=response
            )
            return made

    body = {"success": False, "errors": [{"code": 1, "message": "too much"}]}
    server.will(answer(402, body), answer(404, body))
    get = {"url": server.url, "path": "/x", "cast_to": object}
    with pytest.raises(QuotaExceeded, match="402") as caught:
        ask(Own, "get", {**get})
    assert caught.value.body == body
    assert [problem.message for problem in caught.value.errors] == ["too much"]
    assert [attempt.outcome for attempt in caught.value.attempts] == ["status 402"]
    with pytest.raises(NotFoundError):
        ask(Own, "get", {**get})


class _Lines:
    """Decodes each line as an event."""

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        for line in chunk.splitlines():
            yield ServerSentEvent(data=line.decode())

    def end(self) -> Iterator[ServerSentEvent]:
        return iter(())


class _Plain:
    def _make_sse_decoder(self) -> _Lines:
        return _Lines()


def test_events_may_be_decoded_otherwise(server: Server) -> None:
    class Mine(_Plain, SyncAPIClient):
        pass

    class AsyncMine(_Plain, AsyncAPIClient):
        pass

    events = answer(200, b"1\n2\n", content_type="text/event-stream")
    server.otherwise = events
    given: Options = {"options": {"token": "t"}, "base_url": server.url}
    with Mine(settings(), **given) as client:
        stream = client.get("/x", cast_to=int, stream=True, stream_cls=Stream[int])
        assert list(stream) == [1, 2]

    async def main() -> list[int]:
        async with AsyncMine(settings(), **given) as client:
            stream = await client.get(
                "/x", cast_to=int, stream=True, stream_cls=AsyncStream[int]
            )
            return [item async for item in stream]

    assert asyncio.run(main()) == [1, 2]
