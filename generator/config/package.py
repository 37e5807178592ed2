"""What the package is called and its version: texts that become folders and metadata.

Reads the configuration only; whether a name is free in a registry is not looked up.
"""

from __future__ import annotations

import keyword
import re
import sys

from msgspec import Struct

from .entry import Entry
from .table import Fields

_IMPORT_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 100
_TAKEN = sys.stdlib_module_names | frozenset(
    "con prn aux nul aiohttp annotated_types anyio certifi h11 httpcore2 httptools httpx2 idna "
    "opentelemetry pydantic pydantic_core sniffio typing_extensions typing_inspection".split()
)
"""Modules of Python and of what every client needs, which the package would hide or never reach,
and the devices of Windows."""


class PackageConfig(Struct, frozen=True):
    """The name to import, the name to install, the name to show, the version, the
    ``owner/name`` of the repository; ``is_published`` says that the package can be installed by its
    name, and ``release_environment`` is the environment of the repository it is published from.
    """

    import_name: str
    project_name: str
    title: str
    version: str
    is_published: bool
    release_environment: str
    repository: str | None


def is_package_name(name: str) -> bool:
    """Whether a package can have a name: it is an identifier that hides no module a client needs."""
    is_name = _IMPORT_NAME.fullmatch(name) and not keyword.iskeyword(name)
    return (
        bool(is_name and name.strip("_"))
        and name not in _TAKEN
        and len(name) <= _LONGEST
    )


def _obsolete_target(root: Entry) -> Entry | None:
    """What ``package`` says of the Python package, where ``targets`` do not; using the key is reported."""
    package = root.at("package")
    if package is None:
        return None
    package.warning(
        "C025",
        "'package' is obsolete",
        help="write targets: {python: {package_name: …, production_repo: …}}",
    )
    return package.at("python")


def read_package(root: Entry, organization: str) -> PackageConfig:
    """The names and the version; the organization's name if the target has none."""
    target = root.section("targets").section("python")
    obsolete = _obsolete_target(root)
    older = obsolete.text("name") if obsolete is not None else None
    wanted = target.text("package_name") or older or organization
    import_name = re.sub(r"[-\s]+", "_", wanted)
    project_name = import_name.strip("_").replace("_", "-")
    is_name = _IMPORT_NAME.fullmatch(import_name) and project_name
    if not is_name or keyword.iskeyword(import_name):
        (target.at("package_name") or target).error(
            "C004",
            f"'{wanted}' is not a valid Python package name",
            help="use letters, digits and underscores in targets.python.package_name",
        )
    elif import_name in _TAKEN or len(import_name) > _LONGEST:
        (target.at("package_name") or target).error(
            "C004",
            f"invalid package name '{import_name[:_LONGEST]}': "
            + (
                "a module with this name already exists"
                if import_name in _TAKEN
                else "too long"
            ),
            help="choose another targets.python.package_name",
        )
    published = target.section("publish").at("pypi")
    name = _published_name(published)
    return PackageConfig(
        import_name=import_name,
        project_name=target.text("project_name") or name or project_name,
        title=target.text("readme_title") or organization,
        version=root.choice("x-version"),
        is_published=published is not None and published.value is not False,
        release_environment=root.section("codeflow").choice("release_environment"),
        repository=_repository(target, obsolete),
    )


def _repository(target: Entry, obsolete: Entry | None) -> str | None:
    older = obsolete.text("repo") if obsolete is not None else None
    repository = target.text("production_repo") or older
    return repository.partition("#")[0] if repository else None


def _published_name(entry: Entry | None) -> str | None:
    """The name under which a package is published, where the configuration has one."""
    is_section = entry is not None and isinstance(entry.kind, Fields)
    return entry.text("package_name") if entry is not None and is_section else None
