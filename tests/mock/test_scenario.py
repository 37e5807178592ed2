"""A script says which requests fail and which wait."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from generator.mock import Mock, Step, application
from tests.mock.conftest import Workshop, operation, serving


def test_the_steps_are_played_in_their_order(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(application, "time", SimpleNamespace(sleep=waited.append))
    steps = workshop.scenario(
        "- {status: 503, headers: {Retry-After: 7}, body: {error: busy}, times: 2}\n"
        "- {status: 404, endpoint: get /b}\n"
        "- {delay: 0.2}\n"
    )
    assert isinstance(steps, list)
    paths = {"/a": {"get": operation()}, "/b": {"get": operation()}}
    with serving(Mock(workshop.described(paths), scenario=steps)) as client:
        busy = client.get("/a")
        assert (busy.status_code, busy.json()) == (503, {"error": "busy"})
        assert busy.headers["retry-after"] == "7"
        assert client.get("/a").status_code == 503
        assert client.get("/a").status_code == 200
        assert waited == [0, 0, 0.2]
        assert client.get("/b").status_code == 404
        assert client.get("/b").status_code == client.get("/a").status_code == 200


def test_a_step_can_apply_always(workshop: Workshop) -> None:
    steps = [Step(status=429, times=float("inf"))]
    assert workshop.scenario("- {status: 429, times: always}") == steps
    documents = workshop.described({"/a": {"get": operation()}})
    with serving(Mock(documents, scenario=steps)) as client:
        assert {client.get("/a").status_code for _ in range(5)} == {429}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("status: 503", "error[M001]: a scenario must be a list of steps"),
        ("- 503", "error[M001]: a step must be a mapping"),
        ("- {statsu: 503}", "did you mean 'status'?"),
        ("- {status: 99}", "error[M003]: 99 is not a final response status"),
        ("- {status: '503'}", "'status' must be an integer, not a string"),
        ("- {delay: soon}", "'delay' must be a number, not 'soon'"),
        ("- {times: -1}", "'times' must be a number, not -1"),
        ("- {headers: [1]}", "'headers' must be a mapping, not a list"),
        ("- {", "scenario.yaml:1"),
    ],
)
def test_an_error_in_a_scenario_has_its_place(
    workshop: Workshop, text: str, words: str
) -> None:
    found = workshop.scenario(text)
    assert isinstance(found, str)
    assert words in found
    assert "scenario.yaml:1" in found
    assert "help: " in found
