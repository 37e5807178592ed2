"""The command that a person starts: the address, a line for each request, clear errors."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.mock.conftest import operation, parameter

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "generator", "mock", *arguments]


def finished(*arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        command(*arguments), cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )
    return done.returncode, done.stderr


@contextmanager
def started(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a mock that was started as a person starts it, and its process."""
    process = subprocess.Popen(
        command("--port", "0", *arguments),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": ""},
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.match(r"(http://127\.0\.0\.1:\d+) serves the API, ", line)
        assert found is not None, (line, process.stderr and process.stderr.read())
        yield found[1], process
    finally:
        process.kill()
        process.communicate()


def test_the_mock_prints_one_line_for_each_request(
    tmp_path: Path,
) -> None:
    entry = operation(
        parameters=[parameter("size", "query", {"type": "integer"})], operationId="getA"
    )
    key = {"type": "apiKey", "in": "query", "name": "key"}
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "paths": {"/a": {"get": entry}},
        "components": {"securitySchemes": {"key": key}},
        "security": [{"key": []}],
    }
    path = tmp_path / "small.json"
    path.write_text(json.dumps(whole))
    with started("--spec", str(path)) as (url, process):
        with httpx2.Client(base_url=url, trust_env=False) as client:
            assert client.get("/a?size=3&key=SECRET").status_code == 200
            assert client.get("/a?size=x&key=SECRET").status_code == 400
            assert client.get("/a%1B").status_code == 404
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert err == ""
    first, second, third = out.splitlines()
    assert re.fullmatch(r"200  GET /a\?size=3&key=…  getA  \d+ ms", first)
    assert second.startswith("400  GET /a?size=x&key=…  the query parameter 'size': ")
    assert third.startswith("404  GET /a%1B  the description has no path that matches ")
    assert process.returncode in (0, 130)


def test_starting_takes_less_than_a_second_of_work() -> None:
    before = os.times()
    with started() as (url, _):
        assert httpx2.get(f"{url}/nothing", trust_env=False).status_code == 404
    after = os.times()
    work = after.children_user + after.children_system
    assert work - before.children_user - before.children_system < 1.5


def test_the_documentation_is_served_beside_the_api() -> None:
    method = "methods/security_center/insights/audit_logs/list.html"
    with started("--docs") as (url, process):
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line == f"{url}/_docs/ has its documentation\n"
        with httpx2.Client(base_url=url, trust_env=False) as client:
            assert client.get("/_docs").headers["location"] == "/_docs/"
            start = client.get("/_docs/")
            assert start.text == (ROOT / "generated/docs/index.html").read_text()
            policy = start.headers["content-security-policy"]
            assert "script-src 'self'" in policy
            assert f'"server": "{url}"' in client.get(f"/_docs/{method}").text
            script = client.get("/_docs/assets/console.js")
            assert script.headers["content-type"] == "text/javascript; charset=utf-8"
            assert client.get("/_docs/nothing.html").status_code == 404
            assert client.get("/nothing").headers["content-type"] == (
                "application/problem+json"
            )


def test_an_origin_that_no_browser_sends_is_wrong_usage() -> None:
    code, err = finished("--allow-origin", "docs.example.com/start")
    assert code == 2
    assert "not an origin such as https://docs.example.com" in err


def test_documentation_needs_a_description_that_can_be_read_twice() -> None:
    code, err = finished("--docs", "-")
    assert code == 2
    assert "save standard input to one first" in err


def test_a_port_in_use_is_reported() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, err = finished("--port", str(port))
    assert code == 2
    assert f"port {port} of 127.0.0.1 is not available" in err
    assert "--port 0 picks a free one" in err


ASKS = """
import os, sys, urllib.error, urllib.request
try:
    urllib.request.urlopen(os.environ["TEST_API_BASE_URL"] + "/nothing")
except urllib.error.HTTPError as error:
    print(error.code)
sys.exit(7)
"""


def test_a_command_is_run_against_the_mock_and_gives_its_exit_code(
    tmp_path: Path,
) -> None:
    script = tmp_path / "it asks.py"
    script.write_text(ASKS)
    program = shlex.join([sys.executable, str(script)])
    done = subprocess.run(
        command("--run", program, "-q"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stdout, done.stderr) == (7, "404\n", "")


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("nothing-of-that-name", "'nothing-of-that-name' cannot be started"),
        ("'a", "No closing quotation"),
        (" ", "the command is empty"),
    ],
)
def test_a_command_that_cannot_be_run_is_wrong_usage(program: str, why: str) -> None:
    code, err = finished("--run", program)
    assert code == 2
    assert why in err


def test_a_missing_description_is_reported(tmp_path: Path) -> None:
    code, err = finished("--spec", str(tmp_path / "nothing.yaml"))
    assert code == 1
    assert "nothing.yaml" in err
    assert "Traceback" not in err


def test_an_invalid_scenario_is_reported_before_serving(tmp_path: Path) -> None:
    script = tmp_path / "script.yaml"
    script.write_text("- {stauts: 1}")
    code, err = finished("--scenario", str(script))
    assert code == 1
    assert "did you mean 'status'?" in err


def test_ctrl_c_stops_the_mock_with_connections_open() -> None:
    with (
        started() as (url, process),
        httpx2.Client(base_url=url, trust_env=False) as client,
    ):
        client.get("/nothing")
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, 130)
