"""``init --from`` gives back the configuration that a package was made with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Report
from generator.pipeline import Inputs, compile_inputs, recovered_text
from tests.published.shop import DESCRIPTION, MODULES, checkout

EXPECTED = Path(__file__).parent / "shop.stainless.yml"


def description(folder: Path) -> Path:
    path = folder / "openapi.json"
    path.write_text(json.dumps(DESCRIPTION))
    return path


def recovered(folder: Path, package: str | Path) -> tuple[str | None, list[str]]:
    """The recovered file, and the codes of what was reported."""
    report = Report()
    text = recovered_text(Inputs(description(folder), None), str(package), report)
    return text, [finding.code for finding in report.in_order()]


def wheel(folder: Path) -> Path:
    path = folder / "pet_shop-1.2.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in MODULES.items():
            archive.writestr(f"petshop/{name}.py", text)
        metadata = "Name: pet-shop\nVersion: 1.2.0\nLicense-Expression: MIT\n\n# Shop\n"
        archive.writestr("pet_shop-1.2.0.dist-info/METADATA", metadata)
    return path


def sdist(folder: Path) -> Path:
    path = folder / "pet_shop-1.2.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(checkout(folder / "made"), "pet_shop-1.2.0")
    return path


def installed(folder: Path) -> Path:
    """The package where an environment has it, with its metadata beside it."""
    site = folder / "env" / "lib" / "python3.11" / "site-packages"
    with zipfile.ZipFile(wheel(folder)) as archive:
        archive.extractall(site)
    names = [str(p.relative_to(site)) for p in site.rglob("*") if p.is_file()]
    record = site / "pet_shop-1.2.0.dist-info" / "RECORD"
    record.write_text("".join(f"{name},,\n" for name in names))
    return site / "petshop"


def test_everything_that_a_package_shows_is_recovered(tmp_path: Path) -> None:
    text, codes = recovered(tmp_path, checkout(tmp_path / "shop"))
    if os.environ.get("CLIENTWRIGHT_REWRITE"):
        EXPECTED.write_text(str(text))
    assert text == EXPECTED.read_text()
    assert codes == ["P006", "P004", "P004", "P003", "P005"]


@pytest.mark.parametrize("made", [sdist, wheel, installed])
def test_every_form_of_a_package_gives_the_same_methods_and_models(
    made: Callable[[Path], Path], tmp_path: Path
) -> None:
    text, _ = recovered(tmp_path, made(tmp_path))
    assert text is not None
    expected = EXPECTED.read_text()
    if made is sdist:
        assert text == expected
    for line in expected.partition("\nresources:")[2].partition("\n\n")[0].splitlines():
        assert line in text.splitlines()
    assert "license: MIT" in text


def test_an_installed_package_is_found_by_both_of_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = installed(tmp_path)
    expected, _ = recovered(tmp_path, folder)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "env"))
    for name in ("petshop", "pet-shop"):
        assert recovered(tmp_path, name)[0] == expected


def test_the_recovered_configuration_generates_a_client(tmp_path: Path) -> None:
    text, _ = recovered(tmp_path, checkout(tmp_path / "shop"))
    config = tmp_path / "stainless.yml"
    config.write_text(str(text))
    report = Report()
    inputs = Inputs(tmp_path / "openapi.json", config)
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None
    sdk = compiled.sdk
    assert (sdk.client, sdk.env_prefix) == ("PetShopAPI", "PETSHOP")
    methods = {method.dotted for method in sdk.every_method()}
    assert {"pets.watch", "orders.cancel", "orders.lines.move"} <= methods
    types = {definition.name.name for definition in sdk.types}
    assert {"Pet", "Owner", "Tag", "OrderLine", "FoodParam"} <= types


def test_nothing_of_a_package_is_run(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    evil = f"import pathlib; pathlib.Path({str(touched)!r}).touch()\n"
    modules = {name: evil + text for name, text in MODULES.items()}
    text, _ = recovered(tmp_path, checkout(tmp_path / "shop", modules))
    assert text is not None
    assert not touched.exists()


@pytest.mark.parametrize(
    "broken",
    ["def (", "x = " + "(" * 400 + ")" * 400, "\0", "x = " + "-" * 200_000 + "1"],
    ids=["syntax", "depth", "null", "operators"],
)
def test_a_module_that_cannot_be_parsed_is_reported_and_left_out(
    broken: str, tmp_path: Path
) -> None:
    modules = {**MODULES, "resources/orders/lines": broken}
    text, codes = recovered(tmp_path, checkout(tmp_path / "shop", modules))
    assert "P002" in codes
    assert text is not None
    assert "create: " not in text
    assert "endpoint: post /pets" in text
    assert "/orders/{orderId}/lines" not in text


def test_texts_of_a_package_stay_texts(tmp_path: Path) -> None:
    hostile = 'x\\"\\nevil: {a: *b}\\u2028\\ud800#'
    client = MODULES["_client"].replace("SHOP_KEY", hostile)
    pets = MODULES["resources/pets"].replace("use list", hostile)
    modules = {**MODULES, "_client": client, "resources/pets": pets}
    text, _ = recovered(tmp_path, checkout(tmp_path / "shop", modules))
    plain = 'x"\nevil: {a: *b}\u2028?#'
    values = yaml.safe_load(str(text))
    assert "evil" not in values
    assert values["client_settings"]["opts"]["api_key"]["read_env"] == plain
    assert values["resources"]["pets"]["methods"]["all"]["deprecated"] == plain


@pytest.mark.parametrize("kind", ["nothing", "folder", "zip", "text", "ours"])
def test_what_is_no_package_is_refused_with_a_remedy(kind: str, tmp_path: Path) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.py", "")
    elif kind == "text":
        path.write_text("text")
    elif kind == "ours":
        path = Path(__file__).parents[2] / "generated"
    text, codes = recovered(tmp_path, path)
    assert text is None
    assert codes == ["P001"]


def test_an_archive_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.published.source.MOST_BYTES", 5_000)
    for made in (wheel, sdist, checkout):
        assert recovered(tmp_path, made(tmp_path)) == (None, ["P001"])


def test_the_command_writes_the_file_once(tmp_path: Path) -> None:
    path = description(tmp_path)
    command = [sys.executable, "-m", "generator", "init", str(path)]
    command += ["--from", str(checkout(tmp_path / "shop"))]
    first = subprocess.run(command, capture_output=True, text=True)
    assert first.returncode == 0, first.stderr
    assert (tmp_path / "stainless.yml").read_text() == EXPECTED.read_text()
    assert "warning[P005]" in first.stderr
    again = subprocess.run(command, capture_output=True, text=True)
    assert again.returncode == 1
    assert "O006" in again.stderr


CYCLE = """

