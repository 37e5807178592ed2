"""A configuration as the text of its file: each part with a comment that says what to edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import yaml

from ..diagnostics import printable

_ABOUT = {
    "organization": "The client class and the environment variables are named after it.",
    "targets": "package_name is what programs import, project_name (optional) what they install.",
    "x-version": "The version of the package.",
    "environments": "The servers by name; the first one is the default.",
    "client_settings": "What the constructor of the client takes, and how it sends requests.",
    "security_schemes": "Security schemes that the description does not have.",
    "security": "What a request needs; any one of these is enough.",
    "query_settings": "How lists and objects are written in queries.",
    "pagination": "The page classes.",
    "x-infer-pages": "Whether methods return pages where the description leaves no doubt that they do.",
    "x-unite-responses": "Whether a method returns what any of its statuses of success has, or the first one.",
    "streaming": "What is done with the events of a stream; the first rule that fits.",
    "custom_casings": "The spelling of words in names.",
    "settings": "license is the SPDX identifier of the client's license; empty if it has none.",
    "resources": "client.pets.retrieve is the method `retrieve` of the resource `pets`. Rename, move "
    "and remove methods as\nyou like; `subresources` nest. `models` give names to the schemas of the "
    "description; those under $shared\nbelong to several resources.",
}
_HEAD = """\
# yaml-language-server: $schema=stainless.schema.json
#
# How the client of this API looks. With stainless.schema.json beside this file (it comes from
# `clientwright schema`), editors complete, explain and check every key.
"""
_PLAIN = re.compile(r"[A-Za-z_$/][\w$/{}.-]*(?: [\w$/{}.-]+)*", re.ASCII)
"""A text that every reader of YAML takes for itself, unless it is one of the following."""
_WORDS = frozenset("true false null yes no on off y n".split())


if TYPE_CHECKING:
    from yaml import SafeDumper
else:
    SafeDumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_ONE_LINE = 2**31 - 1
"""A width that nothing reaches; libyaml holds it in an int."""


class _Dumper(SafeDumper):
    """Quotes each text that some reader of YAML might take for something else."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    style = None if is_plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def written(configuration: Mapping[str, Any], notes: Iterable[str] = ()) -> str:
    """The text of a configuration; the same for equal ones. ``notes`` are comments at its end."""
    parts = [_HEAD, *_parts(configuration)]
    lines = [f"# {printable(note)}\n" for note in notes]
    return "\n".join([*parts, "".join(lines)] if lines else parts)


def _parts(configuration: Mapping[str, Any]) -> Iterator[str]:
    for key, value in configuration.items():
        about = "".join(f"# {line}\n" for line in _ABOUT[key].splitlines())
        yield about + yaml.dump(
            {key: value},
            Dumper=_Dumper,
            sort_keys=False,
            allow_unicode=True,
            width=_ONE_LINE,
        )
