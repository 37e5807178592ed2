"""How deep a call goes: frames of ours between a method and its socket, and in a traceback."""

from __future__ import annotations

import asyncio
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator.runtime import APIStatusError
from tests.runtime.acme import AsyncZones, Zones, async_client, sync_client
from tests.runtime.server import Server, Step, answer
from tests.runtime.test_pages import page

LIBRARY = str(Path(__file__).parents[2] / "generator" / "runtime")
METHODS = str(Path(__file__).with_name("acme.py"))
MOST_TO_SOCKET = 8
MOST_IN_TRACEBACK = 3
MODES = ["parsed", "raw"]


def is_ours(file: str) -> bool:
    """Whether code is the library's, or that of a method as the generator would write it."""
    return file.startswith(LIBRARY) or file == METHODS


def ours(frame: FrameType | None) -> list[str]:
    """The functions of ours that are being called, the innermost first."""
    found: list[str] = []
    while frame is not None:
        if is_ours(frame.f_code.co_filename):
            found.append(
                f"{Path(frame.f_code.co_filename).name}:{frame.f_code.co_name}"
            )
        frame = frame.f_back
    return found


def frames_to_socket(use: Callable[[], Any]) -> list[list[str]]:
    """The functions of ours below each use of a socket."""
    found: list[list[str]] = []

    def profile(frame: FrameType, event: str, function: Any) -> None:
        if event != "c_call" or not isinstance(
            getattr(function, "__self__", None), socket.socket
        ):
            return
        if function.__name__ in ("send", "sendall", "recv", "recv_into", "connect"):
            found.append(ours(frame))

    sys.setprofile(profile)
    try:
        use()
    finally:
        sys.setprofile(None)
    return [frames for frames in found if any("acme.py" in frame for frame in frames)]


def get(zones: Any) -> Any:
    return zones.get("z")


def pages(zones: Any) -> Any:
    return zones.list()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("use", [get, pages])
def test_a_call_reaches_its_socket_in_few_frames(
    server: Server, mode: Any, use: Callable[[Any], Any]
) -> None:
    server.otherwise = page("a")
    with sync_client(server.url) as client:
        found = frames_to_socket(lambda: use(Zones(client, mode)))
    assert found
    assert all(len(frames) <= MOST_TO_SOCKET for frames in found), found


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("use", [get, pages])
def test_an_async_call_reaches_its_socket_in_few_frames(
    server: Server, mode: Any, use: Callable[[Any], Any]
) -> None:
    server.otherwise = page("a")
    found: list[list[str]] = []

    class Loop(asyncio.SelectorEventLoop):
        """Notes who writes to a transport."""

        def _make_socket_transport(self, *args: Any, **options: Any) -> Any:
            made = super()._make_socket_transport(*args, **options)
            write = made.write

            def noting(data: bytes) -> None:
                found.append(ours(sys._getframe(1)))
                write(data)

            made.write = noting
            return made

    async def main() -> None:
        async with async_client(server.url) as client:
            await use(AsyncZones(client, mode))

    with asyncio.Runner(loop_factory=Loop) as runner:
        runner.run(main())
    assert found
    assert all(len(frames) <= MOST_TO_SOCKET for frames in found), found


def traceback_of(error: BaseException) -> list[str]:
    return [
        f"{Path(frame.filename).name}:{frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
        if is_ours(frame.filename)
    ]


def next_page(zones: Any) -> Any:
    def sync_use() -> Any:
        return list(zones.list())

    async def async_use() -> Any:
        return [zone async for zone in zones.list()]

    return sync_use() if isinstance(zones, Zones) else async_use()


ENVELOPE = answer(200, {"success": False})
REFUSED = answer(400, {"errors": []})
ERRORS = [
    pytest.param(get, "parsed", [REFUSED], id="status"),
    pytest.param(get, "raw", [REFUSED], id="raw"),
    pytest.param(get, "parsed", [ENVELOPE], id="envelope"),
    pytest.param(pages, "parsed", [REFUSED], id="page"),
    pytest.param(pages, "raw", [REFUSED], id="raw page"),
    pytest.param(
        next_page, "parsed", [page("a", cursor="2"), REFUSED], id="later page"
    ),
]


@pytest.mark.parametrize(("use", "mode", "steps"), ERRORS)
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_the_traceback_of_an_error_status_is_short(
    server: Server,
    use: Callable[[Any], Any],
    mode: Any,
    steps: list[Step],
    *,
    is_async: bool,
) -> None:
    server.will(*steps)

    async def main() -> None:
        async with async_client(server.url) as client:
            await use(AsyncZones(client, mode))

    def sync_main() -> None:
        with sync_client(server.url) as client:
            use(Zones(client, mode))

    with pytest.raises(APIStatusError) as caught:
        asyncio.run(main()) if is_async else sync_main()
    frames = traceback_of(caught.value)
    assert 1 <= len(frames) <= MOST_IN_TRACEBACK, frames


def test_the_traceback_of_parsing_a_raw_response_is_short(server: Server) -> None:
    server.will(ENVELOPE)
    with sync_client(server.url) as client:
        response: Any = Zones(client, "raw").get("z")
        with pytest.raises(APIStatusError) as caught:
            response.parse()
    assert len(traceback_of(caught.value)) <= MOST_IN_TRACEBACK