class Loop(SyncAPIResource):
    @cached_property
    def one(self) -> Loop:
        return Loop(self._client)

    @cached_property
    def two(self) -> Loop:
        return Loop(self._client)
"""
WIDE = "".join(f"""

class C{n}(SyncAPIResource):
    @cached_property
    def one(self) -> C{n + 1}:
        return C{n + 1}(self._client)

    @cached_property
    def two(self) -> C{n + 1}:
        return C{n + 1}(self._client)
""" for n in range(40))
ODD = {
    "a class within itself": ("resources/pets", CYCLE.replace("Loop", "PetsResource")),
    "two to the fortieth": ("resources/pets", WIDE.replace("C0", "PetsResource")),
    "a long chain of branches": (
        "_client",
        "\nif x:\n    pass\n" + "elif x:\n    pass\n" * 1_200,
    ),
    "an empty subscript": ("types/pet", "\nEmpty: TypeAlias = Tuple[()]\n"),
    "a page that holds itself": (
        "pagination",
        "\nclass Inner(BaseModel):\n"
        + "".join(f"    f{n}: Optional[Inner] = None\n" for n in range(12))
        + "\nclass SyncDeepPage(BaseSyncPage[_T], Generic[_T]):\n"
        "    data: List[_T]\n    inner: Inner\n\n"
        "    def _get_page_items(self): return self.data\n",
    ),
    "a page without items": (
        "pagination",
        "\nclass SyncOddPage(BaseSyncPage[_T], Generic[_T]):\n    rows: List[_T]\n",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_packages_are_read_in_bounded_time(name: str, tmp_path: Path) -> None:
    module, text = ODD[name]
    modules = {**MODULES, module: MODULES[module] + text}
    found, codes = recovered(tmp_path, checkout(tmp_path / "shop", modules))
    assert found is not None
    assert "endpoint: post /pets" in found
    assert ("P008" in codes) == (name == "a page without items")


def test_a_damaged_archive_is_refused_with_a_remedy(tmp_path: Path) -> None:
    good = wheel(tmp_path).read_bytes()
    broken = tmp_path / "broken.whl"
    for start in range(200, len(good) - 400, 700):
        broken.write_bytes(good[:start] + b"\xff" * 40 + good[start + 40 :])
        _, codes = recovered(tmp_path, broken)
        assert codes
    for data in (b"\x1f\x8b" + b"x" * 50, b"PK\x03\x04", b"BZh9"):
        broken.write_bytes(data)
        assert recovered(tmp_path, broken) == (None, ["P001"])


def test_a_header_that_is_made_of_itself_is_no_credential(tmp_path: Path) -> None:
    endless = "        header = header if header else self.user\n"
    start = MODULES["_client"].index("        header = f")
    end = MODULES["_client"].index("\n", start) + 1
    client = MODULES["_client"][:start] + endless + MODULES["_client"][end:]
    modules = {**MODULES, "_client": client}
    text, codes = recovered(tmp_path, checkout(tmp_path / "shop", modules))
    assert "role: password" not in str(text)
    assert "P009" in codes


def test_a_method_of_an_unknown_path_is_not_taken_for_another(tmp_path: Path) -> None:
    pets = MODULES["resources/pets"].replace('"/pets/all"', '"/{id}/pets/search"')
    modules = {**MODULES, "resources/pets": pets}
    text, codes = recovered(tmp_path, checkout(tmp_path / "shop", modules))
    assert "all:" not in str(text)
    assert codes.count("P004") == 3


def test_the_description_is_not_overwritten(tmp_path: Path) -> None:
    path = description(tmp_path)
    before = path.read_bytes()
    command = [sys.executable, "-m", "generator", "init", str(path), "--force"]
    command += ["--config", str(path.resolve())]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    assert path.read_bytes() == before
