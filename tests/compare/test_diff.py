"""What ``diff`` says about two clients, a row for each kind of difference."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ran
from tests.compare.client import FILES, Edits, write

ZONES, ZONE = "resources/zones.py", "types/zone.py"

DIFFERENCES: dict[str, tuple[Edits, str, str]] = {
    "a method is gone": (
        {ZONES: ("def delete(", "def _delete(")},
        "method_removed",
        "client.zones.delete",
    ),
    "a method is called differently": (
        {ZONES: ("def delete(", "def remove(")},
        "method_renamed",
        "client.zones.delete",
    ),
    "a resource is gone": (
        {
            "_client.py": ("def zones(", "def _zones("),
            ZONES: None,
            "resources/__init__.py": "",
        },
        "resource_removed",
        "client.zones",
    ),
    "a resource is called differently": (
        {"_client.py": ("def zones(", "def domains(")},
        "resource_renamed",
        "client.zones",
    ),
    "an argument is gone": (
        {ZONES: (", account_id: str", "")},
        "argument_removed",
        "client.zones.get(account_id)",
    ),
    "an argument is called differently": (
        {ZONES: ("get(self, zone_id: str", "get(self, id: str")},
        "argument_renamed",
        "client.zones.get(zone_id)",
    ),
    "an argument is spelled differently": (
        {ZONES: ("account_id: str", "accountId: str")},
        "argument_renamed",
        "client.zones.get(account_id)",
    ),
    "an argument is new and required": (
        {ZONES: ("create(self, *, name", "create(self, *, account: str, name")},
        "argument_added",
        "client.zones.create(account)",
    ),
    "an argument takes less": (
        {ZONES: ('Literal["on", "off"]', 'Literal["on"]')},
        "argument_enum_narrowed",
        "client.zones.list(status)",
    ),
    "a key takes less": (
        {
            "types/plan.py": (
                "name: Required[str]",
                'name: Required[Literal["a", "b"]]',
            ),
        },
        "field_type",
        "types.Plan.name",
    ),
    "an argument takes something else": (
        {ZONES: ("name: str", "name: int")},
        "argument_type",
        "client.zones.create(name)",
    ),
    "an argument is required": (
        {ZONES: ("plan: Optional[Plan] = None", "plan: Optional[Plan]")},
        "argument_required",
        "client.zones.create(plan)",
    ),
    "an argument needs its name": (
        {ZONES: ("account_id: str, *,", "*, account_id: str,")},
        "argument_keyword",
        "client.zones.get(account_id)",
    ),
    "arguments are in another order": (
        {
            ZONES: (
                "zone_id: str, account_id: str",
                "account_id: str, zone_id: str",
            )
        },
        "argument_order",
        "client.zones.get",
    ),
    "a default is another": (
        {ZONES: ("force: bool = False", "force: bool = True")},
        "argument_default",
        "client.zones.delete(force)",
    ),
    "a result may be None": (
        {
            ZONES: (
                "omit) -> Zone:\n        return self._get(",
                "omit) -> Zone | None:\n        return self._get(",
            )
        },
        "result_type",
        "client.zones.get",
    ),
    "a list has no pages": (
        {ZONES: ("Page[Zone]:", "Page[Zone] | None:")},
        "result_type",
        "client.zones.list",
    ),
    "a list has other pages": (
        {
            ZONES: ("Page", "CursorPage"),
            "pagination.py": (
                "class AsyncPage(Generic",
                "class SyncCursorPage(Generic[_T]): ...\nclass AsyncCursorPage(Generic[_T]): ...\nclass AsyncPage(Generic",
            ),
        },
        "pagination",
        "client.zones.list",
    ),
    "a value stands for another": (
        {ZONE: ('"person", "team"', '"robot"')},
        "field_type",
        "types.zone.ZoneOwner.kind",
    ),
    "a method of the async client is not awaited": (
        {ZONES: ("async def delete", "def delete")},
        "await",
        "client.zones.delete",
    ),
    "the result does not follow from the arguments": (
        {
            ZONES: (
                "@overload",
                "@typing.no_type_check",
            )
        },
        "overloads",
        "client.zones.watch",
    ),
    "a type is gone": (
        {
            "types/zone_create_params.py": None,
            "types/__init__.py": (
                "from .zone_create_params import ZoneCreateParams as ZoneCreateParams",
                "",
            ),
        },
        "type_removed",
        "types.ZoneCreateParams",
    ),
    "a type cannot be imported": (
        {ZONE: (', "ZoneOwner"]', "]")},
        "import_removed",
        "types.zone.ZoneOwner",
    ),
    "a type is called differently": (
        {
            "types/plan.py": ("Plan", "Tariff"),
            "types/__init__.py": (
                "import Plan as Plan",
                "import Tariff as Tariff",
            ),
            "types/zone_create_params.py": ("Plan", "Tariff"),
            ZONES: ("Plan", "Tariff"),
        },
        "type_renamed",
        "types.Plan",
    ),
    "a name stands for other values": (
        {"types/status.py": ('"on", "off"', '"paused"')},
        "type_meaning",
        "types.Status",
    ),
    "a class is a union": (
        {
            "types/plan.py": "from typing import Union\n__all__ = ['Plan']\nPlan = Union[int, str]\n"
        },
        "type_kind",
        "types.Plan",
    ),
    "an error has another base": (
        {"_errors.py": ("NotFoundError(AcmeError)", "NotFoundError(Exception)")},
        "base_removed",
        "NotFoundError",
    ),
    "a field is gone": (
        {ZONE: ("    id: str\n", "")},
        "field_removed",
        "types.Zone.id",
    ),
    "a field is spelled differently": (
        {ZONE: ("size:", "Size:")},
        "field_renamed",
        "types.Zone.size",
    ),
    "a field may be None": (
        {ZONE: ("    id: str", "    id: Optional[str] = None")},
        "field_type",
        "types.Zone.id",
    ),
    "a key is required": (
        {"types/plan.py": ("price: int", "price: Required[int]")},
        "field_required",
        "types.Plan.price",
    ),
    "a new key is required": (
        {"types/plan.py": ("    price", "    currency: Required[str]\n    price")},
        "field_added",
        "types.Plan.currency",
    ),
    "an option of the client is gone": (
        {"_client.py": ("api_key: str | None = None, ", "")},
        "argument_removed",
        "Acme(api_key)",
    ),
    "a method of the client is gone": (
        {"_base.py": ("def close", "def _close")},
        "method_removed",
        "Acme.close",
    ),
    "an attribute of the client is gone": (
        {"_base.py": ("max_retries: int", "_retries: int")},
        "field_removed",
        "Acme.max_retries",
    ),
    "a page has other fields": (
        {"pagination.py": ("result:", "items:")},
        "field_removed",
        "pagination.SyncPage.result",
    ),
    "a module is elsewhere": (
        {
            "types/plan.py": None,
            "types/tariff.py": FILES["types/plan.py"],
            "types/__init__.py": ("from .plan", "from .tariff"),
            "types/zone_create_params.py": ("from .plan", "from .tariff"),
            ZONES: ("types.plan", "types.tariff"),
        },
        "module_removed",
        "types.plan",
    ),
    "an import is elsewhere": (
        {
            "__init__.py": (
                "NotFoundError as NotFoundError",
                "NotFoundError",
            ),
            "errors.py": "from ._errors import NotFoundError as NotFoundError\n",
        },
        "import_removed",
        "NotFoundError",
    ),
    "types come from another package": (
        {"_client.py": ("httpx", "httpx2")},
        "outside_types",
        "httpx (Timeout)",
    ),
}

COMPATIBLE: dict[str, tuple[Edits, str, str]] = {
    "a method is new": (
        {ZONES: ("@overload", "def purge(self) -> None: ...\n    @overload")},
        "method_added",
        "client.zones.purge",
    ),
    "a new argument is optional": (
        {ZONES: ("tags: List[str]", "tags: List[str], note: str = omit")},
        "argument_added",
        "client.zones.create(note)",
    ),
    "an argument takes more": (
        {ZONES: ("name: str", "name: str | int")},
        "argument_type",
        "client.zones.create(name)",
    ),
    "an argument takes any iterable": (
        {ZONES: ("tags: List[str]", "tags: Iterable[str]")},
        "argument_type",
        "client.zones.create(tags)",
    ),
    "an argument is optional": (
        {ZONES: ("name: str", "name: str | Omit = omit")},
        "argument_optional",
        "client.zones.create(name)",
    ),
    "an argument may be given by position": (
        {ZONES: ("*, stream: Literal", "stream: Literal")},
        "argument_positional",
        "client.zones.watch(stream)",
    ),
    "a result is never None": (
        {ZONE: ("Optional[ZoneOwner] = None", "ZoneOwner")},
        "field_type",
        "types.Zone.owner",
    ),
    "a response has a further value": (
        {ZONE: ('"person", "team"', '"person", "team", "robot"')},
        "enum_widened",
        "types.zone.ZoneOwner.kind",
    ),
    "a name stands for further values": (
        {"types/status.py": ('"on", "off"', '"on", "off", "paused"')},
        "enum_widened",
        "types.Status",
    ),
    "a name stands for less in responses": (
        {"types/status.py": ('"on", "off"', '"on"')},
        "enum_narrowed",
        "types.Status",
    ),
    "a response has a value less": (
        {ZONE: ('"person", "team"', '"person"')},
        "enum_narrowed",
        "types.zone.ZoneOwner.kind",
    ),
    "an argument takes a further value": (
        {ZONES: ('Literal["on", "off"]', 'Literal["on", "off", "paused"]')},
        "argument_enum_widened",
        "client.zones.list(status)",
    ),
    "a field is new": (
        {ZONE: ("    id: str", "    id: str\n    note: str")},
        "field_added",
        "types.Zone.note",
    ),
    "a method is deprecated": (
        {ZONES: ("    def list(", '    @deprecated("gone soon")\n    def list(')},
        "deprecated",
        "client.zones.list",
    ),
    "a method makes another request": (
        {ZONES: ('"/zones",', '"/v2/zones",')},
        "route",
        "client.zones.list",
    ),
    "a key is optional": (
        {"types/plan.py": ("Required[str]", "str")},
        "field_optional",
        "types.Plan.name",
    ),
    "a type is new": (
        {
            "types/zone.py": (
                '"ZoneOwner"]',
                '"ZoneOwner", "ZoneKind"]\nclass ZoneKind: ...',
            )
        },
        "type_added",
        "types.zone.ZoneKind",
    ),
}

SAME: dict[str, Edits] = {
    "nothing": {},
    "Optional and | None": {ZONE: ("Optional[ZoneOwner]", "ZoneOwner | None")},
    "None first": {ZONE: ("Optional[ZoneOwner]", "Union[None, ZoneOwner]")},
    "List and list": {ZONE: ("List[str]", "list[str]")},
    "a quoted type": {ZONE: ("List[str]", '"List[str]"')},
    "a quoted part": {ZONE: ("Optional[ZoneOwner]", 'Optional["ZoneOwner"]')},
    "the order of a union": {ZONE: ("Union[int, str]", "str | int")},
    "the order of literal values": {"types/status.py": ('"on", "off"', '"off", "on"')},
    "literal values in a union": {
        "types/status.py": ('Literal["on", "off"]', 'Literal["on"] | Literal["off"]')
    },
    "an alias and what it stands for": {
        ZONE: ("status: Status", 'status: Literal["off", "on"]')
    },
    "another name of an import": {
        ZONE: (
            "from .status import Status",
            "from . import status as s\nfrom .status import Status as _S\nStatus = s.Status",
        ),
    },
    "typing_extensions and typing": {
        "types/status.py": ("typing_extensions", "typing")
    },
    "a module of typing": {
        "types/status.py": "import typing as t\n__all__ = ['Status']\nStatus = t.Literal['on', 'off']\n"
    },
    "Annotated": {
        ZONE: ("size: Union[int, str]", "size: Annotated[Union[int, str], 1]")
    },
    "the mark of an absent argument": {
        ZONES: ("depth: int | Omit = omit", "depth: int | NotGiven = NOT_GIVEN")
    },
    "the order of keyword arguments": {
        ZONES: ("name: str, tags: List[str]", "tags: List[str], name: str")
    },
    "the name of a type variable": {"pagination.py": ("_T", "ItemT")},
    "where a private class is defined": {
        "_errors.py": "from ._faults import *\nfrom ._faults import AcmeError, NotFoundError\n",
        "_faults.py": FILES["_errors.py"],
    },
    "total and Required": {
        "types/plan.py": (
            "class Plan(TypedDict, total=False):\n    name: Required[str]\n    price: int",
            "class Plan(TypedDict):\n    name: str\n    price: NotRequired[int]",
        )
    },
}


def run(folder: Path, *words: str) -> Any:
    return ran(["diff", *words], folder, {**os.environ})


def pair(tmp_path: Path, edits: Edits) -> tuple[str, str]:
    write(tmp_path / "old", {})
    write(tmp_path / "new", edits)
    return "old", "new"


def compared(tmp_path: Path, edits: Edits) -> tuple[int, dict[str, Any]]:
    outcome = run(tmp_path, *pair(tmp_path, edits), "--format", "json")
    return outcome.code, json.loads(outcome.out)["diff"]


def found(diff: dict[str, Any], *, compatible: bool) -> list[tuple[str, str]]:
    return [
        (group["kind"], change["name"])
        for group in diff["groups"]
        if group["compatible"] is compatible
        for change in group["changes"]
    ]


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_for_programs_is_found(name: str, tmp_path: Path) -> None:
    edits, kind, subject = DIFFERENCES[name]
    code, diff = compared(tmp_path, edits)
    differences = found(diff, compatible=False)
    assert code == 1
    assert (kind, subject) in differences
    mirrored = (subject, subject.replace("Acme", "AsyncAcme", 1))
    mirrored += (subject.replace("SyncPage", "AsyncPage"),)
    assert {name for _, name in differences} <= {*mirrored}


@pytest.mark.parametrize("name", COMPATIBLE)
def test_a_compatible_change_is_kept(name: str, tmp_path: Path) -> None:
    edits, kind, subject = COMPATIBLE[name]
    code, diff = compared(tmp_path, edits)
    assert (code, found(diff, compatible=False)) == (0, [])
    assert (kind, subject) in found(diff, compatible=True)
    assert diff["same"]


@pytest.mark.parametrize("name", SAME)
def test_types_are_compared_by_their_meaning(name: str, tmp_path: Path) -> None:
    code, diff = compared(tmp_path, SAME[name])
    kinds = [(group["kind"], group["weight"]) for group in diff["groups"]]
    assert (code, kinds) == (0, [("internals", "patch")] if SAME[name] else [])


def test_a_method_that_is_no_longer_deprecated_is_a_patch(tmp_path: Path) -> None:
    write(
        tmp_path / "old",
        {ZONES: ("    def list(", "    @deprecated('x')\n    def list(")},
    )
    write(tmp_path / "new", {})
    outcome = run(tmp_path, "old", "new", "--format", "json")
    groups = json.loads(outcome.out)["diff"]["groups"]
    assert [(g["kind"], g["weight"]) for g in groups] == [("not_deprecated", "patch")]


def test_the_table_says_what_where_and_from_what_to_what(tmp_path: Path) -> None:
    edits: Edits = {
        ZONES: ("account_id: str", "account_id: int"),
        "types/status.py": ('"on", "off"', '"paused"'),
        "types/plan.py": ("    price", "    note: str\n    price"),
    }
    outcome = run(tmp_path, *pair(tmp_path, edits))
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out == """\
argument type             client.zones.get(account_id)
                          str -> int
                          major: Values that programs pass are not accepted any more: type checkers reject them, and the API may.
                          at old/src/acme/resources/zones.py:19 -> new/src/acme/resources/zones.py:19
