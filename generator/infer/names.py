"""What a client is called, its version and its license, as far as the description tells."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from ..config import is_package_name, is_version
from ..openapi import Description

_VERSION_WORD = re.compile(r"v?\d+([.-]\d+)*", re.IGNORECASE)
_NOISE = frozenset(
    "a an and api apis the rest restful http json web public official open openapi swagger spec "
    "specification definition description documentation docs reference client sdk schema collection "
    "extension platform service version for of with our s".split()
)
"""Words of titles that do not tell one API from another."""
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_MOST_WORDS, _LONGEST = 4, 40
_NAMELESS = "my api"
"""The name of an API whose description tells none."""
_END = re.compile(r"\s[-–—|+(/]\s?|[:(]|'s\b")
"""What ends the name in a title: the rest is a remark."""

_IDENTIFIERS = (
    "MIT Apache-2.0 BSD-2-Clause BSD-3-Clause ISC MPL-2.0 Unlicense 0BSD CC0-1.0 CC-BY-4.0 EPL-2.0 "
    "GPL-2.0-only GPL-3.0-only GPL-3.0-or-later LGPL-3.0-only AGPL-3.0-only AGPL-3.0-or-later "
    "EUPL-1.2 BSL-1.0 Zlib"
).split()
_LICENSES = {
    **{name.lower().replace("-", " "): name for name in _IDENTIFIERS},
    "apache 2": "Apache-2.0",
    "mozilla public 2.0": "MPL-2.0",
    "eclipse public 2.0": "EPL-2.0",
}
"""The SPDX identifiers of licenses by the words of their names."""


def client_name(description: Description) -> str:
    """What the title calls the API, in its own spelling; else what the first server is called."""
    title = _END.split(description.info.title or "")[0]
    words = [w for w in _WORD.findall(title) if not _VERSION_WORD.fullmatch(w)]
    telling = [word for word in words if word.lower() not in _NOISE]
    found = _ascii_words(telling)[:_MOST_WORDS]
    if found and found[0][0].isalpha():
        return " ".join(found)
    host = next((h for s in description.servers if (h := _host(s.url))), "")
    labels = [label for label in host.split(".") if label not in ("www", "api")]
    name = _ascii_words([labels[0]])[:1] if len(labels) > 1 else []
    return name[0] if name and name[0][0].isalpha() else _NAMELESS


def import_name(name: str) -> str:
    """The package of a client: its words in lower case, as the title writes them."""
    wish = "_".join(word.lower() for word in name.split())
    wishes = wish, f"{wish}_api", f"{wish[:_LONGEST]}_api"
    return next(filter(is_package_name, wishes))


def version(description: Description) -> str | None:
    """The version that the description states, if it is one of a package."""
    stated = (description.info.version or "").strip().removeprefix("v")
    return stated if is_version(stated) else None


def license(description: Description) -> str | None:
    """The SPDX identifier of the license that the description states."""
    stated = (description.info.license or "").strip()
    words = re.sub(r"\b(the|license|licence|version|v(?=\d))", " ", stated.lower())
    return _LICENSES.get(" ".join(re.sub(r"[^a-z0-9.]+", " ", words).split()))


def _ascii_words(words: list[str]) -> list[str]:
    """Words of letters and digits alone; a letter outside ASCII loses its accents, or is left out."""
    plain = (unicodedata.normalize("NFKD", word) for word in words)
    found = ("".join(re.findall("[A-Za-z0-9]+", word)) for word in plain)
    return [word for word in found if word]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
