"""What is measured: each row is a program, the figure it prints, and the target for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

MB = 1024 * 1024
LARGE = 6000
"""Models of the large client."""


class Side(Enum):
    """What a row is about: our client beside the official one, a client of many models beside ours,
    or the compiler beside other generators."""

    CLIENT = "client"
    LARGE = "large client"
    COMPILER = "generator"


@dataclass(frozen=True, slots=True)
class Faster:
    """The peer's figure is at least ``times`` ours."""

    times: float


@dataclass(frozen=True, slots=True)
class Smaller:
    """Ours is at most ``share`` of the peer's figure."""

    share: float


@dataclass(frozen=True, slots=True)
class AtMost:
    """Ours is at most so much; there is no peer. ``of`` names another figure that is the unit.

    ``is_plain`` figures have no unit.
    """

    much: float
    of: str = ""
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class Floor:
    """What is left of a program without ours: the libraries underneath, used by hand.

    ``parts`` names the figures that the floor is the sum of, where there is more than one.
    """

    name: str
    kind: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; ``arguments`` follow the server's URL where the program has one.

    ``description`` names what a row of the compiler reads; ``peer_needs`` is a program without which
    there is no peer.
    """

    group: str
    name: str
    program: str
    figure: str
    target: Faster | Smaller | AtMost
    arguments: tuple[str, ...] = ()
    peer_arguments: tuple[str, ...] | None = None
    has_server: bool = False
    floor: Floor | None = None
    pairs: int = 5
    side: Side = Side.CLIENT
    description: str = ""
    peer_needs: str = ""


def _decode() -> list[Row]:
    floor = Floor("pydantic, the same types, unknown fields kept", "decode")
    return [
        Row(
            "decode",
            f"decode 1,000 entries: {kind}",
            "decode",
            "cpu",
            Faster(20),
            (kind,),
            floor=floor,
        )
        for kind in ("clean", "unknown enum", "wrong types", "missing fields")
    ]


def _imports() -> list[Row]:
    times: Mapping[str, float] = {"import": 30, "client": 30, "resource": 20}
    names = {
        "import": "import",
        "client": "import + client",
        "resource": "import + client + resource",
    }
    return [
        Row(
            "import",
            names[kind],
            "imports",
            "wall",
            Faster(times[kind]),
            (kind,),
            pairs=3,
        )
        for kind in times
    ]


def _first() -> list[Row]:
    return [
        Row(
            "first",
            "first response in a fresh process: time",
            "first_response",
            "wall",
            Faster(1.4),
            has_server=True,
            pairs=3,
        ),
        Row(
            "first",
            "first response in a fresh process: memory",
            "first_response",
            "memory",
            Smaller(0.8),
            has_server=True,
            pairs=3,
        ),
    ]


def _requests() -> list[Row]:
    rows = [
        Row(
            "sync",
            "CPU of a small call",
            "requests_sync",
            "cpu",
            Faster(2.5),
            has_server=True,
            floor=Floor("llhttp on a socket", "llhttp"),
        )
    ]
    for at_once in ("1", "10", "100", "1000"):
        many = f"{int(at_once):,} at once"
        pairs = 1 if at_once == "1000" else 3
        rows.append(
            Row(
                "async",
                f"CPU of a small call, {many}",
                "requests_async",
                "cpu",
                Faster(2.5),
                (at_once, "httpx"),
                has_server=True,
                floor=Floor("asyncio alone", f"asyncio {at_once}"),
                pairs=pairs,
            )
        )
        rows.append(
            Row(
                "aiohttp",
                f"the same with aiohttp, {many}",
                "requests_async",
                "cpu",
                Faster(5),
                (at_once, "aiohttp"),
                (at_once, "httpx"),
                has_server=True,
                floor=Floor("aiohttp", f"aiohttp {at_once}"),
                pairs=pairs,
            )
        )
        rows.append(
            Row(
                "aiohttp",
                f"the same, the peer with aiohttp too, {many}",
                "requests_async",
                "cpu",
                Faster(5),
                (at_once, "aiohttp"),
                has_server=True,
                floor=Floor("aiohttp", f"aiohttp {at_once}"),
                pairs=pairs,
            )
        )
    rows += [
        Row(
            kind,
            f"CPU of a call through a user's httpx2 client, {kind}",
            "user_client",
            "cpu",
            AtMost(1.3, of="bare get"),
            (kind,),
            has_server=True,
            pairs=3,
        )
        for kind in ("sync", "async")
    ]
    return rows


def _pages() -> list[Row]:
    times: Mapping[str, float] = {"0": 8, "5": 5, "50": 2.5}
    rows = [
        Row(
            "pages",
            f"100 pages of 1,000, {late} ms late",
            "pages",
            "wall",
            Faster(times[late]),
            (late,),
            has_server=True,
            floor=Floor("a socket and pydantic", f"pages {late}"),
            pairs=2,
        )
        for late in times
    ]
    rows.append(
        Row(
            "pages",
            "server and consumer equally slow, prefetch on",
            "prefetch",
            "wall",
            AtMost(1.15, of="slower"),
            has_server=True,
            pairs=3,
        )
    )
    return rows


def _sending() -> list[Row]:
    return [
        Row(
            "query",
            "seven parameters in a query",
            "query",
            "cpu",
            Faster(5),
            has_server=True,
        ),
        Row(
            "body",
            "a small body",
            "bodies",
            "cpu",
            Faster(10),
            ("small",),
            has_server=True,
            floor=Floor("Python's JSON encoder", "json"),
        ),
        Row(
            "body",
            "a body of 1,000 nested objects",
            "bodies",
            "cpu",
            Faster(10),
            ("nested",),
            has_server=True,
        ),
        Row(
            "upload",
            "200 MB from a path: memory above the start",
            "upload",
            "memory",
            AtMost(5 * MB),
            has_server=True,
            pairs=2,
        ),
    ]


def _others() -> list[Row]:
    return [
        Row(
            "memory",
            "memory of a decoded entry",
            "memory",
            "memory",
            Smaller(0.75),
            ("entry",),
            has_server=True,
            pairs=2,
        ),
        Row(
            "memory",
            "memory after 10,000 calls more",
            "memory",
            "memory",
            AtMost(1 * MB),
            ("calls",),
            has_server=True,
            pairs=2,
        ),
        Row("construct", "making a client", "construct", "cpu", Faster(20), pairs=3),
        Row(
            "types",
            "mypy, nothing cached, on eight lines",
            "type_check",
            "wall",
            Faster(10),
            ("mypy",),
            pairs=2,
        ),
    ]


def _large() -> list[Row]:
    figures: list[tuple[str, str, str, tuple[str, ...], float]] = [
        ("import + client", "imports", "wall", ("client",), 1.2),
        ("import + client + resource", "imports", "wall", ("resource",), 1.2),
        ("first response: time", "first_response", "wall", (), 1.2),
        ("first response: memory", "first_response", "memory", (), 1.2),
        ("first raw response: time", "first_response", "wall", ("raw",), 1.5),
        ("pyright on eight lines", "type_check", "wall", ("pyright",), 1.5),
    ]
    return [
        Row(
            "large",
            f"a client of {LARGE:,} models, {name}",
            program,
            figure,
            Smaller(share),
            arguments,
            has_server=program == "first_response",
            pairs=3,
            side=Side.LARGE,
        )
        for name, program, figure, arguments, share in figures
    ]


ROWS: tuple[Row, ...] = (
    *_decode(),
    *_imports(),
    *_first(),
    *_requests(),
    *_pages(),
    *_sending(),
    *_others(),
    *_large(),
)
