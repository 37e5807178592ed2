"""Downloads: a file is whole or not there, and the server does not say where it goes."""

from __future__ import annotations

import inspect
import os
import stat
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from generator.runtime import APIConnectionError
from tests.runtime.conftest import Call
from tests.runtime.server import Server, answer, raw

CONTENT = bytes(range(256)) * 500


def download(path: Path, method: str = "write_to_file", **options: Any) -> Any:
    """Get a streamed response, and write its body to a file."""

    def use(zones: Any) -> Any:
        got = zones.get("z")
        if not inspect.isawaitable(got):
            return getattr(got, method)(path, **options)

        async def wait() -> Any:
            return await getattr(await got, method)(path, **options)

        return wait()

    return use


@pytest.mark.parametrize("mode", ["raw", "stream"])
def test_the_body_is_in_the_file(
    call: Call, server: Server, tmp_path: Path, mode: str
) -> None:
    server.will(answer(200, CONTENT))
    call(download(tmp_path / "file"), mode=mode)
    assert (tmp_path / "file").read_bytes() == CONTENT
    assert os.listdir(tmp_path) == ["file"]


def test_the_pieces_can_have_a_size(call: Call, server: Server, tmp_path: Path) -> None:
    server.will(answer(200, CONTENT))
    call(download(tmp_path / "file", "stream_to_file", chunk_size=7), mode="stream")
    assert (tmp_path / "file").read_bytes() == CONTENT


def test_a_download_that_breaks_off_leaves_everything_as_it_was(
    call: Call, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("before")
    server.will(raw(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf"))
    with pytest.raises(APIConnectionError):
        call(download(tmp_path / "file"), mode="stream")
    assert (tmp_path / "file").read_text() == "before"
    assert os.listdir(tmp_path) == ["file"]


def test_a_file_that_is_replaced_keeps_its_permissions(
    call: Call, server: Server, tmp_path: Path
) -> None:
    target = tmp_path / "file"
    target.write_text("before")
    target.chmod(0o640)
    server.will(answer(200, CONTENT), answer(200, CONTENT))
    call(download(target), mode="stream")
    call(download(tmp_path / "new"), mode="stream")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    mask = os.umask(0o22)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize("name", ["../../evil", "/tmp/evil", "..\\evil", "x\0y"])
def test_the_name_that_a_server_suggests_is_not_used(
    call: Call, server: Server, tmp_path: Path, name: str
) -> None:
    suggested = f'attachment; filename="{name}"'.replace("\0", "")
    server.will(answer(200, CONTENT, content_disposition=suggested))
    folder = tmp_path / "deep" / "folder"
    folder.mkdir(parents=True)
    call(download(folder / "mine"), mode="stream")
    found = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert found == ["mine"]


def test_a_folder_that_is_not_there_is_an_os_error(
    call: Call, server: Server, tmp_path: Path
) -> None:
    server.will(answer(200, CONTENT))
    with pytest.raises(FileNotFoundError):
        call(download(tmp_path / "no" / "file"), mode="stream")


def test_a_large_body_is_never_whole_in_memory(
    call: Call, server: Server, tmp_path: Path
) -> None:
    size = 30_000_000

    def large(connection: Any, seen: Any) -> bool:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % size)
        for _ in range(size // 100_000):
            connection.sendall(bytes(100_000))
        return True

    server.will(large)
    tracemalloc.start()
    call(download(tmp_path / "file"), mode="stream")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (tmp_path / "file").stat().st_size == size
    assert peak < 8_000_000
