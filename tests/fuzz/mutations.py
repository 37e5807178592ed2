"""Ways to damage a description: its structure, names, references, and the bytes of its file."""

from __future__ import annotations

import codecs
import copy
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import yaml

from tests.security.hostile import NAMES, TEXTS

Value = Any
Mutation = Callable[[Random, Value], None]
"""Changes a value in place."""

ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 10**30, 1.5, 1e300, "", " ", "null", "true", "3.0.4"),
    *([], {}, [None], [[]], [{}], {"": None}, ["string", "null"], ["a", "a"], [True]),
    *({"type": "object"}, {"$ref": "#"}, "application/json", "{", "(", "x" * 3000),
)
"""Values of every JSON type, some of which are wrong nearly everywhere."""

KEYWORDS = tuple("""
$ref $id $anchor $dynamicRef $defs additionalOperations additionalProperties allOf allowReserved anyOf
callbacks components const content default deprecated description discriminator encoding enum example
examples explode flows format get headers in info items itemSchema links mapping name not nullable oneOf
openapi operationId parameters patternProperties pathItems paths post prefixItems properties propertyName
query readOnly requestBody required responses schema schemas scheme security securitySchemes servers style
summary tags title trace type unevaluatedProperties url variables version webhooks writeOnly x-stainless-any
""".split())

ODD_REFERENCES = (
    *("", "#", "#/", "#/paths", "#/nowhere", "#/components/schemas/Nowhere", "#anchor"),
    *(
        "#/components",
        "#/components/schemas",
        "#/info/title",
        "other.yaml",
        "./",
        "..",
        "\0",
    ),
    *(
        "../../etc/passwd",
        "https://example.com/a.yaml#/x",
        "//host/x",
        "file:///etc/passwd",
    ),
    *(
        "#/paths/~1things/get",
        "#/components/schemas/~2",
        "#/%",
        "openapi.json#/info",
        "C:\\x",
    ),
)


def mutate(random: Random, description: Value) -> Value:
    """A copy of a description with one to four changes."""
    changed = copy.deepcopy(description)
    for _ in range(random.choice((1, 1, 2, 4))):
        random.choice(STRUCTURE)(random, changed)
    return changed


def containers(value: Value, container: type) -> list[Value]:
    """Every container of a type in a value that is not empty; shared ones once."""

    def below(inner: Value, seen: set[int]) -> Iterator[Value]:
        if not isinstance(inner, (dict, list)) or id(inner) in seen:
            return
        seen.add(id(inner))
        if inner and isinstance(inner, container):
            yield inner
        for child in inner.values() if isinstance(inner, dict) else inner:
            yield from below(child, seen)

    return list(below(value, set()))


def _entry(random: Random, description: Value) -> tuple[Value, Any] | None:
    """A container and one of its keys or indices."""
    kind = random.choice((dict, dict, dict, list))
    found = containers(description, kind)
    if not found:
        return None
    holder = random.choice(found)
    keys = list(holder) if kind is dict else range(len(holder))
    return holder, random.choice(keys)


def _remove(random: Random, description: Value) -> None:
    if entry := _entry(random, description):
        holder, key = entry
        del holder[key]


def _replace(random: Random, description: Value) -> None:
    if entry := _entry(random, description):
        holder, key = entry
        holder[key] = copy.deepcopy(random.choice(ODD_VALUES))


def _transplant(random: Random, description: Value) -> None:
    """Put a copy of a part in the place of another."""
    source, target = _entry(random, description), _entry(random, description)
    if source and target:
        target[0][target[1]] = copy.deepcopy(source[0][source[1]])


def _wrap(random: Random, description: Value) -> None:
    if entry := _entry(random, description):
        holder, key = entry
        inner = holder[key]
        holder[key] = random.choice(([inner], [inner, inner], {"a": inner}))


def _unwrap(random: Random, description: Value) -> None:
    if entry := _entry(random, description):
        holder, key = entry
        inner = holder[key]
        if inner and isinstance(inner, (dict, list)):
            inside = list(inner.values()) if isinstance(inner, dict) else inner
            holder[key] = random.choice(inside)


def _add_keyword(random: Random, description: Value) -> None:
    found = containers(description, dict)
    entry = _entry(random, description)
    if found and entry:
        value = random.choice((entry[0][entry[1]], random.choice(ODD_VALUES)))
        random.choice(found)[random.choice(KEYWORDS)] = copy.deepcopy(value)


