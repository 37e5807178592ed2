"""Which types of a package its configuration named, and for which resource.

A type that is named after a resource and its method, such as ``PetListResponse``, names itself; any
other one with a module of its own was a model of the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..published import CLIENT, SHARED, Definition, Named, Package, Resource, named_in
from ..words import singular, split_words

_SHARED_FOLDERS = ("shared", "shared_params")


class FoundModel(Struct, frozen=True):
    """A model: its name, the resource that lists it, and the types that were made for it.

    ``is_placed`` says that the package itself tells the resource, ``is_made`` that the type is
    called what the result of a method is called anyway. One without types is only in the index, under
    ``class_name``.
    """

    resource: tuple[str, ...]
    name: str
    class_name: str
    definitions: tuple[Definition, ...]
    is_placed: bool
    is_made: bool


def find_models(package: Package) -> list[FoundModel]:
    """The models of a package, in the order in which its index or its modules have them."""
    made = _made_names(package)
    used = _used_elsewhere(package)
    listed = _listed(package)
    groups: dict[tuple[tuple[str, ...], str], list[Definition]] = {}
    for definition in package.definitions.values():
        key = _home(definition)
        is_unused = key in made and definition.id not in used
        if definition.is_root and definition.id in package.exported and not is_unused:
            groups.setdefault(key, []).append(definition)
    found: list[FoundModel] = []
    for (folder, stem), types in groups.items():
        names = [d.id.name for d in types]
        home = next((listed[folder, n] for n in names if (folder, n) in listed), None)
        if home is None and package.listed:
            continue  # what the index does not list is left over from an earlier version
        choices = [r for r in package.every_resource() if r.path[:-1] == folder]
        own = {n for m in package.client.methods for n in named_in(m.result)}
        if home is None and not own.isdisjoint(d.id for d in types):
            home = CLIENT
        elif home is None and (folder == SHARED or not choices):
            home = SHARED
        found.append(
            FoundModel(
                resource=home if home is not None else _owner(stem, types, choices),
                name=stem,
                class_name=names[0].removesuffix("Param"),
                definitions=tuple(types),
                is_placed=home is not None or len(choices) == 1,
                is_made=(folder, stem) in made,
            )
        )
    found += _only_listed(package, found)
    order = _order(package)
    return sorted(found, key=lambda m: order.get((m.resource, m.class_name), 0))


def _only_listed(package: Package, found: list[FoundModel]) -> Iterator[FoundModel]:
    """The models that the index lists and that have no type in the package."""
    defined = {d.id.name for d in package.definitions.values()}
    for resource, names in package.listed.items():
        for name in names:
            if name not in defined and f"{name}Param" not in defined:
                stem = _snake(name)
                yield FoundModel(
                    resource, stem, name, (), is_placed=True, is_made=False
                )


def _home(definition: Definition) -> tuple[tuple[str, ...], str]:
    """The folder of types that a definition is in, and the name of its model."""
    _, *folder, stem = definition.id.module.split(".")
    if folder and folder[0] in _SHARED_FOLDERS:
        folder = list(SHARED)
    is_sent = definition.id.name.endswith("Param") and stem.endswith("_param")
    return tuple(folder), stem.removesuffix("_param") if is_sent else stem


def _made_names(package: Package) -> set[tuple[tuple[str, ...], str]]:
    """The modules of types that are named after a method."""
    found = {
        (r.path[:-1], f"{_singular(r.path[-1])}_{_snake(m.name)}_{end}")
        for r in package.every_resource()
        for m in r.methods
        for end in ("params", "response")
    }
    own = package.client.methods
    ends = ("params", "response")
    return found | {((), f"client_{_snake(m.name)}_{end}") for m in own for end in ends}


def _used_elsewhere(package: Package) -> set[Named]:
    """The types that types of other modules mention."""
    found: set[Named] = set()
    for definition in package.definitions.values():
        shapes = [field.shape for field in definition.fields]
        if definition.alias is not None:
            shapes.append(definition.alias)
        mentioned = {*definition.bases, *(n for s in shapes for n in named_in(s))}
        found |= {n for n in mentioned if n.module != definition.id.module}
    return found


def _listed(
    package: Package,
) -> Mapping[tuple[tuple[str, ...], str], tuple[str, ...]]:
    """The resource that lists a type, by the type's folder and name."""
    found: dict[tuple[tuple[str, ...], str], tuple[str, ...]] = {}
    for resource, names in package.listed.items():
        folder = SHARED if resource == SHARED else resource[:-1]
        for name in names:
            found.setdefault((folder, name), resource)
            found.setdefault((folder, f"{name}Param"), resource)
    return found


def _order(package: Package) -> dict[tuple[tuple[str, ...], str], int]:
    names = ((r, name) for r, names in package.listed.items() for name in names)
    return {key: index for index, key in enumerate(names)}


def _owner(
    stem: str, definitions: list[Definition], choices: list[Resource]
) -> tuple[str, ...]:
    """The resource that most likely lists a model: the one whose methods use it, or else whose name
    it has in its own."""
    ids = {d.id for d in definitions}
    words = set(map(singular, split_words(stem.removesuffix("_response"))))

    def rank(resource: Resource) -> tuple[bool, bool]:
        name = set(map(singular, split_words(resource.path[-1])))
        return not ids.isdisjoint(_uses(resource)), name <= words

    return max(choices, key=rank).path


def _uses(resource: Resource) -> Iterator[Named]:
    for method in resource.methods:
        yield from named_in(method.result)
        for parameter in method.parameters:
            yield from named_in(parameter.shape)


def _singular(name: str) -> str:
    *others, last = split_words(name) or ("x",)
    return "_".join((*others, singular(last)))


def _snake(name: str) -> str:
    return "_".join(split_words(name))
