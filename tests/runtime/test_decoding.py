"""The promises of decoding, with the pydantic that is installed and with the oldest allowed."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import venv
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic import Field

from generator.runtime import BaseModel
from generator.runtime.decode.decoding import Decoder, Undecodable
from tests.runtime import decoding_contract
from tests.runtime.models import Zone

ROOT = Path(__file__).parents[2]
OLDEST = "2.5.0"


@pytest.mark.parametrize(
    "promise", decoding_contract.PROMISES, ids=lambda p: p.__name__
)
def test_the_installed_pydantic_keeps_the_promise(promise: Callable[[], None]) -> None:
    promise()


@pytest.mark.skipif("CI" not in os.environ, reason="makes an environment; runs in CI")
def test_the_oldest_pydantic_keeps_every_promise(tmp_path: Path) -> None:
    venv.create(tmp_path, with_pip=True)
    python = tmp_path / "bin" / "python"
    wanted = [f"pydantic=={OLDEST}", "typing-extensions"]
    install = [python, "-m", "pip", "install", "--quiet", *wanted]
    subprocess.run(install, check=True, timeout=300)
    done = subprocess.run(
        [python, "-m", "tests.runtime.decoding_contract"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{OLDEST}\n", "")


class Entry(BaseModel):
    name: str | None
    made: str | None = Field(alias="madeAt")
    note: str | None = None


class Shelf(BaseModel):
    entries: list[Entry]
    by_key: dict[str, Entry] | None = None


def test_strict_mode_tells_null_from_missing() -> None:
    decoder = Decoder.of(Shelf)
    whole = b'{"entries": [{"name": null, "madeAt": null}]}'
    assert decoder.decode(whole, True).entries[0].name is None
    lacking = b'{"entries": [{"name": "a"}], "by_key": {"k": {"madeAt": "x"}}}'
    with pytest.raises(Undecodable) as caught:
        decoder.decode(lacking, True)
    assert str(caught.value) == (
        "entries.0.madeAt: Field required; by_key.k.name: Field required"
    )
    assert decoder.decode(lacking, False).entries[0].made is None


LARGE = b'["' + b"x" * 100_000 + b'"]'


@pytest.mark.parametrize("is_enabled", [True, False])
@pytest.mark.parametrize("body", [LARGE, LARGE[:-1]], ids=["sound", "cut"])
def test_the_collector_is_as_it_was_after_a_large_body(
    body: bytes, *, is_enabled: bool
) -> None:
    (gc.enable if is_enabled else gc.disable)()
    try:
        with suppress(Undecodable):
            Decoder.of(list[str]).decode(body, False)
        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()


def test_the_collector_does_not_run_while_a_large_body_is_decoded() -> None:
    body = json.dumps([{"id": str(n)} for n in range(20_000)]).encode()
    seen: list[str] = []
    decoder = Decoder.of(list[Zone])
    decoder.decode(body, False)
    gc.collect()
    gc.callbacks.append(lambda phase, info: seen.append(phase))
    try:
        found = decoder.decode(body, False)
        assert len(seen) <= 2  # one run, once it is over
    finally:
        gc.callbacks.pop()
    assert len(found) == 20_000
