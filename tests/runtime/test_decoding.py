"""The promises of decoding, with the pydantic that is installed and with the oldest allowed."""

from __future__ import annotations

import os
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import Field

from generator.runtime import BaseModel
from generator.runtime.decoding import Decoder, Undecodable
from tests.runtime import decoding_contract

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
