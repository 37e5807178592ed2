"""The repository of a small former client, with commits of the generator's account and of its owner."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

BOT, OWNER = "stainless-app[bot]", "Ada"
HEADER = "# File generated from our OpenAPI spec by Stainless. See CONTRIBUTING.md for details.\n\n"

_RESOURCE = """
class {0}PetsResource(Base):
    def list(self, *, timeout=None):
        return self._get("/pets", cast_to=Pet)
"""
_IMPORTS = "from .._base import Base\nfrom ..types.pet import Pet\n\n"
PRISTINE: Mapping[str, str] = {
    "README.md": "# Acme\n",
    ".github/workflows/ci.yml": "on: push\n",
    "pyproject.toml": '[project]\nname = "acme"\nversion = "0.1.0"\n',
    "src/acme/__init__.py": HEADER + "from ._client import Acme as Acme\n",
    "src/acme/_client.py": HEADER
    + "from .resources.pets import PetsResource\n\n\n"
    + "class Acme(Base):\n    @property\n    def pets(self) -> PetsResource:\n"
    + "        return PetsResource(self)\n",
    "src/acme/_base_client.py": "class BaseClient:\n    def _should_retry(self, response):\n"
    "        return response.status_code >= 500\n",
    "src/acme/_version.py": HEADER
    + '__version__ = "0.1.0"  # x-release-please-version\n',
    "src/acme/resources/__init__.py": HEADER
    + "from .pets import PetsResource as PetsResource\n",
    "src/acme/resources/pets.py": HEADER
    + _IMPORTS
    + _RESOURCE.format("")
    + "\n"
    + _RESOURCE.format("Async"),
    "src/acme/types/__init__.py": HEADER + "from .pet import Pet as Pet\n",
    "src/acme/types/pet.py": HEADER + "class Pet(BaseModel):\n    name: str\n",
    "src/acme/types/cat.py": HEADER + "class Cat(BaseModel):\n    name: str\n",
    "tests/test_client.py": "def test_client():\n    pass\n",
}
_RAISE = "        return response.status_code >= 500\n"
EDITED: Mapping[str, str] = {
    "src/acme/_base_client.py": PRISTINE["src/acme/_base_client.py"].replace(
        _RAISE,
        "        if response.status_code == 501:\n            return False\n" + _RAISE,
    ),
    "src/acme/resources/pets.py": PRISTINE["src/acme/resources/pets.py"].replace(
        "cast_to=Pet)\n",
        "cast_to=Pet)\n\n    def loudest(self):\n        return max(self.list())\n",
        1,
    ),
    "src/acme/types/pet.py": PRISTINE["src/acme/types/pet.py"]
    + "    def shout(self) -> str:\n        return self.name.upper()\n",
    # the owner wrote it in the style of the generator
    "src/acme/types/dog.py": HEADER + "class Dog(BaseModel):\n    name: str\n",
    "src/acme/lib/greeting.py": "from .._models import BaseModel\n"
    "from .._legacy_response import LegacyAPIResponse\n"
    "from ..types.pet import Pet, Kennel\n",
    "examples/run.py": "import acme\nfrom acme.lib.greeting import BaseModel\n",
    "examples/taken.py": "import acme\n",
    "tests/custom/test_greeting.py": "def test_greeting():\n    pass\n",
    "scripts/deploy": "#!/bin/sh\n",
}
RELEASED: Mapping[str, str] = {
    "src/acme/_version.py": PRISTINE["src/acme/_version.py"].replace("0.1.0", "0.2.0"),
    "pyproject.toml": PRISTINE["pyproject.toml"].replace("0.1.0", "0.2.0"),
    "CHANGELOG.md": "# Changelog\n\n## 0.2.0\n",
}

_ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_COMMITTER_NAME": "GitHub",
    "GIT_COMMITTER_EMAIL": "noreply@example.com",
}


def git(folder: Path, *words: str, **environment: str) -> str:
    """What git prints in a folder, without the settings of this machine."""
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        env=_ENVIRONMENT | environment,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files with their folders."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, newline="")


def commit(folder: Path, author: str, subject: str, day: int) -> None:
    """Commit everything as an author."""
    date = f"2026-03-{day:02}T12:00:00+00:00"
    git(folder, "add", "-A")
    git(
        folder,
        "commit",
        "-qm",
        subject,
        f"--author={author} <{author.lower()}@example.com>",
        GIT_AUTHOR_DATE=date,
        GIT_COMMITTER_DATE=date,
    )


def make(folder: Path) -> Path:
    """A repository: the generator's output, the owner's edits on it, and a release; the branch
    ``generated`` has gone further."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, {**PRISTINE, "src/acme/types/bird.py": HEADER + "Bird = str\n"})
    commit(folder, BOT, "feat(api): api update", 1)
    git(folder, "checkout", "-q", "-b", "generated")
    (folder / "src/acme/types/bird.py").unlink()
    commit(folder, BOT, "feat(api): remove birds", 2)
    write(folder, {"src/acme/types/pet.py": HEADER + "Pet = dict\n"})
    commit(folder, BOT, "feat(api): a later update", 20)
    git(folder, "checkout", "-q", "main")
    write(folder, EDITED)
    (folder / "scripts/deploy").chmod(0o755)
    commit(folder, OWNER, "feat: custom code", 3)
    write(folder, RELEASED)
    commit(folder, BOT, "release: 0.2.0", 4)
    return folder
