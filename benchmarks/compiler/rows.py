"""What is measured of the compiler: rows like those of the client, whose programs are in this package."""

from __future__ import annotations

from ..rows import MB, AtMost, Faster, Floor, Row, Side
from .descriptions import AUDIT_LOG
from .tools import JAVA, MODELS_ONLY, OURS, PEERS

LARGEST = ("cloudflare-2023-08", "github")
SMALL = ("qdrant", "petstore", AUDIT_LOG)
SIZES = ("100", "300", "1000", "3000", "10000")
VERY_LARGE = "operations 16000"
CLIENT = "openapi-python-client"
_TIMES = {
    ("cloudflare-2023-08", CLIENT): 3.0,
    ("github", CLIENT): 1.5,
    ("github", JAVA): 3.0,
    ("stripe", CLIENT): 4.0,
}
"""How much faster than a peer we mean to be; elsewhere only faster."""

_SHAPES = {
    "properties": ("a model of very many fields", ("3000", "10000", "30000")),
    "parameters": ("a method of very many parameters", ("500", "1000", "2000")),
    "values": ("an enumeration of very many values", ("10000", "30000", "100000")),
    "resources": ("very many resources", ("500", "1500", "5000")),
    "references": ("a long chain of references", ("1000", "3000", "10000")),
    "nesting": ("a long chain of models", ("300", "1000", "3000")),
    "recursion": ("very many mutually recursive models", ("500", "1500", "5000")),
    "inheritance": ("a long chain of allOf", ("30", "100", "300")),
    "alternatives": ("a union of very many models", ("500", "1500", "5000")),
}


def _generate() -> list[Row]:
    rows: list[Row] = []
    for description in (*LARGEST, "stripe", "qdrant", "openai", "petstore", AUDIT_LOG):
        parts = ("reading", "printing", "writing")
        floor = Floor("reading, Jinja, writing", description, parts)
        for peer in PEERS:
            rows.append(
                Row(
                    "models" if peer == MODELS_ONLY else "generate",
                    f"{description}, from nothing, against {peer}"
                    + (" (models only)" if peer == MODELS_ONLY else ""),
                    "compile",
                    "cpu",
                    Faster(_TIMES.get((description, peer), 1.0)),
                    (OURS, "generate", "nothing", description),
                    (peer, "generate", "nothing", description),
                    floor=floor if peer == CLIENT else None,
                    pairs=3,
                    side=Side.COMPILER,
                    description=description,
                    peer_needs=PEERS[peer].needs,
                )
            )
    return rows


def _alone(
    group: str,
    name: str,
    figure: str,
    most: float,
    arguments: tuple[str, ...],
    *,
    description: str,
    program: str = "compile",
    pairs: int = 3,
    is_plain: bool = False,
) -> Row:
    """A row without a peer."""
    return Row(
        group,
        name,
        program,
        figure,
        AtMost(most, is_plain=is_plain),
        arguments,
        pairs=pairs,
        side=Side.COMPILER,
        description=description,
    )


def _again() -> list[Row]:
    rows: list[Row] = []
    for action in ("generate", "check"):
        for description in LARGEST:
            run = (OURS, action, "the same", description)
            name = f"{description}, nothing changed: {action}"
            rows.append(
                _alone("again", name, "wall", 0.5, run, description=description)
            )
        for description in SMALL:
            run = (OURS, action, "the same", description)
            name = (
                f"{description}, nothing changed: {action}, beyond a bare interpreter"
            )
            rows.append(
                _alone("again", name, "beyond", 0.15, run, description=description)
            )
    for description in LARGEST:
        run = (OURS, "generate", "one field", description)
        name = f"{description}, one field of one schema changed"
        rows.append(_alone("changed", name, "wall", 1.0, run, description=description))
    return rows


def _memory() -> list[Row]:
    return [
        _alone(
            "peak",
            f"{description}, from nothing: peak memory",
            "memory",
            400 * MB,
            (OURS, "generate", "nothing", description),
            description=description,
        )
        for description in LARGEST
    ]


def _growth() -> list[Row]:
    """Growth, and a size beyond that of any API."""
    sizes = f"{int(SIZES[0]):,} to {int(SIZES[-1]):,}"
    rows = [
        _alone(
            "growth",
            f"exponent of {name} over {sizes} operations",
            figure,
            1.05,
            ("operations", *SIZES),
            description="operations",
            program="growth",
            pairs=1,
            is_plain=True,
        )
        for name, figure in (("CPU time", "cpu"), ("memory", "memory"))
    ]
    for name, figure, most in (
        ("time", "wall", 300.0),
        ("memory", "memory", 1536 * MB),
    ):
        rows.append(
            _alone(
                "huge",
                f"16,000 operations, 42 MB, from nothing: {name}",
                figure,
                most,
                (OURS, "generate", "nothing", VERY_LARGE),
                description=VERY_LARGE,
                pairs=1,
            )
        )
    return rows


def _site() -> list[Row]:
    rows: list[Row] = []
    for description in LARGEST:
        for state in ("nothing", "the same"):
            when = "from nothing" if state == "nothing" else "nothing changed"
            rows.append(
                Row(
                    "site",
                    f"{description}, documentation site, {when}, against our own client",
                    "compile",
                    "cpu",
                    Faster(1),
                    (OURS, "docs", state, description),
                    (OURS, "generate", state, description),
                    pairs=3,
                    side=Side.COMPILER,
                    description=description,
                )
            )
    return rows


def _others() -> list[Row]:
    rows = [
        _alone(
            "mock",
            f"{description}, start of the mock",
            "wall",
            2.0,
            (description,),
            description=description,
            program="mock",
        )
        for description in LARGEST
    ]
    for command, most in (("generate", 1.0), ("validate", 5.0)):
        rows.append(
            _alone(
                "checks",
                f"github, the checks of `{command}`",
                "wall",
                most,
                ("github", command),
                description="github",
                program="checks",
            )
        )
    return rows


def _shapes() -> list[Row]:
    rows = [
        _alone(
            "shapes",
            f"exponent of CPU time, {name}: {int(sizes[0]):,} to {int(sizes[-1]):,}",
            "cpu",
            1.1,
            (shape, *sizes),
            description=shape,
            program="growth",
            pairs=1,
            is_plain=True,
        )
        for shape, (name, sizes) in _SHAPES.items()
    ]
    for action in ("generate", "validate"):
        name = f"100 slow patterns, each with an example and a default: {action}"
        run = (OURS, action, "nothing", "patterns 100")
        rows.append(_alone("shapes", name, "wall", 5.0, run, description="patterns"))
    return rows


COMPILER_ROWS: tuple[Row, ...] = (
    *_generate(),
    *_again(),
    *_memory(),
    *_growth(),
    *_site(),
    *_others(),
    *_shapes(),
)