def _rename(random: Random, description: Value) -> None:
    """Give a key another name; the order stays."""
    found = containers(description, dict)
    if found:
        holder = random.choice(found)
        old, new = random.choice(list(holder)), _name(random)
        entries = [(new if key == old else key, v) for key, v in holder.items()]
        holder.clear()
        holder.update(entries)


def _say(random: Random, description: Value) -> None:
    """Put a hostile text where a text is."""
    places = [
        (holder, key)
        for holder in containers(description, dict)
        for key, value in holder.items()
        if isinstance(value, str)
    ]
    if places:
        holder, key = random.choice(places)
        holder[key] = random.choice((*TEXTS, *NAMES))


def _name(random: Random) -> str:
    return random.choice((*NAMES, *KEYWORDS, *TEXTS))


def _redirect(random: Random, description: Value) -> None:
    """Let a reference lead to another part, to itself, or to nothing."""
    holders = [h for h in containers(description, dict) if "$ref" in h]
    everything = [h for h in containers(description, dict) if "$ref" not in h]
    targets = [*_pointers(description), *ODD_REFERENCES]
    if holders or everything:
        chosen = random.choice(random.choice([x for x in (holders, everything) if x]))
        chosen["$ref"] = random.choice(targets)


def _pointers(value: Value, here: str = "#") -> Iterator[str]:
    if isinstance(value, (dict, list)):
        yield here
        entries = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in entries:
            token = str(key).replace("~", "~0").replace("/", "~1")
            yield from _pointers(child, f"{here}/{token}")


def _nest(random: Random, description: Value) -> None:
    """Bury a part under many levels."""
    if entry := _entry(random, description):
        holder, key = entry
        keyword = random.choice(("items", "allOf", "oneOf", "additionalProperties"))
        for _ in range(random.choice((5, 40, 120))):
            inner = holder[key]
            holder[key] = {keyword: [inner] if keyword.endswith("Of") else inner}


STRUCTURE: tuple[Mutation, ...] = (
    *(_remove, _replace, _replace, _transplant, _transplant, _wrap, _unwrap),
    *(_add_keyword, _add_keyword, _rename, _say, _redirect, _redirect, _nest),
)


def written(random: Random, description: Value) -> tuple[str, bytes]:
    """A file's name and bytes: mostly plain JSON or YAML, sometimes damaged."""
    if random.random() < 0.6:
        name, text = "openapi.json", json.dumps(description)
    else:
        name = "openapi.yaml"
        text = yaml.safe_dump(
            description, allow_unicode=random.random() < 0.5, sort_keys=False
        )
    if random.random() < 0.8:
        return name, text.encode("utf-8", "surrogatepass")
    return name, random.choice(DAMAGE)(random, text)


def _cut(random: Random, text: str) -> bytes:
    return text[: random.randrange(len(text) + 1)].encode(errors="replace")


def _flip(random: Random, text: str) -> bytes:
    data = bytearray(text.encode(errors="replace") or b"x")
    for _ in range(random.choice((1, 3, 20))):
        data[random.randrange(len(data))] = random.randrange(256)
    return bytes(data)


def _insert(random: Random, text: str) -> bytes:
    pieces = (
        *(
            "\0",
            "\x1b",
            "\x7f",
            "\ufeff",
            "\t",
            "\r\n",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
        ),
        *(
            "!!python/object/apply:os.system [x] ",
            "&a ",
            "*a ",
            "<<: ",
            "? ",
            "!!binary ",
        ),
        *(
            '"',
            "'",
            "{",
            "[",
            "]",
            "#",
            ": ",
            "- ",
            "1e999",
            ".inf",
            "0x1F",
            "12:30:00",
        ),
    )
    at = random.randrange(len(text) + 1)
    found = text[:at] + random.choice(pieces) + text[at:]
    return found.encode(errors="replace")


def _repeat_line(random: Random, text: str) -> bytes:
    """Duplicate a line, which duplicates a key."""
    lines = text.splitlines(keepends=True) or [text]
    at = random.randrange(len(lines))
    return "".join((*lines[: at + 1], *lines[at:])).encode(errors="replace")


def _encode(random: Random, text: str) -> bytes:
    encoding = random.choice(("utf-16", "utf-32", "utf-16-le", "utf-8-sig", "latin-1"))
    return text.encode(encoding, errors="replace")


def _marked(_: Random, text: str) -> bytes:
    return codecs.BOM_UTF8 * 2 + text.encode(errors="replace")


DAMAGE = (_cut, _flip, _flip, _insert, _insert, _repeat_line, _encode, _marked)
