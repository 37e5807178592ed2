"""The promises of decoding, with the pydantic that is installed and with the oldest allowed."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import Field

from generator.runtime import REQUIRED, BaseModel
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


FAMILY = """
import json, resource
from generator.runtime import BaseModel
from generator.runtime.decode.decoding import Decoder

count = 300
for number in range(count):
    held = {f"m{n}": f"M{(number + n) % count} | None" for n in range(1, 6)}
    body = {"__module__": __name__, "__annotations__": held, **dict.fromkeys(held)}
    globals()[f"M{number}"] = type(BaseModel)(f"M{number}", (BaseModel,), body)
peaks = []
for number in range(count):
    Decoder.of(globals()[f"M{number}"]).decode(b"{}", False)
    peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
print(json.dumps([peaks[1] - peaks[0], peaks[-1] - peaks[0]]))
"""


def test_models_that_hold_each_other_take_their_memory_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAMILY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    second, all_others = json.loads(done.stdout)
    assert second < 20
    assert all_others < 60


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


class Key(BaseModel):
    name: Annotated[str | None, REQUIRED] = None
    made: Annotated[str | None, REQUIRED] = Field(default=None, alias="madeAt")
    note: str | None = None


class NamedKey(Key):
    label: str | None = None


def test_strict_mode_misses_a_required_field_that_may_be_omitted_in_code() -> None:
    decoder = Decoder.of(list[NamedKey])
    whole = b'[{"name": null, "madeAt": null}]'
    assert decoder.decode(whole, True)[0].made is None
    with pytest.raises(Undecodable) as caught:
        decoder.decode(b'[{"note": "n"}]', True)
    assert str(caught.value) == "0.name: Field required; 0.madeAt: Field required"


def test_a_required_nullable_field_may_be_missing_otherwise() -> None:
    [found] = Decoder.of(list[NamedKey]).decode(b'[{"note": "n"}]', False)
    assert (found.name, found.made, found.model_fields_set) == (None, None, {"note"})
    assert NamedKey() == NamedKey.model_validate({})
    assert "required" not in NamedKey.model_json_schema()
    assert NamedKey.model_fields["name"].annotation == (str | None)


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