meaning of type           types.Status
                          Literal['off', 'on'] -> Literal['paused']
                          major: Programs pass or receive other values under the name, and type checkers reject them.
                          at old/src/acme/types/status.py:6 -> new/src/acme/types/status.py:6

2 differences; 1 compatible change (--verbose lists them)
"""


def test_one_cause_in_many_places_is_one_difference(tmp_path: Path) -> None:
    _, diff = compared(tmp_path, {ZONES: ("zone_id: str", "zone_id: int")})
    names = [
        [change["name"] for change in group["changes"]] for group in diff["groups"]
    ]
    assert names == [["client.zones.get(zone_id)", "client.zones.delete(zone_id)"]]
    text = run(tmp_path, "old", "new").out
    assert text.endswith("1 difference in 2 places\n")
    assert text.count("  at ") == 1


def test_verbose_lists_every_place_and_what_is_compatible(tmp_path: Path) -> None:
    edits: Edits = {ZONES: ("zone_id: str", "zone_id: str | int")}
    old, new = pair(tmp_path, edits)
    assert "get" not in run(tmp_path, old, new).out
    verbose = run(tmp_path, old, new, "--verbose").out
    assert "kept: programs that were written for the old side run with these" in verbose
    assert verbose.count("  at ") == 2


def test_quiet_shows_nothing_without_a_difference(tmp_path: Path) -> None:
    assert run(tmp_path, *pair(tmp_path, {}), "--quiet").out == ""
    assert run(tmp_path, "old", "new").out == "no differences for programs\n"


def test_a_side_that_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    old, _ = pair(tmp_path, {})
    outcome = run(tmp_path, old, "nowhere")
    assert (outcome.code, outcome.out) == (2, "")
    assert "P001" in outcome.err
    outcome = run(tmp_path, old, "nowhere", "--format", "json")
    assert outcome.code == 2
    document = json.loads(outcome.out)
    assert document["diff"] is None
    assert [f["code"] for f in document["findings"]] == ["P001"]
    assert run(tmp_path, old).code == 2


def test_a_path_that_does_not_exist_is_called_that(tmp_path: Path) -> None:
    old, _ = pair(tmp_path, {})
    (tmp_path / "empty").mkdir()
    assert "no such file or folder" in run(tmp_path, old, "stainles.yml").err
    assert "no such file or folder" not in run(tmp_path, old, "empty").err


def test_wheels_are_read_like_checkouts(tmp_path: Path) -> None:
    old, new = pair(tmp_path, {ZONES: ("def delete(", "def _delete(")})
    wheel = tmp_path / "acme-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in (tmp_path / new / "src").rglob("*.py"):
            archive.write(path, path.relative_to(tmp_path / new / "src"))
    outcome = run(tmp_path, old, wheel.name)
    assert "method removed            client.zones.delete" in outcome.out
    assert run(tmp_path, wheel.name, new).code == 0


def test_a_module_that_is_not_python_is_reported_and_the_rest_compared(
    tmp_path: Path,
) -> None:
    edits: Edits = {ZONE: "class Zone(:", ZONES: ("def delete(", "def _delete(")}
    outcome = run(tmp_path, *pair(tmp_path, edits))
    assert "P002" in outcome.err
    assert "client.zones.delete" in outcome.out


def test_what_could_not_be_parsed_is_not_called_equal(tmp_path: Path) -> None:
    edits: Edits = {ZONE: "class Zone(:"}
    write(tmp_path / "old", edits)
    write(tmp_path / "new", edits)
    outcome = run(tmp_path, "old", "new", "--quiet")
    assert outcome.code == 2
    assert "P002" in outcome.err


HOSTILE = {
    "types that multiply": "\n".join(
        ["from typing import Tuple, Union", "A0 = Union[int, str]"]
        + [f"A{n} = Tuple[A{n - 1}, A{n - 1}, A{n - 1}]" for n in range(1, 40)]
    ),
    "a type within itself": "from typing import List, Union\nA = Union[int, List['A']]",
    "a deep type": f"A = {'list[' * 90}int{']' * 90}",
    "classes that inherit in a circle": "class A(B): ...\nclass B(A): ...",
    "names that lead in a circle": "from .more import B as A\nA = B\nB = A",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_types_end(name: str, tmp_path: Path) -> None:
    before, after = HOSTILE[name], HOSTILE[name].replace("int", "bytes")
    write(tmp_path / "old", {"types/more.py": before + "\n"})
    write(tmp_path / "new", {"types/more.py": after + "\n"})
    assert run(tmp_path, "old", "new").code in (0, 1)


def test_nothing_of_a_package_reaches_the_terminal_unescaped(tmp_path: Path) -> None:
    odd = "\x1b[2J\u202e"
    gone = {f"types/{odd}.py": "class Odd:\n    id: str\n"}
    write(tmp_path / "old", {**gone, ZONES: ("name: str", f"name: '{odd}'")})
    write(tmp_path / "new", {})
    outcome = run(tmp_path, "old", "new")
    assert "Odd" in outcome.out
    shown = outcome.out + outcome.err
    assert not {*shown} & {*odd[:1], *odd[-1:]}
